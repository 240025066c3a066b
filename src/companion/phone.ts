import { push } from './data-layer.ts';

/**
 * Pushes `{event: 'phone_click', phone: {number}}` whenever a `tel:` link is activated: by click, keyboard (which
 * browsers turn into a click) or middle button. It listens on the window, before any handler of the page can stop
 * the event, and only looks: the call goes ahead.
 */
export function hearPhone(): void {
  const heard = (event: Event) => {
    // Neither the right button nor a mouse's back and forward dial, and a double click dials once.
    if ((event as MouseEvent).button > 1 || (event as MouseEvent).detail > 1) return;
    // In open shadow trees, too.
    event.composedPath().some((target) => {
      try {
        const link = target as Element;
        // The attribute, not the property: an SVG link's `href` is an object, and older SVG writes `xlink:href`.
        const address =
          /^(a|area)$/i.test(link.localName) &&
          (link.getAttribute('href') || link.getAttribute('xlink:href'));
        const found = address && /^\s*tel:[\s/]*([^;?\s/][^;?]*)/i.exec(address);
        if (!found) return false;
        // As dialled: `tel:+49%2030%201234;ext=5` becomes `+49 30 1234`.
        let number = found[1] as string;
        try {
          number = decodeURIComponent(number);
        } catch (_error) {
          // A percent sign of its own: as it stands.
        }
        push({ event: 'phone_click', phone: { number: number.trim() } });
      } catch (_error) {
        // A data layer that throws must not reach the page's error reporting through a click.
      }
      return true;
    });
  };
  addEventListener('click', heard, true);
  addEventListener('auxclick', heard, true);
}
