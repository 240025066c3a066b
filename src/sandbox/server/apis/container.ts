import { logToConsole } from '../../apis/logging.ts';
import { toPage, toSandbox } from '../../border.ts';
import { OpaqueValue, SandboxArray, type SandboxFunction, SandboxObject, type Value } from '../../values.ts';
import { topLevelDomainPlusOne } from '../response.ts';
import { CONTAINER_ID } from '../server.ts';
import { callBack, type ServerApis } from './api.ts';

export const containerApis: ServerApis = {
  addEventCallback: {
    permission: 'read_event_metadata',
    args: ['function'],
    unverified: 'the status of a tag that never calls back (here `pending`)',
    call(context, callback: SandboxFunction) {
      context.assert('read_event_metadata');
      context.event?.onDone((containerId, eventData) =>
        callBack(context, callback, [containerId, toSandbox(eventData)]),
      );
      return undefined;
    },
  },
  addMessageListener: {
    permission: 'use_message',
    args: ['any', 'function'],
    unverified: 'the word for both listening and sending in the permission (here `listen_and_send`)',
    call({ page, assert }, type: Value, listener: SandboxFunction) {
      const name = String(type);
      assert('use_message', 'listen', name);
      page.listeners.set(name, [...(page.listeners.get(name) ?? []), listener]);
      return undefined;
    },
  },
  hasMessageListener: {
    permission: 'use_message',
    call({ page, assert }, type: Value) {
      const name = String(type);
      assert('use_message', 'listen', name);
      return page.listeners.has(name);
    },
  },
  sendMessage: {
    permission: 'use_message',
    call(context, type: Value, message: Value) {
      const name = String(type);
      context.assert('use_message', 'send', name);
      if (!(message instanceof SandboxObject)) return undefined;
      for (const listener of context.page.listeners.get(name) ?? []) {
        callBack(context, listener, [name, toSandbox(toPage(message))]);
      }
      return undefined;
    },
  },
  callLater: {
    args: ['function'],
    call(context, callback: SandboxFunction) {
      context.page.pending.later(() => callBack(context, callback));
      return undefined;
    },
  },
  computeEffectiveTldPlusOne: {
    unverified:
      'whether suffixes that companies registered, such as `github.io`, count as one (here they do)',
    call(_context, domainOrUrl: Value) {
      if (domainOrUrl === null || domainOrUrl === undefined) return domainOrUrl;
      return topLevelDomainPlusOne(String(domainOrUrl));
    },
  },
  getClientName: {
    permission: 'read_container_data',
    call({ page, assert }) {
      assert('read_container_data');
      return page.client;
    },
  },
  getContainerVersion: {
    permission: 'read_container_data',
    call({ page, assert }) {
      assert('read_container_data');
      return toSandbox({
        containerId: CONTAINER_ID,
        debugMode: page.preview,
        environmentMode: false,
        environmentName: '',
        previewMode: page.preview,
        version: '1',
      });
    },
  },
  logToConsole: logToConsole(logged),
};

/** Each argument is made a text. */
function logged(value: Value): string {
  const isHolder = value instanceof SandboxObject || value instanceof SandboxArray;
  if (isHolder) return JSON.stringify(toPage(value)) ?? String(value);
  return value instanceof OpaqueValue ? String(value.value) : String(value);
}
