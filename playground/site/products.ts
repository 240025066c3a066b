/** What the shop sells: enough for a search to have several pages, and named as a shop with customers all over would. */

export interface Product {
  id: number;
  title: string;
  text: string;
}

const rows: [title: string, text: string][] = [
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

export const products: Product[] = rows.map(([title, text], index) => ({ id: index + 1, title, text }));

/** The products whose title or text holds every word of the query, in any case. */
export function findProducts(query: string): Product[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return products.filter(({ title, text }) => {
    const content = `${title} ${text}`.toLowerCase();
    return words.every((word) => content.includes(word));
  });
}

export const addressOf = ({ id }: Product): string => `https://www.example.com/shoes/${id}`;

const related: { [word: string]: string[] } = {
  shoes: ['running shoes', 'winter shoes', 'waterproof shoes'],
  running: ['trail runner', 'track spike'],
  winter: ['snow boot', 'waterproof shoes'],
  return: ['gift card', 'shoe laces'],
};

/** Searches that others made next. */
export function relatedSearches(query: string): string[] {
  const found = query
    .toLowerCase()
    .split(/\W+/)
    .flatMap((word) => related[word] ?? []);
  return [...new Set(found)].filter((search) => search !== query.toLowerCase());
}
