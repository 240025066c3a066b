import { expect, test } from '@jest/globals';
import { createContainer } from '../../src/container/container.ts';
import type { ContainerExport } from '../../src/container/export-format.ts';
import { delivered, dist, filledIn } from './built.ts';

const templateData = dist('template.tpl');

test.each([
  ['a double brace, which GTM would take for a variable', 'f({{a:1}})', 'holds "{{"'],
  ["a script's end, which ends the tag", 'f("</script>")', 'holds "</script"'],
  ['more than a Custom HTML tag holds', ';'.repeat(102_400), 'holds 102400'],
])('a companion with %s is refused', (_case, companion, reason) => {
  expect(() => createContainer({}, { templateData, companion })).toThrow(reason);
});

test('a search page reader that a Custom HTML tag cannot hold is refused', () => {
  const searchPage = { templateData: dist('search-page.tpl'), script: 'f("{{x}}")' };
  expect(() => createContainer({}, { templateData, companion: '', searchPage })).toThrow(
    'The search page reader holds "{{"',
  );
});

test.each([{ trackingKey: '{{Key}}' }, { searchPage: { results: '.hit', total: '{{Total}}' } }])(
  '%j is refused: the container has no such variable',
  (values) => {
    expect(() => filledIn(values)).toThrow('cannot hold a GTM variable: {{');
  },
);

test('what is empty is not filled in', () => {
  const types = filledIn({ model: '', pixel: '' }).containerVersion.variable.map(
    ({ name, type, parameter }) => [name, type, parameter?.map((one) => 'value' in one && one.value)],
  );
  expect(types).toContainEqual(['SearchStax - Search profile', 'uv', undefined]);
  expect(types).toContainEqual(['Sitecore - Pixel', 'c', ['/-/media/goals/trigger']]);
});

test("what is not filled in is GTM's own Undefined Value, without parameters", () => {
  const find = (container: ContainerExport) =>
    container.containerVersion.variable.find(({ name }) => name === 'SearchStax - Tracking key');
  expect(find(delivered)).toMatchObject({ type: 'uv', formatValue: {} });
  expect(find(delivered)).not.toHaveProperty('parameter');
  expect(find(filledIn())).toMatchObject({
    type: 'c',
    parameter: [{ type: 'TEMPLATE', key: 'value', value: 'the-key' }],
  });
});

test('the container says what it can hold and what it is called, as exports of web containers do', () => {
  const { features, tagIds, publicId } = delivered.containerVersion.container;
  expect(tagIds).toEqual([publicId]);
  expect(features).toMatchObject({ supportTemplates: true, supportFolders: true, supportClients: false });
});

test('without the reader the container goes without its tags and template', () => {
  const { tag, customTemplate } = createContainer({}, { templateData, companion: '' }).containerVersion;
  expect(customTemplate).toHaveLength(1);
  expect(tag.filter(({ name }) => name.includes('Search page reader'))).toEqual([]);
});

test('the same values make the same file', () => {
  expect(JSON.stringify(filledIn())).toBe(JSON.stringify(filledIn()));
});
