import { expect, test } from '@jest/globals';
import { JSDOM } from 'jsdom';
import type { ContainerExport } from '../../src/container/export-format.ts';
import { createPage } from '../../src/sandbox/index.ts';
import { delivered, filledIn } from './built.ts';
import { publish } from './gtm.ts';

const searchPage = { preset: 'generic', results: '.hit', total: '.count' };

/**
 * Publishes a container on a page where a script is there once GTM has run it.
 * @param late how long after that, in milliseconds, the reader answers; undefined: at once
 */
async function read(container: ContainerExport, late?: number) {
  const asked: Record<string, unknown>[] = [];
  const page = createPage({ preview: true });
  const window = page.window as Record<string, unknown>;
  const fired = publish(container, page, (code) => {
    if (!code.includes('searchstaxSitecore.readSearchPage')) return;
    const arrive = () => {
      window.searchstaxSitecore = {
        readSearchPage(settings: Record<string, unknown>) {
          asked.push(settings);
          return Boolean(settings.results) || settings.preset === 'searchstax' || settings.preset === 'sxa';
        },
      };
    };
    if (late === undefined) arrive();
    else setTimeout(arrive, late);
  });
  await page.settled();
  return {
    asked,
    fired: fired.map(({ tag, firing }) => `${tag}: ${firing?.outcome}`),
    console: page.console.map(([line]) => String(line)),
  };
}

/** The container with the reader's tags as a marketer leaves them. */
function unpaused(container: ContainerExport): ContainerExport {
  const { containerVersion } = container;
  const tag = containerVersion.tag.map((tag) => ({ ...tag, paused: undefined }));
  return { ...container, containerVersion: { ...containerVersion, tag } };
}

test('the reader comes paused: script and tag', async () => {
  const reader = delivered.containerVersion.tag.filter(({ name }) => name.includes('Search page reader'));
  expect(reader.map(({ paused }) => paused)).toEqual([true, true]);
  expect((await read(delivered)).fired).toEqual(['SearchStax + Sitecore - Companion: undefined']);
});

test('un-paused it reads with the preset of the variable', async () => {
  const { asked, fired } = await read(unpaused(delivered));
  expect(asked).toMatchObject([{ preset: 'searchstax', debug: true }]);
  expect(fired).toContain('SearchStax - Search page reader: success');
});

test('settings that are filled in beforehand reach the reader, which then comes un-paused', async () => {
  const { asked, fired } = await read(filledIn({ searchPage }));
  expect(asked).toMatchObject([{ ...searchPage, debug: true }]);
  expect(fired).toContain('SearchStax - Search page reader: success');
});

test('without a preset nothing but the settings counts', async () => {
  expect((await read(filledIn({ searchPage: { results: 'li' } }))).asked).toMatchObject([
    { preset: 'generic', results: 'li' },
  ]);
});

test('GTM puts the script onto the page after the tag has fired, and the tag waits for it', async () => {
  expect((await read(filledIn({ searchPage }), 100)).fired).toContain(
    'SearchStax - Search page reader: success',
  );
});

test('a page that pushes nothing is read, and its search is sent', async () => {
  const url = 'https://www.example.com/search?q=boots';
  const { window } = new JSDOM(
    '<p class="count">42 results</p><ul><li class="hit"><a href="/a">A</a></li><li class="hit"><a href="/b">B</a></li></ul>',
    { url, runScripts: 'outside-only', pretendToBeVisual: true },
  );
  // What every browser has and jsdom has not.
  window.performance.getEntriesByType = () => [];
  const page = createPage({ window, url });
  const searched = new Promise((resolve) =>
    page.onEvent((event) => event === 'searchstax_search' && resolve(event)),
  );
  publish(filledIn({ searchPage }), page, (code) => window.eval(code));
  await searched;
  await page.settled();
  window.close();
  const data = new URL(page.requests[0] ?? '').searchParams.get('data') ?? '';
  expect(JSON.parse(Buffer.from(data, 'base64').toString())).toMatchObject({
    event: '_search',
    properties: {
      query: 'boots',
      totalHits: 42,
      impressions: [
        { cDocId: 'https://www.example.com/a', cDocTitle: 'A', position: 1 },
        { cDocId: 'https://www.example.com/b', cDocTitle: 'B', position: 2 },
      ],
    },
  });
});

test('a reader whose script stays paused is a failure that names it', async () => {
  const container = unpaused(delivered);
  const [script] = container.containerVersion.tag.filter(({ name }) => name.endsWith('(script)'));
  if (script) script.paused = true;
  const { asked, fired, console } = await read(container);
  expect(asked).toEqual([]);
  expect(fired).toContain('SearchStax - Search page reader: failure');
  expect(console.join()).toContain('the script of the search page reader is not on this page');
});
