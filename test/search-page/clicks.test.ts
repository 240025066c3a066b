import { describe, expect, test } from '@jest/globals';
import { openSearch, result, results } from './reading.ts';

const html = `<p class="count">42 results</p><ul class="list">${results(1, 3)}</ul>`;

const open = async (more = '', url?: string) => {
  const page = openSearch(html + more, url);
  await page.pass(400);
  page.news();
  return page;
};

test('a click carries what the visitor saw of its list', async () => {
  const page = await open();
  page.click('.hit:nth-child(2) a');
  expect(page.news()).toEqual([
    [
      'searchclick',
      {
        query: 'boots',
        cDocId: 'https://www.example.com/docs/2',
        cDocTitle: 'Title 2',
        position: 2,
        pageNo: 1,
        totalHits: 42,
        shownHits: 3,
      },
    ],
  ]);
});

test('a click on a list that has not settled pushes that list first', () => {
  const page = openSearch(html);
  page.click('.hit a');
  expect(page.news().map(([event]) => event)).toEqual(['search', 'searchclick']);
});

test('the page may stop the event', async () => {
  const page = await open();
  page.document.addEventListener('click', (event) => event.stopImmediatePropagation(), true);
  expect(page.click('.hit a')).toBe(true);
  expect(page.news()).toHaveLength(1);
});

test('the middle button counts; the right one does not', async () => {
  const page = await open();
  page.click('.hit a', { type: 'auxclick', button: 1 });
  page.click('.hit a', { type: 'auxclick', button: 2 });
  expect(page.news()).toHaveLength(1);
});

test('a link that is rewritten when it is pressed leads where it did, in the same list', async () => {
  const page = await open();
  const link = page.at('.hit:nth-child(2) a') as HTMLAnchorElement;
  link.href = '/away?to=%2Fdocs%2F2';
  page.click(link, { ctrlKey: true });
  await page.pass(2000);
  expect(page.news()).toEqual([
    ['searchclick', expect.objectContaining({ cDocId: 'https://www.example.com/docs/2', position: 2 })],
  ]);
});

describe('in a result', () => {
  const inside = async (more: string, target: string) => {
    const page = openSearch(`<ul>${result('1', more)}${result('2')}</ul>`);
    await page.pass(400);
    page.news();
    page.click(target);
    return page.news().length;
  };

  test('another link to the same address counts, also to a place in it', async () => {
    expect(await inside('<a class="more" href="/docs/1#reviews">Reviews</a>', '.more')).toBe(1);
  });
  test('a link to another address does not', async () => {
    expect(await inside('<a class="more" href="/brand">Brand</a>', '.more')).toBe(0);
  });
  test('a button does not', async () => {
    expect(await inside('<button class="more">Save</button>', '.more')).toBe(0);
  });
  test('plain text does not', async () => {
    expect(await inside('', '.hit p')).toBe(0);
  });
});

test('the whole result is a link', async () => {
  const page = openSearch(
    '<div><a class="hit" href="/docs/1"><b>One</b></a><a class="hit" href="/docs/2"><b>Two</b></a></div>',
  );
  await page.pass(400);
  page.click('a:nth-child(2) b');
  expect(page.news()[1]).toEqual(['searchclick', expect.objectContaining({ cDocTitle: 'Two', position: 2 })]);
});

test('fragments are dropped from addresses, but not routes', async () => {
  const page = openSearch(
    '<div class="hit"><a href="/a#top">A</a></div><div class="hit"><a href="#/docs/2">B</a></div><div class="hit"><a href="#!docs/3">C</a></div>',
  );
  await page.pass(400);
  expect(
    (page.news() as [string, { impressions: { cDocId: string }[] }][])[0]?.[1].impressions.map(
      (hit) => hit.cDocId,
    ),
  ).toEqual([
    'https://www.example.com/a',
    'https://www.example.com/search?q=boots#/docs/2',
    'https://www.example.com/search?q=boots#!docs/3',
  ]);
});
