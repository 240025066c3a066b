import { spawnSync } from 'node:child_process';
import { median } from './median.ts';

/** What it costs to start the command for authors of templates. */
export interface CommandStart {
  /** Milliseconds until `gtm-template --version` has ended, and until `node -e 0` has. */
  command: number;
  node: number;
  ratio: number;
}

/**
 * Measures how long the built command takes to start, beside Node itself, in turns, so that what else the machine does
 * hits both alike.
 */
export function measureCommandStart(file: string, runs = 15): CommandStart {
  const times = { command: [] as number[], node: [] as number[] };
  for (let run = 0; run < runs; run++) {
    times.node.push(timeOf(['-e', '0']));
    times.command.push(timeOf([file, '--version']));
  }
  const [command, node] = [median(times.command), median(times.node)];
  return { command, node, ratio: command / node };
}

function timeOf(args: string[]): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}.`);
  return performance.now() - started;
}
