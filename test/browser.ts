import { afterAll, beforeAll, describe, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser, missingBrowser } from '../browsers/chromium.ts';

/**
 * A `describe` whose tests get a running browser, one for all of them: `browser()` inside a test.
 * Without an installed browser the tests are skipped, and say so; under `CI=true` that is a failure.
 */
export function describeInBrowser(name: string, define: (browser: () => Browser) => void): void {
  const path = findBrowser();
  if (!path && process.env.CI !== 'true') {
    // Jest swallows the console of a file whose tests are all skipped.
    process.stderr.write(
      `${name}: skipped, as no Chrome, Chromium or Edge was found. Set CHROME_PATH to run it.\n`,
    );
    describe.skip(name, () => define(() => missingBrowser()));
    return;
  }
  describe(name, () => {
    if (!path) {
      test('a browser is installed', missingBrowser);
      return;
    }
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await launchBrowser(path);
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
    });
    define(() => browser ?? missingBrowser());
  });
}
