import { isCalledBySandbox, isPlain } from '../border.ts';
import type { Consent } from './consent.ts';
import type { DataLayer, Message } from './data-layer.ts';

/** @returns true when a tag fired */
export type PushListener = (event: string, message: Message, eventId: number) => unknown;

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

  /** @returns whether a tag fired */
  const apply = (message: Message): boolean => {
    for (const [key, value] of Object.entries(message)) {
      if (key === '_clear') continue;
      if (message._clear) dataLayer.set(key, undefined);
      dataLayer.set(key, value);
    }
    if (!message.event) return false;
    const known = message['gtm.uniqueEventId'];
    const eventId = typeof known === 'number' ? known : nextEventId();
    if (typeof known !== 'number') {
      // The pushed object itself gets the number: templates find "their" push in window.dataLayer by it.
      if (listeners.length > 0) Reflect.set(message, 'gtm.uniqueEventId', eventId);
      dataLayer.set('gtm.uniqueEventId', eventId);
    }
    const fired = listeners.map((listener) => listener(String(message.event), message, eventId));
    return fired.includes(true);
  };
  const process = (pushed: unknown): boolean => {
    dataLayer.drop('eventModel');
    if (pushed === null || pushed === undefined) return false;
    if (typeof pushed === 'function') pushed.call(dataLayer.helper);
    else if (Array.isArray(pushed)) {
      const [path, ...args] = pushed;
      if (typeof path === 'string') dataLayer.invoke(path, args);
    } else if (isArguments(pushed)) {
      const message = messageOf([...pushed], consent);
      return message !== undefined && apply(message);
    } else if (typeof pushed === 'object') return apply(pushed as Message);
    return false;
  };
  /** @returns whether a tag fired; false from within a push that is being processed */
  const work = (): boolean => {
    if (working) return false;
    working = true;
    let fired = false;
    while (waiting.length > 0) {
      try {
        fired = process(waiting.shift()) || fired;
      } catch {
        // A faulty push must not stop the pushes after it.
      }
    }
    working = false;
    return fired;
  };
  const native = Array.prototype.push;
  // With a container on the page, push gives no length but whether the page may go on at once: false when tags fired.
  const push = (...messages: unknown[]): boolean | number => {
    waiting.push(...messages);
    const isOurs = listeners.length > 0 && isCalledBySandbox();
    native.apply(array, isOurs ? messages.map((message) => new TemplatePush(message)) : messages);
    const fired = work();
    return listeners.length > 0 ? !fired : array.length;
  };
  array.push = push as unknown as typeof native;
  waiting.push(...array);
  work();
  return {
    push: (message) => void push(message),
    onEvent: (listener) => void listeners.push(listener),
  };
}

/**
 * What lies in window.dataLayer for a push that a template made: GTM wraps it, so that copyFromWindow, which copies
 * no class instances, finds undefined there.
 */
class TemplatePush {
  readonly message: unknown;

  constructor(message: unknown) {
    this.message = message;
  }

  getUntrustedMessageValue(): unknown {
    return this.message;
  }
}

function isArguments(value: unknown): value is IArguments {
  return Object.prototype.toString.call(value) === '[object Arguments]';
}

/** What a `gtag(...)` command means for the data layer: a message, or none. */
function messageOf(command: readonly unknown[], consent: Consent): Message | undefined {
  const [name] = command;
  const meaning = typeof name === 'string' && Object.hasOwn(commands, name) ? commands[name] : undefined;
  return meaning?.(command, consent);
}

const commands: Readonly<
  Record<string, (command: readonly unknown[], consent: Consent) => Message | undefined>
> = {
  consent({ length, 1: kind, 2: states }, consent) {
    if (length !== 3 || !isPlain(states)) return undefined;
    if (kind === 'default') consent.setDefaults(states);
    if (kind === 'update') consent.update(states);
    return undefined;
  },
  event({ length, 1: event, 2: params }) {
    if (typeof event !== 'string' || length > 3) return undefined;
    if (params === undefined || params === null) return { event, eventModel: {} };
    return isPlain(params) ? { event, eventModel: params } : undefined;
  },
  js({ length, 1: date }) {
    const time = (date as Date | null | undefined)?.getTime;
    if (length !== 2 || typeof time !== 'function') return undefined;
    return { event: 'gtm.js', 'gtm.start': time.call(date) };
  },
  set({ length, 1: first, 2: value }) {
    if (length === 2 && isPlain(first)) return { ...first, _clear: true };
    if (length === 3 && typeof first === 'string') return { [first]: value, _clear: true };
    return undefined;
  },
};
