import { describe, expect, test } from '@jest/globals';
import { runTests, type Verdict } from '../../src/sandbox/testing/index.ts';
import { allowed, type Parts, template } from './running.ts';

/** Runs one scenario against a template's code. */
async function verdict(
  scenario: string,
  { code, ...parts }: Parts & { code: string; setup?: string },
): Promise<Verdict> {
  const indented = (text: string) => text.replace(/^/gm, '    ');
  const setup = parts.setup === undefined ? '' : `\nsetup: |-\n${indented(parts.setup)}`;
  const tests = `scenarios:\n- name: The scenario\n  code: |-\n${indented(scenario)}${setup}`;
  const [result] = await runTests(template(code, { ...parts, tests }));
  return result as Verdict;
}

const passed = { name: 'The scenario', passed: true };

const sends = `
  const sendHttpRequest = require('sendHttpRequest');
  sendHttpRequest('https://api.example.com/', {method: 'POST'}, data.body).then(
    (response) => response.statusCode === 200 ? data.gtmOnSuccess() : data.gtmOnFailure(),
    data.gtmOnFailure);`;

const answer = (status: number) => `
  const Promise = require('Promise');
  mock('sendHttpRequest', () => Promise.create((resolve) => resolve({statusCode: ${status}, headers: {}, body: ''})));`;

describe('assertions that come later', () => {
  test('stand in callLater, behind every promise', async () => {
    const scenario = (expected: string) => `
      const callLater = require('callLater');
      let succeeded = false;
      runCode({gtmOnSuccess: () => { succeeded = true; }});
      callLater(() => { assertThat(succeeded).is${expected}(); });`;
    expect(await verdict(scenario('True'), { code: sends, setup: answer(200) })).toEqual(passed);
    expect(await verdict(scenario('True'), { code: sends, setup: answer(500) })).toMatchObject({
      message: 'expected false to be true',
    });
  });

  const variable = {
    kind: 'MACRO',
    code: "return require('sendHttpGet')('https://api.example.com/').then((response) => response.body);",
    setup: `const Promise = require('Promise');
      mock('sendHttpGet', () => Promise.create((resolve) => resolve({body: 'a'})));`,
  } as const;

  test("stand behind a variable's promise", async () => {
    expect(
      await verdict("runCode({}).then((value) => { assertThat(value).isEqualTo('a'); });", variable),
    ).toEqual(passed);
    expect(
      await verdict("runCode({}).then((value) => { assertThat(value).isEqualTo('b'); });", variable),
    ).toMatchObject({ passed: false, message: 'expected "a" to equal "b"' });
  });

  test.each([
    ['runCode({}).then((value) => { value.b.c(); });', /property c of undefined/],
    ["require('callLater')(() => { undefined.a(); });", /property a of undefined/],
  ])('fail the scenario when the test itself aborts before them: %s', async (scenario, message) => {
    expect(await verdict(scenario, variable)).toMatchObject({
      passed: false,
      message: expect.stringMatching(message),
    });
  });

  test('do not fail it when a callback of the template aborts, as in GTM', async () => {
    const code = "require('callLater')(() => { undefined.a(); }); data.gtmOnSuccess();";
    expect(await verdict("runCode({});\nassertApi('gtmOnSuccess').wasCalled();", { code })).toEqual(passed);
  });
});

