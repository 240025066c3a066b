/** What may be a number, with what scales it. */
const numbers = /\d([\d.,'’\s]*\d)?(\s*[km+%](?![a-z]))?/gi;

/** A whole number, its thousands grouped or not; with a plus, it is not known, and so is the total. */
const whole = /^(\d+|[1-9]\d?\d?(\D\d\d\d)+)\+?$/;

/** What stands between the two numbers of a range: one of these words, or anything else but Latin words, brackets and gaps. */
const between = /^[^\w/]*(to|bis|al?|[^\w\s/|(])[^\w/]*$/i;

/** What stands in the commonest quotation marks. */
const quoted = /["“-‟].+?["“-‟]/g;

/** The whole numbers in a text, and those of a range in it. Decimals, `15k` and percentages are none, `1,000+` is NaN. */
function numbersIn(text: string, range: number[]): number[] {
  const found: number[] = [];
  let end = 0;
  text.replace(numbers, (number, _more, _scale, at) => {
    if (whole.test(number)) {
      found.push(+number.replace(/[.,'’\s]/g, ''));
      if (found[1] && between.test(text.slice(end, at))) range.push.apply(range, found.slice(-2));
      end = at + number.length;
    }
    return number;
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
      // Past the end where it is not there.
      found.splice(found.indexOf(number) >>> 0, 1);
    });
  }
  return [Math.max.apply(null, found)].concat(range);
}
