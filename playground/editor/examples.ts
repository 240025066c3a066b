import { events } from '../../src/catalogue/events.ts';
import { dataLayerName } from '../../src/catalogue/tracking-api.ts';
import { trackingKey } from '../../start/fields.ts';

export interface Example {
  title: string;
  message: object;
  /** The call of SearchStax's own tracker that takes it, in place of the data layer. */
  call?: string;
}

const items = [
  { item_id: 'shoe-1', item_name: 'Trail runner', index: 0 },
  { item_id: 'shoe-2', item_name: 'Road runner', index: 1 },
];
const ga4 = { search_term: 'running shoes' };

/** What SearchStax's own tracker is told where a search is shown, or a result clicked. */
const calls: { [event: string]: string } = { _search: 'track', _searchclick: 'trackClick' };

/** Each SearchStax event as the catalogue shows it, and what sites with GA4, a chat, a phone number or a tracker do. */
export const examples: Example[] = [
  ...events.map(({ name, title, example }) => ({
    title,
    message: { event: dataLayerName + name, [dataLayerName]: example },
  })),
  { title: 'GA4: view_search_results', message: { event: 'view_search_results', ...ga4, items } },
  {
    title: 'GA4: select_item',
    message: { event: 'select_item', ...ga4, ecommerce: { items: items.slice(1) } },
  },
  { title: 'Chat opened', message: { event: 'chat_open', chat: { provider: 'Example Chat' } } },
  { title: 'Phone number clicked', message: { event: 'phone_click', phone: { number: '+49 30 1234567' } } },
  ...events.flatMap(({ name, title, example }) => {
    const call = calls[name];
    return call
      ? [{ title: `SearchStax's own tracker: ${title}`, message: { key: trackingKey, ...example }, call }]
      : [];
  }),
];
