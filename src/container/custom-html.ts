/** GTM's limit for the content of a Custom HTML tag, in characters. */
export const htmlLimit = 102_400;

/**
 * What of a script a Custom HTML tag cannot carry, if there is any: GTM replaces what stands in double braces, and HTML
 * ends a script at its end tag, also inside a string.
 */
export function unfitForHtml(script: string): string | undefined {
  return /\{\{|<\/script|<!--/i.exec(script)?.[0];
}
