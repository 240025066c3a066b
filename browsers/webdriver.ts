/** The few commands of WebDriver that a `Tab` needs, as WebKitGTK's driver has them. https://www.w3.org/TR/webdriver2/ */

import type { Key, Modifier, Tab } from './page.ts';

/** A session: one browser with a profile of its own. */
export interface Session {
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keys: Record<string, string> = {
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
  Enter: '\uE006',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
};

/**
 * Opens a session.
 * @param driver address of the driver
 * @throws an error with WebDriver's own words, here and in everything the session does
 */
export async function openSession(driver: string, capabilities: object): Promise<Session> {
  const { sessionId } = (await command(driver, 'POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  })) as { sessionId: string };
  const session = `${driver}/session/${sessionId}`;

  let current = '';
  let last: Promise<unknown> = Promise.resolve();
  /** Commands go to one window at a time: each waits for the one before it, and chooses its window first. */
  const inWindow = (handle: string, method: string, path: string, body?: object): Promise<unknown> => {
    const turn = async () => {
      if (current !== handle) await command(session, 'POST', '/window', { handle });
      current = handle;
      return command(session, method, path, body);
    };
    const answer = last.then(turn);
    last = answer.catch(() => undefined);
    return answer;
  };

  const tabOf = (handle: string): Tab => ({
    async goto(url) {
      await inWindow(handle, 'POST', '/url', { url });
    },
    evaluate: (expression) =>
      inWindow(handle, 'POST', '/execute/sync', { script: `return (${expression})`, args: [] }),
    async click(x, y, button, modifiers) {
      // Pressed is the right one, but `mouseup` and `click` name the left one (WebKitGTK 2.50).
      if (button !== 'left') throw new Error('WebKitGTK’s driver can click with the left button only.');
      await inWindow(handle, 'POST', '/actions', {
        actions: held(modifiers, {
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [
            { type: 'pointerMove', x, y, duration: 0, origin: 'viewport' },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        }),
      });
    },
    async press(key: Key, modifiers) {
      const value = keys[key] ?? key;
      const typed = {
        type: 'key',
        id: 'typing',
        actions: [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ],
      };
      await inWindow(handle, 'POST', '/actions', { actions: held(modifiers, typed) });
    },
    async travel(direction) {
      await inWindow(handle, 'POST', `/${direction}`, {});
    },
    async close() {
      await inWindow(handle, 'DELETE', '/window');
      current = '';
    },
  });

  return {
    async newTab() {
      const answer = last.then(() => command(session, 'POST', '/window/new', { type: 'window' }));
      last = answer.catch(() => undefined);
      return tabOf(((await answer) as { handle: string }).handle);
    },
    async close() {
      await command(session, 'DELETE', '');
    },
  };
}

/** How long a script may take, ms. */
const LONGEST_SCRIPT = 5000;

interface Source {
  type: string;
  id: string;
  parameters?: object;
  actions: object[];
}

/** The input with modifiers pressed before it and released after it: sources act in step with each other. */
function held(modifiers: Modifier[], input: Source): Source[] {
  const rest = (count: number) => Array.from({ length: count }, () => ({ type: 'pause' }));
  const act = (type: string) => modifiers.map((modifier) => ({ type, value: keys[modifier] }));
  const around = rest(modifiers.length);
  return [
    {
      type: 'key',
      id: 'modifiers',
      actions: [...act('keyDown'), ...rest(input.actions.length), ...act('keyUp')],
    },
    { ...input, actions: [...around, ...input.actions, ...around] },
  ];
}

/** Sends one command, and gives its value. A script whose page is left is never answered: it ends in an error. */
async function command(base: string, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(base + path, {
    method,
    ...(body && { body: JSON.stringify(body) }),
    ...(path.startsWith('/execute') && { signal: AbortSignal.timeout(LONGEST_SCRIPT) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`WebDriver, ${method} ${path}: ${error}: ${message}`);
}

/** Waits until a driver takes sessions. */
export async function whenReady(driver: string, alive: () => boolean): Promise<void> {
  for (;;) {
    const status = await command(driver, 'GET', '/status').catch(() => undefined);
    if (status) return;
    if (!alive()) throw new Error('The WebDriver ended before it was ready.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
