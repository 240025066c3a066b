import { describe, expect, test } from '@jest/globals';
import type { TestPage } from './page.ts';
import { openPage } from './page.ts';

const called = (number: string) => ({ event: 'phone_click', phone: { number } });

function click(page: TestPage, target: EventTarget, type = 'click', button = 0): boolean {
  return target.dispatchEvent(
    new page.window.MouseEvent(type, { bubbles: true, cancelable: true, composed: true, button }),
  );
}

function pageWith(html: string): { page: TestPage; at: (selector: string) => Element } {
  const page = openPage({ html: `<!doctype html><body>${html}</body>` });
  page.run();
  return { page, at: (selector) => page.window.document.querySelector(selector) as Element };
}

describe.each([
  ['tel:+49301234567', '+49301234567'],
  ['TEL:030-123', '030-123'],
  ['tel:+49%2030%201234', '+49 30 1234'],
  ['tel:+1-800-555-0199;ext=12', '+1-800-555-0199'],
  ['tel://+4930123', '+4930123'],
  ['tel:100%', '100%'],
])('a click on %s', (href, number) => {
  test(`pushes ${number}, and the call goes ahead`, () => {
    const { page, at } = pageWith(`<a href="${href}"><b>Call us</b></a>`);
    expect(click(page, at('b'))).toBe(true);
    expect(page.pushed()).toEqual([called(number)]);
  });
});

test('a handler that stops the event does not keep it from being heard', () => {
  const { page, at } = pageWith('<div><a href="tel:110">Call</a></div>');
  page.window.document.addEventListener('click', (event) => event.stopImmediatePropagation(), true);
  click(page, at('a'));
  expect(page.pushed()).toEqual([called('110')]);
});

test('a middle click counts, a right click and a mouse’s back button do not', () => {
  const { page, at } = pageWith('<a href="tel:110">Call</a>');
  click(page, at('a'), 'auxclick', 1);
  click(page, at('a'), 'auxclick', 2);
  click(page, at('a'), 'auxclick', 3);
  expect(page.pushed()).toEqual([called('110')]);
});

test('a double click counts once', () => {
  const { page, at } = pageWith('<a href="tel:110">Call</a>');
  for (const detail of [1, 2])
    at('a').dispatchEvent(new page.window.MouseEvent('click', { bubbles: true, detail }));
  expect(page.pushed()).toEqual([called('110')]);
});

test.each(['tel:', 'tel: ', 'tel://', 'tel:;ext=1'])('a link without a number pushes nothing: %s', (href) => {
  const { page, at } = pageWith(`<a href="${href}">Call</a>`);
  click(page, at('a'));
  expect(page.pushed()).toEqual([]);
});

test('a link inside an open shadow root', () => {
  const { page, at } = pageWith('<my-header></my-header>');
  const root = at('my-header').attachShadow({ mode: 'open' });
  root.innerHTML = '<a href="tel:110"><i>Call</i></a>';
  click(page, root.querySelector('i') as Element);
  expect(page.pushed()).toEqual([called('110')]);
});

test('an element of the site’s in the link, whatever its name', () => {
  const { page, at } = pageWith('<a href="tel:110"><my-area>Call</my-area></a>');
  click(page, at('my-area'));
  expect(page.pushed()).toEqual([called('110')]);
});

test('an area of an image map, and an SVG link', () => {
  const { page, at } = pageWith(
    '<map><area href="tel:1"></map><svg><a href="tel:2"><text>2</text></a><a xlink:href="tel:3" id="old"></a></svg>',
  );
  click(page, at('area'));
  click(page, at('text'));
  click(page, at('#old'));
  expect(page.pushed()).toEqual([called('1'), called('2'), called('3')]);
});

test('other links, and clicks beside links, push nothing', () => {
  const { page, at } = pageWith('<a href="/tel:1">a</a><a href="mailto:a@b.c" id="mail">b</a><p>c</p>');
  click(page, at('a'));
  click(page, at('#mail'));
  click(page, at('p'));
  expect(page.pushed()).toEqual([]);
});

test('the data layer’s name, and phone: false, are the page’s to set', () => {
  for (const settings of [{ dataLayer: 'layer' }, { phone: false }]) {
    const page = openPage({ html: '<a href="tel:110">Call</a>' });
    page.window.searchstaxSitecore = settings;
    page.run();
    click(page, page.window.document.querySelector('a') as Element);
    expect(page.pushed('layer').length + page.pushed().length).toBe('dataLayer' in settings ? 1 : 0);
    expect(page.pushed()).toEqual([]);
  }
});
