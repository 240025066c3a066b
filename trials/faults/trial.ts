import type { Browser, Page, Request } from 'playwright-core';
import type { Received } from '../../src/receiver/index.ts';
import { type Endpoint, key, startEndpoint } from './endpoint.ts';
import { type Fault, faults } from './faults.ts';
import { startSite } from './site.ts';

export interface TrialOptions {
  companion: string;
  browser: Browser;
  /** How many events are handed over, spread evenly over the pages. */
  events: number;
  /** How many pages are visited; each has a fault of its own, in turn. */
  navigations: number;
  faults?: Fault[];
  /** Called when a page is left. */
  progress?: (line: string) => void;
  /** How long nothing may arrive before the rest counts as lost, ms. @default 90000 */
  patience?: number;
}

/** What the endpoint got of the events that belong to one page. */
export interface PageResult {
  fault: string;
  handedOver: number;
  requests: number;
}

export interface TrialResult {
  handedOver: number;
  /** Numbers of events that never were accepted, and of those accepted more than once. */
  lost: number[];
  doubled: number[];
  /** Numbers of events accepted after a later one. */
  late: number[];
  /** Events with a wrong key: each must be asked about once, and never again. */
  wrongKeys: number;
  refused: number;
  requests: number;
  seconds: number;
  /** The most requests that pages started within any second: on a loaded machine they arrive in bunches. */
  busiestSecond: number;
  statuses: Record<string, number>;
  warnings: number;
  pages: PageResult[];
}

/** The companion's queue holds 2,000 events: a site that hands over more at once loses the oldest, by design. */
const mostWaiting = 1500;

/** Hands events to the companion on page after page while the endpoint fails, and counts what became of them. */
export async function runTrial(options: TrialOptions): Promise<TrialResult> {
  const { browser, events, navigations, patience = 90_000 } = options;
  const turns = options.faults ?? faults;
  const site = await startSite(options.companion);
  const endpoint = await startEndpoint();
  const context = await browser.newContext();
  const starts: number[] = [];
  await context.exposeFunction('startedAt', (time: number) => {
    starts.push(time);
  });
  await context.addInitScript(() => {
    const { fetch } = window;
    window.fetch = (...request) => {
      (window as unknown as { startedAt(time: number): void }).startedAt(Date.now());
      return fetch(...request);
    };
  });
  const page = await context.newPage();
  let warnings = 0;
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings++;
  });
  const started = Date.now();
  const pages: PageResult[] = [];
  const wrong = new Set<number>();
  /** Those of several tabs, or of a page that was being left, have no order. */
  const unordered = new Set<number>();
  let last = 0;
  try {
    for (let visit = 0; visit < navigations; visit++) {
      const fault = turns[visit % turns.length] as Fault;
      await page.goto(`${site.url}/page-${visit}`);
      // What the last page has handed to the browser arrives before the next fault begins: nobody hears those answers.
      await page.waitForTimeout(500);
      const before = endpoint.received().length;
      const first = last + 1;
      last = Math.round((events * (visit + 1)) / navigations);
      const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      if (fault.wrongKeys) for (const number of numbers) if (number % 10 === 0) wrong.add(number);
      const poisoned = fault.poison ? numbers[5] : undefined;
      if (poisoned) unordered.add(poisoned);
      // A request that hangs holds up its own event, and no other.
      if (fault.stay) unordered.add(first);
      if (fault.tabs || fault.last) for (const number of numbers) unordered.add(number);
      // What the fault does to the storage, it must not do to what earlier pages have left there.
      if (fault.meanwhile) await until(endpoint, first - 1, patience);
      if (poisoned || fault.stall) await meddle(page, endpoint.url, poisoned, fault.stall);
      const begun = fault.begin(endpoint);
      const farewell = numbers.splice(numbers.length - (fault.last ?? 0));
      const others = await Promise.all(
        Array.from({ length: (fault.tabs ?? 1) - 1 }, async () => {
          const tab = await context.newPage();
          await tab.goto(`${site.url}/tab`);
          return tab;
        }),
      );
      const tabs = [page, ...others];
      await Promise.all(
        tabs.map((tab, index) =>
          handOver(
            tab,
            endpoint.url,
            numbers.filter((number) => number % tabs.length === index),
            [...wrong],
          ),
        ),
      );
      await fault.meanwhile?.(page);
      await begun;
      // Some pages are left with nearly everything still waiting, some with little. None before the endpoint has
      // answered at all: of an endpoint that nothing is known about, nobody can tell what it did with an event.
      const mayWait =
        fault.stay || fault.tabs || fault.poison
          ? 0
          : Math.min(mostWaiting, visit % 3 === 0 ? numbers.length - 3 : 5);
      await until(endpoint, last - farewell.length - (poisoned ? 1 : 0) - mayWait, patience);
      await page.unrouteAll();
      for (const tab of others) await tab.close();
      await handOver(page, endpoint.url, farewell, [...wrong]);
      const requests = endpoint.received().length - before;
      pages.push({ fault: fault.name, handedOver: numbers.length + farewell.length, requests });
      options.progress?.(
        `page ${visit + 1} of ${navigations}, ${fault.name}: ${settledIn(endpoint)} of ${last} events settled`,
      );
    }
    endpoint.set({});
    await page.goto(`${site.url}/last`);
    await until(endpoint, events, patience);
    // A second sending would come within this time.
    await page.waitForTimeout(1500);
    const seconds = (Date.now() - started) / 1000;
    return {
      ...verdict(endpoint.received(), events, wrong, unordered),
      busiestSecond: busiest(starts.sort()),
      seconds,
      warnings,
      pages,
    };
  } finally {
    await context.close();
    await endpoint.close();
    await site.close();
  }
}

