import { toPage, toSandbox } from '../border.ts';
import { objectOf, type SandboxObject, type Value } from '../values.ts';
import type { Apis } from './api.ts';

export const dataLayerApis: Apis = {
  copyFromDataLayer: {
    permission: 'read_data_layer',
    args: ['string', 'number|undefined'],
    call({ page, assert }, key: string, version?: number) {
      assert('read_data_layer', key);
      return toSandbox(page.dataLayer.read(key, version ?? 2));
    },
  },
  gtagSet: {
    permission: 'write_data_layer',
    args: ['Object|string', 'any'],
    call({ page, assert }, keyOrValues: SandboxObject | string, value: Value) {
      // Templates write both `gtagSet({key: value})` and `gtagSet('key', value)`.
      const values = typeof keyOrValues === 'string' ? objectOf({ [keyOrValues]: value }) : keyOrValues;
      for (const key of values.keys()) assert('write_data_layer', key);
      page.push(argumentsOf('set', toPage(values)));
      return undefined;
    },
  },
};

/** The `arguments` object that `gtag(...)` pushes. */
function argumentsOf(..._command: unknown[]): IArguments {
  // biome-ignore lint/complexity/noArguments: the data layer tells commands from messages by this very object.
  return arguments;
}
