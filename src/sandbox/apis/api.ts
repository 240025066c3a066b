import type { Pending } from '../page/pending.ts';
import type { Page } from '../page.ts';
import type { Assert } from '../permissions/index.ts';
import type { Value } from '../values.ts';

/** What web pages and server containers both give their templates; APIs of both kinds stand on nothing else. */
export interface Surroundings {
  /** Whether GTM's preview is on. */
  readonly preview: boolean;
  readonly pending: Pending;
  /** Errors that callbacks threw: GTM says nothing of them. */
  readonly errors: string[];
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
}

/** What the implementation of an API of both kinds of containers is given besides its arguments. */
export interface SharedContext {
  page: Surroundings;
  /** Throws a PermissionError when the template may not do what is asked. */
  assert: Assert;
  /** The template: what it keeps in template storage is its own. */
  template: object;
  /** The event that fired the tag, where there is one. */
  event?: { id: number; onDone(callback: (containerId: string, eventData: unknown) => void): void };
}

/** What an API of web containers is given. */
export interface ApiContext extends SharedContext {
  page: Page;
}

// biome-ignore lint/suspicious/noExplicitAny: each API names the types that its argument check lets through.
export type Implementation<Context = ApiContext> = (context: Context, ...args: any[]) => Value;

/** One API, or a part of it (`localStorage`'s `getItem`). */
export interface Api<Context = ApiContext> {
  /** The permission that a call asks for; absent where none is needed. */
  permission?: string;
  /** Whether nobody could try that it needs the permission. */
  isPermissionUnverified?: true;
  /**
   * GTM's argument check: a call whose arguments do not fit is refused with these words in the error. Each is a type
   * name, or several joined with `|` (one API's error joins them with a comma); `undefined` lets null through too.
   */
  args?: readonly string[];
  /** The function; for an API that is an object, its members instead. */
  call?: Implementation<Context>;
  members?: Readonly<Record<string, Api<Context>>>;
  /** False where what the API stands on is lacking, as in some browsers: `require` then gives undefined. */
  available?: (context: Context) => boolean;
  /** What of its behaviour nobody could try outside of GTM, in a sentence's words; absent where all of it is known. */
  unverified?: string;
  /** The same of one use alone: with a callback as the second argument, or where the permission lists what is allowed. */
  unverifiedWhere?: { readonly callback?: string; readonly listed?: string };
}

export type Apis<Context = ApiContext> = Readonly<Record<string, Api<Context>>>;