/** Answers 500 to one event, and lets the next one reach the endpoint only after so long, if it is not ended before. */
async function meddle(page: Page, url: string, poisoned?: number, stall?: number): Promise<void> {
  let wait = stall;
  await page.route(url, async (route) => {
    const data = new URLSearchParams(route.request().postData() ?? '').get('data') ?? '';
    if (Buffer.from(data, 'base64').toString('utf8').includes(`"event ${poisoned}"`))
      return route.fulfill({ status: 500, headers: { 'access-control-allow-origin': '*' } });
    const its = wait;
    wait = 0;
    if (its && (await endsWithin(page, route.request(), its))) return route.abort().catch(() => {});
    return route.continue().catch(() => {});
  });
}

/** Whether the page ends a request that is held back, before so long, ms: then it must not go on when routing ends. */
function endsWithin(page: Page, held: Request, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), ms).unref();
    page.on('requestfailed', (request) => {
      if (request === held) resolve(true);
    });
  });
}

/** Calls the companion as the tag does, once for each event. */
async function handOver(page: Page, url: string, numbers: number[], wrong: number[]): Promise<void> {
  const refused = await page.evaluate(
    ([to, list, wrongOnes, goodKey]) => {
      const { searchstaxSitecore } = window as unknown as {
        searchstaxSitecore: { deliver(url: string, event: object): boolean };
      };
      return list.filter((number) => {
        const key = wrongOnes.includes(number) ? 'wrong' : goodKey;
        const properties = { key, session: 's', _vid: 'v', query: `event ${number}` };
        return !searchstaxSitecore.deliver(to, { event: '_search', properties });
      });
    },
    [url, numbers, wrong, key] as const,
  );
  if (refused.length > 0) throw new Error(`The companion did not take ${refused.length} events.`);
}

function numberOf({ event }: Received): number {
  const { properties } = (event ?? {}) as { properties?: { query?: string } };
  return Number(properties?.query?.replace('event ', '') ?? Number.NaN);
}

function isSettled({ verdict, reason }: Received): boolean {
  return verdict === 'accepted' || (verdict === 'refused' && /no tracking key/.test(reason ?? ''));
}

function settledIn(endpoint: Endpoint): number {
  return new Set(endpoint.received().filter(isSettled).map(numberOf)).size;
}

/** Waits until so many events were accepted or refused for good, or until nothing has arrived for too long. */
async function until(endpoint: Endpoint, count: number, patience: number): Promise<void> {
  let seen = -1;
  let since = Date.now();
  while (settledIn(endpoint) < count && Date.now() - since < patience) {
    const { length } = endpoint.received();
    if (length !== seen) {
      seen = length;
      since = Date.now();
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function verdict(
  received: Received[],
  events: number,
  wrong: Set<number>,
  unordered: Set<number>,
): Omit<TrialResult, 'busiestSecond' | 'seconds' | 'warnings' | 'pages'> {
  // The companion's questions about CORS carry no data: they count as requests, not as events.
  const accepted = received.filter((one) => one.verdict === 'accepted').map(numberOf);
  const times = new Map<number, number>();
  for (const number of accepted) times.set(number, (times.get(number) ?? 0) + 1);
  const expected = Array.from({ length: events }, (_, index) => index + 1).filter(
    (number) => !wrong.has(number),
  );
  const ordered = accepted.filter((number) => !unordered.has(number));
  // What goes at once when a page is left arrives in whatever order.
  const atOnce = 10;
  const statuses: Record<string, number> = {};
  for (const { status } of received)
    statuses[status || 'no answer'] = (statuses[status || 'no answer'] ?? 0) + 1;
  return {
    handedOver: events,
    lost: expected.filter((number) => !times.has(number)),
    doubled: [...times].filter(([, count]) => count > 1).map(([number]) => number),
    late: ordered.filter(
      (number, index) =>
        index > 0 && number + atOnce < Math.max(...ordered.slice(Math.max(0, index - 50), index)),
    ),
    wrongKeys: wrong.size,
    refused: received.filter((one) => isSettled(one) && one.verdict === 'refused').length,
    requests: received.length,
    statuses,
  };
}

function busiest(times: number[]): number {
  let from = 0;
  let most = 0;
  times.forEach((time, index) => {
    while (time - (times[from] as number) >= 1000) from++;
    most = Math.max(most, index - from + 1);
  });
  return most;
}
