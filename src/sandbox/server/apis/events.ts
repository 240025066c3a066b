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
    args: ['string'],
    call({ assert, run }, path: string) {
      assert('read_event_data', path);
      return toSandbox(at(run?.data, path));
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
