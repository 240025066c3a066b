type Callback = (this: unknown, ...args: unknown[]) => unknown;

/** The getters, or wrappers, of the slots wrapped so far, to know them again. */
const wrapped: unknown[] = [];

/**
 * Hears a callback slot, `owner[name]`, without taking it: the site's own callback, assigned before or after, still
 * runs with its `this` and arguments, and its answer is the slot's. Does nothing where the slot is wrapped already.
 *
 * Every assignment makes a new wrapper around that one function, so a site that keeps the slot's old value and calls
 * it from its new callback calls us twice, not itself for ever. The property stays configurable: a function
 * declaration of that name, which would be a TypeError otherwise, replaces it, and the next look wraps that. What a
 * script has declared can only be assigned to.
 */
export function wrapSlot(owner: object, name: string, listener: (detail: unknown) => void): void {
  const present = Object.getOwnPropertyDescriptor(owner, name);
  if (present && wrapped.indexOf(present.get || present.value) >= 0) return;

  const wrap = (theirs: unknown): Callback =>
    function (this: unknown, detail: unknown) {
      listener(detail);
      // biome-ignore lint/complexity/noArguments: rest parameters would need a helper in ES5
      return typeof theirs === 'function' ? theirs.apply(this, arguments) : undefined;
    };
  let current = wrap((owner as Record<string, unknown>)[name]);
  const get = () => current;
  wrapped.push(get, current);
  if (present && !present.configurable) (owner as Record<string, unknown>)[name] = current;
  else
    Object.defineProperty(owner, name, {
      configurable: true,
      enumerable: true,
      get: get,
      set: (theirs: unknown) => {
        current = wrap(theirs);
      },
    });
}
