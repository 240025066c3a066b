/** Where everything stands on the page. */

import type { Template } from '../src/sandbox/template.ts';
import { downloads } from './downloads.ts';
import { element } from './element.ts';
import type { Values } from './form/conditions.ts';
import type { TagForm } from './form/form.ts';
import { themeButton } from './theme.ts';

export function layout(
  top: HTMLElement,
  controls: HTMLElement,
  tag: HTMLElement,
  site: HTMLElement,
  happened: HTMLElement,
): HTMLElement[] {
  const jump = (id: string, text: string) => element('a', { href: `#${id}` }, text);
  return [
    top,
    element(
      'nav',
      { class: 'jumps', 'aria-label': 'Parts of the page' },
      jump('tag', 'Tag'),
      jump('site', 'Site'),
      jump('happened', 'What happened'),
    ),
    element('main', {}, controls, element('div', { class: 'panels' }, tag, site, happened)),
  ];
}

export function header({ info }: Template, isSimulated: boolean, makeContainer: () => string): HTMLElement {
  const thumbnail = info.brand?.thumbnail;
  return element(
    'header',
    { class: 'top' },
    thumbnail ? element('img', { src: thumbnail, alt: '', width: 36, height: 36 }) : null,
    element(
      'div',
      { class: 'title' },
      element('h1', {}, 'Playground'),
      element(
        'p',
        {},
        `${info.displayName} for Google Tag Manager. ${
          isSimulated
            ? 'Requests are answered within this page.'
            : `Requests go over HTTP to the receiver at ${location.host}.`
        }`,
      ),
    ),
    downloads(makeContainer),
    themeButton(),
  );
}

export function tagPanel(form: TagForm, trigger: HTMLElement, demonstration: Values): HTMLElement {
  const reset = (text: string, values: Values) =>
    element('button', { type: 'button', class: 'quiet', onclick: () => form.reset(values) }, text);
  return element(
    'section',
    { id: 'tag', class: 'panel', 'aria-labelledby': 'tag-title' },
    element(
      'div',
      { class: 'panel-head' },
      element('h2', { id: 'tag-title' }, 'Tag'),
      reset('Example', demonstration),
      reset('New tag', {}),
    ),
    element(
      'p',
      { class: 'panel-text' },
      'The form as GTM shows it. {{search.term}} reads search.term from the data layer.',
    ),
    form.element,
    trigger,
  );
}

export function sitePanel(
  browser: { bar: HTMLElement; shop: HTMLElement },
  editor: HTMLElement,
  recorded: HTMLElement,
  known: HTMLElement,
): HTMLElement {
  return element(
    'section',
    { id: 'site', class: 'panel', 'aria-labelledby': 'site-title' },
    element('div', { class: 'panel-head' }, element('h2', { id: 'site-title' }, 'Site')),
    element('div', { class: 'browser' }, browser.bar, browser.shop),
    element('h3', {}, 'Recorded sessions'),
    recorded,
    element('h3', {}, 'Push by hand'),
    editor,
    known,
  );
}
