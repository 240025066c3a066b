import { describe, expect, test } from '@jest/globals';
import { impressions, openSearch, result, results } from './reading.ts';

const list = (from: number, to: number, count = '42 results') =>
  `<p class="count">${count}</p><ul class="list">${results(from, to)}</ul>`;

const searched = (from: number, to: number, more: object = {}) => [
  'search',
  {
    query: 'boots',
    totalHits: 42,
    shownHits: to - from + 1,
    pageNo: 1,
    impressions: impressions(from, to),
    ...more,
  },
];

test('a list that is there is pushed once it has stayed the same for 300 ms', async () => {
  const page = openSearch(list(1, 3));
  await page.pass(290);
  expect(page.news()).toEqual([]);
  await page.pass(30);
  expect(page.news()).toEqual([searched(1, 3)]);
  await page.pass(20_000);
  expect(page.news()).toEqual([]);
});

test('another query brings another list', async () => {
  const page = openSearch(list(1, 3));
  await page.pass(400);
  page.news();
  page.window.history.pushState(null, '', '?q=sandals');
  await page.pass(50);
  page.at('.list').innerHTML = results(7, 8);
  await page.pass(700);
  expect(page.news()).toEqual([searched(7, 8, { query: 'sandals', impressions: impressions(7, 8, 0) })]);
});

test('an unchanged list is the new query’s only after 3 s, and clicks carry the old one until then', async () => {
  const page = openSearch(list(1, 3));
  await page.pass(400);
  page.news();
  page.window.history.pushState(null, '', '?q=boot');
  page.click('main');
  await page.pass(2000);
  page.click('.hit a');
  expect(page.news()).toEqual([['searchclick', expect.objectContaining({ query: 'boots', position: 1 })]]);
  await page.pass(1500);
  expect(page.news()).toEqual([searched(1, 3, { query: 'boot' })]);
  page.click('.hit a');
  expect(page.news()).toEqual([['searchclick', expect.objectContaining({ query: 'boot' })]]);
});

test('a list that keeps changing is pushed after 3 s', async () => {
  const page = openSearch(list(1, 3));
  for (let round = 0; round < 28; round++) {
    page.at('.list').insertAdjacentHTML('beforeend', result(`x${round}`));
    await page.pass(100);
  }
  expect(page.news()).toEqual([]);
  await page.pass(400);
  expect(page.news()).toHaveLength(1);
});

test('a list that settles while something else in its cards changes', async () => {
  const page = openSearch(list(1, 3));
  const ticking = page.window.setInterval(() => {
    page.at('.hit p').textContent = String(page.clock.now);
  }, 50);
  await page.pass(700);
  expect(page.news()).toEqual([searched(1, 3)]);
  page.window.clearInterval(ticking);
});

test('the same list is not pushed again: re-rendered, emptied and filled, or with another total', async () => {
  const page = openSearch(list(1, 3));
  await page.pass(400);
  page.news();
  page.at('.list').innerHTML = '';
  await page.pass(700);
  page.at('.list').innerHTML = results(1, 3);
  page.at('.count').textContent = '43 results';
  await page.pass(5000);
  expect(page.news()).toEqual([]);
  page.click('.hit a');
  expect(page.news()[0]?.[1]).toMatchObject({ totalHits: 43 });
});

test('a new order is a new list', async () => {
  const page = openSearch(list(1, 3));
  await page.pass(400);
  page.news();
  page.at('.list').innerHTML = result('3') + result('2') + result('1');
  await page.pass(700);
  expect(page.news()).toHaveLength(1);
});

test('results that come later than the address', async () => {
  const page = openSearch('<div id="app"></div>');
  await page.pass(6000);
  expect(page.news()).toEqual([]);
  page.at('#app').innerHTML = list(1, 3);
  await page.pass(700);
  expect(page.news()).toEqual([searched(1, 3)]);
});

test('nothing for an empty query', async () => {
  const page = openSearch(list(1, 3), '/search?q=');
  await page.pass(5000);
  expect(page.news()).toEqual([]);
});

test('a container that is replaced', async () => {
  const page = openSearch(list(1, 3));
  await page.pass(400);
  page.news();
  page.at('main').innerHTML = `<section>${list(4, 5)}</section>`;
  await page.pass(700);
  expect(page.news()).toEqual([searched(4, 5, { impressions: impressions(4, 5, 0) })]);
});

