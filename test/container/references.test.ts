import { describe, expect, test } from '@jest/globals';
import { events } from '../../src/catalogue/events.ts';
import type { Tag } from '../../src/container/export-format.ts';
import { tagTypes } from '../../src/container/ids.ts';
import { readTemplate } from '../../src/sandbox/index.ts';
import { delivered, dist, filledIn } from './built.ts';
import { refusal, shownFields } from './form.ts';

/** The file in dist/ of the template that a tag is of. */
const templates = { [tagTypes.tag]: 'template.tpl', [tagTypes.searchPage]: 'search-page.tpl' };

function codeOf(tag: Tag | undefined): string {
  const html = tag?.parameter.find(({ key }) => key === 'html');
  return html && 'value' in html ? html.value : '';
}

describe.each([
  ['as delivered', delivered],
  ['with everything filled in', filledIn()],
])('the container %s', (_state, file) => {
  const container = file.containerVersion;
  const { tag: tags, trigger: triggers, variable: variables } = container;
  const entities = [...tags, ...triggers, ...variables, ...container.folder, ...container.customTemplate];
  const builtIn = { initialization: '2147479573' };

  test('every {{variable}} is one of the container, or a built-in one that it lists', () => {
    // The template's own text is not searched by GTM.
    const text = JSON.stringify({ ...container, customTemplate: [] });
    const used = new Set([...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name));
    used.delete('_event');
    const known = [...variables, ...container.builtInVariable].map(({ name }) => name);
    expect(known.toSorted()).toEqual([...new Set(known)].toSorted());
    expect([...used].toSorted()).toEqual(known.toSorted());
  });

  test('every trigger that a tag names exists, and every trigger is used', () => {
    const named = tags.flatMap((tag) => [...tag.firingTriggerId, ...(tag.blockingTriggerId ?? [])]);
    const own = triggers.map(({ triggerId }) => triggerId);
    expect([...new Set(named)].toSorted()).toEqual([...own, builtIn.initialization].toSorted());
  });

  test('no two entities share an ID or, within their list, a name', () => {
    const ids = [
      ...tags.map(({ tagId }) => tagId),
      ...triggers.map(({ triggerId }) => triggerId),
      ...variables.map(({ variableId }) => variableId),
      ...container.folder.map(({ folderId }) => folderId),
      ...container.customTemplate.map(({ templateId }) => templateId),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const list of [tags, triggers, variables]) {
      expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
    }
  });

  test('every entity belongs to this container, and those that can to its folder', () => {
    for (const entity of entities) {
      expect(entity).toMatchObject({ accountId: container.accountId, containerId: container.containerId });
      expect(entity.fingerprint).toMatch(/^\d{13}$/);
    }
    for (const entity of [...tags, ...triggers, ...variables]) {
      expect(entity.parentFolderId).toBe(container.folder[0]?.folderId);
    }
  });

  test('it carries the templates that are delivered, and its tags are of them', () => {
    const carried = container.customTemplate.map(({ templateId, templateData }) => [
      `cvt_${container.containerId}_${templateId}`,
      templateData,
    ]);
    expect(carried).toEqual(Object.entries(templates).map(([type, file]) => [type, dist(file)]));
    const types = tags.map(({ type }) => type).filter((type) => type !== 'html');
    expect([...new Set(types)].toSorted()).toEqual(Object.keys(templates).toSorted());
  });

  test('no constant holds a variable', () => {
    const constants = variables.filter(({ type }) => type === 'c');
    expect(constants.length).toBeGreaterThan(2);
    expect(JSON.stringify(constants.map(({ parameter }) => parameter))).not.toContain('{{');
  });

  test('a row of a table has all of its columns', () => {
    const tables = tags.flatMap((tag) =>
      tag.parameter.flatMap((field) => ('list' in field ? field.list : [])),
    );
    expect(tables.length).toBeGreaterThan(0);
    for (const { map } of tables) expect(map.map(({ key }) => key)).toEqual(['event', 'action', 'goal']);
  });

  test('an exception is of the same type as the triggers of the tag, and has the filters of those for the same event', () => {
    const find = (id: string) => triggers.find(({ triggerId }) => triggerId === id);
    const excepted = tags.filter(({ blockingTriggerId }) => blockingTriggerId);
    expect(excepted.length).toBeGreaterThan(0);
    for (const { firingTriggerId, blockingTriggerId = [] } of excepted) {
      for (const [firing, blocking] of firingTriggerId.flatMap((id) =>
        blockingTriggerId.map((by) => [id, by]),
      )) {
        const [own, exception] = [find(firing ?? ''), find(blocking ?? '')];
        expect(exception?.type).toBe(own?.type);
        if (JSON.stringify(exception?.customEventFilter) === JSON.stringify(own?.customEventFilter))
          expect(exception?.filter).toEqual(expect.arrayContaining(own?.filter ?? []));
      }
    }
  });

  test.each(tags.filter(({ type }) => type !== 'html'))(
    'GTM finds nothing to complain about in the form of $name',
    (tag) => {
      const fields = readTemplate(dist(templates[tag.type] ?? '')).parameters;
      const typed = Object.fromEntries(
        tag.parameter.flatMap((parameter) =>
          parameter.type === 'TEMPLATE' ? [[parameter.key, parameter.value]] : [],
        ),
      );
      const shown = shownFields(fields, typed);
      for (const parameter of tag.parameter) {
        expect(shown.map(({ name }) => name)).toContain(parameter.key);
      }
      for (const field of shown.filter(({ type }) => type !== 'SIMPLE_TABLE')) {
        expect([field.name, refusal(field, typed[field.name], typed)]).toEqual([field.name, undefined]);
      }
      for (const parameter of tag.parameter) {
        if (parameter.type !== 'LIST') continue;
        const columns = shown.find(({ name }) => name === parameter.key)?.simpleTableColumns ?? [];
        for (const cell of parameter.list.flatMap((row) => row.map)) {
          const column = columns.find(({ name }) => name === cell.key);
          expect(column).toBeDefined();
          expect('value' in cell && column && refusal(column, cell.value)).toBeUndefined();
        }
      }
    },
  );

  test('its Custom HTML tags hold companion and reader, within what GTM takes', () => {
    const codes = tags.filter(({ type }) => type === 'html').map(codeOf);
    expect(codes).toEqual(
      ['companion.js', 'search-page.js'].map((file) => `<script>\n${dist(file).trim()}\n</script>`),
    );
    for (const code of codes) expect(code.length).toBeLessThanOrEqual(102_400);
  });
});

test('the trigger for SearchStax knows all seven events', () => {
  const [filter] = delivered.containerVersion.trigger[0]?.customEventFilter ?? [];
  const pattern = filter?.parameter.find(({ key }) => key === 'arg1');
  const expression = new RegExp(pattern && 'value' in pattern ? pattern.value : '');
  expect(events.filter(({ name }) => expression.test(`searchstax${name}`))).toHaveLength(7);
  expect(expression.test('searchstax_suggest')).toBe(false);
  expect(expression.test('my_searchstax_search')).toBe(false);
});
