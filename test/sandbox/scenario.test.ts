import { expect, jest, test } from '@jest/globals';
import { main } from '../../src/sandbox/cli.ts';
import { readScenario } from '../../src/sandbox/read-scenario.ts';
import { runScenario } from '../../src/sandbox/scenario.ts';
import { readTemplate } from '../../src/sandbox/template.ts';

const permission = (publicId: string, ...param: [string, string][]) => ({
  instance: {
    key: { publicId, versionId: '1' },
    param: param.map(([key, string]) => ({ key, value: { type: 1, string } })),
  },
});

function tag(code: string) {
  return readTemplate(
    [
      '___INFO___',
      '{"type": "TAG", "displayName": "A tag"}',
      '___SANDBOXED_JS_FOR_WEB_TEMPLATE___',
      code,
      '___WEB_PERMISSIONS___',
      JSON.stringify([
        permission('send_pixel', ['allowedUrls', 'any']),
        permission('logging', ['environments', 'all']),
        permission('access_template_storage'),
      ]),
    ].join('\n\n'),
  );
}

test('each event that the trigger names fires the tag, with the data layer as it is then', async () => {
  const template = tag(
    `require('sendPixel')('https://a.example.com/?q=' + data.q + '&n=' + data.n, data.gtmOnSuccess, data.gtmOnFailure);`,
  );
  expect(
    await runScenario(template, {
      fields: { q: { dlv: 'search.query' }, n: 7 },
      trigger: ['search', 'again'],
      events: [{ event: 'search', search: { query: 'a' } }, { event: 'other' }, { event: 'again' }],
      respond: { 'q=a': 'error' },
    }),
  ).toEqual({
    firings: [
      { event: 'search', outcome: 'failure' },
      { event: 'again', outcome: 'failure' },
    ],
    requests: ['https://a.example.com/?q=a&n=7', 'https://a.example.com/?q=a&n=7'],
    console: [],
    cookies: {},
  });
});

test('a data layer variable without a value is present as undefined, an unset field is absent', async () => {
  const template = tag(
    `require('logToConsole')(data.hasOwnProperty('a'), data.a === undefined, data.hasOwnProperty('b'));`,
  );
  const { console } = await runScenario(template, {
    fields: { a: { dlv: 'none' } },
    events: [{ event: 'x' }],
  });
  expect(console).toEqual([[true, true, false]]);
});

test.each([
  ['data.gtmOnSuccess(); data.gtmOnFailure();', 'success'],
  ['data.gtmOnFailure(); data.gtmOnSuccess();', 'failure'],
  ['data.gtmOnSuccess(); let u; u.x;', 'exception'],
  ['return;', 'pending'],
])('of %s the outcome is %s: the first counts', async (code, outcome) => {
  const { firings } = await runScenario(tag(code), { events: [{ event: 'x' }] });
  expect(firings[0]?.outcome).toBe(outcome);
});

test('an exception says what aborted the tag', async () => {
  const { firings } = await runScenario(tag('[1].includes(1);'), { events: [{ event: 'x' }] });
  expect(firings).toEqual([
    { event: 'x', outcome: 'exception', error: "TypeError: Object has no 'includes' property." },
  ]);
});

test('template storage lives as long as the page, variables only as long as the firing', async () => {
  const template = tag(`const s = require('templateStorage'); s.setItem('n', (s.getItem('n') || 0) + 1);
    require('logToConsole')(s.getItem('n'));`);
  const { console } = await runScenario(template, { events: [{ event: 'x' }, { $wait: 1 }, { event: 'x' }] });
  expect(console).toEqual([[1], [2]]);
});

test.each([
  ['{"evnts": []}', /unknown key "evnts"/],
  ['{\n "url": }', /^s\.json:2:\d+: this is not JSON/],
  ['{"events": {}}', /"events" must be a list/],
  ['{"events": [{"$wiat": 1}]}', /events\[0\]: unknown step "\$wiat"/],
  ['{"respond": "maybe"}', /"respond" must be/],
  ['{"url": "/relative"}', /"url" must be an absolute URL/],
])('%s is refused by name', (text, message) => {
  expect(() => readScenario(text, 's.json')).toThrow(message);
});

test('called wrongly, the command says how it is used', async () => {
  const error = jest.spyOn(console, 'error').mockImplementation(() => {});
  expect(await main(['run'])).toBe(2);
  expect(error.mock.calls.join()).toContain('run <file.tpl> <scenario.json>');
  error.mockRestore();
});
