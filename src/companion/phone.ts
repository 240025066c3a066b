import { push } from './data-layer.ts';

/** The `tel:` address of the link that an event went through, in open shadow trees too, or undefined. */
function telephone(event: Event): string | undefined {
  const path = event.composedPath();
  for (let i = 0; i < path.length; i++) {
    const link = path[i] as Element;
    // The attribute, not the property: an SVG link's `href` is an object, and older SVG writes `xlink:href`.
    const address =
      /^(a|area)$/i.test(link.localName) && (link.getAttribute('href') || link.getAttribute('xlink:href'));
    if (address && /^\s*tel:/i.test(address)) return address;
  }
  return undefined;
}

/** The number as dialled: `tel:+49%2030%201234;ext=5` becomes `+49 30 1234`. */
function dialled(address: string): string {
  let number = address.replace(/^\s*tel:(\/\/)?|[;?].*/gi, '');
  try {
    number = decodeURIComponent(number);
  } catch (_error) {
    // A percent sign of its own: as it stands.
  }
  return number.trim();
}

/**
 * Pushes `{event: 'phone_click', phone: {number}}` whenever a `tel:` link is activated: by click, keyboard (which
 * browsers turn into a click) or middle button. It listens on the window, before any handler of the page can stop
 * the event, and only looks: the call goes ahead.
 */
export function hearPhone(): void {
  const heard = (event: Event) => {
    try {
      const address = telephone(event);
      const number = address && dialled(address);
      // Neither the right button nor a mouse's back and forward dial, and a double click dials once.
      if (number && !((event as MouseEvent).button > 1) && !((event as MouseEvent).detail > 1))
        push({ event: 'phone_click', phone: { number: number } });
    } catch (_error) {
      // A data layer that throws must not reach the page's error reporting through a click.
    }
  };
  addEventListener('click', heard, true);
  addEventListener('auxclick', heard, true);
}
