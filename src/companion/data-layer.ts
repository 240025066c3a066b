import { page } from './page.ts';
import { setting } from './settings.ts';

/** So many messages are kept at most for a container that loads later. */
const MOST = 99;

/** The latest messages, and how many of them each data layer has got. */
let messages: object[] = [];
let given: Record<string, number> = {};

/** Gives every data layer that GTM on this page reads what it has not had yet. Throws what a data layer throws. */
export function give(): void {
  const containers = Object(page.google_tag_manager);
  const own = setting('dataLayer');
  const names = own
    ? [own]
    : Object.keys(containers)
        // Beside its containers, which may share a data layer or not, GTM keeps its own things there; and Google's other
        // tags are no container.
        .map((id) => /^GTM-/.test(id) && Object(Object(containers[id]).dataLayer).name)
        .filter((name) => name && `${name}` === name);
  (names[0] ? names : ['dataLayer']).forEach((name) => {
    for (let at = given[name] || 0; at < messages.length; ) {
      page[name] = page[name] || [];
      // GTM writes its own number into the message.
      const copy = Object.assign({}, messages[at]);
      given[name] = ++at;
      (page[name] as object[]).push(copy);
    }
  });
}

/**
 * Pushes one message to the data layer that GTM on this page reads, which is made if there is none: the one that the
 * page's setting names, else what GTM's containers say themselves, else `dataLayer`. Where GTM, or another container,
 * only comes later and reads another one, that gets it then: see watch. Throws what a data layer throws.
 */
export function push(message: object): void {
  if (messages.length >= MOST) {
    messages = [];
    given = {};
  }
  messages.push(message);
  give();
}
