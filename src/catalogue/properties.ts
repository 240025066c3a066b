/**
 * Every property that a SearchStax event can carry, once: its type on the wire, its limits, where GA4 holds the
 * same thing, and its words. Which event carries which property stands in events.ts.
 * Source: SearchStax's Tracking API reference; what its UI kit sends beside it.
 */

/** `integer` and `number` are JSON numbers, `boolean` a JSON boolean, `text` a string that is not blank, `impressions` a list. */
export type PropertyType = 'text' | 'integer' | 'number' | 'boolean' | 'impressions';

/** What the tag needs to know of a property. */
export interface PropertyRule {
  type: PropertyType;
  /** Smallest and largest number, both allowed. */
  min?: number;
  max?: number;
  /** Longest text in UTF-16 units; the rest is cut off. */
  maxLength?: number;
  /** The GA4 parameter that stands in: of the event (`search_term`, `items`) or of its first item (`item_id`…). */
  ga4?: 'search_term' | 'items' | 'item_id' | 'item_name' | 'index';
}

export interface Property extends PropertyRule {
  name: string;
  /** In GTM's select list. */
  title: string;
  /** What it says, for marketers and site developers. */
  help: string;
}

export const properties: Property[] = [
  {
    name: 'query',
    type: 'text',
    ga4: 'search_term',
    title: 'Search query',
    help: 'What the visitor searched for.',
  },
  {
    name: 'totalHits',
    type: 'integer',
    min: 0,
    title: 'Total results',
    help: 'How many results there are in all; 0 counts as a search without results.',
  },
  {
    name: 'shownHits',
    type: 'integer',
    min: 0,
    title: 'Results shown',
    help: 'How many results this page shows.',
  },
  {
    name: 'pageNo',
    type: 'integer',
    min: 1,
    title: 'Page number',
    help: 'The page of results that is shown; the first is 1.',
  },
  {
    name: 'latency',
    type: 'number',
    min: 0,
    title: 'Search duration',
    help: 'How long the search took, in milliseconds.',
  },
  {
    name: 'impressions',
    type: 'impressions',
    ga4: 'items',
    title: 'Impressions',
    help: 'The list of what was shown, in the order shown.',
  },
  { name: 'question', type: 'text', title: 'Question', help: 'The question that the visitor asked.' },
  { name: 'answer', type: 'text', title: 'Smart answer', help: 'The text of the answer that was shown.' },
  {
    name: 'is_question',
    type: 'boolean',
    title: 'Is a question',
    help: 'Whether the Smart Answer service took the query for a question (its I_AM_A_QUESTION).',
  },
  {
    name: 'has_show_more',
    type: 'boolean',
    title: 'Has "show more"',
    help: 'Whether the answer could be unfolded.',
  },
  {
    name: 'cDocId',
    type: 'text',
    ga4: 'item_id',
    title: 'Result ID',
    help: 'The unique ID of the result, often its URL.',
  },
  {
    name: 'cDocTitle',
    type: 'text',
    ga4: 'item_name',
    title: 'Result title',
    help: 'The title of the result as shown.',
  },
  {
    name: 'position',
    type: 'integer',
    min: 1,
    ga4: 'index',
    title: 'Position',
    help: 'The place in the whole list, over all pages; the first is 1.',
  },
  {
    name: 'href',
    type: 'text',
    title: 'Source URL',
    help: 'The address of the source that was clicked in the answer.',
  },
  {
    name: 'relatedSearch',
    type: 'text',
    title: 'Related search',
    help: 'The suggested search that was clicked.',
  },
  {
    name: 'score',
    type: 'integer',
    min: 0,
    max: 10,
    title: 'Satisfaction score',
    help: 'A whole number from 0 to 10.',
  },
  { name: 'comments', type: 'text', maxLength: 2000, title: 'Comments', help: 'What the visitor wrote.' },
  {
    name: 'email',
    type: 'text',
    title: 'Email',
    help: 'The address that the visitor left. Personal data: send it only with consent.',
  },
  {
    name: 'language',
    type: 'text',
    title: 'Language',
    help: 'The language of the search: en, en_US, pt-BR.',
  },
  {
    name: 'model',
    type: 'text',
    title: 'Search profile',
    help: 'The search profile (model) that answered; fills the dashboards per profile.',
  },
  {
    name: 'user',
    type: 'text',
    title: 'User',
    help: 'The signed-in user. Personal data: send it only with consent.',
  },
  { name: 'pageUrl', type: 'text', title: 'Page URL', help: 'The page on which it happened.' },
  {
    name: 'tt',
    type: 'integer',
    min: 0,
    title: 'Time',
    help: 'When it happened, in milliseconds since 1970.',
  },
];

/** Beside the properties, a number that is never sent: it turns the place on a page into the place in the whole list. */
export const pageSize = {
  name: 'pageSize',
  title: 'Results per page (not sent)',
  help: 'How many results a full page holds. Counts positions on later pages; it is not sent.',
};
