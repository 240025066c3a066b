import { diff } from 'jest-diff';
import { toPage } from '../border.ts';
import { type Place, traceOf } from '../interpreter/index.ts';
import type { Template } from '../template.ts';
import { SandboxArray, SandboxObject, type Value } from '../values.ts';
import type { Compared, Failure } from './assertions.ts';
import { type ApiRecord, callsOf } from './calls.ts';
import { shown } from './equality.ts';
import type { Scenario } from './scenarios.ts';

/** Where a scenario failed, in lines of the file from 1, and what there was to see. */
export interface FailureDetails {
  /** The assertion, or what else of the test's own code was running. */
  line: number;
  /** The statement of the template that was running, where one was. */
  templateLine?: number;
  /** What aborted a callback of the template. Nobody hears of it in GTM; here it may be the reason. */
  aborted?: { message: string; templateLine: number };
  /** Two values that should have been equal, line by line. */
  diff?: string;
  /** What the template logged, one text a call. */
  logged: string[];
}

/** What there is to know of a failure besides its message. */
export interface Circumstances {
  template: Template;
  scenario: Scenario;
  setup: { code: string; lines: readonly number[] };
  apis: ApiRecord;
  /** Errors that left sandboxed code and went nowhere. */
  escaped: readonly unknown[];
}

/** Setup and scenario as the one code that they are. */
export function joined(setup: string, code: string): string {
  // A setup may end without its semicolon, and a scenario begin with a bracket.
  return `${setup}\n;${code}`;
}

export function detailsOf({ trace, compared }: Failure, circumstances: Circumstances): FailureDetails {
  const { template, scenario, apis, escaped } = circumstances;
  const lines = trace.map((place) => lineInTests(place, circumstances));
  const own = trace.find(({ code }) => code === template.code);
  const difference = compared && differenceOf(compared);
  const lost = escaped.flatMap((error) => {
    const at = traceOf(error).find(({ code }) => code === template.code);
    return at && !own
      ? [{ message: (error as Error).message, templateLine: lineInTemplate(at, template) }]
      : [];
  });
  return {
    line: lines.find((line) => line !== undefined) ?? scenario.codeLines[0] ?? scenario.line,
    ...(own && { templateLine: lineInTemplate(own, template) }),
    ...(lost[0] && { aborted: lost[0] }),
    ...(difference && { diff: difference }),
    logged: callsOf(apis, 'logToConsole')
      .filter(({ isTemplate }) => isTemplate)
      .map(({ copied }) =>
        copied.map((value) => (typeof value === 'string' ? value : shown(value))).join(' '),
      ),
  };
}

function lineInTemplate({ line }: Place, { codeLine }: Template): number {
  return codeLine + line - 1;
}

function lineInTests({ code, line }: Place, { setup, scenario }: Circumstances): number | undefined {
  if (code === joined(setup.code, scenario.code)) {
    const before = setup.code.split('\n').length;
    return line > before ? scenario.codeLines[line - before - 1] : setup.lines[line - 1];
  }
  if (code === scenario.code) return scenario.codeLines[line - 1];
  return code === setup.code ? setup.lines[line - 1] : undefined;
}

/** Objects and lists line by line; undefined for what the message shows as well. */
function differenceOf({ expected, actual }: Compared): string | undefined {
  if (!isHolder(expected) || !isHolder(actual)) return undefined;
  const plain = [expected, actual].map((value) => withoutUndefined(toPage(value)));
  const text = diff(plain[0], plain[1], { ...colourless, expand: false, omitAnnotationLines: false });
  return text?.includes('- ') || text?.includes('+ ') ? text : undefined;
}

const as = (text: string) => text;
const colourless = {
  aColor: as,
  bColor: as,
  commonColor: as,
  changeColor: as,
  patchColor: as,
};

function isHolder(value: Value): boolean {
  return value instanceof SandboxObject || value instanceof SandboxArray;
}

/** A property that is undefined counts as absent. */
function withoutUndefined(value: unknown, seen = new Map<unknown, unknown>()): unknown {
  if (value === null || typeof value !== 'object') return value;
  const known = seen.get(value);
  if (known) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    seen.set(value, list);
    for (const item of value) list.push(withoutUndefined(item, seen));
    return list;
  }
  const object: Record<string, unknown> = {};
  seen.set(value, object);
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) object[key] = withoutUndefined(item, seen);
  }
  return object;
}
