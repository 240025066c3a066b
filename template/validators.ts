import type { ValueValidator } from '../src/sandbox/field.ts';

/** A pattern for what is typed; a GTM variable in the field always passes, since nobody knows its value yet. */
export function pattern(expression: string, errorMessage: string): ValueValidator {
  return { type: 'REGEX', args: [`(${expression})|(.*\\{\\{.+\\}\\}.*)`], errorMessage };
}

export function notEmpty(errorMessage: string): ValueValidator {
  return { type: 'NON_EMPTY', errorMessage };
}
