import type { Page } from '../page.ts';
import type { Assert, PermissionName } from '../permissions/index.ts';
import type { Value } from '../values.ts';

/** What an API's implementation is given besides its arguments. */
export interface ApiContext {
  page: Page;
  /** Throws a PermissionError when the template may not do what is asked. */
  assert: Assert;
  /** The template: what it keeps in template storage is its own. */
  template: object;
  /** The message of the data layer that fired the tag, where there is one. */
  event?: { id: number; onDone(callback: (containerId: string, eventData: unknown) => void): void };
}

// biome-ignore lint/suspicious/noExplicitAny: each API names the types that its argument check lets through.
export type Implementation = (context: ApiContext, ...args: any[]) => Value;

/** One API of web templates, or a part of it (`localStorage`'s `getItem`). */
export interface Api {
  /** The permission that a call asks for; absent where none is needed. */
  permission?: PermissionName;
  /**
   * GTM's argument check: a call whose arguments do not fit is refused with these words in the error. Each is a type
   * name, or several joined with `|` (one API's error joins them with a comma); `undefined` lets null through too.
   */
  args?: readonly string[];
  /** The function; for an API that is an object, its members instead. */
  call?: Implementation;
  members?: Readonly<Record<string, Api>>;
  /** False on pages where the browser lacks what the API stands on: `require` then gives undefined. */
  available?: (page: Page) => boolean;
}

export type Apis = Readonly<Record<string, Api>>;
