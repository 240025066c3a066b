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

function variable(code: string) {
  const keys = ['app', 'app.track'].map((key) => ({
    type: 3,
    mapKey: ['key', 'read', 'execute'].map((string) => ({ type: 1, string })),
    mapValue: [
      { type: 1, string: key },
      { type: 8, boolean: true },
      { type: 8, boolean: true },
    ],
  }));
  const globals = {
    instance: {
      key: { publicId: 'access_globals', versionId: '1' },
      param: [{ key: 'keys', value: { type: 2, listItem: keys } }],
    },
  };
  return { ...tag(code), kind: 'MACRO', permissions: [globals] };
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

const pushing = () => {
  const template = tag("require('createQueue')('dataLayer')({event: 'seen'}); data.gtmOnSuccess();");
  const keys = { type: 3, mapKey: ['key', 'read', 'write'].map((string) => ({ type: 1, string })) };
  const mapValue = [
    { type: 1, string: 'dataLayer' },
    { type: 8, boolean: true },
    { type: 8, boolean: true },
  ];
  const param = [{ key: 'keys', value: { type: 2, listItem: [{ ...keys, mapValue }] } }];
  return { ...template, permissions: [{ instance: { key: { publicId: 'access_globals' }, param } }] };
};

test('without a trigger the events of the scenario fire the tag, and not what the tag pushes', async () => {
  const events = [{ event: 'seen' }, { $gtag: ['event', 'search', {}] }, { page: 1 }];
  const { firings } = await runScenario(pushing(), { events });
  expect(firings).toEqual([
    { event: 'seen', outcome: 'success' },
    { event: 'search', outcome: 'success' },
  ]);
});

test.each(['*', 'seen'])(
  'a tag that fires itself for ever, by the trigger %s, is an error',
  async (trigger) => {
    const asked = runScenario(pushing(), { trigger, events: [{ event: 'seen' }] });
    await expect(asked).rejects.toThrow('pushes an event that "trigger" names');
  },
);

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

test('gtag events fire the tag, with their parameters under eventModel', async () => {
  const template = tag(`require('logToConsole')(data.term, data.own === undefined);`);
  const { firings, console } = await runScenario(template, {
    fields: { term: { dlv: 'eventModel.search_term' }, own: { dlv: 'search_term' } },
    events: [{ $gtag: ['event', 'view_search_results', { search_term: 'x' }] }],
  });
  expect(firings.map(({ event }) => event)).toEqual(['view_search_results']);
  expect(console).toEqual([['x', true]]);
});

test("a scenario puts into window what the page's scripts would, and hears its functions called", async () => {
  const template = variable(`
    const copyFromWindow = require('copyFromWindow');
    const app = copyFromWindow('app');
    return [require('callInWindow')('app.track', 'click', {n: 1}), app.track('again'), app.version];`);
  const scenario = {
    window: { app: { version: 5, track: { $function: 'app.track', returns: { ok: true } } } },
    events: [{ event: 'x' }],
  };
  expect(await runScenario(template, scenario)).toMatchObject({
    firings: [{ event: 'x', value: [{ ok: true }, { ok: true }, 5] }],
    calls: [
      { name: 'app.track', args: ['click', { n: 1 }] },
      { name: 'app.track', args: ['again'] },
    ],
  });
});

test("a variable's value is shown, undefined as null; without events it is read once, at gtm.js", async () => {
  const shown = async (code: string) => (await runScenario(variable(code), {})).firings;
  expect(await shown('return {a: [1, undefined], f: () => 1};')).toEqual([
    { event: 'gtm.js', value: { a: [1, null], f: '(function)' } },
  ]);
  expect(await shown('return;')).toEqual([{ event: 'gtm.js', value: null }]);
  expect(await shown('let u; return u.x;')).toMatchObject([{ event: 'gtm.js', outcome: 'exception' }]);
});

test.each([
  ['{"evnts": []}', /unknown key "evnts"/],
  ['{\n "url": }', /^s\.json:2:\d+: this is not JSON/],
  ['{"events": {}}', /"events" must be a list/],
  ['{"events": [{"$wiat": 1}]}', /events\[0\]: unknown step "\$wiat"/],
  ['{"events": [{"$gtag": "event"}]}', /events\[0\]: "\$gtag" must be a list/],
  ['{"window": []}', /"window" must be an object/],
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

test.each([
  "require('sendPixel')('https://a.example/', () => data.list.push(1));",
  "require('callLater')(() => data.list.push(1));",
])('%s throws in its callback: the error is told, and the tag stays pending', async (code) => {
  expect(await runScenario(tag(code), {})).toMatchObject({
    firings: [{ event: 'gtm.js', outcome: 'pending' }],
    errors: [expect.stringContaining('push')],
  });
});
