import { describe, expect, test } from '@jest/globals';
import type { TestPage } from './page.ts';
import { openPage } from './page.ts';

const called = (number: string) => ({ event: 'phone_click', phone: { number } });

/** GTM's own object once containers have loaded, with what else it holds. */
const gtm = (containers: Record<string, unknown>) => ({
  dataLayer: { gtmDom: true, gtmLoad: true, subscribers: 1 },
  gtmDL: { gtmDom: true, gtmLoad: true, subscribers: 1 },
  sequence: 7,
  rm: {},
  'G-TEST': { dataLayer: { name: 'gtagLayer' } },
  ...containers,
});
const container = (name: unknown) => ({ callback: () => {}, dataLayer: { name, get: () => {} } });

function visit(setUp: { gtm?: unknown; settings?: object } = {}) {
  const page = openPage({ html: '<!doctype html><body><a href="tel:1">1</a><a href="tel:2">2</a></body>' });
  if (setUp.gtm) page.window.google_tag_manager = setUp.gtm;
  if (setUp.settings) page.window.searchstaxSitecore = setUp.settings;
  page.run();
  const click = (index: number) => page.window.document.querySelectorAll('a')[index]?.click();
  return { page, click };
}

/** GTM's script has run: the browser says so with an event that does not bubble. */
function loadGtm(page: TestPage, containers: Record<string, unknown>): void {
  const script = page.window.document.createElement('script');
  page.window.document.head.append(script);
  page.window.google_tag_manager = gtm(containers);
  script.dispatchEvent(new page.window.Event('load'));
}

describe('the data layer that is pushed to', () => {
  test('is dataLayer where there is no GTM', () => {
    const { page, click } = visit();
    click(0);
    expect(page.pushed()).toEqual([called('1')]);
  });

  test('is the one that GTM’s container names', () => {
    const { page, click } = visit({ gtm: gtm({ 'GTM-ABC': container('gtmDL') }) });
    click(0);
    expect(page.pushed('gtmDL')).toEqual([called('1')]);
    expect(page.window.dataLayer).toBeUndefined();
    expect(page.window.gtagLayer).toBeUndefined();
  });

  test('gets a message once where containers share it, and each has its own copy where they differ', () => {
    const { page, click } = visit({
      gtm: gtm({ 'GTM-A': container('one'), 'GTM-B': container('one'), 'GTM-C': container('two') }),
    });
    click(0);
    expect(page.pushed('one')).toEqual([called('1')]);
    expect(page.pushed('two')).toEqual([called('1')]);
    expect((page.window.one as object[])[0]).not.toBe((page.window.two as object[])[0]);
  });

  test.each([
    ['no object', 7],
    ['a container without a data layer', { 'GTM-A': {}, 'GTM-B': null, 'GTM-C': 1 }],
    [
      'a name that is none',
      { 'GTM-A': container(undefined), 'GTM-B': container({}), 'GTM-C': container('') },
    ],
  ])('is dataLayer where GTM’s object is of another shape: %s', (_what, shape) => {
    const { page, click } = visit({ gtm: shape });
    click(0);
    expect(page.pushed()).toEqual([called('1')]);
  });

  test('is the setting’s, whatever GTM says', () => {
    const { page, click } = visit({
      gtm: gtm({ 'GTM-A': container('gtmDL') }),
      settings: { dataLayer: 'mine' },
    });
    click(0);
    expect(page.pushed('mine')).toEqual([called('1')]);
    expect(page.window.gtmDL).toBeUndefined();
  });

  test('is GTM’s where the setting is an unresolved variable, and that is said', () => {
    const { page, click } = visit({
      gtm: gtm({ 'GTM-A': container('gtmDL') }),
      settings: { dataLayer: '{{Data layer}}' },
    });
    click(0);
    expect(page.pushed('gtmDL')).toEqual([called('1')]);
    expect(page.warnings.join()).toContain('dataLayer');
  });
});

describe('where GTM loads later', () => {
  test('it gets what was pushed before, in order, and once', () => {
    const { page, click } = visit();
    click(0);
    click(1);
    loadGtm(page, { 'GTM-A': container('gtmDL') });
    loadGtm(page, { 'GTM-A': container('gtmDL') });
    click(0);
    expect(page.pushed('gtmDL')).toEqual([called('1'), called('2'), called('1')]);
  });

  test('it gets that although no script’s load tells of it, and nothing is pushed afterwards', async () => {
    const { page, click } = visit();
    click(0);
    await page.pass(3000);
    page.window.gtmDL = [];
    page.window.google_tag_manager = gtm({ 'GTM-A': container('gtmDL') });
    await page.pass(3000);
    expect(page.pushed('gtmDL')).toEqual([called('1')]);
  });

  test('nothing is pushed again to the data layer that had it', () => {
    const { page, click } = visit();
    click(0);
    loadGtm(page, { 'GTM-A': container('dataLayer') });
    expect(page.pushed()).toEqual([called('1')]);
  });

  test('a second container with its own data layer gets what the first had', () => {
    const { page, click } = visit({ gtm: gtm({ 'GTM-A': container('one') }) });
    click(0);
    loadGtm(page, { 'GTM-A': container('one'), 'GTM-B': container('two') });
    expect(page.pushed('one')).toEqual([called('1')]);
    expect(page.pushed('two')).toEqual([called('1')]);
  });

  test('at most 99 messages are kept for it', () => {
    const { page, click } = visit();
    for (let count = 0; count < 150; count++) click(0);
    loadGtm(page, { 'GTM-A': container('gtmDL') });
    expect(page.pushed('gtmDL').length).toBeLessThan(100);
    expect(page.pushed().length).toBe(150);
  });
});
