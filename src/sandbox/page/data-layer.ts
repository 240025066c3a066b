import { isPlain } from '../border.ts';

/** A message as GTM processed it. */
export type Message = Record<string, unknown>;

export interface DataLayer {
  /** The value of a key as data layer variables see it. @param version 1: the last push; 2: the merged model */
  read(key: string, version: number): unknown;
  set(key: string, value: unknown): void;
  /** Forgets a top-level key of the merged model. */
  drop(key: string): void;
  /** Calls a method of a value in the merged model: `items.push` pushes onto its list `items`. */
  invoke(path: string, args: unknown[]): void;
  /** What a pushed function gets as `this`: it reads and writes the merged model itself. */
  readonly helper: { get(key: string): unknown; set(key: string, value: unknown): void; reset(): void };
}

/** Keeps pushed values in both of GTM's forms. */
export function createDataLayer(): DataLayer {
  const last = new Map<string, unknown>();
  let model: Message = {};
  const change = (key: string, value: unknown) => void merge(expanded(key, value), model);
  return {
    read: (key, version) => copied(version === 1 ? last.get(key) : follow(model, key)),
    set(key, value) {
      last.set(key, value);
      change(key, value);
    },
    drop: (key) => void delete model[key],
    invoke(path, args) {
      const names = path.split('.');
      const method = names.pop() as string;
      const owner = follow(model, names.join('.')) as Record<string, (...args: unknown[]) => void> | null;
      owner?.[method]?.(...args);
    },
    helper: {
      get: (key) => follow(model, key),
      set: change,
      reset() {
        last.clear();
        model = {};
      },
    },
  };
}

/** `a.b` in a pushed message means `{a: {b: ...}}`. */
function expanded(key: string, value: unknown): Message {
  const parts = key.split('.');
  return parts.reduceRight<unknown>((inner, part) => ({ [part]: inner }), value) as Message;
}

/** Reads a dotted path. A null on the way makes it false. */
function follow(model: Message, path: string): unknown {
  let at: unknown = model;
  for (const part of path.split('.')) {
    if (at === null) return false;
    if (at === undefined) break;
    at = (at as Message)[part];
  }
  return at;
}

/** Merges objects key by key and arrays index by index; all else replaces. */
function merge(from: object, into: object): object {
  const target = into as Message;
  for (const [key, value] of Object.entries(from)) {
    // It would be merged into the prototype of every object.
    if (key === '__proto__') continue;
    if (Array.isArray(value)) target[key] = merge(value, Array.isArray(target[key]) ? target[key] : []);
    else if (isPlain(value)) target[key] = merge(value, isPlain(target[key]) ? target[key] : {});
    else target[key] = value;
  }
  return into;
}

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return merge(value, []);
  return isPlain(value) ? merge(value, {}) : value;
}
