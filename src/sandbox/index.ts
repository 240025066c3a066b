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
