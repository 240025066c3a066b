/** The getters, or values, of the properties watched so far, to know them again. */
const watched: unknown[] = [];

/**
 * Watches a property without taking it: whatever is there, or is assigned later, is what `wrap` makes of it. Does nothing
 * where it is watched already. The property stays configurable: a function declaration of that name, which would be a
 * TypeError otherwise, replaces it, and the next look watches that. What a script has declared can only be assigned to.
 */
export function watchProperty(owner: object, name: string, wrap: (theirs: unknown) => unknown): void {
  const present = Object.getOwnPropertyDescriptor(owner, name);
  if (present && watched.indexOf(present.get || present.value) >= 0) return;

  let current = wrap((owner as Record<string, unknown>)[name]);
  const get = () => current;
  watched.push(get, current);
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

/**
 * Hears the calls of a function of the site's, or of a slot for one, `owner[name]`: whatever is assigned, before or after,
 * still runs with its `this` and arguments, and its answer is the slot's.
 *
 * Every assignment makes a new wrapper around that one function, so a site that keeps the slot's old value and calls
 * it from its new callback calls us twice, not itself for ever.
 * @param listener gets what is called with; it must not throw
 */
export function hearCalls(owner: object, name: string, listener: (...args: unknown[]) => void): void {
  watchProperty(
    owner,
    name,
    (theirs) =>
      function (this: unknown) {
        // biome-ignore-start lint/complexity/noArguments: rest parameters would need a helper in ES5
        listener.apply(this, arguments as never);
        return Object(theirs).apply && (theirs as () => unknown).apply(this, arguments as never);
        // biome-ignore-end lint/complexity/noArguments: see above
      },
  );
}
