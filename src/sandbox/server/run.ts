import { bindApi } from '../apis/index.ts';
import { toPage } from '../border.ts';
import { SERVER_GLOBALS } from '../language.ts';
import { asserting, readPermissions } from '../permissions/index.ts';
import { serverPermissionKinds } from '../permissions/server-kinds.ts';
import { dataOf, execute, type Firing, type Sandbox } from '../run.ts';
import type { Template } from '../template.ts';
import { SandboxError, SandboxFunction, type Value } from '../values.ts';
import { type ServerContext, serverApis } from './apis/index.ts';
import { withinLimit } from './apis/promises.ts';
import { unwrapped } from './promise.ts';
import { createServer, type Server, type ServerEvent } from './server.ts';

export interface ServerSandboxOptions {
  server: Server;
  template: Template;
  /** The event that the template runs for; none for a client. */
  event?: ServerEvent;
  /** Whether the template's own code is over: a client may claim a request only while it runs. */
  hasReturned?: () => boolean;
}

/** Gives a template its APIs in a server container. */
export function createServerSandbox({
  server,
  template,
  event,
  hasReturned = () => false,
}: ServerSandboxOptions): Sandbox<Server> {
  const permissions = readPermissions(template.permissions);
  const place = () => ({ baseUrl: '', preview: server.preview });
  const bound = new Map<string, Value>();
  const named = new Map<Value, string>();
  const contextFor = (run: ServerEvent | undefined): ServerContext => ({
    page: server,
    assert: asserting(permissions, place, serverPermissionKinds),
    template,
    kind: template.kind,
    hasReturned,
    bindTo(api, other) {
      const name = named.get(api);
      return name === undefined ? api : bindApi(name, apiOf(name), contextFor(other));
    },
    ...(run && { run, event: run }),
  });
  const context = contextFor(event);
  return {
    page: server,
    permissions,
    dialect: 'server',
    require(name) {
      if (!bound.has(name)) {
        const made = bindApi(name, apiOf(name), context);
        bound.set(name, made);
        named.set(made, name);
      }
      return bound.get(name);
    },
  };
}

/** @throws SandboxError `injectScript is not a valid API name.` */
function apiOf(name: string) {
  const api = Object.hasOwn(serverApis, name) ? serverApis[name] : undefined;
  if (!api) throw new SandboxError(`${name} is not a valid API name.`);
  return api;
}

/**
 * Runs a tag for an event, evaluates a variable, or asks a client whether it wants the request. What comes of it is
 * final once `server.settled()` resolved.
 *
 * @param fields the values of the template's fields by name
 */
export function fireOnServer(
  server: Server,
  template: Template,
  fields: Readonly<Record<string, unknown>>,
  event?: ServerEvent,
): Firing {
  const firing: Firing = { outcome: 'pending' };
  const settle = (outcome: Firing['outcome']) => {
    if (firing.outcome === 'pending') firing.outcome = outcome;
  };
  const abort = (error: unknown) => {
    firing.error = error instanceof Error ? error.message : String(error);
    settle('exception');
  };
  let hasReturned = false;
  const sandbox = createServerSandbox({
    server,
    template,
    hasReturned: () => hasReturned,
    ...(event && { event }),
  });
  const data = dataOf(fields);
  if (template.kind === 'TAG') {
    for (const [name, outcome] of [
      ['gtmOnSuccess', 'success'],
      ['gtmOnFailure', 'failure'],
    ] as const) {
      data.set(name, new SandboxFunction(name, () => void settle(outcome) as undefined));
    }
  }
  const free = Object.fromEntries(SERVER_GLOBALS.map((name) => [name, sandbox.require(name)]));
  try {
    const value = execute(template.code, sandbox, { globals: { data, ...free } });
    hasReturned = true;
    if (template.kind === 'CLIENT') settle('success');
    if (template.kind === 'MACRO') {
      withinLimit(server, unwrapped(value)).then(
        (settled) => {
          firing.value = toPage(settled);
          settle('success');
        },
        (reason) => {
          firing.value = undefined;
          firing.error = `The variable's promise was rejected: ${JSON.stringify(toPage(reason)) ?? String(reason)}.`;
          settle('failure');
        },
      );
    }
  } catch (error) {
    abort(error);
  }
  return firing;
}

/** A server container without history, as each scenario of a template's tests finds it: an empty request and event. */
export function createTestSandbox(template: Template): Sandbox {
  const server = createServer({ preview: true });
  return createServerSandbox({
    server,
    template,
    ...(template.kind !== 'CLIENT' && { event: server.newEvent({}) }),
  });
}
