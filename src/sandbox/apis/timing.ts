import { toSandbox } from '../border.ts';
import type { SandboxFunction } from '../values.ts';
import type { Apis, SharedContext } from './api.ts';
import { quietly } from './callbacks.ts';

export const timingApis: Apis<SharedContext> = {
  addEventCallback: {
    permission: 'read_event_metadata',
    args: ['function'],
    call({ assert, event }, callback: SandboxFunction) {
      assert('read_event_metadata');
      event?.onDone((containerId, eventData) => quietly(callback, [containerId, toSandbox(eventData)]));
      return undefined;
    },
  },
  callLater: {
    args: ['function'],
    call({ page }, callback: SandboxFunction) {
      page.pending.later(() => quietly(callback));
      return undefined;
    },
  },
  getTimestamp: { call: ({ page }) => page.now() },
  getTimestampMillis: { call: ({ page }) => page.now() },
};
