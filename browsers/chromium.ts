import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
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
 * Starts the browser that is installed.
 * @throws an error that says what to do where there is none
 */
export async function startBrowser(): Promise<Browser> {
  return launchBrowser(findBrowser() ?? missingBrowser());
}

/** Says what to do where no browser is found. */
export function missingBrowser(): never {
  throw new Error(
    'No Chrome, Chromium or Edge was found. Install one, or set CHROME_PATH to its executable.',
  );
}
