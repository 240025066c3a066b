import { describe, expect, test } from '@jest/globals';
import type { TestPage } from './page.ts';
import type { Answer } from './visited.ts';
import { queued, track, visit } from './visited.ts';

const leave = (page: TestPage) => page.window.dispatchEvent(new page.window.Event('pagehide'));
const origin = new URL(track).origin;

/** From now on, requests get no answer: those of a page that is about to be left, or that crashes. */
function silence(page: TestPage): void {
  const { fetch } = page.window as unknown as { fetch: (url: string, options: RequestInit) => unknown };
  page.window.fetch = ((url: string, options: RequestInit) => {
    fetch(url, options);
    return new Promise(() => {});
  }) as typeof page.window.fetch;
}

/** A visitor's next page, `ms` later. */
const nextPage = (page: TestPage, ms: number, answers: Answer[]) => {
  const next = visit(answers, { storage: page.window.localStorage, now: page.clock.now + ms });
  next.page.window.Math.random = () => 0.999;
  return next;
};

/** A page that has had `answer`, hands an event over `pause` later, and is left before the answer to that. */
async function leftInDoubt(answer: Answer, pause: number) {
  const given = visit([answer]);
  given.page.window.Math.random = () => 0;
  given.deliver('1');
  await given.page.pass(300);
  silence(given.page);
  await given.page.pass(pause);
  if (answer === 204) given.deliver('2');
  await given.page.pass(250);
  leave(given.page);
  return given;
}

/** Another tab has found since that the host fails. */
function sayFailed(page: TestPage): void {
  const storage = page.window.localStorage;
  const state = JSON.parse(storage.getItem('searchstaxSitecore.state1') as string);
  state[origin].f = 1;
  storage.setItem('searchstaxSitecore.state1', JSON.stringify(state));
}

describe('an event whose page is left before its answer', () => {
  test('has arrived, where the host has just taken others: it is not sent again', async () => {
    const { page, sent } = await leftInDoubt(204, 0);
    expect(sent()).toEqual(['1', '2']);
    const next = nextPage(page, 60_000, [503, 204]);
    next.deliver('3');
    await next.page.pass(60_000);
    expect(next.sent()).toEqual(['3', '3']);
    expect(queued(next.page)).toEqual([]);
  });

  test('has not, where the host fails soon afterwards, and took others long before', async () => {
    const { page, sent } = await leftInDoubt(204, 600_000);
    expect(sent()).toEqual(['1', '2']);
    const next = nextPage(page, 1000, [503, 204]);
    next.deliver('3');
    await next.page.pass(60_000);
    expect(next.sent()).toEqual(['3', '2', '3']);
    expect(queued(next.page)).toEqual([]);
  });

  test('is held until something tells, and what another host does tells nothing', async () => {
    const { page } = await leftInDoubt(204, 600_000);
    const next = nextPage(page, 1000, [503]);
    const other = track.replace('-us', '-eu');
    next.global.deliver(other, { event: '_search', properties: { id: 'other' } });
    await next.page.pass(500);
    expect(next.sent()).toEqual(['other']);
    const doubtful = queued(next.page).filter((name) => name.endsWith(track));
    expect(doubtful.length).toBe(1);
  });

  test('is asked about itself where its host has failed since and nothing else waits', async () => {
    const { page } = await leftInDoubt(204, 600_000);
    sayFailed(page);
    const next = nextPage(page, 1000, [204]);
    await next.page.pass(1000);
    expect(next.sent()).toEqual(['2']);
  });
});

describe('an event whose tab has crashed', () => {
  async function crashed() {
    const given = visit([204]);
    silence(given.page);
    given.deliver('1');
    await given.page.pass(250);
    expect(given.sent()).toEqual(['1']);
    return given;
  }

  test('is under way for as long as a request may take', async () => {
    const { page } = await crashed();
    const next = nextPage(page, 60_000, [503, 204]);
    next.deliver('2');
    await next.page.pass(10_000);
    expect(next.sent()).toEqual(['2', '2']);
    expect(queued(next.page).length).toBe(1);
  });

  test('is in doubt from then on', async () => {
    const { page } = await crashed();
    const next = nextPage(page, 80_000, [204]);
    next.deliver('2');
    await next.page.pass(10_000);
    expect(next.sent()).toEqual(['2']);
    expect(queued(next.page)).toEqual([]);
  });
});

