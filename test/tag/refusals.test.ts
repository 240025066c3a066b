import { expect, test } from '@jest/globals';
import { JSDOM } from 'jsdom';
import type { Template } from '../../src/sandbox/index.ts';
import { permissions } from '../../template/tag/permissions.ts';
import { message, template, visit } from './visit.ts';

const search = message('_search', { query: 'shoes' });
const goal = { action: 'goal', goal: 'Chat' };

test.each([
  ['an event', {}],
  ['a goal', goal],
])('on a page without https %s fails, with the reason', async (_what, fields) => {
  const { pushed, page, lines } = visit(fields, { url: 'http://www.example.com/', cookies: '' });
  expect(await pushed(search)).toEqual({ calls: ['failure'] });
  expect(page.requests).toEqual([]);
  expect(lines()).toEqual([
    'searchstax_search | Nothing sent: this page is not https, and GTM sends from https pages only.',
  ]);
});

test('on port 8443 events are sent, and a goal fails instead of going to another site', async () => {
  const url = 'https://www.example.com:8443/';
  const event = visit({}, { url });
  expect(await event.pushed(search)).toEqual({ calls: ['success'] });

  const { pushed, page, lines } = visit(goal, { url });
  expect(await pushed(search)).toEqual({ calls: ['failure'] });
  expect(page.requests).toEqual([]);
  expect(lines()[0]).toContain('www.example.com:8443');
});

test('a base element does not send the goal elsewhere', async () => {
  const url = 'https://www.example.com/shop/';
  const { window } = new JSDOM('<base href="https://cdn.example.net/x/">', { url });
  const { pushed, goals } = visit({ ...goal, pixelUrl: '-/media/x' }, { url, window });
  expect(await pushed({ event: 'a' })).toEqual({ calls: ['success'] });
  expect(goals()[0]?.href).toMatch(/^https:\/\/www\.example\.com\/-\/media\/x\?sc_trk=Chat&gtmcb=\d+$/);
});

/** The template as a container with a list of allowed addresses carries it. */
function allowing(...urls: string[]): Template {
  return { ...template, permissions: permissions(urls) as Template['permissions'] };
}

test('with a list of addresses, those on it are called and others fail with their reason', async () => {
  const tag = allowing(
    'https://analytics-us.searchstax.com/api/v2/track/*',
    'https://www.example.com/-/media/*',
  );
  const routes = [{ event: 'searchstax_search', action: 'goal', goal: 'Chat' }];
  const allowed = visit({ routes }, { tag });
  expect(await allowed.pushed(search)).toEqual({ calls: ['success'] });
  expect(allowed.page.requests).toHaveLength(2);

  const fields = { routes, analyticsHost: 'other.searchstax.com', pixelUrl: 'https://other.example.com/x' };
  const { pushed, page, lines } = visit(fields, { tag });
  expect(await pushed(search)).toEqual({ calls: ['failure'] });
  expect(page.requests).toEqual([]);
  expect(lines().map((line) => line.split(' | ')[1])).toEqual([
    expect.stringContaining('other.searchstax.com'),
    expect.stringContaining('https://other.example.com/x'),
  ]);
});

test('with an empty list nothing is called, and nothing breaks', async () => {
  const { pushed, page } = visit({}, { tag: allowing() });
  expect(await pushed(search)).toEqual({ calls: ['failure'] });
  expect(page.requests).toEqual([]);
});

test('where the template may set no cookie, events are sent all the same', async () => {
  const without = permissions().filter(({ instance }) => instance.key.publicId !== 'set_cookies');
  const tag = { ...template, permissions: without as Template['permissions'] };
  const { pushed, events } = visit({}, { tag, cookies: '' });
  expect(await pushed(search, search)).toEqual({ calls: ['success'] });
  expect(events()[0]).toEqual(events()[1]);
});
