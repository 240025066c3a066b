/** A number with its thousands grouped by one sign, or a number as far as it goes, and the letter that scales it. */
const numbers =
  /([1-9]\d{0,2}([.,'’ \u00a0\u2009\u202f])(?:\d\d\d?\2)*\d{3}(?![.,]?\d)|(\d+)(?:[.,'’]\d+)*)([km+%](?![a-z]))?/gi;

/** Two numbers with a dash or a word between: `1–10`, `1 to 10`. A bar stands for the border of an element. */
const range =
  /(\d[\d.,'’ \u00a0\u2009\u202f]*)[\s|]*(?:[-‐-―−~～]|to|bis|à|al?|tot|a[ut]é?)[\s|]*(\d[\d.,'’ \u00a0\u2009\u202f]*)/i;

/** What stands in quotation marks: the query, as a rule. */
const quoted = /["“”„«»「『][^"“”«»」』]*["“”«»」』]|(^|[\s|(:])['‘‚][^'’]*['’](?![a-z])/gi;

/** The whole numbers in a text. Decimals, `1.5k` and percentages are none. */
function numbersIn(text: string): number[] {
  const found: number[] = [];
  text.replace(numbers, (all, digits: string, grouped?: string, plain?: string, scale?: string) => {
    if (!scale && (grouped || all === plain)) found.push(+digits.replace(/\D/g, ''));
    return '';
  });
  return found;
}

/**
 * How many results there are in all, as far as the text says so: the largest of its numbers. The query, which many
 * pages repeat there, does not count: neither what is quoted nor, without quotation marks, its numbers, once.
 */
export function totalIn(text: string, query: string): number | undefined {
  const plain = text.replace(quoted, '|');
  const found = numbersIn(plain);
  if (plain === text) {
    numbersIn(query).forEach((number) => {
      const at = found.indexOf(number);
      if (at >= 0) found.splice(at, 1);
    });
  }
  return found.length ? Math.max.apply(null, found) : undefined;
}

/** Where the shown results begin and end, counted from 1, if the text says so: `Results 11–20 of 1,234`. */
export function rangeIn(text: string): number[] {
  const found = range.exec(text.replace(quoted, '|'));
  return found ? [found[1], found[2]].map((number) => +String(number).replace(/\D/g, '')) : [];
}
