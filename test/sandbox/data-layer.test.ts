import { expect, test } from '@jest/globals';
import { createPage } from '../../src/sandbox/page.ts';
import { allowed, run } from './running.ts';

const copy = "const copy = require('copyFromDataLayer');";

test('a gtag event keeps its parameters under eventModel for as long as it is processed', () => {
  const page = createPage();
  const { dataLayer } = page.window as { dataLayer: unknown[] };
  function gtag(..._command: unknown[]) {
    // biome-ignore lint/complexity/noArguments: what gtag pushes is the arguments object itself.
    dataLayer.push(arguments);
  }
  const seen: unknown[] = [];
  const read = (key: string) => page.dataLayer.read(key, 2);
  page.onEvent((event) => seen.push([event, read('eventModel'), read('search_term')]));
  gtag('event', 'view_search_results', { search_term: 'x', items: [{ item_id: 'a' }] });
  dataLayer.push({ event: 'later' });
  expect(seen).toStrictEqual([
    ['view_search_results', { search_term: 'x', items: [{ item_id: 'a' }] }, undefined],
    ['later', undefined, undefined],
  ]);
});

test('version 2 merges arrays index by index, version 1 holds the last push', () => {
  const page = createPage();
  page.push({ list: [1, 2, 3] });
  page.push({ list: [9] });
  expect(run(`${copy} out(copy('list')); out(copy('list', 1));`, { page }).out).toStrictEqual([
    [9, 2, 3],
    [9],
  ]);
});

test('a dotted key in a push means a path, and in version 1 the key itself', () => {
  const page = createPage();
  page.push({ 'a.b': 1, a: { c: 2 } });
  expect(run(`${copy} out(copy('a')); out(copy('a.b', 1)); out(copy('a', 1));`, { page }).out).toStrictEqual([
    { b: 1, c: 2 },
    1,
    { c: 2 },
  ]);
});

test('a null on the way to a path gives false, a missing step undefined', () => {
  const page = createPage();
  page.push({ a: { b: null } });
  expect(
    run(`${copy} out(copy('a.b')); out(copy('a.b.c')); out(copy('a.x.y'));`, { page }).out,
  ).toStrictEqual([null, false, undefined]);
});

test('data with a key hasOwnProperty aborts the copy', () => {
  const page = createPage();
  page.push({ a: { hasOwnProperty: 1 } });
  expect(run(`${copy} copy('a'); out('after');`, { page }).error).toMatch(/hasOwnProperty is not a function/);
});

test('events are heard in the order in which they were pushed, those pushed meanwhile last', () => {
  const page = createPage();
  const heard: string[] = [];
  page.onEvent((event) => {
    heard.push(event);
    if (event === 'one') page.push({ event: 'three' });
    if (event === 'one') heard.push('done');
  });
  page.push({ event: 'one' });
  page.push({ noEvent: true });
  expect(heard).toEqual(['one', 'done', 'three']);
});

test('what lay in the data layer before the container came is known, and pushes by the page arrive', () => {
  const window = { dataLayer: [{ early: 1 }] };
  const page = createPage({ window });
  window.dataLayer.push({ late: 2 } as never);
  expect(run(`${copy} out([copy('early'), copy('late')]);`, { page }).out).toStrictEqual([[1, 2]]);
});

test('a pushed function reads and writes the merged model alone', () => {
  const page = createPage();
  page.push({ a: { b: 1 } });
  page.push(function (this: { get(key: string): number; set(key: string, value: unknown): void }) {
    this.set('a.c', this.get('a.b') + 1);
  });
  expect(run(`${copy} out(copy('a')); out(copy('a.c', 1));`, { page }).out).toStrictEqual([
    { b: 1, c: 2 },
    undefined,
  ]);
});

test('a pushed list calls a method of a value in the merged model', () => {
  const page = createPage();
  page.push({ cart: { items: ['a'] } });
  page.push(['cart.items.push', 'b']);
  page.push(['nothing.push', 'c']);
  expect(run(`${copy} out(copy('cart.items'));`, { page }).out).toStrictEqual([['a', 'b']]);
});

test('the parameters of a gtag event last until the next push', () => {
  const page = createPage();
  const seen: unknown[] = [];
  page.onEvent(() => seen.push(page.dataLayer.read('eventModel.value', 2)));
  page.push(command('event', 'purchase', { value: 5 }));
  page.push(command('event', 'purchase'));
  page.push(command('event', 'purchase', 'rubbish'));
  expect(seen).toStrictEqual([5, undefined]);
});

test('gtag sets replace what was there', () => {
  const page = createPage();
  page.push({ user: { id: 1, plan: 'free' } });
  page.push(command('set', { user: { id: 2 } }));
  page.push(command('set', 'currency', 'EUR'));
  expect(run(`${copy} out([copy('user'), copy('currency')]);`, { page }).out).toStrictEqual([
    [{ id: 2 }, 'EUR'],
  ]);
});

test('an event finds its own push by the number that the push was given', () => {
  const window: Record<string, unknown> = {};
  const page = createPage({ window });
  page.onEvent(() => {});
  page.push({ event: 'one' });
  page.push({ event: 'two' });
  const [one, two] = window.dataLayer as Record<string, number>[];
  expect(two?.['gtm.uniqueEventId']).toBe((one?.['gtm.uniqueEventId'] ?? 0) + 1);
  expect(page.dataLayer.read('gtm.uniqueEventId', 2)).toBe(two?.['gtm.uniqueEventId']);
});

test('push tells the page whether to wait: false when a tag fired, true within a push', () => {
  const window: Record<string, unknown> = {};
  const page = createPage({ window });
  const { dataLayer } = window as { dataLayer: { push(message: object): boolean } };
  const within: boolean[] = [];
  page.onEvent((event) => {
    if (event === 'outer') within.push(dataLayer.push({ event: 'inner' }));
    return event === 'outer';
  });
  expect([dataLayer.push({ a: 1 }), dataLayer.push({ event: 'outer' }), ...within]).toEqual([
    true,
    false,
    true,
  ]);
});

test("a template's own push is in window.dataLayer, and its data out of sight of copyFromWindow", () => {
  const permissions = {
    ...allowed,
    access_globals: { keys: [{ key: 'dataLayer', read: true, write: true }] },
  };
  const page = createPage();
  page.onEvent(() => {});
  page.push({ first: 1 });
  const push = "require('createQueue')('dataLayer')({ second: 2 });";
  const { out } = run(`${copy} ${push} out(require('copyFromWindow')('dataLayer')); out(copy('second'));`, {
    page,
    permissions,
  });
  const [pushes, second] = out as [unknown[], number];
  expect([...pushes]).toStrictEqual([{ first: 1 }, undefined]);
  expect(second).toBe(2);
});

test('without a container nothing is added to what the page pushes, and push gives the length', () => {
  const window: Record<string, unknown> = {};
  createPage({ window });
  const { dataLayer } = window as { dataLayer: object[] };
  expect(dataLayer.push({ event: 'one' })).toBe(1);
  expect(dataLayer[0]).toEqual({ event: 'one' });
});

function command(..._parts: unknown[]): IArguments {
  // biome-ignore lint/complexity/noArguments: gtag pushes this very object.
  return arguments;
}
