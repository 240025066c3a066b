import { type Check, PermissionError, type Permissions, type Place, permissionKinds } from './kinds.ts';
import type { ServerPermissionName } from './server-kinds.ts';

/** What is asked of a permission: its name and the values that the call depends on. Throws a PermissionError. */
export type Assert = (permission: PermissionName | ServerPermissionName, ...asked: unknown[]) => void;

export type PermissionName = keyof typeof permissionKinds;

/** Every permission of web templates. */
export const permissionNames = Object.keys(permissionKinds) as PermissionName[];

/**
 * Makes the question that every API asks before it does something.
 *
 * @param kinds the permissions that the template's kind of container has
 */
export function asserting(
  permissions: Permissions,
  place: () => Place,
  kinds: Readonly<Record<string, Check>> = permissionKinds,
): Assert {
  return (permission, ...asked) => {
    const params = permissions[permission];
    if (!params) throw new PermissionError(`The requested permission ${permission} is not configured.`);
    const check = Object.hasOwn(kinds, permission) ? kinds[permission] : undefined;
    if (!check) throw new PermissionError(`Permission ${permission} is unknown.`);
    check(params, asked, place());
  };
}

export { PermissionError, type Permissions } from './kinds.ts';
export { isKeyPattern, isUrlPattern } from './patterns.ts';
export { readPermissions } from './read.ts';
