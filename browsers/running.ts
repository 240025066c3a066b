import type { BrowserName } from './installed.ts';
import type { RunningBrowser } from './page.ts';
import { startChromium, startFirefox } from './puppeteer.ts';
import { startWebKit } from './webkit.ts';

/** How each browser is started, from the path that `find` gives. */
export const start: Record<BrowserName, (path: string) => Promise<RunningBrowser>> = {
  Chromium: startChromium,
  Firefox: startFirefox,
  WebKitGTK: startWebKit,
};
