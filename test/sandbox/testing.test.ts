import { describe, expect, test } from '@jest/globals';
import type { PermissionEntry, Template } from '../../src/sandbox/template.ts';
import { runTests, type Verdict } from '../../src/sandbox/testing/index.ts';

interface Parts {
  kind?: 'TAG' | 'MACRO';
  code?: string;
  setup?: string;
  permissions?: PermissionEntry[];
}

/** Runs one scenario against a template's code. */
async function verdict(scenario: string, parts: Parts = {}): Promise<Verdict> {
  const [result] = await runTests(
    template(`scenarios:\n- name: The scenario\n  code: |-\n${indented(scenario)}`, parts),
  );
  return result as Verdict;
}

async function passes(scenario: string, parts?: Parts): Promise<void> {
  expect(await verdict(scenario, parts)).toEqual({ name: 'The scenario', passed: true });
}

async function fails(scenario: string, message: string, parts?: Parts): Promise<void> {
  expect(await verdict(scenario, parts)).toMatchObject({
    passed: false,
    message: expect.stringContaining(message),
  });
}

function template(tests: string, { kind = 'TAG', code = '', setup, permissions = [] }: Parts): Template {
  return {
    file: 'shop.tpl',
    info: { type: kind, displayName: 'Shop' },
    kind,
    context: 'WEB',
    parameters: [],
    code,
    codeLine: 10,
    permissions,
    tests: setup === undefined ? tests : `${tests}\nsetup: |-\n${indented(setup)}`,
    testsLine: 100,
    notes: '',
    sections: [],
  };
}