describe('what is handed to the browser when a page is left', () => {
  /** A page that has sent some, and holds the turn with one more under way while others wait. */
  async function leaving(before: number, waiting: number, query = '') {
    const given = visit([204]);
    for (let id = 0; id < before; id++) given.deliver(`before ${id}`);
    await given.page.pass(before * 100 + 300);
    silence(given.page);
    for (let id = 0; id < waiting; id++)
      given.global.deliver(track, { event: '_search', properties: { id: String(id), query } });
    await given.page.pass(250);
    const sent = given.sent().length;
    leave(given.page);
    return given.sent().length - sent;
  }

  test('is ten at a time or so, which keeps below 20 a second', async () => {
    const count = await leaving(0, 30);
    expect(count).toBeGreaterThanOrEqual(8);
    expect(count).toBeLessThanOrEqual(11);
  });

  test('is fewer where the page has sent some before', async () => {
    const count = await leaving(5, 30);
    expect(count).toBeGreaterThanOrEqual(2);
    expect(count).toBeLessThanOrEqual(4);
  });

  test('is no more than the 60 KB that browsers carry, with what is under way', async () => {
    // About 13,000 characters each, as a body: the fifth would be too much.
    expect(await leaving(0, 8, 'x'.repeat(9500))).toBe(3);
  });
});

test('requests start 60 ms apart, as long as nothing else is said', async () => {
  const { page, deliver, requests } = visit([204]);
  for (let id = 0; id < 6; id++) deliver(String(id));
  await page.pass(1000);
  const gaps = requests.slice(1).map((request, index) => request.at - (requests[index]?.at ?? 0));
  expect(gaps).toEqual([60, 60, 60, 60, 60]);
});

/** An event has failed, and the network is back before its wait is over. */
async function backOnline(answers: Parameters<typeof visit>[0]) {
  const { page, deliver, sent } = visit(answers);
  page.window.Math.random = () => 0.999;
  deliver('1');
  await page.pass(400);
  page.window.dispatchEvent(new page.window.Event('online'));
  return { page, sent };
}

test('what waits is tried at once when the network is back', async () => {
  const { page, sent } = await backOnline(['fail', 204]);
  await page.pass(300);
  expect(sent()).toEqual(['1', '1']);
});

test('a Retry-After of a day is believed for an hour', async () => {
  const { page, deliver, sent } = visit([{ status: 429, headers: { 'Retry-After': '86400' } }, 204]);
  deliver('1');
  await page.pass(3_500_000);
  expect(sent()).toEqual(['1']);
  await page.pass(200_000);
  expect(sent()).toEqual(['1', '1']);
});

test('the network’s return counts for one try: after another failure, waits are kept to', async () => {
  const { page, sent } = await backOnline(['fail']);
  await page.pass(1500);
  expect(sent()).toEqual(['1', '1']);
});

test('an event that gave way to another has its turn again as soon as that is taken', async () => {
  const { page, deliver, sent } = visit([500, 500, 500, 500, 204]);
  for (const id of ['1', '2', '3']) deliver(id);
  await page.pass(60_000);
  expect(sent()).toEqual(['1', '1', '1', '1', '2', '1', '3']);
});

describe('a host that was read before', () => {
  /** It takes one event, and hides its later answers while `hides` says so. */
  async function read(hides: () => boolean) {
    const given = visit([204]);
    given.page.window.Math.random = () => 0.5;
    given.deliver('0');
    await given.page.pass(300);
    const { fetch } = given.page.window as unknown as {
      fetch: (url: string, options: RequestInit) => Promise<unknown>;
    };
    given.page.window.fetch = ((url: string, options: RequestInit) => {
      const answer = fetch(url, options);
      return hides() && options.mode === 'cors' ? Promise.reject(new TypeError('Failed to fetch')) : answer;
    }) as typeof given.page.window.fetch;
    return given;
  }

  test('is asked once about each answer that is hidden', async () => {
    let questions = 0;
    const { page, deliver, sent } = await read(() => true);
    const { fetch } = page.window as unknown as {
      fetch: (url: string, options: RequestInit) => Promise<unknown>;
    };
    page.window.fetch = ((url: string, options: RequestInit) => {
      // One only tells whether there is an answer at all.
      if (!String(options.body) && options.mode === 'cors') questions++;
      return fetch(url, options);
    }) as typeof page.window.fetch;
    deliver('1');
    await page.pass(5000);
    expect(questions).toBeGreaterThan(1);
    expect(questions).toBe(sent().filter((id) => id === '1').length);
  });

  test('and hides its answers for a moment, gets the event again', async () => {
    let hidden = 2;
    const { page, deliver, sent } = await read(() => hidden-- > 0);
    deliver('1');
    await page.pass(30_000);
    expect(sent()).toEqual(['0', '1', '1']);
  });

  test('and hides them from then on, gets it a few times, and the next one once', async () => {
    const { page, deliver, sent } = await read(() => true);
    deliver('1');
    await page.pass(600_000);
    expect(sent().length).toBeGreaterThan(3);
    expect(sent().length).toBeLessThan(9);
    expect(queued(page)).toEqual([]);
    const before = sent().length;
    deliver('2');
    await page.pass(600_000);
    expect(sent().slice(before)).toEqual(['2']);
    expect(queued(page)).toEqual([]);
  });
});

