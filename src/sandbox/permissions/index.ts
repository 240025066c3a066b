import { type ByKeys, PermissionError, type Place, permissionKinds } from './kinds.ts';

/** What is asked of a permission: its name and the values that the call depends on. Throws a PermissionError. */
export type Assert = (permission: PermissionName, ...asked: unknown[]) => void;

export type PermissionName = keyof typeof permissionKinds;

/** Every permission of web templates. */
export const permissionNames = Object.keys(permissionKinds) as PermissionName[];

/** Permissions in plain form: name to parameters, lists as arrays, maps as objects. */
export type Permissions = { [name: string]: ByKeys | undefined };

/** Makes the question that every API asks before it does something. */
export function asserting(permissions: Permissions, place: () => Place): Assert {
  return (permission, ...asked) => {
    const params = permissions[permission];
    if (!params) throw new PermissionError(`The requested permission ${permission} is not configured.`);
    const check = Object.hasOwn(permissionKinds, permission) ? permissionKinds[permission] : undefined;
    if (!check) throw new PermissionError(`Permission ${permission} is unknown.`);
    check(params, asked, place());
  };
}

export { isKeyPattern } from './keys.ts';
export { PermissionError } from './kinds.ts';
export { readPermissions } from './read.ts';
export { isUrlPattern } from './urls.ts';