function indented(code: string): string {
  return code
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

const sendsPixel = `
  const sendPixel = require('sendPixel');
  sendPixel('https://example.com/?q=' + data.query, data.gtmOnSuccess, data.gtmOnFailure);
`;

describe('assertThat', () => {
  test.each([
    ['undefined', 'isUndefined()', 'null', 'be undefined'],
    ['null', 'isDefined()', 'undefined', 'be defined'],
    ['null', 'isNull()', 'undefined', 'be null'],
    ['undefined', 'isNotNull()', 'null', 'not be null'],
    ['false', 'isFalse()', '0', 'be false'],
    ['true', 'isTrue()', '1', 'be true'],
    ["''", 'isFalsy()', "'0'", 'be falsy'],
    ["'a'", 'isTruthy()', '0', 'be truthy'],
    ['0 / 0', 'isNaN()', "'a'", 'be NaN'],
    ["'a'", 'isNotNaN()', '0 / 0', 'not be NaN'],
    ['-1 / 0', 'isInfinity()', '1', 'be infinite'],
    ['1', 'isNotInfinity()', '1 / 0', 'not be infinite'],
    ['{a: [1, {b: 2}]}', 'isEqualTo({a: [1, {b: 2}]})', '{a: [1, {b: 3}]}', 'equal {a: [1, {b: 2}]}'],
    ['[1, 2]', 'isNotEqualTo([2, 1])', '[2, 1]', 'differ from [2, 1]'],
    ['{a: 1}', 'isAnyOf(1, {a: 1})', '{a: 2}', 'equal any of 1, {a: 1}'],
    ["'c'", "isNoneOf('a', 'b')", "'b'", 'equal none of "a", "b"'],
    ['1', 'isStrictlyEqualTo(1)', "'1'", 'be strictly equal to 1'],
    ["'1'", 'isNotStrictlyEqualTo(1)', '1', 'not be strictly equal to 1'],
    ['2', 'isGreaterThan(1)', '1', 'be greater than 1'],
    ['1', 'isGreaterThanOrEqualTo(1)', '0', 'be greater than or equal to 1'],
    ["'a'", "isLessThan('b')", "'b'", 'be less than "b"'],
    ['1', 'isLessThanOrEqualTo(1)', '2', 'be less than or equal to 1'],
    ['[1, {a: 2}, 3]', 'contains({a: 2}, 1)', '[1]', 'contain {a: 2}, 1'],
    ["'haystack'", "contains('stack')", "'needle'", 'contain "stack"'],
    ['[1]', 'doesNotContain(2, 3)', '[3]', 'contain none of 2, 3'],
    ['[1, 2]', 'containsExactly(2, 1)', '[1, 2, 2]', 'hold exactly 2, 1 in any order'],
    ['[1]', 'doesNotContainExactly(1, 2)', '[2, 1]', 'hold other values than 1, 2'],
    ["'abc'", 'hasLength(3)', '[1]', 'have the length 3'],
    ['[]', 'isEmpty()', '{}', 'be empty'],
    ['[1]', 'isNotEmpty()', "''", 'not empty'],
    ['[]', 'isArray()', '{}', 'be an array'],
    ['false', 'isBoolean()', '0', 'be a boolean'],
    ['() => 1', 'isFunction()', '{}', 'be a function'],
    ['1', 'isNumber()', "'1'", 'be a number'],
    ['{}', 'isObject()', '[]', 'be an object'],
    ["''", 'isString()', '1', 'be a string'],
  ])('%s %s, and %s does not', async (right, matcher, wrong, expectation) => {
    await passes(`assertThat(${right}).${matcher};`);
    await fails(`assertThat(${wrong}).${matcher};`, expectation);
  });

  test('says what was expected and what was found, after its own message', async () => {
    await fails(
      "assertThat({a: 'x'}, 'The first row').isEqualTo({a: 'y'});",
      'The first row: expected {a: "x"} to equal {a: "y"}',
    );
  });

  test('the first failure ends the scenario', async () => {
    await fails('assertThat(1).isEqualTo(2);\nassertThat(3).isEqualTo(4);', 'expected 1 to equal 2');
  });

  test('a matcher that GTM does not have is an error', async () => {
    await fails('assertThat(1).isOne();', "no 'isOne' property");
  });

  test('a property that is undefined counts as absent', async () => {
    await passes('assertThat({a: 1, b: undefined}).isEqualTo({a: 1});');
  });
});

describe('runCode', () => {
  test('gives the value of a variable, functions too', async () => {
    const code = 'return (suffix) => data.text + suffix;';
    await passes("assertThat(runCode({text: 'a'})('b')).isEqualTo('ab');", { kind: 'MACRO', code });
  });

  test('an error of the template fails the scenario in GTM’s words', async () => {
    await fails('runCode({});', "Can't read property b of undefined", { code: 'data.a.b();' });
  });

  test('callbacks that the test passes are called, and count', async () => {
    const test = `
      let called = 0;
      runCode({gtmOnSuccess: () => { called++; }});
      assertApi('gtmOnSuccess').wasCalled();
      assertThat(called).isEqualTo(1);`;
    await passes(test, { code: 'data.gtmOnSuccess();' });
  });
});

describe('mock', () => {
  test('a function stands in for an API and gets its arguments and callbacks', async () => {
    const test = `
      let asked;
      mock('sendPixel', (url, onSuccess) => { asked = url; onSuccess(); });
      runCode({query: 'shoes'});
      assertThat(asked).isEqualTo('https://example.com/?q=shoes');
      assertApi('gtmOnSuccess').wasCalled();
      assertApi('gtmOnFailure').wasNotCalled();`;
    await passes(test, { code: sendsPixel });
  });

  test('a value is what the API returns', async () => {
    const code = "return require('getUrl')('host');";
    await passes("mock('getUrl', 'shop.example');\nassertThat(runCode({})).isEqualTo('shop.example');", {
      kind: 'MACRO',
      code,
    });
  });

  test('a value may be an object, and stays the one that the test goes on changing', async () => {
    const code = "return require('getContainerVersion')().debugMode;";
    const test = `
      const version = {debugMode: false};
      mock('getContainerVersion', version);
      version.debugMode = true;
      assertThat(runCode({})).isTrue();`;
    await passes(test, { kind: 'MACRO', code });
  });

  test('a mock set while the template runs is in force at once', async () => {
    const code = `
      const injectScript = require('injectScript');
      const copyFromWindow = require('copyFromWindow');
      injectScript('https://example.com/a.js', () => copyFromWindow('a') === 1 ? data.gtmOnSuccess() : data.gtmOnFailure());`;
    const test = `
      mock('injectScript', (url, onSuccess) => {
        mock('copyFromWindow', 1);
        onSuccess();
      });
      runCode({});
      assertApi('gtmOnSuccess').wasCalled();`;
    await passes(test, { code });
  });

  test('a mock that calls the API it stands in for reaches the real one', async () => {
    const test = `
      const makeString = require('makeString');
      mock('makeString', (value) => 'mocked ' + makeString(value));
      assertThat(runCode({})).isEqualTo('mocked 7');`;
    await passes(test, { kind: 'MACRO', code: "return require('makeString')(7);" });
  });

  test('is over when the scenario is', async () => {
    const tests = `scenarios:
- name: First
  code: mock('getType', 'mocked');
- name: Second
  code: assertThat(runCode({})).isEqualTo('number');`;
    const results = await runTests(template(tests, { kind: 'MACRO', code: "return require('getType')(1);" }));
    expect(results.map(({ passed }) => passed)).toEqual([true, true]);
  });

  test('needs no permission; the real API does', async () => {
    const code = "require('getCookieValues')('a'); data.gtmOnSuccess();";
    await passes("mock('getCookieValues', ['x']);\nrunCode({});", { code });
    await fails('runCode({});', 'The requested permission get_cookies is not configured.', { code });
  });
});

test('mockObject stands in for an API that is an object', async () => {
  const code =
    "const localStorage = require('localStorage'); localStorage.setItem('a', '1'); return localStorage.getItem('a');";
  const scenario = `
    const stored = {};
    mockObject('localStorage', {setItem: (key, value) => { stored[key] = value; }, getItem: (key) => stored[key]});
    assertThat(runCode({})).isEqualTo('1');
    assertApi('localStorage.setItem').wasCalledWith('a', '1');`;
  await passes(scenario, { kind: 'MACRO', code });
});

test('fields that the code is run with twice count each callback once a run', async () => {
  const scenario = `
    const fields = {};
    runCode(fields);
    runCode(fields);
    assertApi('gtmOnSuccess').wasCalled(2);`;
  await passes(scenario, { code: 'data.gtmOnSuccess();' });
});

test('a member of an API that is an object can be mocked by itself', async () => {
  const code = "return require('localStorage').getItem('a');";
  const scenario = `
    mock('localStorage.getItem', (key) => key + '!');
    assertThat(runCode({})).isEqualTo('a!');
    mock('localStorage.getItem', null);
    assertThat(runCode({})).isNull();
    assertApi('localStorage.getItem').wasCalledWith('a');`;
  await passes(scenario, { kind: 'MACRO', code });
});

describe('assertApi', () => {
  const code =
    "const setInWindow = require('setInWindow'); setInWindow('shop', {items: [1]}, true); data.gtmOnSuccess();";
  const setup = "mock('setInWindow', true);";

  test('compares arguments by what they hold', async () => {
    await passes("runCode({});\nassertApi('setInWindow').wasCalledWith('shop', {items: [1]}, true);", {
      code,
      setup,
    });
  });

  test('says how the API was called instead', async () => {
    await fails(
      "runCode({});\nassertApi('setInWindow').wasCalledWith('shop', {items: [2]}, true);",
      'expected setInWindow to be called with ("shop", {items: [2]}, true), but it was called with ("shop", {items: [1]}, true)',
      { code, setup },
    );
  });

  test('wasNotCalled and wasNotCalledWith fail on a call', async () => {
    await fails("runCode({});\nassertApi('gtmOnSuccess').wasNotCalled();", 'gtmOnSuccess not to be called', {
      code,
      setup,
    });
    await fails(
      "runCode({});\nassertApi('setInWindow').wasNotCalledWith('shop', {items: [1]}, true);",
      'not to be called with',
      { code, setup },
    );
    await passes("assertApi('setInWindow').wasNotCalledWith('shop');", { code, setup });
  });

  test('an API that was never called', async () => {
    await fails("assertApi('sendPixel').wasCalled();", 'expected sendPixel to be called, but it was not');
  });

  test('calls of the test itself count', async () => {
    await passes("require('makeString')(1);\nassertApi('makeString').wasCalledWith(1);");
    await fails("require('makeString')(1);\nassertApi('makeString').wasNotCalled();", 'not to be called');
  });

  test('what a mock itself calls under its own name is the real API, and does not count', async () => {
    const scenario = `
      mock('makeString', (value) => require('makeString')(value) + '!');
      assertThat(runCode({})).isEqualTo('1!');
      assertApi('makeString').wasCalledWith(1);
      assertApi('makeString').wasNotCalledWith('1');`;
    await passes(scenario, { kind: 'MACRO', code: "return require('makeString')(1);" });
    await fails(
      "mock('makeString', (value) => require('makeString')('inner'));\nrunCode({});\nassertApi('makeString').wasCalledWith('inner');",
      'but it was called with (1)',
      { kind: 'MACRO', code: "return require('makeString')(1);" },
    );
  });

  test('a member of a mocked object that calls its own name reaches the real one', async () => {
    const scenario = `
      const JSON = require('JSON');
      mockObject('JSON', {stringify: (value) => 'mocked ' + JSON.stringify(value)});
      assertThat(runCode({})).isEqualTo('mocked [1]');`;
    await passes(scenario, { kind: 'MACRO', code: "return require('JSON').stringify([1]);" });
  });

  test('the callbacks that the template passed are the same functions', async () => {
    const test = `
      let success;
      let failure;
      mock('sendPixel', (url, onSuccess, onFailure) => { success = onSuccess; failure = onFailure; });
      runCode({query: 'a'});
      assertApi('sendPixel').wasCalledWith('https://example.com/?q=a', success, failure);
      assertApi('sendPixel').wasNotCalledWith('https://example.com/?q=a', failure, success);`;
    await passes(test, { code: sendsPixel });
  });
});

describe('what comes later', () => {
  const permissions: PermissionEntry[] = [
    {
      instance: {
        key: { publicId: 'send_pixel' },
        param: [{ key: 'allowedUrls', value: { type: 1, string: 'any' } }],
      },
    },
  ];

  test('an expected call may still come', async () => {
    await passes("runCode({query: 'a'});\nassertApi('gtmOnSuccess').wasCalled();", {
      code: sendsPixel,
      permissions,
    });
  });

  test('one that never comes fails the scenario', async () => {
    await fails(
      "runCode({query: 'a'});\nassertApi('gtmOnFailure').wasCalled();",
      'expected gtmOnFailure to be called',
      {
        code: sendsPixel,
        permissions,
      },
    );
  });

  test('an assertion in a callback counts', async () => {
    const test = "require('callLater')(() => { assertThat(1).isEqualTo(2); });";
    await fails(test, 'expected 1 to equal 2');
    await fails("require('callLater')(() => { fail('too late'); });", 'too late');
  });
});

describe('setup', () => {
  test('runs before each scenario, with its variables in sight', async () => {
    await passes('count++;\nassertThat(count).isEqualTo(1);', { setup: 'let count = 0;' });
  });

  test('finds what the scenario declares', async () => {
    await passes("const host = 'shop.example';\nassertThat(runCode({})).isEqualTo('shop.example');", {
      kind: 'MACRO',
      code: "return require('getUrl')('host');",
      setup: "mock('getUrl', () => host);",
    });
  });

  test('may declare a name that the scenario declares again', async () => {
    await passes('const mockData = {a: 2};\nassertThat(mockData.a).isEqualTo(2);', {
      setup: 'const mockData = {a: 1};',
    });
  });
});

test('an API that does not exist is an error that names it', async () => {
  await fails('runCode({});', 'sendBeacon is not a valid API name', { code: "require('sendBeacon');" });
});

test('fail ends the scenario with its message', async () => {
  await fails("fail('no such shop');", 'no such shop');
});

test('a scenario that cannot be parsed fails alone', async () => {
  const tests = "scenarios:\n- name: Broken\n  code: 'runCode('\n- name: Whole\n  code: runCode({});";
  const results = await runTests(template(tests, {}));
  expect(results.map(({ passed }) => passed)).toEqual([false, true]);
});

test('names are read as they are written', async () => {
  const results = await runTests(
    template('scenarios:\n- name: yes\n  code: ""\n- name: "404: gone"\n  code: ""', {}),
  );
  expect(results.map(({ name }) => name)).toEqual(['yes', '404: gone']);
});

test('a template without tests has no verdicts', async () => {
  expect(await runTests(template('', {}))).toEqual([]);
  expect(await runTests(template('scenarios: []', {}))).toEqual([]);
});

test('tests that cannot be read are an error with file and line', async () => {
  await expect(runTests(template('scenarios:\n- name: "open', {}))).rejects.toThrow(
    /^shop\.tpl:10\d: The tests are not valid YAML/,
  );
});

describe('APIs as published templates call them', () => {
  test('gtagSet takes an object of settings, or a key and its value', async () => {
    const permissions = [
      {
        instance: {
          key: { publicId: 'write_data_layer' },
          param: [
            { key: 'keyPatterns', value: { type: 2, listItem: [{ type: 1, string: 'url_passthrough' }] } },
          ],
        },
      },
    ];
    const code = "require('gtagSet')('url_passthrough', true); require('gtagSet')({url_passthrough: false});";
    await passes("runCode({});\nassertApi('gtagSet').wasCalledWith('url_passthrough', true);", {
      code,
      permissions,
    });
    await fails('runCode({});', 'ads_data_redaction', {
      code: "require('gtagSet')('ads_data_redaction', true);",
      permissions,
    });
  });

  test('template storage keeps values under the number of an event', async () => {
    const code = `
      const templateStorage = require('templateStorage');
      const seen = templateStorage.getItem(data.event);
      templateStorage.setItem(data.event, true);
      return seen;`;
    const permissions = [{ instance: { key: { publicId: 'access_template_storage' } } }];
    const test = 'assertThat(runCode({event: 5})).isNull();\nassertThat(runCode({event: 5})).isTrue();';
    await passes(test, { kind: 'MACRO', code, permissions });
  });

  test('what template storage keeps is the value itself, which a later run finds as it has become', async () => {
    const code = `
      const templateStorage = require('templateStorage');
      const state = templateStorage.getItem('state') || {loads: 0};
      templateStorage.setItem('state', state);
      state.loads = state.loads + 1;
      return state.loads;`;
    const permissions = [{ instance: { key: { publicId: 'access_template_storage' } } }];
    await passes('runCode({});\nassertThat(runCode({})).isEqualTo(2);', { kind: 'MACRO', code, permissions });
  });
});

test('a setup without its last semicolon and a scenario that begins with a bracket are two statements', async () => {
  await passes("['a', 'b'].forEach(name => {\n  assertThat(names).contains(name);\n});", {
    setup: "const names = ['a', 'b']",
  });
});

describe('code that does not end', () => {
  test('a template that asks for ever whether something is there gets its verdict all the same', async () => {
    const code = `
      const callLater = require('callLater');
      const wait = () => callLater(wait);
      wait();`;
    await fails(
      "runCode({});\nassertApi('gtmOnSuccess').wasCalled();",
      'expected gtmOnSuccess to be called',
      { code },
    );
  }, 10_000);

  test('a loop that turns for ever is ended', async () => {
    await fails('runCode({});', 'still looping', { code: 'while (true) {}' });
  }, 10_000);
});