describe('infinite scroll', () => {
  test('only what was added is pushed, as the next page', async () => {
    const page = openSearch(list(1, 3));
    await page.pass(400);
    page.news();
    page.at('.list').insertAdjacentHTML('beforeend', results(4, 5));
    await page.pass(700);
    expect(page.news()).toEqual([searched(4, 5, { pageNo: 2 })]);
    page.at('.list').insertAdjacentHTML('beforeend', results(6, 8));
    await page.pass(700);
    expect(page.news()).toEqual([searched(6, 8, { pageNo: 3 })]);
    page.click('.hit:nth-child(5) a');
    page.click('.hit:nth-child(1) a');
    expect(page.news().map(([, clicked]) => [clicked.position, clicked.pageNo, clicked.shownHits])).toEqual([
      [5, 2, 2],
      [1, 1, 3],
    ]);
  });

  test('kept results keep their positions, whatever the address says', async () => {
    const page = openSearch(list(1, 3), '/search?q=boots');
    await page.pass(400);
    page.news();
    page.window.history.replaceState(null, '', '?q=boots&page=2');
    page.at('.list').insertAdjacentHTML('beforeend', results(4, 6));
    await page.pass(700);
    expect(page.news()).toEqual([searched(4, 6, { pageNo: 2 })]);
  });

  test('a filter taken away is another list, since the total is another', async () => {
    const page = openSearch(list(1, 3, '3 results'));
    await page.pass(400);
    page.news();
    page.at('.list').insertAdjacentHTML('beforeend', results(4, 6));
    page.at('.count').textContent = '42 results';
    await page.pass(700);
    expect(page.news()).toEqual([searched(1, 6)]);
  });

  test('a list that only lost its top is another list', async () => {
    const page = openSearch(list(1, 6));
    await page.pass(400);
    page.news();
    page.at('.list').innerHTML = results(2, 6);
    await page.pass(700);
    expect(page.news()).toEqual([searched(2, 6, { impressions: impressions(2, 6, 0) })]);
  });

  test('a list that drops its top', async () => {
    const page = openSearch(list(1, 6));
    await page.pass(400);
    page.news();
    page.at('.list').innerHTML = results(3, 9);
    await page.pass(700);
    expect(page.news()).toEqual([searched(7, 9, { pageNo: 2 })]);
  });
});

describe('positions', () => {
  const at = async (url: string, html: string, settings = {}) => {
    const page = openSearch(html, url, { results: '.hit', total: '.count', ...settings });
    await page.pass(400);
    return page;
  };
  const first = (news: ReturnType<Awaited<ReturnType<typeof at>>['news']>) => {
    const search = news[0]?.[1] as { pageNo?: number; impressions: { position?: number }[] };
    return [search.pageNo, search.impressions[0]?.position];
  };

  test('from the offset, counted from 0', async () => {
    const page = await at('/s?q=boots&start=20', list(1, 3), { offsetParameter: 'start', pageSize: '10' });
    expect(first(page.news())).toEqual([3, 21]);
  });

  test('from the range in the total’s text', async () => {
    const page = await at('/s?q=boots&page=2', list(1, 3, 'Results 11–13 of 42'));
    expect(first(page.news())).toEqual([2, 11]);
  });

  test('from the range, where the total is not known', async () => {
    const page = await at('/s?q=boots', list(1, 3, 'Results 11–13 of 1,000+'));
    const news = page.news();
    expect(first(news)).toEqual([undefined, 11]);
    expect(news[0]?.[1]).not.toHaveProperty('totalHits');
  });

  test('not from the number of pages, and the total beside it', async () => {
    const page = await at('/s?q=boots', list(1, 3, 'Page 1 of 5 (42 results)'));
    expect(first(page.news())).toEqual([1, 1]);
  });

  test('from the page and its size', async () => {
    const page = await at('/s?q=boots&page=3', list(1, 3), { pageSize: 10 });
    expect(first(page.news())).toEqual([3, 21]);
  });

  test('from the page and the longest list seen for the query', async () => {
    const page = await at('/s?q=boots', list(1, 4));
    page.news();
    page.window.history.pushState(null, '', '?q=boots&page=3');
    page.at('.list').innerHTML = results(30, 31);
    await page.pass(700);
    expect(first(page.news())).toEqual([3, 9]);
  });

  test.each([
    ['/search/boots/page/3?q=boots', {}],
    ['/search/page/3/?q=boots', {}],
    ['/#/search/page/3?q=boots', {}],
    ['/search/3?q=boots', { pageParameter: 'search' }],
    ['/en/seite/3?q=boots', { pageParameter: 'seite' }],
  ])('from the page in the path of %s', async (url, settings) => {
    const page = await at(url, list(1, 3), {
      pageSize: 10,
      ...settings,
    });
    expect(first(page.news())).toEqual([3, 21]);
  });

  test.each([
    ['/search/boots?q=boots', {}],
    ['/search?q=boots', { pageParameter: 'search' }],
    ['/homepage/3?q=boots', {}],
    ['/page/3?q=boots&page=1', {}],
  ])('not from the path of %s', async (url, settings) => {
    expect(first((await at(url, list(1, 3), settings)).news())).toEqual([1, 1]);
  });

  test('left out where they are not known, and no click is pushed', async () => {
    const page = await at('/s?q=boots&page=3', list(1, 3));
    expect(first(page.news())).toEqual([3, undefined]);
    page.click('.hit a');
    expect(page.news()).toEqual([]);
  });
});

