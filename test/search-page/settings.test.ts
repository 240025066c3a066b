import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { parse } from 'acorn';
import { openSearch, reader, results } from './reading.ts';

const list = `<p class="count">42 results</p><ul>${results(1, 3)}</ul>`;
const query = async (url: string, settings = {}) => {
  const page = openSearch(list, url, { results: '.hit', ...settings });
  await page.pass(700);
  return page.news()[0]?.[1].query;
};

test('the script is ES5, at most 3.5 KB gzipped, and can stand in a Custom HTML tag', () => {
  parse(reader, { ecmaVersion: 5 });
  expect(gzipSync(reader, { level: 9 }).length).toBeLessThanOrEqual(3584);
  expect(reader).not.toMatch(/\{\{|<\/script|<!--/i);
});

test.each([
  ['/?q=boots', 'boots'],
  ['/?searchstax%5Bquery%5D=boots%20red', 'boots red'],
  ['/?searchstax[query]=boots+red', 'boots red'],
  ['/?keywords=boots', 'boots'],
  ['/#q=boots&e=0', 'boots'],
  ['/#/search?query=boots', 'boots'],
  ['/?q=old#q=new', 'new'],
  ['/?q=%20boots%20', 'boots'],
  ['/?q=100%', '100%'],
  ['/?page=2', undefined],
])('the query of %s', async (url, expected) => {
  expect(await query(url)).toBe(expected);
});

test('the query in a parameter of another name, or with SXA’s signature', async () => {
  expect(await query('/?suche=boots', { queryParameter: 'suche' })).toBe('boots');
  expect(await query('/#shop_q=boots', { preset: 'sxa', signature: 'shop' })).toBe('boots');
});

test('true for usable settings, and only for those', () => {
  const page = openSearch(list, undefined, null);
  expect(
    [undefined, null, {}, { results: '' }, { results: '{{Results}}' }, { results: 'li[' }].map(page.read),
  ).toEqual([false, false, false, false, false, false]);
  expect([{ results: '.hit' }, { preset: 'sxa' }, { preset: 'searchstax' }].map(page.read)).toEqual([
    true,
    true,
    true,
  ]);
});

test('the same results again change nothing; others are read as well', async () => {
  const page = openSearch(`${list}<a class="other" href="/other">Other</a>`);
  expect(page.read({ results: '.hit', total: '.count' })).toBe(true);
  expect(page.read({ results: '.other' })).toBe(true);
  await page.pass(700);
  expect(page.news()).toHaveLength(2);
});

test('what the page and the companion put into the shared global stays; a frozen one is copied', () => {
  for (const isFrozen of [false, true]) {
    const page = openSearch(list, undefined, null);
    const settings = { widgets: ['intercom'] };
    page.window.searchstaxSitecore = isFrozen ? Object.freeze(settings) : settings;
    page.window.eval(reader);
    expect(page.window.searchstaxSitecore).toMatchObject({
      widgets: ['intercom'],
      readSearchPage: expect.any(page.window.Function),
    });
    expect(page.window.searchstaxSitecore === settings).toBe(!isFrozen);
  }
});

test('a wrong selector is named in one line, as the guide quotes it, if the page is asked to debug', async () => {
  const guide = readFileSync('docs/search-page.md', 'utf8');
  const silent = openSearch(list, undefined, { results: '.hits' });
  await silent.pass(12_000);
  expect(silent.lines).toEqual([]);
  for (const [url, settings] of [
    ['/search?q=boots&searchstax-debug', {}],
    ['/search?q=boots', { debug: true }],
  ] as const) {
    const page = openSearch(list, url, { results: '.hits', total: 'p[', link: 'a', ...settings });
    await page.pass(12_000);
    expect(page.lines).toEqual([/^searchstaxSitecore\..+$/m.exec(guide)?.[0]]);
  }
});

test('the data layer that the page’s setting names', async () => {
  const page = openSearch(list, undefined, null);
  page.window.searchstaxSitecore = Object.assign(page.window.searchstaxSitecore as object, {
    dataLayer: 'layer',
  });
  page.read({ results: '.hit' });
  await page.pass(700);
  expect(page.pushed('layer')).toHaveLength(1);
});
