import { setting } from './settings.ts';

/** How many messages are kept for a container that loads later. */
const MOST = 50;

/** The latest messages, and the names of the data layers that have got each. */
const messages: { message: object; had: string[] }[] = [];

/** The data layers that GTM on this page reads: containers may share one or have one each. */
function names(): string[] {
  const chosen = setting('dataLayer');
  if (chosen) return [chosen];
  const containers = Object((window as { google_tag_manager?: unknown }).google_tag_manager) as Record<
    string,
    { dataLayer?: { name?: unknown } } | undefined
  >;
  // Beside its containers (GTM-...), GTM keeps its own things there, and Google's other tags are no container.
  const found = Object.keys(containers)
    .filter((id) => !id.indexOf('GTM-'))
    .map((id) => Object(Object(containers[id]).dataLayer).name)
    .filter((name) => name && typeof name === 'string') as string[];
  return found[0] ? found : ['dataLayer'];
}

/** Gives every data layer what it has not had yet. */
function give(): void {
  messages.forEach((entry) => {
    names().forEach((name) => {
      if (entry.had.indexOf(name) >= 0) return;
      const page = window as unknown as Record<string, object[] | undefined>;
      page[name] = page[name] || [];
      entry.had.push(name);
      // GTM writes its own number into the message.
      page[name].push(Object.assign({}, entry.message));
    });
  });
}

/**
 * Pushes one message to the data layer that GTM on this page reads, which is made if there is none: the one that the
 * page's setting names, else what GTM's containers say themselves, else `dataLayer`. Where GTM, or another container,
 * only comes later and reads another one, that gets it then. Throws what a data layer throws.
 */
export function push(message: object): void {
  if (messages.push({ message: message, had: [] }) > MOST) messages.shift();
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
