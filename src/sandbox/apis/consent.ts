import { toPage } from '../border.ts';
import type { SandboxArray, SandboxFunction, SandboxObject } from '../values.ts';
import type { ApiContext, Apis } from './api.ts';
import { quietly } from './callbacks.ts';

export const consentApis: Apis = {
  addConsentListener: {
    permission: 'access_consent',
    args: ['string', 'function'],
    call({ page, assert }, type: string, listener: SandboxFunction) {
      assert('access_consent', 'read', type);
      page.consent.listen(type, (changed, granted) => quietly(page, listener, [changed, granted]));
      return undefined;
    },
  },
  isConsentGranted: {
    permission: 'access_consent',
    args: ['string,Array'],
    call({ page, assert }, types: string | SandboxArray) {
      // A list asks for all of its types at once.
      const asked = typeof types === 'string' ? [types] : types.values.map(String);
      for (const type of asked) assert('access_consent', 'read', type);
      return asked.every((type) => page.consent.granted(type));
    },
  },
  setDefaultConsentState: {
    permission: 'access_consent',
    args: ['Object'],
    call(context, states: SandboxObject) {
      const settings = writable(context, states);
      context.page.consent.setDefaults(settings);
      return undefined;
    },
  },
  updateConsentState: {
    permission: 'access_consent',
    args: ['Object'],
    call(context, states: SandboxObject) {
      const settings = writable(context, states);
      context.page.consent.update(settings);
      return undefined;
    },
  },
};

/** The consent types of a settings object, each asked for; `region` and `wait_for_update` are no types. */
function writable({ assert }: ApiContext, states: SandboxObject): Record<string, unknown> {
  const settings = toPage(states) as Record<string, unknown>;
  for (const type of Object.keys(settings)) {
    if (type !== 'region' && type !== 'wait_for_update') assert('access_consent', 'write', type);
  }
  return settings;
}
