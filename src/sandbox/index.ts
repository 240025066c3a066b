/**
 * A stand-in for Google Tag Manager's sandbox: runs web templates in Node and in browsers as GTM's runtime does.
 *
 *     const page = createPage({ url: 'https://www.example.com/', consent: { analytics_storage: 'denied' } });
 *     page.push({ event: 'search', query: 'shoes' });
 *     const firing = fire(page, readTemplate(text), { trackingKey: '...' });
 *     await page.settled();
 *     firing.outcome; // 'success', 'failure', 'exception', or 'pending' when the tag never called back
 *     page.requests; // what it asked for
 *
 * - `values.ts`, `border.ts`: the sandbox's values, and how they are copied from and to the page
 * - `interpreter/`: the language, walked over acorn's tree: each node is compiled to a closure once
 * - `permissions/`: what a template may do, in GTM's words when it may not
 * - `apis/`: what `require` hands out
 * - `page.ts`, `page/`: data layer, consent, cookies, requests, timers
 * - `form/`: the form that GTM shows: which fields apply, what it would not save, what the tag gets of it
 * - `run.ts`, `scenario.ts`: one firing, and a whole visit
 * - `testing/`, `check/`, `cli.ts`: the command gtm-template, which runs templates' own tests and checks their files
 *
 * Code of any origin is interpreted, never evaluated: it reaches the page through the APIs alone.
 */
export { type Api, type ApiContext, apis } from './apis/index.ts';
export { toPage, toSandbox } from './border.ts';
export { parseCode } from './interpreter/index.ts';
export * as language from './language.ts';
export { createPage, type Page, type PageOptions, type RequestKind, type Verdict } from './page.ts';
export {
  isKeyPattern,
  isUrlPattern,
  type PermissionName,
  type Permissions,
  permissionNames,
  readPermissions,
} from './permissions/index.ts';
export {
  createSandbox,
  dataOf,
  type ExecuteOptions,
  execute,
  type FireOptions,
  type Firing,
  fire,
  type Sandbox,
} from './run.ts';
export { readTemplate, type Template } from './template.ts';
export {
  OpaqueValue,
  objectOf,
  SandboxArray,
  SandboxError,
  SandboxFunction,
  SandboxObject,
  type Value,
} from './values.ts';
