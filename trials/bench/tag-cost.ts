import { fire, type Template } from '../../src/sandbox/index.ts';
import { median } from './median.ts';
import { countSteps, type Steps } from './steps.ts';
import { fields, searchedPage } from './visit.ts';

/** What one search with so many impressions costs, beside the least template that could send it. */
export interface TagCost {
  impressions: number;
  /** Milliseconds an event, medians of interleaved rounds. */
  tag: number;
  least: number;
  ratio: number;
  steps: Steps;
  leastSteps: Steps;
}

const impressionCounts = [0, 10, 20, 100];

const rounds = 15;

/** Measures both templates in turns, so that whatever else the machine does slows both. */
export async function measureTag(tag: Template, least: Template): Promise<TagCost[]> {
  const times = impressionCounts.map(() => ({ tag: [] as number[], least: [] as number[] }));
  for (let round = -2; round < rounds; round++) {
    for (const [index, impressions] of impressionCounts.entries()) {
      for (const [name, template] of [['tag', tag] as const, ['least', least] as const]) {
        const time = await timeOf(template, impressions);
        // The first rounds compile the templates and warm the engine up.
        if (round >= 0) times[index]?.[name].push(time);
      }
    }
  }
  return impressionCounts.map((impressions, index) => {
    const measured = { tag: median(times[index]?.tag ?? []), least: median(times[index]?.least ?? []) };
    return {
      impressions,
      ...measured,
      ratio: measured.tag / measured.least,
      steps: countSteps(tag, searchedPage(impressions)),
      leastSteps: countSteps(least, searchedPage(impressions)),
    };
  });
}

/** Milliseconds that one firing takes, of several on one page. */
async function timeOf(template: Template, impressions: number): Promise<number> {
  const page = searchedPage(impressions);
  const firings = impressions > 100 ? 5 : 20;
  const started = performance.now();
  for (let eventId = 1; eventId <= firings; eventId++) fire(page, template, fields, { eventId });
  const time = (performance.now() - started) / firings;
  await page.settled();
  if (page.requests.length !== firings) throw new Error(`${page.requests.length} requests of ${firings}`);
  return time;
}

/** Firings that are no search by a visitor who is known: what they cost, in operations and the like. */
export function countFirings(tag: Template): { firing: string; steps: Steps }[] {
  const later = searchedPage(20);
  countSteps(tag, later);
  const click = searchedPage(20);
  click.push({
    event: 'searchstax_searchclick',
    searchstax: {
      query: 'running shoes',
      cDocId: '/shoes/2',
      cDocTitle: 'Running shoe number 2',
      position: 2,
    },
  });
  const ga4 = searchedPage(0);
  ga4.push({
    event: 'view_search_results',
    searchstax: null,
    search_term: 'boots',
    items: Array.from({ length: 20 }, (_, index) => ({
      item_id: `b${index}`,
      item_name: `Boot ${index}`,
      index,
    })),
  });
  const chat = searchedPage(0);
  chat.push({ event: 'chat_open' });
  return [
    { firing: 'a search, of a new visitor', steps: countSteps(tag, searchedPage(0, '')) },
    { firing: 'a second search on the page, 20 impressions', steps: countSteps(tag, later) },
    { firing: 'a click', steps: countSteps(tag, click) },
    {
      firing: "a search in GA4's form, 20 items",
      steps: countSteps(tag, ga4, {
        ...fields,
        routes: [{ event: 'view_search_results', action: '_search' }],
      }),
    },
    {
      firing: 'a goal',
      steps: countSteps(tag, chat, { ...fields, action: 'goal', goal: 'Chat requested' }),
    },
  ];
}
