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

const impressionCounts = [0, 10, 100, 1000];

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
