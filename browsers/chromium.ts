import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { find, missing } from './installed.ts';

/** Keeps Chromium without traffic of its own; no sandbox, as it cannot have one where tests run as root. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts that Chrome, Chromium or Edge, headless, for what only Playwright can do: pictures, downloads, faults. */
export async function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: chromiumArguments });
}

/**
 * Starts the browser that is installed.
 * @throws an error that says what to do where there is none
 */
export async function startBrowser(): Promise<Browser> {
  const path = find('Chromium');
  if (!path) throw missing('Chromium');
  return launchBrowser(path);
}
