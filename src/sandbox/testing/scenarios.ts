import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { linesOf } from './code-lines.ts';

/** One test of a template. */
export interface Scenario {
  name: string;
  code: string;
  /** Line of the file on which the scenario begins. */
  line: number;
  /** Lines of the file on which the lines of its code stand. */
  codeLines: readonly number[];
}

/** Section ___TESTS___, read. */
export interface Tests {
  scenarios: Scenario[];
  /** Code that runs before each scenario, in front of it. */
  setup: string;
  /** Lines of the file on which its lines stand. */
  setupLines: readonly number[];
}

/** Why the tests cannot be read, with the place in the file, from 1. */
export interface TestsFault {
  fault: string;
  line: number;
  column: number;
}

/**
 * Reads the YAML of a template's tests.
 *
 * @param text the section's text; none at all is no scenario
 * @param firstLine the line of the file on which the text begins
 */
export function readTests(text: string, firstLine = 1): Tests | TestsFault {
  const lines = new LineCounter();
  // Names and code are text as written: a scenario may be called `yes` or `404`.
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe', uniqueKeys: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const fault = (offset: number, message: string): TestsFault => ({ fault: message, ...at(offset) });

  const [error] = document.errors;
  if (error) return fault(error.pos[0], `The tests are not valid YAML: ${reason(error.message)}.`);
  const tests = document.contents as Node | null;
  if (isEmpty(tests)) return { scenarios: [], setup: '', setupLines: [firstLine] };
  if (!isMap(tests)) return fault(offsetOf(tests), 'The tests must be a map with `scenarios` and `setup`.');

  const codeLinesOf = (node: unknown): number[] => {
    if (!isScalar(node) || !node.range) return [firstLine];
    const { line } = at(node.range[0]);
    return linesOf(node, text).map((further) => line + further);
  };
  const setup = String(tests.get('setup') ?? '');
  const setupLines = codeLinesOf(tests.get('setup', true));
  const list = tests.get('scenarios', true) as Node | undefined;
  if (isEmpty(list)) return { scenarios: [], setup, setupLines };
  if (!isSeq(list)) return fault(offsetOf(list), '`scenarios` must be a list.');

  const scenarios: Scenario[] = [];
  for (const item of list.items as Node[]) {
    const code = isMap(item) ? item.get('code') : undefined;
    const name = isMap(item) ? item.get('name') : undefined;
    if (typeof name !== 'string' || typeof code !== 'string') {
      return fault(offsetOf(item), 'Each scenario needs a `name` and a `code`.');
    }
    const codeLines = codeLinesOf(isMap(item) ? item.get('code', true) : undefined);
    scenarios.push({ name, code, line: at(offsetOf(item)).line, codeLines });
  }
  return { scenarios, setup, setupLines };
}

/** The library's words without its own place, which counts from the section's first line. */
function reason(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}

function isEmpty(node: Node | null | undefined): node is null | undefined {
  return !node || (isScalar(node) && (node.value === null || node.value === ''));
}

function offsetOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}
