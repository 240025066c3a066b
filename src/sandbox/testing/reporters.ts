import type { Forgiven } from '../template.ts';
import type { Coverage } from './coverage.ts';
import type { Verdict } from './scenario.ts';

/** What came of one file. */
export interface FileResult {
  file: string;
  verdicts: Verdict[];
  /** Why its tests did not run at all. */
  fault?: string;
  forgiven: Forgiven[];
  coverage?: Coverage;
}

export interface Totals {
  passed: number;
  /** Scenarios, and files whose tests did not run. */
  failed: number;
}

export type ReporterName = 'text' | 'json' | 'junit';

/** Prints what came of some files: each as soon as it is there, and all of them at the end. */
export interface Reporter {
  file(result: FileResult): string;
  end(results: readonly FileResult[]): string;
}

export function totalsOf(results: readonly FileResult[]): Totals {
  const verdicts = results.flatMap((result) => result.verdicts);
  const passed = verdicts.filter((verdict) => verdict.passed).length;
  const faults = results.filter(({ fault }) => fault !== undefined).length;
  return { passed, failed: verdicts.length - passed + faults };
}

export const reporters: Readonly<Record<ReporterName, Reporter>> = {
  text: {
    file: asText,
    end(results) {
      const { passed, failed } = totalsOf(results);
      return `${passed} passed, ${failed} failed`;
    },
  },
  json: {
    file: () => '',
    end(results) {
      const files = results.map(({ verdicts, ...rest }) => ({ ...rest, scenarios: verdicts }));
      return JSON.stringify({ ...totalsOf(results), files }, null, 2);
    },
  },
  junit: { file: () => '', end: asJUnit },
};

function asText({ file, verdicts, fault, forgiven, coverage }: FileResult): string {
  const lines = [file, ...forgiven.map(({ line, what }) => `  line ${line}: ${what}; forgiven`)];
  if (fault !== undefined) lines.push(`  ✗ ${fault}`);
  else if (verdicts.length === 0) lines.push('  no scenarios');
  for (const verdict of verdicts) {
    lines.push(`  ${verdict.passed ? '✓' : '✗'} ${verdict.name}`);
    if (!verdict.passed) lines.push(...reasonOf(verdict, file).map((line) => `      ${line}`));
  }
  if (coverage) {
    const { run, statements, neverRun } = coverage;
    const missing = neverRun.length
      ? `; never run: line${neverRun.length > 1 ? 's' : ''} ${rangesOf(neverRun)}`
      : '';
    lines.push(`  ${run} of ${statements} statements of the template ran${missing}`);
  }
  return lines.join('\n');
}

/** Why a scenario failed, and where, line by line. */
function reasonOf({ message = '', details }: Verdict, file: string): string[] {
  if (!details) return message.split('\n');
  const { line, templateLine, aborted, diff, logged } = details;
  return [
    ...message.split('\n'),
    `at ${file}:${line}${templateLine === undefined ? '' : `, in the template at ${file}:${templateLine}`}`,
    ...(diff?.split('\n') ?? []),
    ...(aborted
      ? [`a callback of the template was aborted: ${aborted.message}`, `at ${file}:${aborted.templateLine}`]
      : []),
    ...logged.map((text) => `logged: ${text}`),
  ];
}

/** `3-5, 9` for 3, 4, 5 and 9. */
function rangesOf(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of [...lines].sort((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && line <= last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

/** The form that CI servers read. */
function asJUnit(results: readonly FileResult[]): string {
  const { passed, failed } = totalsOf(results);
  const faults = results.filter(({ fault }) => fault !== undefined).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ tests: passed + failed, failures: failed - faults, errors: faults })}>`,
    ...results.map(asSuite),
    '</testsuites>',
  ].join('\n');
}

function asSuite({ file, verdicts, fault }: FileResult): string {
  const faults = fault === undefined ? 0 : 1;
  const failures = verdicts.filter((verdict) => !verdict.passed).length;
  const cases = verdicts.map((verdict) => {
    const open = `    <testcase ${attributes({ classname: file, name: verdict.name })}`;
    if (verdict.passed) return `${open}/>`;
    const failure = `<failure ${attributes({ message: verdict.message ?? '' })}>`;
    return `${open}>\n      ${failure}${escaped(reasonOf(verdict, file).join('\n'))}</failure>\n    </testcase>`;
  });
  if (fault !== undefined) {
    const open = `    <testcase ${attributes({ classname: file, name: 'The tests can be read' })}>`;
    cases.push(`${open}\n      <error ${attributes({ message: fault })}/>\n    </testcase>`);
  }
  const numbers = { name: file, tests: verdicts.length + faults, failures, errors: faults };
  return `  <testsuite ${attributes(numbers)}>\n${cases.join('\n')}\n  </testsuite>`;
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(
      ([name, value]) =>
        `${name}="${escaped(String(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`,
    )
    .join(' ');
}

/** Text in XML 1.0, which has no control characters, not even written as references. */
function escaped(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>]/g, (char) => named[char] as string);
}
