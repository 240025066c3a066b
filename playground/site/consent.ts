import { element } from '../element.ts';

export interface ConsentBanner {
  element: HTMLElement;
  ask(isAsking: boolean): void;
}

export function consentBanner(choose: (consent: 'granted' | 'denied') => void): ConsentBanner {
  const banner = element(
    'div',
    { class: 'consent-banner', role: 'region', 'aria-label': 'Cookies', hidden: true },
    element('p', {}, 'May we use cookies for analytics?'),
    element('button', { type: 'button', class: 'quiet', onclick: () => choose('denied') }, 'Decline'),
    element('button', { type: 'button', onclick: () => choose('granted') }, 'Accept'),
  );
  return {
    element: banner,
    ask: (isAsking) => {
      banner.hidden = !isAsking;
    },
  };
}
