import { expect, test } from '@jest/globals';
import { rollup } from 'rollup';
import { declareLate } from '../../build/declare-late.ts';

/** What the plugin makes of a module. */
async function late(code: string): Promise<string> {
  const entry = {
    name: 'entry',
    resolveId: (id: string) => id,
    load: () => code,
  };
  const bundle = await rollup({ input: 'entry', plugins: [entry, declareLate('rarely')], treeshake: false });
  const { output } = await bundle.generate({ format: 'es' });
  return output[0].code.replace(/\s+/g, ' ').trim();
}

test('what only the one function needs is declared in it, with its comment', async () => {
  const code = `
    /** Twice as much. */
    function twice(value) { return both(value, value); }
    function both(one, other) { return one + other; }
    function rarely() { return twice(2); }
    if (often()) rarely();
    function often() { return true; }`;
  expect(await late(code)).toBe(
    'function rarely() { /** Twice as much. */ function twice(value) { return both(value, value); } ' +
      'function both(one, other) { return one + other; } return twice(2); } ' +
      'if (often()) rarely(); function often() { return true; }',
  );
});

test('what others need as well stays, and so does what that needs', async () => {
  const code = `
    function shared(value) { return deeper(value); }
    function deeper(value) { return value; }
    function rarely() { return shared(2); }
    shared(1);
    rarely();`;
  expect(await late(code)).toBe(
    'function shared(value) { return deeper(value); } function deeper(value) { return value; } ' +
      'function rarely() { return shared(2); } shared(1); rarely();',
  );
});

test('a name of its own that would hide another is an error', async () => {
  const code = `
    const place = 1;
    function where() { return place; }
    function rarely() { const place = 2; return where() + place; }
    rarely();`;
  await expect(late(code)).rejects.toThrow('rarely has a name of its own for place.');
});
