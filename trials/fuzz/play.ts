import { createPage, type Page, type Template } from '../../src/sandbox/index.ts';
import { fireWatched, type WatchedFiring } from './firing.ts';
import type { Visit } from './visit.ts';

export interface Played {
  visit: Visit;
  page: Page;
  firings: WatchedFiring[];
}

/** Plays a visit: its tags on its page, step by step, until everything that will come has come. */
export async function play(visit: Visit, template: Template): Promise<Played> {
  const firings: WatchedFiring[] = [];
  let asked = 0;
  const page = createPage({
    url: visit.url,
    cookies: visit.cookies,
    preview: visit.preview,
    ...(visit.consent && { consent: { analytics_storage: visit.consent } }),
    window: windowOf(visit),
    answer: () => visit.answers[asked++ % visit.answers.length] ?? 'load',
  });
  page.onEvent((_event, _message, eventId) => {
    for (const fields of visit.tags) firings.push(fireWatched(page, template, fields, eventId));
  });
  for (const step of visit.steps) {
    if ('push' in step) page.push(step.push);
    else if ('consent' in step) page.updateConsent({ analytics_storage: step.consent });
    else await page.settled();
  }
  await page.settled();
  return { visit, page, firings };
}

/** The page's globals: the companion, where there is one. */
function windowOf({ companion }: Visit): object {
  if (!companion) return {};
  let asked = 0;
  const deliver = (_url: unknown, _event: unknown, note: unknown) => {
    if (typeof note === 'function') note('it was sent already.');
    return companion.answers[asked++ % companion.answers.length];
  };
  return { searchstaxSitecore: { deliver, consent: () => true, version: companion.version } };
}
