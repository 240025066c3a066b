/**
 * The language and the APIs of GTM's sandbox, as far as the tag may use them. The tag is compiled against this file
 * alone, so what GTM lacks (`''.includes`, `Date`, `document`) does not compile. What stands in GTM's documentation and
 * is not used here is left out on purpose: using it begins with writing it down.
 */

interface Array<T> {
  readonly length: number;
  [index: number]: T;
  concat(...lists: T[][]): T[];
  every(test: (item: T, index: number) => boolean): boolean;
  filter(test: (item: T, index: number, all: T[]) => unknown): T[];
  forEach(visit: (item: T, index: number) => void): void;
  indexOf(item: T): number;
  join(separator: string): string;
  lastIndexOf(item: T): number;
  map<U>(change: (item: T, index: number) => U): U[];
  pop(): T | undefined;
  push(item: T): number;
  reduce<U>(step: (so: U, item: T, index: number) => U, start: U): U;
  reverse(): T[];
  shift(): T | undefined;
  slice(start?: number, end?: number): T[];
  some(test: (item: T, index: number) => unknown): boolean;
  sort(order?: (a: T, b: T) => number): T[];
  unshift(item: T): number;
}

interface String {
  readonly length: number;
  readonly [index: number]: string;
  charAt(index: number): string;
  concat(text: string): string;
  indexOf(text: string, from?: number): number;
  lastIndexOf(text: string): number;
  /** The pattern is text; there are no regular expression literals. */
  match(pattern: string): string[] | null;
  /** Changes the first match only. */
  replace(text: string, by: string): string;
  search(pattern: string): number;
  slice(start: number, end?: number): string;
  split(separator: string): string[];
  substring(start: number, end?: number): string;
  toLowerCase(): string;
  toUpperCase(): string;
  trim(): string;
}

interface Object {
  hasOwnProperty(key: string): boolean;
}
// biome-ignore-start lint/suspicious/noEmptyInterface: the compiler asks for these by name, the sandbox gives them nothing
interface Boolean {}
interface CallableFunction {}
interface Function {}
interface IArguments {}
interface NewableFunction {}
interface Number {}
interface RegExp {}
// Of the catalogue's import of package.json, which the build evaluates.
interface ImportAttributes {
  type: string;
}
// biome-ignore-end lint/suspicious/noEmptyInterface: see above

declare function require(name: string): unknown;

declare module 'JSON' {
  const JSON: { parse(text: string): unknown; stringify(value: unknown): string };
  export default JSON;
}
declare module 'addConsentListener' {
  /** Called at each change, never at once. */
  export default function addConsentListener(
    type: string,
    listener: (type: string, granted: boolean) => void
  ): void;
}
declare module 'callInWindow' {
  export default function callInWindow(path: string, ...values: unknown[]): unknown;
}
declare module 'callLater' {
  /** As soon as the page has a moment; there is no timer. */
  export default function callLater(work: () => void): void;
}
declare module 'copyFromDataLayer' {
  /** Version 1 is the last pushed value of a top-level key, version 2 GTM's merged model. */
  export default function copyFromDataLayer(key: string, version?: 1 | 2): unknown;
}
declare module 'copyFromWindow' {
  export default function copyFromWindow(path: string): unknown;
}
declare module 'decodeUriComponent' {
  /** Undefined where the text is not encoded well. */
  export default function decodeUriComponent(text: string): string | undefined;
}
declare module 'encodeUriComponent' {
  export default function encodeUriComponent(text: string): string;
}
declare module 'generateRandom' {
  /** A whole number, both ends included. */
  export default function generateRandom(min: number, max: number): number;
}
declare module 'getCookieValues' {
  /** As they stand with `decode` false; decoded, a value that is not encoded well aborts the tag. */
  export default function getCookieValues(name: string, decode?: boolean): string[];
}
declare module 'getType' {
  export default function getType(
    value: unknown
  ): 'array' | 'boolean' | 'function' | 'null' | 'number' | 'object' | 'string' | 'undefined';
}
declare module 'getUrl' {
  export default function getUrl(part: 'protocol' | 'host' | 'port' | 'query'): string;
}
declare module 'isConsentGranted' {
  /** True also while nobody declared anything. */
  export default function isConsentGranted(type: string): boolean;
}
declare module 'logToConsole' {
  export default function logToConsole(line: string): void;
}
declare module 'makeNumber' {
  export default function makeNumber(value: unknown): number;
}
declare module 'makeString' {
  export default function makeString(value: unknown): string;
}
declare module 'queryPermission' {
  export default function queryPermission(permission: string, ...details: unknown[]): boolean;
}
declare module 'sendPixel' {
  /** One of the two is called, later and once, if the request is ever answered. */
  export default function sendPixel(url: string, onSuccess: () => void, onFailure: () => void): void;
}
declare module 'setCookie' {
  export default function setCookie(name: string, value: string, options: { [name: string]: unknown }): void;
}
declare module 'templateStorage' {
  /** Lives as long as the page. */
  const templateStorage: { getItem(key: string): unknown; setItem(key: string, value: unknown): void };
  export default templateStorage;
}
declare module 'toBase64' {
  /** Base64 of the UTF-8 bytes, standard alphabet, padded. */
  export default function toBase64(text: string): string;
}
