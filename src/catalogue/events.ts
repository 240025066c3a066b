/**
 * The seven events of SearchStax's Tracking API: which properties each must and may carry (properties.ts says what
 * they are), and its words. Everything else, from the tag's checks to the documentation's tables, derives from here.
 */

export interface SearchStaxEvent {
  /** The wire name, exact. In the data layer it is `searchstax` + this. */
  name: string;
  title: string;
  /** When the site pushes it. */
  when: string;
  required: string[];
  optional: string[];
  /** What an item of `impressions` is; see impressions.ts. */
  impressions?: 'result' | 'relatedSearch';
  /** The `searchstax` object of a data layer push, as a site would push it. */
  example: { [property: string]: unknown };
}

export const events: SearchStaxEvent[] = [
  {
    name: '_search',
    title: 'Search',
    when: 'The results of a search are on the page, also when there are none.',
    required: ['query'],
    optional: ['totalHits', 'shownHits', 'pageNo', 'latency', 'impressions'],
    impressions: 'result',
    example: {
      query: 'running shoes',
      totalHits: 42,
      shownHits: 2,
      pageNo: 1,
      latency: 38,
      impressions: [
        { cDocId: 'https://www.example.com/shoes/1', cDocTitle: 'Trail runner', position: 1 },
        { cDocId: 'https://www.example.com/shoes/2', cDocTitle: 'Road runner', position: 2 },
      ],
    },
  },
  {
    name: '_questionanswer',
    title: 'Smart answer shown',
    when: 'The Smart Answer to a question has come.',
    required: ['question', 'answer', 'is_question'],
    optional: ['has_show_more'],
    example: {
      question: 'how do I return shoes?',
      answer: 'Send them back within 30 days.',
      is_question: true,
      has_show_more: false,
    },
  },
  {
    name: '_relatedsearch',
    title: 'Related searches shown',
    when: 'Related searches are on the page.',
    required: ['query'],
    optional: ['totalHits', 'impressions'],
    impressions: 'relatedSearch',
    example: {
      query: 'running shoes',
      totalHits: 2,
      impressions: [
        { relatedSearch: 'trail shoes', position: 1 },
        { relatedSearch: 'shoe laces', position: 2 },
      ],
    },
  },
  {
    name: '_searchclick',
    title: 'Result clicked',
    when: 'The visitor clicks a result, before the page is left.',
    required: ['query', 'cDocId', 'cDocTitle', 'position'],
    optional: ['shownHits', 'totalHits', 'pageNo', 'latency'],
    example: {
      query: 'running shoes',
      cDocId: 'https://www.example.com/shoes/13',
      cDocTitle: 'Winter runner',
      position: 13,
      pageNo: 2,
      totalHits: 42,
      shownHits: 10,
    },
  },
  {
    name: '_answersourceclick',
    title: 'Answer source clicked',
    when: 'The visitor clicks a source of a Smart Answer.',
    required: ['href', 'question', 'answer'],
    optional: [],
    example: {
      href: 'https://www.example.com/returns',
      question: 'how do I return shoes?',
      answer: 'Send them back within 30 days.',
    },
  },
  {
    name: '_relatedsearchclick',
    title: 'Related search clicked',
    when: 'The visitor clicks a related search.',
    required: ['query', 'relatedSearch', 'position'],
    optional: ['shownHits', 'totalHits'],
    example: { query: 'running shoes', relatedSearch: 'shoe laces', position: 2, totalHits: 2 },
  },
  {
    name: '_searchSatisfaction',
    title: 'Search feedback',
    when: 'The visitor rates the search.',
    required: ['score'],
    optional: ['comments', 'email'],
    example: { score: 9, comments: 'Found it at once.' },
  },
];

/** What every event may carry beside its own. */
export const everyEvent: string[] = ['language', 'model', 'user', 'pageUrl', 'tt'];

/** What every event must carry beside its own; the tag's fields and cookies give them, never the data layer. */
export const identification: string[] = ['key', 'session', '_vid'];
