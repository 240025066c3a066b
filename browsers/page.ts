/** What a test does with a page, the same in every browser: everything below needs no more of a driver than a `Tab`. */

export type Button = 'left' | 'middle' | 'right';
export type Modifier = 'Alt' | 'Control' | 'Meta' | 'Shift';
/** A character, or a key that makes none. */
export type Key = (string & {}) | 'Enter' | 'Tab' | 'Escape' | 'Backspace' | 'ArrowDown' | 'ArrowUp';

/** What each driver offers. Input is the browser's own, which pages see as trusted. */
export interface Tab {
  /** Opens an address and waits for its `load`. */
  goto(url: string): Promise<void>;
  /** The value of a JavaScript expression, as JSON carries it; a promise is awaited. */
  evaluate(expression: string): Promise<unknown>;
  /** Clicks at a point of the window, CSS pixels. */
  click(x: number, y: number, button: Button, modifiers: Modifier[]): Promise<void>;
  press(key: Key, modifiers: Modifier[]): Promise<void>;
  /** Goes to the entry of the history before or after this one, as the browser's own buttons do. */
  travel(direction: 'back' | 'forward'): Promise<void>;
  /** Closes it as a visitor does: the page is told. */
  close(): Promise<void>;
}

/** An element by a CSS selector, which also finds it in open shadow roots; of several the first that shows `text`. */
export type Target = string | { css: string; text: string };

export interface Click {
  button?: Button;
  modifiers?: Modifier[];
  /** Where in the element, CSS pixels from its upper left corner; its centre without it. */
  position?: { x: number; y: number };
}

export interface Page {
  goto(url: string): Promise<void>;
  /** Runs a function in the page, with arguments and a result that JSON can carry, or evaluates an expression. */
  evaluate<A extends unknown[], R>(script: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  evaluate(script: string): Promise<unknown>;
  /** Scrolls to the element and clicks it, once it is there and nothing covers it. */
  click(target: Target, click?: Click): Promise<void>;
  press(key: Key, modifiers?: Modifier[]): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Asks until the answer is truthy, also while the page changes, and gives it. */
  waitFor<A extends unknown[], R>(script: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  close(): Promise<void>;
}

/** A visitor's browser: its pages share cookies and storage; another profile knows nothing of them. */
export interface Profile {
  /** Opens a window of its own, so that pages do not hide each other. */
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

/** A browser that runs. */
export interface RunningBrowser {
  newProfile(): Promise<Profile>;
  close(): Promise<void>;
}

/** How long a page is waited for, ms: long, as a loaded machine is no reason to fail. */
const PATIENCE = 20_000;
const PAUSE = 50;

export function pageOf(tab: Tab): Page {
  const evaluate = (script: string | ((...args: never[]) => unknown), ...args: unknown[]) =>
    tab.evaluate(typeof script === 'string' ? script : call(script, args));
  const waitFor = (script: (...args: never[]) => unknown, ...args: unknown[]) =>
    until(
      () => tab.evaluate(call(script, args)),
      () => `${script}`,
    );
  return {
    goto: (url) => tab.goto(url),
    evaluate: evaluate as Page['evaluate'],
    waitFor: waitFor as Page['waitFor'],
    async click(target, { button = 'left', modifiers = [], position } = {}) {
      const { css, text } = typeof target === 'string' ? { css: target, text: '' } : target;
      let found: Found = 'nothing yet';
      await until(
        async () => {
          found = (await tab.evaluate(call(locate, [css, text, position ?? null]))) as Found;
          return typeof found !== 'string';
        },
        () => `a click on ${JSON.stringify(target)}: ${found}`,
      );
      const { x, y } = found as unknown as { x: number; y: number };
      await tab.click(x, y, button, modifiers);
    },
    press: (key, modifiers = []) => tab.press(key, modifiers),
    async type(text) {
      for (const character of text) await tab.press(character, []);
    },
    back: () => tab.travel('back'),
    forward: () => tab.travel('forward'),
    close: () => tab.close(),
  };
}

/** `__name` is what tsx lets functions within functions call; in the page it names nothing. */
function call(script: (...args: never[]) => unknown, args: unknown[]): string {
  return `((__name) => (${script})(...${JSON.stringify(args)}))((named) => named)`;
}

/** Where to click, or what is in the way. */
type Found = string | { x: number; y: number };

/** Runs in the page: nothing from outside may be used. */
function locate(css: string, text: string, position: { x: number; y: number } | null): Found {
  const all = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(css) && element.textContent?.includes(text) ? [element] : []),
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  const matching = all(document);
  const element = matching.find((candidate) => candidate.getClientRects().length);
  if (!element) return matching.length ? 'it is not shown' : 'it is not there';
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  const x = Math.round(box.x + (position?.x ?? box.width / 2));
  const y = Math.round(box.y + (position?.y ?? box.height / 2));
  const hit = (element.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
  // What is hit on an image with a map is one of the map's areas.
  if (hit && (element.contains(hit) || hit.contains(element) || hit.localName === 'area')) return { x, y };
  return `it is covered by ${hit?.outerHTML.slice(0, 80)}`;
}

/** Resolves with the first truthy answer. An error counts as none: a page may be on its way out. */
export async function until(ask: () => Promise<unknown>, what: () => string): Promise<unknown> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    let failed: unknown;
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      failed = error;
    }
    if (Date.now() > end) throw new Error(`Waited ${PATIENCE} ms in vain for ${what()}`, { cause: failed });
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
