import type { ValueValidator } from '../field.ts';
import type { Json, Path } from './json.ts';
import type { Report } from './problem.ts';

/** What each validator needs in `args`. */
const ARGS: Record<ValueValidator['type'], 'none' | 'pattern' | 'range'> = {
  NON_EMPTY: 'none',
  REGEX: 'pattern',
  NUMBER: 'none',
  POSITIVE_NUMBER: 'none',
  NON_NEGATIVE_NUMBER: 'none',
  TABLE_ROW_COUNT: 'range',
  STRING_LENGTH: 'range',
};

/** Checks the `valueValidators` of a field or column. */
export function checkValidators(validators: unknown, path: Path, json: Json, report: Report): void {
  if (validators === undefined) return;
  if (!Array.isArray(validators)) {
    report.error(json.at(path), 'valueValidators must be a list.');
    return;
  }
  validators.forEach((validator: ValueValidator, index) => {
    const own = [...path, index];
    const args = ARGS[validator?.type];
    if (!args) {
      report.error(json.at([...own, 'type']), `There is no validator ${JSON.stringify(validator?.type)}.`);
    }
    if (args === 'pattern') checkPattern(validator.args, own, json, report);
    if (args === 'range' && !validator.args?.length) {
      report.warning(json.at(own), `${validator.type} says in "args" how many: [least, most].`);
    }
  });
}

function checkPattern(args: ValueValidator['args'], path: Path, json: Json, report: Report): void {
  const [pattern] = args ?? [];
  if (typeof pattern !== 'string') {
    report.error(json.at(path), 'REGEX says in "args" which pattern: ["…"].');
    return;
  }
  try {
    new RegExp(pattern);
  } catch (error) {
    const message = `The pattern ${pattern} cannot be read: ${(error as Error).message}.`;
    // Other engines know inline flags: a pattern with them may work where GTM evaluates it.
    if (/^\(\?[a-z]+\)/.test(pattern)) report.warning(json.at([...path, 'args']), message);
    else report.error(json.at([...path, 'args']), message);
  }
}
