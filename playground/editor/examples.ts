import { events } from '../../src/catalogue/events.ts';
import { dataLayerName } from '../../src/catalogue/tracking-api.ts';

export interface Example {
  title: string;
  message: object;
}

/** Each SearchStax event as the catalogue shows it, and what sites with GA4, a chat or a phone number push. */
export const examples: Example[] = [
  ...events.map(({ name, title, example }) => ({
    title,
    message: { event: dataLayerName + name, [dataLayerName]: example },
  })),
  {
    title: 'GA4: view_search_results',
    message: {
      event: 'view_search_results',
      search_term: 'running shoes',
      items: [
        { item_id: 'shoe-1', item_name: 'Trail runner', index: 0 },
        { item_id: 'shoe-2', item_name: 'Road runner', index: 1 },
      ],
    },
  },
  {
    title: 'GA4: select_item',
    message: {
      event: 'select_item',
      search_term: 'running shoes',
      ecommerce: { items: [{ item_id: 'shoe-2', item_name: 'Road runner', index: 1 }] },
    },
  },
  { title: 'Chat opened', message: { event: 'chat_open', chat: { provider: 'Example Chat' } } },
  { title: 'Phone number clicked', message: { event: 'phone_click', phone: { number: '+49 30 1234567' } } },
];
