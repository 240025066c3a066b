import type { Value } from '../values.ts';
import type { Api, SharedContext } from './api.ts';

/**
 * `logToConsole`, which is silent where logging is not permitted.
 *
 * @param written what a value becomes in the console
 */
export function logToConsole<Written>(
  written: (value: Value) => Written,
): Api<SharedContext & { page: { console: Written[][] } }> {
  return {
    permission: 'logging',
    call({ page, assert }, ...values: Value[]) {
      try {
        assert('logging');
      } catch {
        return undefined;
      }
      page.console.push(values.map(written));
      return undefined;
    },
  };
}
