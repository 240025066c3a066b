/** A small shop with a search, which pushes to the data layer what a site's developer would make it push. */

import { element, fill } from '../element.ts';
import { chatButton } from './chat.ts';
import { consentBanner } from './consent.ts';
import { feedback } from './feedback.ts';
import { phoneLink } from './phone.ts';
import { results } from './results.ts';
import { searchBox } from './search.ts';

export interface SiteOptions {
  push(message: object): void;
  /** Something on the page that the companion would have heard; it may not be there. */
  heard(what: 'chat' | 'phone'): void;
  /** The visitor's answer to the consent banner. */
  choose(consent: 'granted' | 'denied'): void;
  /** The address has changed, as when a page of results is loaded. */
  moved(address: string): void;
}

export interface Site {
  element: HTMLElement;
  /** Asks for consent, or stops asking. */
  ask(isAsking: boolean): void;
  /** As when its first page is loaded. */
  reset(): void;
}

export function site(options: SiteOptions): Site {
  const main = element('div', { class: 'shop-main' });
  const box = searchBox((query) => search(query, 1));
  const banner = consentBanner(options.choose);
  const tell = element('p', { class: 'shop-told', role: 'status' });

  function search(query: string, page: number): void {
    box.say(query);
    fill(tell);
    const address = `/search?q=${encodeURIComponent(query)}${page > 1 ? `&page=${page}` : ''}`;
    options.moved(address);
    fill(
      main,
      ...results({
        query,
        page,
        push: options.push,
        search,
        opened: (href) => fill(tell, `A real site would now open ${href}`),
      }),
      feedback(options.push),
    );
  }

  function reset(): void {
    box.say('');
    fill(tell);
    options.moved('/search');
    fill(
      main,
      welcome((query) => search(query, 1)),
    );
  }

  reset();
  return {
    element: element(
      'div',
      { class: 'shop' },
      element(
        'div',
        { class: 'shop-head' },
        element('span', { class: 'shop-name' }, 'Example Shoes'),
        box.element,
      ),
      main,
      tell,
      element('div', { class: 'shop-foot' }, phoneLink(options.heard), chatButton(options.heard)),
      banner.element,
    ),
    ask: banner.ask,
    reset,
  };
}

const suggestions = ['shoes', 'winter shoes', 'Can I return shoes?', 'umbrella'];

function welcome(search: (query: string) => void): HTMLElement {
  const links = suggestions.map((query) =>
    element('button', { type: 'button', class: 'pill', onclick: () => search(query) }, query),
  );
  return element(
    'div',
    { class: 'welcome' },
    element('p', {}, 'What are you looking for?'),
    element('div', { class: 'pills' }, ...links),
  );
}
