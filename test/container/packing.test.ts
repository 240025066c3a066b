import { expect, test } from '@jest/globals';
import { createContainer } from '../../src/container/container.ts';
import { dist, filledIn } from './built.ts';

const templateData = dist('template.tpl');

test.each([
  ['a double brace, which GTM would take for a variable', 'f({{a:1}})', 'holds "{{"'],
  ["a script's end, which ends the tag", 'f("</script>")', 'holds "</script"'],
  ['more than a Custom HTML tag holds', ';'.repeat(102_400), 'holds 102400'],
])('a companion with %s is refused', (_case, companion, reason) => {
  expect(() => createContainer({}, { templateData, companion })).toThrow(reason);
});

test('the stand-in for what is not filled in goes once everything is', () => {
  const names = (container: ReturnType<typeof filledIn>) =>
    container.containerVersion.variable.map(({ name }) => name);
  expect(names(filledIn())).not.toContain('SearchStax + Sitecore - Not filled in');
  expect(names(filledIn({ model: undefined }))).toContain('SearchStax + Sitecore - Not filled in');
});

test('the same values make the same file', () => {
  expect(JSON.stringify(filledIn())).toBe(JSON.stringify(filledIn()));
});
