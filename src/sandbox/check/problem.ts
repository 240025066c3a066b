/** Something wrong with a file, at a place that an editor can jump to. Lines and columns count from 1. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  message: string;
  /**
   * An error: GTM refuses the file, or the template breaks when it runs. A warning: what its author would
   * want to change. A note: what may stay as it is, such as what many published templates hold, or what this check and
   * the stand-in cannot know.
   */
  severity: 'error' | 'warning' | 'note';
}

export interface Position {
  line: number;
  column: number;
}

/** How a check reports what it found. */
export interface Report {
  error(at: Position, message: string): void;
  warning(at: Position, message: string): void;
  note(at: Position, message: string): void;
}

/** A report that gathers the problems of one file. */
export function reportInto(problems: Problem[], file: string): Report {
  const add = (severity: Problem['severity']) => (at: Position, message: string) => {
    problems.push({ file, line: at.line, column: at.column, message, severity });
  };
  return { error: add('error'), warning: add('warning'), note: add('note') };
}

/** In the order of the file, each said once. */
export function sorted(problems: Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems
    .filter(({ line, column, message }) => {
      const key = `${line}:${column}:${message}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((one, other) => one.line - other.line || one.column - other.column);
}

/** Warnings in the same words become one, at the first place, that names the other lines. */
export function gathered(problems: Problem[]): Problem[] {
  const others = new Map<string, number[]>();
  const first = problems.filter(({ severity, message, line }) => {
    if (severity === 'error') return true;
    const lines = others.get(message);
    if (lines) lines.push(line);
    else others.set(message, []);
    return !lines;
  });
  return first.map((problem) => {
    const all = new Set(problem.severity === 'error' ? [] : others.get(problem.message));
    const lines = [...all].filter((line) => line !== problem.line);
    if (lines.length === 0) return problem;
    return { ...problem, message: `${problem.message} Also on line ${lines.join(', ')}.` };
  });
}

/** One line, as compilers print it. */
export function printed({ file, line, column, message, severity }: Problem): string {
  return `${file}:${line}:${column} ${severity} ${message}`;
}
