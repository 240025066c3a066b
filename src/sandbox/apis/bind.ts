import {
  OpaqueValue,
  SandboxArray,
  SandboxError,
  SandboxFunction,
  SandboxObject,
  type Value,
} from '../values.ts';
import type { Api } from './api.ts';

/** Makes the value that `require` hands out: frozen, with the arguments checked on every call. */
export function bindApi<Context>(name: string, api: Api<Context>, context: Context): Value {
  if (api.available && !api.available(context)) return undefined;
  if (api.members) {
    const made = new SandboxObject();
    for (const [key, member] of Object.entries(api.members)) {
      made.set(key, bindApi(`${name}_${key}`, member, context));
    }
    made.freeze();
    return made;
  }
  const made = new SandboxFunction(name, (args) => {
    if (api.args) checkArguments(name, api.args, args);
    return api.call?.(context, ...args);
  });
  made.freeze();
  return made;
}

/** @throws SandboxError in GTM's words, when an argument is not of its type */
function checkArguments(name: string, expected: readonly string[], args: readonly Value[]): void {
  if (fits(expected, args)) return;
  throw new SandboxError(
    `Argument error in ${name}. Expected argument types [${expected.join(',')}], ` +
      `but received [${args.map(typeName).join(',')}].`,
  );
}

/** Whether arguments are of the types that an API names. */
export function fits(expected: readonly string[], args: readonly Value[]): boolean {
  return expected.every((types, index) => {
    const arg = args[index];
    const allowed = types.split(/[|,]/);
    if (arg === null && allowed.includes('undefined')) return true;
    return types === 'any' || allowed.includes(typeName(arg));
  });
}

function typeName(value: Value): string {
  if (value instanceof SandboxFunction) return 'function';
  if (value instanceof SandboxArray) return 'Array';
  if (value instanceof SandboxObject) return 'Object';
  return value instanceof OpaqueValue ? 'OpaqueValue' : typeof value;
}
