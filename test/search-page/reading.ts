import type { SearchPageSettings } from '../../src/search-page/settings.ts';
import { openPage, type TestPage } from '../companion/page.ts';
import { buildReader } from './build.ts';

export const reader = await buildReader();

/** What the reader pushed: the event without its prefix, and its properties. */
export type Pushed = [event: string, properties: Record<string, unknown>];

export interface SearchPage extends TestPage {
  document: Document;
  /** What was pushed since the last call. */
  news: () => Pushed[];
  /** The one element that a selector selects. */
  at: (selector: string) => HTMLElement;
  /** Clicks; false if the page has prevented what follows. */
  click: (target: string | Element, how?: MouseEventInit & { type?: string }) => boolean;
  /** What `readSearchPage` answered. */
  answer: unknown;
  read: (settings: unknown) => unknown;
  lines: string[];
}

/** One result as a site may write it. */
export function result(name: string, more = ''): string {
  return `<li class="hit"><h3><a href="/docs/${name}">Title ${name}</a></h3><p>About ${name}</p>${more}</li>`;
}

export function results(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => result(String(from + index))).join('');
}

/** The impressions of `results(from, to)`. */
export function impressions(from: number, to: number, before = from - 1): object[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    cDocId: `https://www.example.com/docs/${from + index}`,
    cDocTitle: `Title ${from + index}`,
    position: before + index + 1,
  }));
}

/** A page of the site with a clock that only the test moves, read by the reader. */
export function openSearch(
  html: string,
  url = '/search?q=boots',
  settings: SearchPageSettings | null = { results: '.hit', total: '.count' },
): SearchPage {
  const page = openPage({
    html: html.startsWith('<!doctype') ? html : `<!doctype html><body><main>${html}</main></body>`,
    url: new URL(url, 'https://www.example.com').href,
  });
  const lines: string[] = [];
  // jsdom measures no requests, and the test moves the clock.
  const started = page.clock.now - 1000;
  page.window.performance.now = () => page.clock.now - started;
  page.window.performance.getEntriesByType = () => [];
  page.window.Element.prototype.checkVisibility = function (this: Element) {
    return !this.closest('[hidden]');
  };
  page.window.console.log = (line: unknown) => lines.push(String(line));
  page.window.eval(reader);
  const read = (given: unknown) =>
    (page.window.searchstaxSitecore as { readSearchPage: (settings: unknown) => unknown }).readSearchPage(
      given,
    );
  const answer = settings && read(settings);
  const document = page.window.document;
  const at = (selector: string) => document.querySelector(selector) as HTMLElement;
  let known = 0;
  return {
    ...page,
    document,
    at,
    answer,
    read,
    lines,
    news: () => {
      const pushed = page.pushed() as { event: string; searchstax: Record<string, unknown> }[];
      const since = pushed.slice(known);
      known = pushed.length;
      return since.map(({ event, searchstax }) => [event.replace('searchstax_', ''), searchstax]);
    },
    click: (target, { type = 'click', ...how } = {}) =>
      (typeof target === 'string' ? at(target) : target).dispatchEvent(
        new page.window.MouseEvent(type, { bubbles: true, cancelable: true, composed: true, ...how }),
      ),
  };
}
