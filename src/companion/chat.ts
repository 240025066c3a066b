import { push } from './data-layer.ts';
import { firstThisSession } from './session.ts';
import { hearCalls } from './slot.ts';
import { watch } from './watch.ts';
import type { Judge, Widget } from './widgets.ts';
import { widgets } from './widgets.ts';

type Method = (...args: unknown[]) => unknown;
type Api = Method & Record<string, Method>;

/**
 * Pushes `{event: 'chat_open' | 'chat_start', chat: {provider}}`, once a session each, for every chosen widget.
 *
 * Widgets that announce themselves by DOM events are heard from the start; the others are looked for by name: see watch.
 */
export function hearChat(chosen?: boolean | string[]): void {
  const mine = widgets.filter((widget) => typeof chosen !== 'object' || chosen.indexOf(widget[0]) >= 0);
  const heard: unknown[] = [];
  watch(() => {
    mine.forEach((widget, index) => {
      try {
        const api = (window as unknown as Record<string, Api | undefined>)[widget[1]];
        const isThere = widget[7];
        // A stub that gives way to the real API is listened to again: not all of them replay what the stub was told,
        // and what is heard twice is counted once. A slot is looked after every time: see watchProperty.
        if (
          api &&
          (heard[index] !== api || widget[2] === 'slot') &&
          (!isThere || isThere(api as never, widget))
        ) {
          listen(widget, api);
          heard[index] = api;
        }
      } catch (_error) {
        // Not ready yet, or not what the vendor documents: looked at again, and the others are heard all the same.
      }
    });
  });
}

/** Registers for a widget's announcements, in its own way; throws while its API is not ready for that. */
function listen(widget: Widget, api: Api): void {
  const by = widget[2];
  `${widget[3]},${widget[4]}`.split(',').forEach((event) => {
    if (!event) return;
    const announce = (column: number, name: string, detail: unknown) => {
      try {
        const counts = widget[column + 2] as Judge | undefined;
        if (
          (widget[column] as string).split(',').indexOf(event) >= 0 &&
          (!counts || counts(detail as never)) &&
          firstThisSession(`${name} ${widget[0]}`)
        ) {
          push({ event: name, chat: { provider: widget[0] } });
        }
      } catch (_error) {
        // Neither the vendor's code nor the site's callback, which runs next, may suffer from ours.
      }
    };
    const listener = (detail: unknown) => {
      announce(3, 'chat_open', detail);
      announce(4, 'chat_start', detail);
    };
    const args = (event.split(' ') as unknown[]).concat(listener);
    if (by === 'slot') hearCalls(api, event, (args) => listener(args[0]));
    else if (by === 'init')
      ((api.init as Method)() as Promise<unknown>).then(() => (api.on as Method).apply(api, args), Object);
    else (by ? (api[by] as Method) : api).apply(api, by === 'push' ? [args] : args);
  });
}
