import { toSandbox } from '../border.ts';
import type { SandboxFunction } from '../values.ts';
import type { Apis, SharedContext } from './api.ts';
import { quietly } from './callbacks.ts';

export const timingApis: Apis<SharedContext> = {
  addEventCallback: {
    permission: 'read_event_metadata',
    args: ['function'],
    call({ page, assert, event }, callback: SandboxFunction) {
      assert('read_event_metadata');
      event?.onDone((containerId, eventData) => quietly(page, callback, [containerId, toSandbox(eventData)]));
      return undefined;
    },
  },
  callLater: {
    args: ['function'],
    call({ page }, callback: SandboxFunction) {
      page.pending.later(() => quietly(page, callback));
      return undefined;
    },
  },
  getTimestamp: { call: ({ page }) => page.now() },
  getTimestampMillis: { call: ({ page }) => page.now() },
};
