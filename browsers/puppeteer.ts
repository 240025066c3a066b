import type { Browser, KeyInput, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { chromiumArguments } from './chromium.ts';
import type { Modifier, RunningBrowser, Tab } from './page.ts';
import { pageOf, until } from './page.ts';

/** Chromium over its own protocol. By a pipe, so that it ends with whoever started it. */
export async function startChromium(executablePath: string): Promise<RunningBrowser> {
  return running(
    await puppeteer.launch({ browser: 'chrome', executablePath, args: chromiumArguments, pipe: true }),
  );
}

/** Firefox over WebDriver BiDi. */
export async function startFirefox(executablePath: string): Promise<RunningBrowser> {
  return running(
    await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      // A loaded machine takes longer than Firefox expects.
      timeout: 90_000,
    }),
  );
}

/** Tells documents and entries of the history apart. */
const here = 'performance.timeOrigin + location.href + JSON.stringify(history.state)';

function running(browser: Browser): RunningBrowser {
  return {
    async newProfile() {
      const context = await browser.createBrowserContext();
      return {
        newPage: async () => pageOf(tabOf(await context.newPage({ type: 'window' }))),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

function tabOf(page: Page): Tab {
  const holding = async (modifiers: Modifier[], input: () => Promise<void>) => {
    for (const modifier of modifiers) await page.keyboard.down(modifier);
    await input();
    for (const modifier of modifiers) await page.keyboard.up(modifier);
  };
  /**
   * Runs what changes the page, and waits for the next one. Puppeteer's own ways wait for a `load`, which a page from
   * the back/forward cache does not have, and in Firefox do not get over it.
   */
  const leave = async (script: string) => {
    const left = await page.evaluate(here);
    await page.evaluate(`void setTimeout(() => ${script})`);
    await until(
      () => page.evaluate(`document.readyState === 'complete' && ${here} !== ${JSON.stringify(left)}`),
      () => script,
    );
  };
  return {
    goto: (url) => leave(`location.assign(${JSON.stringify(url)})`),
    evaluate: (expression) => page.evaluate(expression),
    click: (x, y, button, modifiers) => holding(modifiers, () => page.mouse.click(x, y, { button })),
    // `press` knows the keys of one keyboard only; `type` takes any character.
    press: (key, modifiers) =>
      modifiers.length || key.length > 1
        ? holding(modifiers, () => page.keyboard.press(key as KeyInput))
        : page.keyboard.type(key),
    travel: (direction) => leave(`history.${direction}()`),
    close: () => page.close(),
  };
}
