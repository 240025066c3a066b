/** A permission of a template, in the form of ___WEB_PERMISSIONS___. */

type Value =
  | { type: 1; string: string }
  | { type: 2; listItem: Value[] }
  | { type: 3; mapKey: Value[]; mapValue: Value[] }
  | { type: 8; boolean: boolean };

/** A value in the form of GTM's exports. */
function toValue(value: string | boolean | readonly unknown[] | object): Value {
  if (typeof value === 'string') return { type: 1, string: value };
  if (typeof value === 'boolean') return { type: 8, boolean: value };
  if (Array.isArray(value)) return { type: 2, listItem: value.map(toValue) };
  return {
    type: 3,
    mapKey: Object.keys(value).map(toValue),
    mapValue: Object.values(value).map(toValue),
  };
}

export function permission(
  publicId: string,
  parameters: Record<string, string | boolean | readonly unknown[]> = {},
) {
  return {
    instance: {
      key: { publicId, versionId: '1' },
      param: Object.entries(parameters).map(([key, value]) => ({ key, value: toValue(value) })),
    },
    clientAnnotations: { isEditedByUser: true },
    isRequired: true,
  };
}
