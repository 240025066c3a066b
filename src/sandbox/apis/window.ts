import { callPage, toPage, toSandbox } from '../border.ts';
import { SandboxError, type Value } from '../values.ts';
import type { Apis } from './api.ts';

type Holder = Record<string, unknown>;

export const windowApis: Apis = {
  aliasInWindow: {
    permission: 'access_globals',
    args: ['string', 'string'],
    call({ page, assert }, to: string, from: string) {
      assert('access_globals', 'write', to);
      assert('access_globals', 'read', from);
      const [target, source] = [owner(page.window, to), owner(page.window, from)];
      if (!target || !source) return false;
      target.holder[target.name] = source.holder[source.name];
      return true;
    },
  },
  callInWindow: {
    permission: 'access_globals',
    args: ['string'],
    call({ page, assert }, path: string, ...args: Value[]) {
      assert('access_globals', 'execute', path);
      let holder: unknown = page.window;
      let called: unknown = page.window;
      for (const name of path.split('.')) {
        holder = called;
        called = called ? (called as Holder)[name] : undefined;
      }
      if (typeof called !== 'function') return undefined;
      return toSandbox(callPage(called, holder, args.map(toPage)));
    },
  },
  copyFromWindow: {
    permission: 'access_globals',
    args: ['string'],
    call({ page, assert }, path: string) {
      assert('access_globals', 'read', path);
      let value: unknown = page.window;
      for (const name of path.split('.')) {
        if (value === undefined || value === null) return undefined;
        value = (value as Holder)[name];
      }
      return toSandbox(value);
    },
  },
  createArgumentsQueue: {
    permission: 'access_globals',
    args: ['string', 'string'],
    call({ page, assert }, functionPath: string, arrayPath: string) {
      assert('access_globals', 'readwrite', functionPath);
      assert('access_globals', 'readwrite', arrayPath);
      const target = existing(page.window, functionPath);
      const known = target.holder[target.name];
      if (known) return typeof known === 'function' ? toSandbox(known) : null;
      let queue: unknown;
      const push = function push() {
        // biome-ignore lint/complexity/noArguments: the page's libraries expect the `arguments` object itself.
        pusher(queue, arrayPath)(arguments);
      };
      target.holder[target.name] = push;
      const array = existing(page.window, arrayPath);
      array.holder[array.name] ??= [];
      queue = array.holder[array.name];
      return toSandbox(push);
    },
  },
  createQueue: {
    permission: 'access_globals',
    args: ['string'],
    call({ page, assert }, path: string) {
      assert('access_globals', 'readwrite', path);
      const { holder, name } = existing(page.window, path);
      if (holder[name] === undefined) holder[name] = [];
      const queue = holder[name];
      return toSandbox((...values: unknown[]) => void pusher(queue, path)(...values));
    },
  },
  setInWindow: {
    permission: 'access_globals',
    args: ['string', 'any', 'boolean|undefined'],
    call({ page, assert }, path: string, value: Value, override?: boolean) {
      assert('access_globals', 'readwrite', path);
      const names = path.split('.');
      const last = names.pop() as string;
      let holder: unknown = page.window;
      for (const name of names) {
        holder = (holder as Holder)[name];
        if (holder === undefined) return false;
      }
      const target = holder as Holder;
      if (target[last] !== undefined && !override) return false;
      target[last] = toPage(value);
      return true;
    },
  },
};

/** The object that holds the last name of a path; undefined where the way there does not exist. */
function owner(window: Holder, path: string): { holder: Holder; name: string } | undefined {
  const names = path.split('.');
  const name = names.pop() as string;
  let holder: unknown = window;
  for (const step of names) {
    if (holder === null || holder === undefined || !Object.hasOwn(holder as object, step)) return undefined;
    holder = (holder as Holder)[step];
  }
  return holder === null || holder === undefined ? undefined : { holder: holder as Holder, name };
}

function existing(window: Holder, path: string): { holder: Holder; name: string } {
  const found = owner(window, path);
  if (!found) throw new SandboxError(`Path ${path} does not exist.`);
  return found;
}

function pusher(queue: unknown, path: string): (...values: unknown[]) => unknown {
  const push = (queue as { push?: unknown } | null | undefined)?.push;
  if (typeof push !== 'function') throw new SandboxError(`Object at ${path} in window is not an array.`);
  return (...values) => Reflect.apply(push, queue, values);
}
