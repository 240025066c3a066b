import { expect, test } from '@jest/globals';
import { JSDOM } from 'jsdom';
import type { ContainerExport } from '../../src/container/export-format.ts';
import { createPage } from '../../src/sandbox/index.ts';
import { filledIn } from './built.ts';
import { publish } from './gtm.ts';

const withoutCompanion = filledIn();
for (const tag of withoutCompanion.containerVersion.tag) {
  if (tag.type === 'html') tag.paused = true;
}

/** Clicks a phone number on a page that GTM watches; the container's script really runs. */
async function clickPhone(container: ContainerExport, before = ''): Promise<string[]> {
  const { window } = new JSDOM('<a href="tel:+4930123456">Call us</a>', {
    url: 'https://www.example.com/',
    runScripts: 'outside-only',
  });
  window.eval(before);
  const page = createPage({ window });
  const fired = publish(container, page, (code) => window.eval(code));
  const link = window.document.querySelector('a') as HTMLAnchorElement;
  // As GTM's trigger Just Links. The call itself is left out: the page has nothing to dial with.
  window.document.addEventListener('click', (event) => {
    event.preventDefault();
    page.push({ event: 'gtm.linkClick', 'gtm.elementUrl': link.href });
  });
  link.click();
  await page.settled();
  window.close();
  expect(page.requests.filter((request) => request.includes('sc_trk'))).toHaveLength(1);
  return fired.filter(({ firing }) => firing?.outcome === 'success').map(({ tag }) => tag);
}

test('with the companion its phone_click counts, and the link does not', async () => {
  expect(await clickPhone(filledIn())).toEqual(['Sitecore - Phone goal']);
});

test('without the companion the link counts', async () => {
  expect(await clickPhone(withoutCompanion)).toEqual(['Sitecore - Phone goal (without companion)']);
});

test('where a site leaves phone numbers to GTM, the link counts', async () => {
  expect(await clickPhone(filledIn(), 'window.searchstaxSitecore = { phone: false };')).toEqual([
    'Sitecore - Phone goal (without companion)',
  ]);
});

test('where a site hosts the companion itself, it counts once', async () => {
  const companion = filledIn()
    .containerVersion.tag.flatMap(({ parameter }) => parameter)
    .find(({ key }) => key === 'html');
  const code = companion && 'value' in companion ? companion.value.replace(/<\/?script>/g, '') : '';
  expect(await clickPhone(withoutCompanion, code)).toEqual(['Sitecore - Phone goal']);
});
