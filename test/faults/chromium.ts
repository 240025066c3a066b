import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/**
 * Starts Chrome, Chromium or Edge outside of jest: `CHROME_PATH`, else the first on the search path.
 * @throws an error that says what to do when there is none
 */
export async function startChromium(): Promise<Browser> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.flatMap((folder) => commands.map((command) => join(folder, command)));
  const executablePath = [process.env.CHROME_PATH, ...found].find((path) => path && existsSync(path));
  if (!executablePath)
    throw new Error('No Chrome, Chromium or Edge was found. Install one, or set CHROME_PATH.');
  const quiet = ['gpu', 'quic', 'background-networking', 'component-update', 'sync'].map(
    (name) => `--disable-${name}`,
  );
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--no-first-run', ...quiet] });
}
