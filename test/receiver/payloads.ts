/** One event of each kind as SearchStax's reference documents it, and the properties that it must carry. */

const ids = {
  key: 'tk-7d1f',
  session: 'aB3dE5fG7hJ9kL1mN3pQ5rS7t',
  _vid: '0b9f2f2e-6d3a-4c55-9a41-2f6f0d5a7c10',
};
const site = { language: 'en', model: 'ShopModel' };

export interface Example {
  event: string;
  properties: { [name: string]: unknown };
}

export const payloads: { required: string[]; example: Example }[] = [
  {
    required: ['key', 'session', '_vid', 'query'],
    example: {
      event: '_search',
      properties: {
        ...ids,
        ...site,
        query: 'wanderschuhe größe 44',
        impressions: [{ cDocId: 'https://shop.example/p/1', cDocTitle: 'Wanderschuh „Alpin“', position: 1 }],
      },
    },
  },
  {
    required: ['key', 'session', '_vid', 'question', 'answer', 'is_question'],
    example: {
      event: '_questionanswer',
      properties: {
        ...ids,
        ...site,
        question: 'which boots are waterproof',
        answer: 'All boots with a membrane …',
        is_question: true,
      },
    },
  },
  {
    required: ['key', 'session', '_vid', 'query'],
    example: {
      event: '_relatedsearch',
      properties: {
        ...ids,
        ...site,
        query: 'boots',
        impressions: [{ relatedSearch: 'winter boots', position: 1 }],
      },
    },
  },
  {
    required: ['key', 'session', '_vid', 'query', 'cDocId', 'cDocTitle', 'position'],
    example: {
      event: '_searchclick',
      properties: {
        ...ids,
        ...site,
        query: 'boots',
        cDocId: 'https://shop.example/p/2',
        cDocTitle: '長靴',
        position: 13,
      },
    },
  },
  {
    required: ['key', 'session', '_vid', 'href', 'question', 'answer'],
    example: {
      event: '_answersourceclick',
      properties: {
        ...ids,
        ...site,
        href: 'https://shop.example/care',
        question: 'which boots are waterproof',
        answer: 'All boots with a membrane …',
      },
    },
  },
  {
    required: ['key', 'session', '_vid', 'query', 'relatedSearch', 'position'],
    example: {
      event: '_relatedsearchclick',
      properties: { ...ids, ...site, query: 'boots', relatedSearch: 'winter boots', position: 2 },
    },
  },
  {
    required: ['key', 'session', '_vid', 'score'],
    example: {
      event: '_searchSatisfaction',
      properties: { ...ids, ...site, score: 10, comments: 'Found what I wanted' },
    },
  },
];

/** Percent-encoded Base64 of the JSON in UTF-8: the value of the `data` parameter. */
export function encoded(event: unknown): string {
  return encodeURIComponent(Buffer.from(JSON.stringify(event)).toString('base64'));
}

export const search: Example = payloads[0]?.example as Example;
