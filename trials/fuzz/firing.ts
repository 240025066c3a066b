import {
  createSandbox,
  dataOf,
  execute,
  type Page,
  readPermissions,
  SandboxFunction,
  type Template,
  toPage,
  toSandbox,
  type Value,
} from '../../src/sandbox/index.ts';

/** One run of the tag, and everything that it did to the page. */
export interface WatchedFiring {
  fields: Record<string, unknown>;
  /** Whether `analytics_storage` was granted when the tag fired. */
  grantedAtStart: boolean;
  successes: number;
  failures: number;
  /** What aborted the code, or one of its callbacks (GTM swallows those). */
  errors: string[];
  /** Whether the tag waits for consent. */
  held: boolean;
  pixels: { url: string; granted: boolean; ended?: 'load' | 'error' }[];
  handed: { url: unknown; event: unknown; granted: boolean }[];
  cookies: { name: string; granted: boolean; written: boolean }[];
}

/**
 * Fires the tag as GTM does, counting every callback and watching the calls that leave the sandbox. (`fire` keeps the
 * first outcome only.)
 */
export function fireWatched(
  page: Page,
  template: Template,
  fields: Record<string, unknown>,
  eventId: number,
): WatchedFiring {
  const granted = () => page.consent.granted('analytics_storage');
  const firing: WatchedFiring = {
    fields,
    grantedAtStart: granted(),
    successes: 0,
    failures: 0,
    errors: [],
    held: false,
    pixels: [],
    handed: [],
    cookies: [],
  };
  const sandbox = createSandbox({ page, permissions: readPermissions(template.permissions), template });
  const failed = (error: unknown) =>
    void firing.errors.push(error instanceof Error ? error.message : String(error));

  /** A callback of the tag's that tells of what it throws, and of being called. */
  const watched = (callback: Value, called: () => void): Value =>
    callback instanceof SandboxFunction
      ? new SandboxFunction(callback.name, (args) => {
          called();
          try {
            return callback.call(args);
          } catch (error) {
            failed(error);
            throw error;
          }
        })
      : callback;

  const watchedCalls: Record<string, (args: Value[]) => Value[]> = {
    sendPixel: ([url, onLoad, onError]) => {
      const pixel: WatchedFiring['pixels'][number] = { url: String(url), granted: granted() };
      firing.pixels.push(pixel);
      const ended = (how: 'load' | 'error') => () => {
        pixel.ended = how;
      };
      return [url, watched(onLoad, ended('load')), watched(onError, ended('error'))];
    },
    addConsentListener: ([type, listener]) => {
      // With consent, what listens is what passes changes on to the companion.
      firing.held ||= !firing.grantedAtStart;
      return [type, watched(listener, () => {})];
    },
    setCookie: (args) => {
      firing.cookies.push({ name: String(args[0]), granted: granted(), written: true });
      return args;
    },
    getCookieValues: (args) => {
      firing.cookies.push({ name: String(args[0]), granted: granted(), written: false });
      return args;
    },
  };

  const require = (name: string): Value => {
    const api = sandbox.require(name);
    if (!(api instanceof SandboxFunction)) return api;
    if (name === 'callInWindow') {
      return new SandboxFunction(name, (args) => {
        const answer = api.call(args);
        const [path, url, event] = args.map(toPage);
        if (answer === true && path === 'searchstaxSitecore.deliver') {
          firing.handed.push({ url, event, granted: granted() });
        }
        return answer;
      });
    }
    const watch = Object.hasOwn(watchedCalls, name) ? watchedCalls[name] : undefined;
    return watch ? new SandboxFunction(name, (args) => api.call(watch(args))) : api;
  };

  const data = dataOf(fields);
  data.set('gtmTagId', 1);
  data.set('gtmEventId', eventId);
  data.set(
    'gtmOnSuccess',
    toSandbox(() => void firing.successes++),
  );
  data.set(
    'gtmOnFailure',
    toSandbox(() => void firing.failures++),
  );
  try {
    execute(template.code, sandbox, { globals: { data }, require });
  } catch (error) {
    failed(error);
  }
  return firing;
}
