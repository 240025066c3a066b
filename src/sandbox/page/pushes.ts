import { isPlain } from '../border.ts';
import type { Consent } from './consent.ts';
import type { DataLayer, Message } from './data-layer.ts';

export type PushListener = (event: string, message: Message, eventId: number) => void;

/** Takes over `window.dataLayer` as GTM does: what lies there already and every later push is processed in order. */
export function listenToPushes(
  window: Record<string, unknown>,
  dataLayer: DataLayer,
  consent: Consent,
  nextEventId: () => number,
): { push(message: unknown): void; onEvent(listener: PushListener): void } {
  const listeners: PushListener[] = [];
  const waiting: unknown[] = [];
  let working = false;
  const array: unknown[] = Array.isArray(window.dataLayer) ? window.dataLayer : [];
  window.dataLayer = array;

  const apply = (message: Message) => {
    for (const [key, value] of Object.entries(message)) {
      if (key === '_clear') continue;
      if (message._clear) dataLayer.set(key, undefined);
      dataLayer.set(key, value);
    }
    if (!message.event) return;
    const known = message['gtm.uniqueEventId'];
    const eventId = typeof known === 'number' ? known : nextEventId();
    if (typeof known !== 'number') dataLayer.set('gtm.uniqueEventId', eventId);
    for (const listener of listeners) listener(String(message.event), message, eventId);
  };
  const process = (pushed: unknown) => {
    if (pushed === null || pushed === undefined) return;
    if (typeof pushed === 'function') {
      pushed.call({ get: (key: string) => dataLayer.read(key, 2), set: dataLayer.set });
    } else if (isArguments(pushed)) {
      const message = command([...pushed], consent);
      if (message) apply(message);
    } else if (!Array.isArray(pushed) && typeof pushed === 'object') apply(pushed as Message);
  };
  const work = () => {
    if (working) return;
    working = true;
    while (waiting.length > 0) {
      try {
        process(waiting.shift());
      } catch {
        // A faulty push must not stop the pushes after it.
      }
    }
    working = false;
  };
  const native = Array.prototype.push;
  array.push = (...messages: unknown[]) => {
    waiting.push(...messages);
    native.apply(array, messages);
    work();
    return array.length;
  };
  waiting.push(...array);
  work();
  return {
    push: (message) => void array.push(message),
    onEvent: (listener) => void listeners.push(listener),
  };
}

/** What a `gtag(...)` command means for the data layer. */
function command([name, ...args]: unknown[], consent: Consent): Message | undefined {
  if (name === 'consent' && isPlain(args[1])) {
    if (args[0] === 'default') consent.setDefaults(args[1]);
    if (args[0] === 'update') consent.update(args[1]);
    return undefined;
  }
  if (name === 'event' && typeof args[0] === 'string') {
    return { event: args[0], ...(isPlain(args[1]) && { eventModel: args[1] }) };
  }
  if (name !== 'set') return undefined;
  const values = isPlain(args[0])
    ? args[0]
    : typeof args[0] === 'string'
      ? { [args[0]]: args[1] }
      : undefined;
  return values && { ...values, _clear: true };
}

function isArguments(value: unknown): value is IArguments {
  return Object.prototype.toString.call(value) === '[object Arguments]';
}