describe('mocks', () => {
  test('of the form with a callback answer at once', async () => {
    const code =
      "require('sendHttpRequest')('https://a.example/', (status) => status === 200 ? data.gtmOnSuccess() : data.gtmOnFailure(), {}, '');";
    const scenario = `
      mock('sendHttpRequest', (url, callback, options, body) => { callback(200, {}, ''); });
      runCode({});
      assertApi('gtmOnSuccess').wasCalled();
      assertApi('gtmOnFailure').wasNotCalled();`;
    expect(await verdict(scenario, { code })).toEqual(passed);
  });

  test('may give an object with then of their own making', async () => {
    const scenario = `
      mock('sendHttpRequest', () => ({then: (ok) => { ok({statusCode: 200}); }}));
      runCode({});
      assertApi('gtmOnSuccess').wasCalled();`;
    expect(await verdict(scenario, { code: sends })).toEqual(passed);
  });

  const inserts = `
    const BigQuery = require('BigQuery');
    const getType = require('getType');
    const table = getType(BigQuery) === 'function' ? BigQuery() : BigQuery;
    table.insert({tableId: 'log'}, [{a: 1}], {});
    data.gtmOnSuccess();`;

  test.each([
    [
      'mockObject',
      "mockObject('BigQuery', {insert: (connection, rows) => { assertThat(rows).hasLength(1); }});",
    ],
    [
      'mock with a function',
      "mock('BigQuery', () => { return {insert: (connection, rows) => { assertThat(rows).hasLength(1); }}; });",
    ],
    [
      'mock with an object',
      "mock('BigQuery', {insert: (connection, rows) => { assertThat(rows).hasLength(1); }});",
    ],
  ])('%s stands in for an API that is an object', async (_name, mock) => {
    const scenario = `${mock}\nrunCode({});\nassertApi('gtmOnSuccess').wasCalled();`;
    expect(await verdict(scenario, { code: inserts, permissions: {} })).toEqual(passed);
    expect(
      await verdict(scenario.replace('hasLength(1)', 'hasLength(2)'), { code: inserts, permissions: {} }),
    ).toMatchObject({
      passed: false,
    });
  });

  test('of Promise reach the template alone', async () => {
    const code = "return require('Promise').all([1]).then((values) => values[0]);";
    const scenario = `
      const Promise = require('Promise');
      mockObject('Promise', {all: (values) => Promise.all(['mocked'])});
      runCode({}).then((value) => { assertThat(value).isEqualTo('mocked'); });`;
    expect(await verdict(scenario, { code, kind: 'MACRO' })).toEqual(passed);
  });

  test.each(['requestMethod', 'injectScript'])('of %s, which is no API here, do no harm', async (name) => {
    expect(await verdict(`mock('${name}', 'GET');\nrunCode({});`, { code: 'data.gtmOnSuccess();' })).toEqual(
      passed,
    );
  });

  test('may be promises that code makes without requiring Promise', async () => {
    const scenario = `
      mock('sendHttpRequest', () => Promise.create((resolve, reject) => reject('network')));
      runCode({});
      assertApi('gtmOnFailure').wasCalled();`;
    expect(await verdict(scenario, { code: sends })).toEqual(passed);
  });
});

test('what authors leave unmocked answers as an empty request does', async () => {
  const code = `
    const store = require('templateDataStorage');
    store.setItemCopy('a', 1);
    require('setCookie')('a', 'b', {});
    require('setResponseStatus')(200);
    require('setResponseHeader')('a', 'b');
    require('setResponseBody')('');
    require('sendPixelFromBrowser')('https://a.example/');
    require('sendHttpRequest')('https://a.example/', {}, '');
    require('returnResponse')();
    const getType = require('getType');
    return [
      getType(require('getAllEventData')()), require('getEventData')('a'), require('getCookieValues')('a'),
      require('getRequestHeader')('a'), getType(require('getContainerVersion')()), store.getItemCopy('a')];`;
  const scenario = "assertThat(runCode({})).isEqualTo(['object', undefined, [], undefined, 'object', 1]);";
  expect(await verdict(scenario, { code, kind: 'MACRO' })).toEqual(passed);
});

test('a client may claim, run the container and answer unmocked', async () => {
  const code = `require('claimRequest')();
    require('runContainer')({}, () => require('returnResponse')());`;
  const scenario =
    "runCode({});\nassertApi('claimRequest').wasCalled();\nassertApi('returnResponse').wasCalled();";
  expect(await verdict(scenario, { code, kind: 'CLIENT' })).toEqual(passed);
});

test('what is left unmocked asks for its permission', async () => {
  const { access_template_storage: _, ...others } = allowed;
  const code = "require('templateDataStorage').clear();";
  expect(await verdict('runCode({});', { code, permissions: others })).toMatchObject({
    message: expect.stringContaining('access_template_storage is not configured'),
  });
});

test('an API of web containers is none here', async () => {
  expect(await verdict('runCode({});', { code: "require('sendPixel');" })).toMatchObject({
    message: 'sendPixel is not a valid API name.',
  });
});

test('wasCalled with a number asks how often, in all', async () => {
  const scenario = (times: number) => `
    assertApi('sendHttpRequest').wasCalled(${times});
    runCode({});
    runCode({});`;
  expect(await verdict(scenario(2), { code: sends, setup: answer(200) })).toEqual(passed);
  expect(await verdict(scenario(1), { code: sends, setup: answer(200) })).toMatchObject({
    message: expect.stringContaining('called 1 times, but it was called 2 times'),
  });
});
