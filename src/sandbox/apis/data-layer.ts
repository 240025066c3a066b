import { toPage, toSandbox } from '../border.ts';
import type { SandboxObject } from '../values.ts';
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
    args: ['Object'],
    call({ page, assert }, values: SandboxObject) {
      for (const key of values.keys()) assert('write_data_layer', key);
      const given = toPage(values);
      page.push(argumentsOf('set', given));
      return undefined;
    },
  },
};

/** The `arguments` object that `gtag(...)` pushes. */
function argumentsOf(..._command: unknown[]): IArguments {
  // biome-ignore lint/complexity/noArguments: the data layer tells commands from messages by this very object.
  return arguments;
}
