import { push } from './data-layer.ts';
import { run } from './run.ts';

/**
 * Pushes `{event: 'phone_click', phone: {number}}` whenever a `tel:` link is activated: by click, keyboard (which
 * browsers turn into a click) or middle button. It listens on the window, before any handler of the page can stop
 * the event, and only looks: the call goes ahead.
 */
export function hearPhone(): void {
  const heard = (event: Event) =>
    // Nothing of ours must reach the page's error reporting through a click.
    run(() => {
      // Neither the right button nor a mouse's back and forward dial, and a double click dials once.
      if ((event as MouseEvent).button > 1 || (event as MouseEvent).detail > 1) return;
      // In open shadow trees, too.
      const link = (event.composedPath() as Element[]).filter((target) =>
        /^a(rea)?$/i.test(target.localName),
      )[0] as Element;
      // The attribute, not the property: an SVG link's `href` is an object, and older SVG writes `xlink:href`.
      const address = link.getAttribute('href') || (link.getAttribute('xlink:href') as string);
      let number = (/^\s*tel:[\s/]*([^;?\s/][^;?]*)/i.exec(address) as RegExpExecArray)[1] as string;
      // As dialled: `tel:+49%2030%201234;ext=5` becomes `+49 30 1234`. With a percent sign of its own, as it stands.
      run(() => {
        number = decodeURIComponent(number);
      });
      push({ event: 'phone_click', phone: { number: number.trim() } });
    });
  addEventListener('click', heard, true);
  addEventListener('auxclick', heard, true);
}
