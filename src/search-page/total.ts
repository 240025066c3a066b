/** A number with its thousands grouped by one sign, or a number as far as it goes; and what scales it. */
const numbers =
  /([1-9]\d{0,2}([.,'’ \u00a0\u2009\u202f])(?:\d\d\d?\2)*\d{3}(?![.,]?\d)|(\d+)(?:[.,'’]\d+)*)([km+%](?![a-z]))?/gi;

/** What stands between the two numbers of a range. A bar is the border of an element. */
const between = /^[\s|]*([-‐-―−~～]|to|bis|à|al?|tot)[\s|]*$/i;

/** What stands in quotation marks. */
const quoted = /["“”„«»「『][^"“”«»」』]*["“”«»」』]|(^|[\s|(:])['‘‚][^'’]*['’](?![a-z])/gi;

/** The whole numbers in a text, and those of a range in it. Decimals, `1.5k` and percentages are none. */
function numbersIn(text: string, range: number[]): number[] {
  const found: number[] = [];
  let end = 0;
  text.replace(numbers, (all, digits, grouped, plain, scale, at) => {
    if (!scale && (grouped || all === plain)) {
      found.push(+digits.replace(/\D/g, ''));
      if (between.test(text.slice(end, at))) range.push.apply(range, found.slice(-2));
      end = at + all.length;
    }
    return '';
  });
  return found;
}

/**
 * What a text says of a list: how many results there are in all, below 0 if it does not say; then where those that are
 * shown begin and end, counted from 1, if it does: `Results 11–20 of 1,234`.
 *
 * Of several numbers the largest is the total. The query, which many pages repeat there, does not count: neither what
 * is quoted nor, without quotation marks, its numbers, once.
 */
export function countIn(text: string, query: string): number[] {
  const plain = text.replace(quoted, '|');
  const range: number[] = [];
  const found = numbersIn(plain, range);
  if (plain === text) {
    numbersIn(query, []).forEach((number) => {
      const at = found.indexOf(number);
      if (at >= 0) found.splice(at, 1);
    });
  }
  return [Math.max.apply(null, found)].concat(range);
}
