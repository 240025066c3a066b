import { type ApiContext, apis, bindApi } from './apis/index.ts';
import { CONTAINER_ID } from './apis/page.ts';
import { toPage, toSandbox } from './border.ts';
import { compile, type Dialect } from './interpreter/index.ts';
import type { Page } from './page.ts';
import { asserting, type Permissions, readPermissions } from './permissions/index.ts';
import type { Template } from './template.ts';
import { SandboxError, SandboxFunction, SandboxObject, type Value } from './values.ts';

/** One run of a template's code. */
export interface Firing {
  /** What GTM would show; `pending` until the tag calls back, or for ever. Final once `page.settled()` resolved. */
  outcome: 'pending' | 'success' | 'failure' | 'exception';
  /** The message that aborted the code. */
  error?: string;
  /** What the code returned, for variables. */
  value?: unknown;
}

/** Where a template runs: a page, or a server container that serves a request. */
export interface Settling {
  /** Resolves once everything that will come has come. */
  settled(): Promise<void>;
}

/** A template's rights where it runs: its APIs, as `require` hands them out. */
export interface Sandbox<Host = Settling> {
  page: Host;
  permissions: Permissions;
  dialect: Dialect;
  /** @throws SandboxError `nope is not a valid API name.` */
  require(name: string): Value;
}

export interface SandboxOptions {
  page: Page;
  permissions: Permissions;
  /** Whose template storage it is; templates of their own keep apart. */
  template?: object;
  event?: ApiContext['event'];
}

export interface ExecuteOptions {
  /** Names that the code finds without declaring them: `data`, `runCode`, ... `require` is there already. */
  globals?: Readonly<Record<string, Value>>;
  /** Stands in for some APIs (mocks): undefined lets the sandbox's own through. */
  require?: (name: string) => Value;
}

/** What fires beside the template's own fields. */
export interface FireOptions {
  eventId?: number;
  tagId?: number;
}

/** Gives a template its APIs on a page. */
export function createSandbox({
  page,
  permissions,
  template = permissions,
  event,
}: SandboxOptions): Sandbox<Page> {
  const assert = asserting(permissions, () => ({ baseUrl: page.baseUrl(), preview: page.preview }));
  const context: ApiContext = { page, assert, template, ...(event && { event }) };
  const bound = new Map<string, Value>();
  return {
    page,
    permissions,
    dialect: 'web',
    require(name) {
      const api = Object.hasOwn(apis, name) ? apis[name] : undefined;
      if (!api) throw new SandboxError(`${name} is not a valid API name.`);
      if (!bound.has(name)) bound.set(name, bindApi(name, api, context));
      return bound.get(name);
    },
  };
}

/**
 * Runs sandboxed code to its end and returns what it returned.
 *
 * @param sources the code; of several, later ones see what earlier ones declared
 * @throws whatever aborts the code, with GTM's message; SyntaxError for what the sandbox cannot parse
 */
export function execute(
  sources: string | readonly string[],
  sandbox: Sandbox,
  options: ExecuteOptions = {},
): Value {
  const require = new SandboxFunction('require', ([name]) => {
    return options.require?.(String(name)) ?? sandbox.require(String(name));
  });
  require.freeze();
  const globals: Record<string, Value> = { require, ...options.globals };
  return compile([sources].flat(), Object.keys(globals), sandbox.dialect).run(globals);
}

/**
 * Fires a tag, or evaluates a variable, once.
 *
 * @param fields the values of the template's fields by name; an absent field is absent from `data`
 */
export function fire(
  page: Page,
  template: Template,
  fields: Readonly<Record<string, unknown>>,
  { eventId = 0, tagId = 1 }: FireOptions = {},
): Firing {
  const firing: Firing = { outcome: 'pending' };
  const done: (() => void)[] = [];
  const settle = (outcome: Firing['outcome']) => {
    if (firing.outcome !== 'pending') return;
    firing.outcome = outcome;
    for (const tell of done) page.pending.later(tell);
  };
  const started = page.now();
  const sandbox = createSandbox({
    page,
    permissions: readPermissions(template.permissions),
    template,
    event: {
      id: eventId,
      onDone: (callback) => {
        const tell = () => {
          const { outcome: status } = firing;
          callback(CONTAINER_ID, { tags: [{ id: tagId, status, executionTime: page.now() - started }] });
        };
        if (firing.outcome === 'pending') done.push(tell);
        else page.pending.later(tell);
      },
    },
  });
  try {
    const data = dataOf(fields);
    data.set('gtmTagId', tagId);
    data.set('gtmEventId', eventId);
    data.set(
      'gtmOnSuccess',
      toSandbox(() => page.pending.later(() => settle('success'))),
    );
    data.set(
      'gtmOnFailure',
      toSandbox(() => page.pending.later(() => settle('failure'))),
    );
    firing.value = toPage(execute(template.code, sandbox, { globals: { data } }));
  } catch (error) {
    firing.error = error instanceof Error ? error.message : String(error);
    settle('exception');
  }
  return firing;
}

/** The fields as the code's `data`, each a copy. */
export function dataOf(fields: Readonly<Record<string, unknown>>): SandboxObject {
  const data = new SandboxObject();
  for (const [name, value] of Object.entries(fields)) data.set(name, toSandbox(value));
  return data;
}
