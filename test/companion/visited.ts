import type { TestPage } from './page.ts';
import { openPage } from './page.ts';

/** Where events go. */
export const track = 'https://analytics-us.searchstax.com/api/v2/track/';

/** What the companion offers. */
export interface Global {
  version: string;
  deliver: (url: unknown, event: unknown) => boolean;
  consent: (granted: boolean) => unknown;
}

/** A status, a connection that fails, or a status with headers. */
export type Answer = number | 'fail' | { status: number; headers: Record<string, string> };

/** A page with the companion, whose `fetch` gives these answers in turn, the last one for ever. */
export function visit(answers: Answer[], setUp: Parameters<typeof openPage>[0] & { settings?: object } = {}) {
  const page = openPage(setUp);
  const requests: { at: number; event?: string; options: RequestInit; url: string }[] = [];
  page.window.fetch = ((url: string, options: RequestInit) => {
    const data = new URLSearchParams(String(options.body ?? '')).get('data');
    if (data) {
      requests.push({
        at: page.clock.now,
        event: Buffer.from(data, 'base64').toString('utf8'),
        options,
        url,
      });
    }
    const answer = data && answers.length > 1 ? answers.shift() : answers[0];
    if (answer === 'fail') return Promise.reject(new TypeError('Failed to fetch'));
    const response = typeof answer === 'object' ? answer : { status: answer, headers: {} };
    return Promise.resolve({ status: response.status, headers: new Headers(response.headers) });
  }) as typeof fetch;
  if (setUp.settings) page.window.searchstaxSitecore = setUp.settings;
  page.run();
  const global = page.window.searchstaxSitecore as Global;
  const deliver = (id: string) => global.deliver(track, { event: '_search', properties: { id } });
  const sent = () => requests.map((request) => JSON.parse(request.event ?? '').properties.id as string);
  return { page, global, requests, deliver, sent };
}

/** The names of what waits in storage. */
export const queued = (page: TestPage) =>
  Object.keys(page.window.localStorage).filter((name) => name.startsWith('searchstaxSitecore.q.'));
