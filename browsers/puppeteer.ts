import type { KeyInput, LaunchOptions, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { chromiumArguments } from './chromium.ts';
import { guarded } from './guarded.ts';
import type { Modifier, RunningBrowser, Tab } from './page.ts';
import { pageOf, until } from './page.ts';

/** Chromium, over its own protocol. */
export function startChromium(path: string): Promise<RunningBrowser> {
  return launch(path, { browser: 'chrome', args: chromiumArguments });
}

/** Firefox, over WebDriver BiDi. */
export function startFirefox(path: string): Promise<RunningBrowser> {
  return launch(path, { browser: 'firefox' });
}

async function launch(program: string, options: LaunchOptions): Promise<RunningBrowser> {
  const { path, env, folder, remove } = await guarded(program);
  const browser = await puppeteer.launch({
    ...options,
    executablePath: path,
    env,
    userDataDir: folder,
    // A loaded machine takes longer than Puppeteer expects.
    timeout: 90_000,
  });
  return {
    async newProfile() {
      const context = await browser.createBrowserContext();
      return {
        newPage: async () => pageOf(tabOf(await context.newPage({ type: 'window' }))),
        close: () => context.close(),
      };
    },
    async close() {
      await browser.close();
      await remove();
    },
  };
}

/** Tells documents and entries of the history apart. */
const here = 'performance.timeOrigin + location.href + JSON.stringify(history.state)';

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
