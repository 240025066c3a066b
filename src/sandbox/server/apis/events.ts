import { toSandbox } from '../../border.ts';
import type { ServerApis } from './api.ts';

export const eventApis: ServerApis = {
  getAllEventData: {
    permission: 'read_event_data',
    unverifiedWhere: { listed: 'whether it is refused where the permission lists keys (here it is)' },
    call({ assert, run }) {
      assert('read_event_data');
      return toSandbox(run?.data ?? {});
    },
  },
  getEventData: {
    permission: 'read_event_data',
    // A published tag calls it without a key, and works.
    args: ['string|undefined'],
    unverifiedWhere: { listed: 'whether a call without a key is refused where the permission lists keys' },
    call({ assert, run }, path?: string) {
      assert('read_event_data', path);
      return path === undefined || path === null ? undefined : toSandbox(at(run?.data, path));
    },
  },
};

/** The value at a dotted path of keys and indices; undefined where the way there ends. */
export function at(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string, unknown>)[key];
  }, data);
}
