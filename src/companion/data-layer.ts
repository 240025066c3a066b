import { setting } from './settings.ts';

/** So many messages are kept at most for a container that loads later. */
const MOST = 99;

/** The latest messages, and how many of them each data layer has got. */
let messages: object[] = [];
let given: Record<string, number> = {};

/** Gives every data layer that GTM on this page reads what it has not had yet. */
function give(): void {
  let names = [setting('dataLayer')];
  if (!names[0]) {
    const page = Object((window as { google_tag_manager?: unknown }).google_tag_manager);
    names = Object.keys(page)
      // Beside its containers, which may share a data layer or not, GTM keeps its own things there; and Google's other
      // tags are no container.
      .map((id) => !id.indexOf('GTM-') && Object(Object(page[id]).dataLayer).name)
      .filter((name) => name && typeof name === 'string');
    if (!names[0]) names = ['dataLayer'];
  }
  (names as string[]).forEach((name) => {
    const page = window as unknown as Record<string, object[] | undefined>;
    for (let at = given[name] || 0; at < messages.length; ) {
      const layer = page[name] || [];
      page[name] = layer;
      // GTM writes its own number into the message.
      const copy = Object.assign({}, messages[at]);
      given[name] = ++at;
      layer.push(copy);
    }
  });
}

/**
 * Pushes one message to the data layer that GTM on this page reads, which is made if there is none: the one that the
 * page's setting names, else what GTM's containers say themselves, else `dataLayer`. Where GTM, or another container,
 * only comes later and reads another one, that gets it then. Throws what a data layer throws.
 */
export function push(message: object): void {
  if (messages.length >= MOST) {
    messages = [];
    given = {};
  }
  messages.push(message);
  give();
}

// A script's load event reaches the document on its way down, after the script has run: GTM's, too.
document.addEventListener(
  'load',
  () => {
    try {
      give();
    } catch (_error) {
      // A data layer that throws must not reach the page's error reporting from here.
    }
  },
  true,
);
