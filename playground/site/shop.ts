/** The example shop: what it sells, what it finds, and what a site's developer would make it push to the data layer. */

import { dataLayerName } from '../../src/catalogue/tracking-api.ts';

/** Enough for a search to have several pages, and named as a shop with customers all over would. */
const products: [title: string, text: string][] = [
  ['Trail runner', 'Running shoes with a deep tread'],
  ['Road runner', 'Running shoes for asphalt'],
  ['Café Racer sneaker', 'Everyday shoes in suede'],
  ['Wanderschuh „Zugspitze“', 'Hiking shoes for rough ground'],
  ['Rain boot', 'Waterproof shoes, knee-high'],
  ['Court sneaker', 'Tennis shoes for hard courts'],
  ['Кроссовки «Север»', 'Running shoes for snow'],
  ['Slipper', 'House shoes in felt'],
  ['Σανδάλι Αίγινα', 'Summer shoes in leather'],
  ['Clog', 'Garden shoes in cork'],
  ['Dance shoe', 'Soft-soled shoes for ballroom'],
  ['Loafer', 'Shoes without laces'],
  ['Winterstiefel', 'Lined winter shoes, waterproof'],
  ['Chelsea boot', 'Ankle-high shoes'],
  ['Ballet flat', 'Flat shoes for every day'],
  ['Zapato Oxford', 'Formal shoes in calf leather'],
  ['Climbing shoe', 'Tight shoes for the wall'],
  ['Espadrille', 'Summer shoes with a jute sole'],
  ['Snow boot', 'Winter shoes down to –30 °C'],
  ['Cycling shoe', 'Stiff shoes with cleats'],
  ['Monk strap', 'Formal shoes with a buckle'],
  ['Trekking sandal', 'Open hiking shoes'],
  ['Track spike', 'Running shoes for the stadium'],
  ['Moccasin', 'Hand-sewn shoes'],
  ['Canvas high-top', 'Everyday shoes in canvas'],
  ['Work boot', 'Safety shoes with a steel cap'],
  ['Gift card', 'For those who are hard to please'],
  ['Shoe laces', 'Waxed, 120 cm'],
];

interface Product {
  id: number;
  title: string;
  text: string;
  href: string;
}

/** The products whose title or text holds every word of the query, in any case. */
function findProducts(query: string): Product[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return products
    .map(([title, text], index) => ({
      id: index + 1,
      title,
      text,
      href: `https://www.example.com/shoes/${index + 1}`,
    }))
    .filter(({ title, text }) => words.every((word) => `${title} ${text}`.toLowerCase().includes(word)));
}

const related: { [word: string]: string[] } = {
  shoes: ['running shoes', 'winter shoes', 'waterproof shoes'],
  running: ['trail runner', 'track spike'],
  winter: ['snow boot', 'waterproof shoes'],
  return: ['gift card', 'shoe laces'],
};

/** Searches that others made next. */
function relatedSearches(query: string): string[] {
  const words = query.toLowerCase().split(/\W+/);
  const found = words.flatMap((word) => related[word] ?? []);
  return [...new Set(found)].filter((search) => search !== query.toLowerCase());
}

interface SmartAnswer {
  words: RegExp;
  answer: string;
  sources: { title: string; href: string }[];
}

/** What its search has to say when it is asked a question. */
const answers: SmartAnswer[] = [
  {
    words: /return|send back|refund/i,
    answer: 'You can return shoes free of charge within 30 days, also from abroad. Wear them indoors only.',
    sources: [
      { title: 'Returns and refunds', href: 'https://www.example.com/help/returns' },
      { title: 'Terms', href: 'https://www.example.com/terms' },
    ],
  },
  {
    words: /size|fit/i,
    answer: 'Measure your foot in the evening and add 5 mm. Between two sizes, take the larger.',
    sources: [{ title: 'Size guide', href: 'https://www.example.com/help/sizes' }],
  },
];

/** @returns undefined for what is no question, and for questions that nobody has an answer to */
function smartAnswer(query: string): SmartAnswer | undefined {
  const isQuestion = /\?\s*$|^(how|can|what|which|when|where|do|does|is)\b/i.test(query.trim());
  return isQuestion ? answers.find(({ words }) => words.test(query)) : undefined;
}

/** How many results are on a page. */
export const pageSize = 10;

/** One page of what was found. */
export interface Found {
  query: string;
  /** From 1. */
  page: number;
  pages: number;
  total: number;
  /** How many results come before the first of this page. */
  before: number;
  shown: Product[];
  /** Milliseconds. */
  latency: number;
  smart?: SmartAnswer;
  related: string[];
}

export function searchShop(query: string, page: number): Found {
  const started = performance.now();
  const all = findProducts(query);
  const before = (page - 1) * pageSize;
  return {
    query,
    page,
    before,
    pages: Math.ceil(all.length / pageSize),
    total: all.length,
    shown: all.slice(before, before + pageSize),
    latency: Math.round((performance.now() - started) * 10) / 10,
    smart: page === 1 ? smartAnswer(query) : undefined,
    related: page === 1 ? relatedSearches(query) : [],
  };
}

function message(name: string, searchstax: object): object {
  return { event: dataLayerName + name, [dataLayerName]: searchstax };
}

/** When a page of results is shown: the results, a Smart Answer, the related searches. */
export function shownMessages({ query, page, total, shown, latency, smart, related }: Found): object[] {
  const impressions = shown.map(({ href, title }) => ({ cDocId: href, cDocTitle: title }));
  const list = { totalHits: total, shownHits: shown.length, pageNo: page, pageSize, latency, impressions };
  const others = related.map((relatedSearch, index) => ({ relatedSearch, position: index + 1 }));
  const shownNow = [message('_search', { query, ...list })];
  if (smart) {
    const asked = { question: query, answer: smart.answer, is_question: true };
    shownNow.push(message('_questionanswer', asked));
  }
  if (others.length) {
    const suggested = { query, totalHits: others.length, impressions: others };
    shownNow.push(message('_relatedsearch', suggested));
  }
  return shownNow;
}

/** @param index of the result on its page, from 0 */
export function resultClick({ query, page, total, before, shown }: Found, index: number): object {
  const { href, title } = shown[index] as Product;
  const place = { position: before + index + 1, pageNo: page, shownHits: shown.length, totalHits: total };
  return message('_searchclick', { query, cDocId: href, cDocTitle: title, ...place });
}

export function sourceClick({ query, smart }: Found, href: string): object {
  return message('_answersourceclick', { href, question: query, answer: smart?.answer });
}

export function relatedClick({ query, related }: Found, index: number): object {
  return message('_relatedsearchclick', { query, relatedSearch: related[index], position: index + 1 });
}

export function satisfaction(score: FormDataEntryValue | null, comments: FormDataEntryValue | null): object {
  return message('_searchSatisfaction', { score, comments });
}
