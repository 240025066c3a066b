import { afterAll, afterEach, beforeAll, describe, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browsers/chromium.ts';
import type { BrowserName } from '../browsers/installed.ts';
import { find, missing } from '../browsers/installed.ts';
import type { Page, Profile, RunningBrowser } from '../browsers/page.ts';
import { start } from '../browsers/running.ts';

/** Long, as a loaded machine is no reason to fail. ms */
const START = 120_000;

/** The browser of a test: it begins with a profile of its own, which is gone afterwards. */
export interface VisitorBrowser {
  name: BrowserName;
  /** Opens another window of the same visitor. */
  newPage(): Promise<Page>;
}

/**
 * A `describe` for each browser that visitors use, with the same tests. What is not installed is skipped, and says so;
 * under `CI=true` that is a failure. `BROWSERS=Firefox,Chromium` runs only those, `BROWSERS=none` none.
 */
export function describeInBrowsers(name: string, define: (browser: VisitorBrowser) => void): void {
  for (const browser of Object.keys(start) as BrowserName[]) {
    describeIn(browser, `${name}, in ${browser}`, (path) => {
      let running: RunningBrowser | undefined;
      let profile: Profile | undefined;
      beforeAll(async () => {
        running = await start[browser](path);
      }, START);
      afterEach(async () => {
        await profile?.close();
        profile = undefined;
      }, START);
      afterAll(async () => {
        await running?.close();
      }, START);
      define({
        name: browser,
        async newPage() {
          profile ??= await running?.newProfile();
          if (!profile) throw missing(browser);
          return profile.newPage();
        },
      });
    });
  }
}

/**
 * A `describe` whose tests need what only Chromium and Playwright can do. They get a running browser, one for all of
 * them: `browser()` inside a test. Without it they are skipped, as above.
 */
export function describeInBrowser(name: string, define: (browser: () => Browser) => void): void {
  describeIn('Chromium', name, (path) => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await launchBrowser(path);
    }, START);
    afterAll(async () => {
      await browser?.close();
    }, START);
    define(() => {
      if (!browser) throw missing('Chromium');
      return browser;
    });
  });
}

function describeIn(browser: BrowserName, name: string, define: (path: string) => void): void {
  const wanted = isWanted(browser);
  const path = find(browser);
  if (wanted && path) {
    describe(name, () => define(path));
    return;
  }
  if (wanted && process.env.CI === 'true') {
    test(`${name}: it is installed`, () => {
      throw missing(browser);
    });
    return;
  }
  const reason = wanted ? missing(browser).message : 'BROWSERS leaves it out.';
  // Jest swallows the console of a file whose tests are all skipped.
  process.stderr.write(`${name}: skipped. ${reason}\n`);
  describe.skip(name, () => define(''));
}

function isWanted(browser: BrowserName): boolean {
  const chosen = process.env.BROWSERS;
  return (
    !chosen ||
    chosen
      .toLowerCase()
      .split(/[\s,]+/)
      .includes(browser.toLowerCase())
  );
}
