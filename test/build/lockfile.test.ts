import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

interface Locked {
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
) as { packages: Record<string, Locked> };

// `npm ci` refuses a lockfile that was written on one platform and leaves out the packages of the others.
test('the lockfile names the packages of every platform', () => {
  const needed = Object.values(packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {}));

  expect(needed.length).toBeGreaterThan(50);
  expect(needed.filter((name) => !packages[`node_modules/${name}`])).toEqual([]);
});