test('a host that was out of reach, and then hides its answers, gets events once, and nothing is said', async () => {
  const { page, deliver, sent } = visit([204]);
  const { fetch } = page.window as unknown as { fetch: (url: string, options: RequestInit) => unknown };
  let isAway = true;
  page.window.fetch = ((url: string, options: RequestInit) => {
    if (!isAway) fetch(url, options);
    return isAway || options.mode === 'cors'
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve({ status: 0, headers: new Headers() });
  }) as typeof page.window.fetch;
  deliver('1');
  await page.pass(500);
  isAway = false;
  await page.pass(60_000);
  deliver('2');
  await page.pass(60_000);
  expect(sent()).toEqual(['1', '2']);
  expect(queued(page)).toEqual([]);
  expect(page.warnings).toEqual([]);
});

test('an event in doubt is sent after what waits, whose answer may decide about it', async () => {
  const { page } = await leftInDoubt(204, 600_000);
  sayFailed(page);
  const next = nextPage(page, 1000, [204]);
  next.deliver('3');
  await next.page.pass(1000);
  expect(next.sent()[0]).toBe('3');
});

describe('a connection that breaks, and a page that is left before it is known why', () => {
  /** Events get no answer, and the questions about that none so far. */
  async function broken(before: string[]) {
    const given = visit([204]);
    for (const id of before) given.deliver(id);
    await given.page.pass(300);
    const { fetch } = given.page.window as unknown as {
      fetch: (url: string, options: RequestInit) => unknown;
    };
    given.page.window.fetch = ((url: string, options: RequestInit) => {
      fetch(url, options);
      return String(options.body) ? Promise.reject(new TypeError('Failed to fetch')) : new Promise(() => {});
    }) as typeof given.page.window.fetch;
    given.deliver('lost');
    await given.page.pass(500);
    leave(given.page);
    await given.page.pass(0);
    const next = nextPage(given.page, 1000, [204]);
    next.deliver('next');
    await next.page.pass(1000);
    return next.sent();
  }

  test('of a host whose answers can be read: it has not had the event, which is sent again', async () => {
    expect(await broken(['before'])).toEqual(['lost', 'next']);
  });

  test('of a host that nothing is known about: it may have had the event, which is not', async () => {
    expect(await broken([])).toEqual(['next']);
  });
});

test('an answer that comes after consent was withdrawn writes nothing', async () => {
  const { page, global, deliver } = visit([204]);
  const { fetch } = page.window as unknown as {
    fetch: (url: string, options: RequestInit) => Promise<Response>;
  };
  page.window.fetch = ((url: string, options: RequestInit) => {
    const answer = fetch(url, options);
    return new Promise<Response>((resolve) => page.window.setTimeout(() => resolve(answer), 500));
  }) as typeof page.window.fetch;
  global.consent(true);
  deliver('1');
  await page.pass(300);
  global.consent(false);
  await page.pass(5000);
  expect(Object.keys(page.window.localStorage)).toEqual([]);
});

test('a turn ends when the page is in the background, after each event', async () => {
  const { page, deliver, sent } = visit([204]);
  Object.defineProperty(page.window.document, 'hidden', { value: true });
  for (const id of ['1', '2', '3']) deliver(id);
  const { removeItem } = page.window.Storage.prototype;
  let turns = 0;
  page.window.Storage.prototype.removeItem = function (name: string) {
    if (name === 'searchstaxSitecore.lock') turns++;
    removeItem.call(this, name);
  };
  await page.pass(5000);
  expect(sent()).toEqual(['1', '2', '3']);
  expect(turns).toBe(3);
});

test('a turn with many events ends after some seconds, and goes on when the others had theirs', async () => {
  const { page, deliver, sent } = visit([204]);
  for (let id = 0; id < 150; id++) deliver(String(id));
  const storage = page.window.localStorage;
  await page.pass(2000);
  const { setItem } = page.window.Storage.prototype;
  page.window.Storage.prototype.setItem = function (name: string, value: string) {
    // Another tab is quicker.
    setItem.call(this, name, name === 'searchstaxSitecore.lock' ? `other ${page.clock.now}` : value);
  };
  await page.pass(10_000);
  const had = sent().length;
  expect(had).toBeLessThan(150);
  await page.pass(5000);
  expect(sent().length).toBe(had);
  page.window.Storage.prototype.setItem = setItem;
  storage.removeItem('searchstaxSitecore.lock');
  await page.pass(15_000);
  expect(sent().length).toBe(150);
});
