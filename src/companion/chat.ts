import { push } from './data-layer.ts';
import { page } from './page.ts';
import { run } from './run.ts';
import { firstThisSession } from './session.ts';
import { hearCalls } from './slot.ts';
import { watch } from './watch.ts';
import { widgets } from './widgets.ts';

type Method = (...args: unknown[]) => unknown;
type Api = Method & Record<string, Method>;

/** Looks at a Zendesk that does not say which of its two products it is. */
let doubts = 0;
/** So many of them, two at each look and some seconds in all, before it is taken for the present product. */
const MOST_DOUBTS = 60;

/**
 * Pushes `{event: 'chat_open' | 'chat_start', chat: {provider}}`, once a session each, for every chosen widget.
 *
 * Widgets that announce themselves by DOM events are heard from the start; the others are looked for by name: see watch.
 */
export function hearChat(chosen?: boolean | string[]): void {
  widgets.split(';').forEach((row) => {
    const widget = row.split(',');
    const owner = widget[7] as string;
    let heard: unknown;
    // A stub that gives way to the real API is listened to again: not all of them replay what the stub was told, and
    // what is heard twice is counted once. A slot is looked after every time: see watchProperty.
    if (!Object(chosen).indexOf || (chosen as string[]).indexOf(widget[0] as string) >= 0)
      watch(() => {
        // None is a look in vain.
        const api = page[widget[1] as string] as Api;
        if ((heard !== api || widget[2] === 'slot') && (!owner || isThere(widget, owner))) {
          listen(widget, api);
          heard = api;
        }
      });
  });
}

/**
 * True where a global that is shared is this widget's.
 *
 * Zendesk's two products complain of each other's words. Classic's old snippet makes `zEmbed`.
 *
 * A slot of the window is a global, and is made only where its widget is: by the site, or the widget's script. (The
 * address of that, or its own global, begins with the vendor's name.)
 */
function isThere(widget: string[], owner: string): unknown {
  return widget[2]
    ? page[widget[3] as string] || page[`${owner}_api`] || document.querySelector(`script[src*=${owner} i]`)
    : owner ===
        ((page.zE as { widget?: string }).widget ||
          (page.zEmbed ? 'classic' : ++doubts > MOST_DOUBTS && 'messenger'));
}

/** Registers for a widget's announcements, in its own way; throws while its API is not ready for that. */
function listen(widget: string[], api: Api): void {
  const by = widget[2] as string;
  ['chat_open', 'chat_start'].forEach((name, index) => {
    const event = widget[index + 3];
    if (!event) return;
    // Neither the vendor's code nor the site's callback, which runs next, may suffer from ours.
    const listener = (detail: unknown) =>
      run(() => {
        const json = JSON.stringify(detail);
        // One slot is for both.
        const what = /^"Conversation S/.test(json) ? 'chat_start' : name;
        if (RegExp(widget[index + 5] as string).test(json) && firstThisSession(`${what} ${widget[0]}`))
          push({ event: what, chat: { provider: widget[0] } });
      });
    const args = (event.split(' ') as unknown[]).concat(listener);
    if (by === 'slot') hearCalls(api, event, listener);
    else if (by === 'init')
      ((api.init as Method)() as Promise<unknown>).then(() => (api.on as Method).apply(api, args), Object);
    else (by ? (api[by] as Method) : api).apply(api, by === 'push' ? [args] : args);
  });
}
