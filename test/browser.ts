import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** Where Chrome, Chromium and Edge install themselves, by `process.platform`. */
const installed: Record<string, (string | undefined)[]> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((folder) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
      (file) => process.env[folder] && join(process.env[folder], file),
    ),
  ),
};

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
];

/** The path of an installed Chrome, Chromium or Edge: `CHROME_PATH`, the usual places, then the search path. */
export function findBrowser(): string | undefined {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => commands.map((command) => join(folder, command)));
  return [process.env.CHROME_PATH, ...(installed[process.platform] ?? []), ...found].find(
    (path) => path && existsSync(path),
  );
}

/** Starts the browser of `findBrowser()`, headless and without traffic of its own. */
export async function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * A `describe` whose tests get a running browser, one for all of them: `browser()` inside a test.
 * Without an installed browser the tests are skipped, and say so; under `CI=true` that is a failure.
 */
export function describeInBrowser(name: string, define: (browser: () => Browser) => void): void {
  const path = findBrowser();
  if (!path && process.env.CI !== 'true') {
    console.warn(`${name}: skipped, as no Chrome, Chromium or Edge was found. Set CHROME_PATH to run it.`);
    describe.skip(name, () => define(() => missing()));
    return;
  }
  describe(name, () => {
    if (!path) {
      test('a browser is installed', missing);
      return;
    }
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await launchBrowser(path);
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
    });
    define(() => browser ?? missing());
  });
}

function missing(): never {
  throw new Error(
    'No Chrome, Chromium or Edge was found. Install one, or set CHROME_PATH to its executable.',
  );
}
