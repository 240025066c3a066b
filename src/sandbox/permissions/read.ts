import type { PermissionEntry } from '../template.ts';
import type { ByKeys, Permissions } from './kinds.ts';

/** A value as the permissions section writes it. */
interface Written {
  type?: number;
  string?: string;
  boolean?: boolean;
  integer?: string | number;
  listItem?: Written[];
  mapKey?: Written[];
  mapValue?: Written[];
}

/** Brings a template's permissions into plain form: lists become arrays, maps become objects. */
export function readPermissions(entries: readonly PermissionEntry[]): Permissions {
  const permissions: Permissions = {};
  for (const { instance } of entries) {
    const params: ByKeys = {};
    for (const { key, value } of instance.param ?? []) params[key] = plain(value as Written);
    permissions[instance.key.publicId] = params;
  }
  return permissions;
}

function plain(value: Written | undefined): unknown {
  switch (value?.type) {
    case 2:
      return (value.listItem ?? []).map(plain);
    case 3:
      return Object.fromEntries(
        (value.mapKey ?? []).map((key, index) => [String(plain(key)), plain(value.mapValue?.[index])]),
      );
    case 8:
      return value.boolean ?? false;
    default:
      return value?.string ?? value?.boolean ?? value?.integer;
  }
}