describe('nothing found', () => {
  test('where noResults is visible', async () => {
    const page = openSearch('<p class="none">Nothing</p>', undefined, {
      results: '.hit',
      noResults: '.none',
    });
    await page.pass(1600);
    expect(page.news()).toEqual([['search', { query: 'boots', totalHits: 0, shownHits: 0, pageNo: 1 }]]);
  });

  test('not where noResults is there but hidden', async () => {
    const page = openSearch('<p class="none" hidden>Nothing</p>', undefined, {
      results: '.hit',
      noResults: '.none',
    });
    await page.pass(20_000);
    expect(page.news()).toEqual([]);
  });

  test('where the total reads 0', async () => {
    const page = openSearch(list(1, 0, '0 results'));
    await page.pass(1600);
    expect(page.news()).toEqual([['search', { query: 'boots', totalHits: 0, shownHits: 0, pageNo: 1 }]]);
  });

  test('not where the page says so for a moment, until the results have come', async () => {
    const page = openSearch(`<p class="none">Nothing</p>${list(1, 0, '0 results')}`, undefined, {
      results: '.hit',
      total: '.count',
      noResults: '.none',
    });
    await page.pass(900);
    page.at('.none').remove();
    page.at('.list').innerHTML = results(1, 3);
    page.at('.count').textContent = '42 results';
    await page.pass(2000);
    expect(page.news()).toEqual([searched(1, 3)]);
  });

  test('after 3 s where results have been there before on this page, else not', async () => {
    const page = openSearch(list(1, 3, ''));
    await page.pass(400);
    page.news();
    page.window.history.pushState(null, '', '?q=xyz');
    page.at('.list').innerHTML = '';
    await page.pass(2900);
    expect(page.news()).toEqual([]);
    await page.pass(700);
    expect(page.news()).toEqual([['search', { query: 'xyz', totalHits: 0, shownHits: 0, pageNo: 1 }]]);
    const other = openSearch(list(1, 0, ''));
    await other.pass(20_000);
    expect(other.news()).toEqual([]);
  });
});

describe('typing', () => {
  const type = (page: ReturnType<typeof openSearch>, text: string) => {
    (page.at('input') as HTMLInputElement).value = text;
    page.at('input').dispatchEvent(new page.window.Event('input', { bubbles: true }));
  };

  test('a live search is pushed once the visitor has stopped', async () => {
    const page = openSearch(`<input>${list(1, 0, '')}`);
    for (let count = 1; count < 8; count++) {
      type(page, 'boots'.slice(0, count));
      page.at('.list').innerHTML = results(1, count);
      await page.pass(700);
    }
    expect(page.news()).toEqual([]);
    await page.pass(700);
    expect(page.news()).toHaveLength(1);
  });

  test('a field’s text counts once the list changes', async () => {
    const page = openSearch(`<input value="boots">${list(1, 2)}`, '/search', {
      results: '.hit',
      total: '.count',
      queryInput: 'input',
    });
    await page.pass(700);
    expect(page.news()).toEqual([searched(1, 2)]);
    type(page, 'sandals');
    await page.pass(5000);
    page.click('.hit a');
    expect(page.news()).toEqual([['searchclick', expect.objectContaining({ query: 'boots' })]]);
    page.at('.list').innerHTML = results(7, 8);
    await page.pass(700);
    expect(page.news()).toEqual([searched(7, 8, { query: 'sandals', impressions: impressions(7, 8, 0) })]);
  });
});
