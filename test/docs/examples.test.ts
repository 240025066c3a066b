import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { events } from '../../src/catalogue/events.ts';
import { dataLayerName } from '../../src/catalogue/tracking-api.ts';
import { triggers } from '../../src/container/triggers.ts';
import { checkEvent } from '../../src/receiver/index.ts';
import { readTemplate, type Template } from '../../src/sandbox/index.ts';
import { readScenario } from '../../src/sandbox/read-scenario.ts';
import { type Outcome, runScenario } from '../../src/sandbox/scenario.ts';
import { blocks } from './pages.ts';

type Push = Record<string, unknown>;

let template: Template;
beforeAll(() => {
  template = readTemplate(readFileSync('dist/template.tpl', 'utf8'), 'dist/template.tpl');
});

/** The tag as the pages set it up, for the names that they use. */
const fields = {
  trackingKey: 'KEY',
  routes: [
    { event: 'view_search_results', action: '_search' },
    { event: 'select_item', action: '_searchclick' },
    ...['chat_open', 'chat_start', 'phone_click'].map((event) => ({ event, action: 'goal', goal: 'Goal' })),
  ],
};

/** What a site's script pushes. */
function pushesOf(code: string): Push[] {
  const page = { dataLayer: [] as Push[], window: {} };
  runInNewContext(code, page);
  // As JSON, since objects of another context are not equal to ours.
  return JSON.parse(JSON.stringify(page.dataLayer)) as Push[];
}

function track(outcome: Outcome): unknown[] {
  return outcome.requests
    .filter((url) => url.includes('/track/'))
    .map((url) => {
      const data = new URL(url).searchParams.get('data') as string;
      return JSON.parse(Buffer.from(data, 'base64').toString('utf8'));
    });
}

const scripts = blocks.filter(({ language }) => language === 'js');
const pushing = scripts.filter(({ code }) => code.includes('dataLayer.push'));

test.each(scripts)('the script at $where runs', ({ code }) => {
  expect(() => runInNewContext(code, { dataLayer: [], gtag: () => {}, window: {} })).not.toThrow();
});

test.each(pushing)('the push at $where is sent, and is what SearchStax takes', async ({ code }) => {
  const pushes = pushesOf(code);
  // A click of GA4's finds the query where the search before it left it.
  const before = { search_term: 'boots' };
  const outcome = await runScenario(template, { fields, events: [before, ...pushes] });
  expect(outcome.firings.map(({ outcome }) => outcome)).toEqual(
    pushes.filter(({ event }) => event).map(() => 'success'),
  );
  expect(track(outcome).map((event) => checkEvent(event))).toEqual(track(outcome).map(() => undefined));
  expect(outcome.requests.length).toBe(outcome.firings.length);
});

test('every SearchStax event has an example', () => {
  const shown = pushing.flatMap(({ code }) => pushesOf(code)).map(({ event }) => event);
  expect(events.map(({ name }) => dataLayerName + name).filter((name) => !shown.includes(name))).toEqual([]);
});

test('clearing the items before a search without items keeps the old ones from being sent', async () => {
  const search = (term: string, more: Push = {}) => ({
    event: 'view_search_results',
    search_term: term,
    ...more,
  });
  const items = [{ item_id: 'B-1' }];
  const { requests } = await runScenario(template, {
    fields,
    events: [
      search('boots', { ecommerce: { items } }),
      { ecommerce: null },
      search('hats'),
      search('caps', { items }),
      { items: null },
      search('coats'),
    ],
  });
  const sent = track({ requests } as Outcome) as { properties: { impressions?: unknown } }[];
  expect(sent.map(({ properties }) => properties.impressions !== undefined)).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test('the position on page 2 is counted as the reference says', async () => {
  const push = pushing.find(({ code }) => code.includes('pageSize'))?.code ?? '';
  const outcome = await runScenario(template, { fields, events: pushesOf(push) });
  const [{ properties }] = track(outcome) as [{ properties: { impressions: { position: number }[] } }];
  expect(properties.impressions.map(({ position }) => position)).toEqual([11, 12]);
});

test('the pattern of the trigger is that of the container', () => {
  const patterns = blocks.filter(({ code }) => code.startsWith('^searchstax')).map(({ code }) => code.trim());
  const filters = JSON.stringify(triggers);
  expect(patterns.length).toBe(1);
  expect(patterns.filter((pattern) => !filters.includes(JSON.stringify(pattern)))).toEqual([]);
});

test('the visit that authors of other templates are shown can be read', () => {
  const [, code = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/gtm-template.md', 'utf8')) ?? [];
  expect(readScenario(code, 'visit.json')).toHaveProperty('window');
});

// The pages for authors of other templates show scenarios for theirs.
const own = blocks.filter(
  ({ language, where }) => language === 'json' && !where.startsWith('docs/gtm-template'),
);

test.each(own)('the scenario at $where runs', async ({ code, where }) => {
  const { firings } = await runScenario(template, readScenario(code, where));
  expect(firings.map(({ outcome }) => outcome)).toEqual(['success']);
});

describe('a console line that is quoted', () => {
  const spoken = new Set<string>();
  beforeAll(async () => {
    for (const file of readdirSync('docs/examples')) {
      const scenario = readScenario(readFileSync(`docs/examples/${file}`, 'utf8'), file);
      for (const [line] of (await runScenario(template, scenario)).console) spoken.add(String(line));
    }
  });

  const quoted = blocks.flatMap(({ where, code }) =>
    code
      .split('\n')
      .filter((line) => line.startsWith('SearchStax + Sitecore |'))
      .map((line) => ({ where, line })),
  );
  test.each(quoted)('at $where is one that the tag writes: $line', ({ line }) => {
    expect([...spoken]).toContain(line);
  });
});
