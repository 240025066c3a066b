import { isPlain } from '../border.ts';
import type { Consent } from './consent.ts';
import type { Message } from './data-layer.ts';

/** What a `gtag(...)` command means for the data layer: a message, or none. */
export function messageOf(command: readonly unknown[], consent: Consent): Message | undefined {
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
