import type { Api, Apis, SharedContext } from '../../apis/index.ts';
import { within } from '../../interpreter/index.ts';
import { SandboxFunction, type Value } from '../../values.ts';
import { LONGEST_CALLBACK, SandboxPromise } from '../promise.ts';
import type { Server, ServerEvent } from '../server.ts';

/** What an API of server containers is given besides its arguments. */
export interface ServerContext extends SharedContext {
  page: Server;
  /** A tag, a variable (MACRO) or a client. */
  kind: string;
  /** The event that the template runs for; a client has none until it runs the container. */
  run?: ServerEvent;
  /** Whether the template's own code is over, callbacks apart. */
  hasReturned(): boolean;
  /** An API of this template, for another event. */
  bindTo(api: Value, run: ServerEvent): Value;
}

export type ServerApi = Api<ServerContext>;
export type ServerApis = Apis<ServerContext>;

/** A promise of the sandbox for one of the stand-in's. */
export function promiseOf({ page }: ServerContext, settled: Promise<Value>): SandboxPromise {
  return new SandboxPromise(settled, (error) => noteError(page, error));
}

/** Calls a template's callback, if it is one. What it throws goes nowhere but into the server's notes. */
export function callBack({ page }: ServerContext, callback: Value, args: Value[] = []): void {
  if (!(callback instanceof SandboxFunction)) return;
  try {
    within(LONGEST_CALLBACK, () => callback.call(args));
  } catch (error) {
    noteError(page, error);
  }
}

function noteError({ errors }: Server, error: unknown): void {
  errors.push(error instanceof Error ? error.message : String(error));
}
