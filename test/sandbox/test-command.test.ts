import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { main } from '../../src/sandbox/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'gtm-template-'));
const file = join(folder, 'shop.tpl');
const valid = readFileSync(new URL('../data/templates/order-ping.tpl', import.meta.url), 'utf8');

let printed: string[] = [];
let complained: string[] = [];

beforeEach(() => {
  printed = [];
  complained = [];
  jest.spyOn(console, 'log').mockImplementation((text) => void printed.push(String(text)));
  jest.spyOn(console, 'error').mockImplementation((text) => void complained.push(String(text)));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The template with other tests, and with other code where it is given. */
function withTests(tests: string, code?: string): string {
  const text = valid.replace(/___TESTS___[\s\S]*?(?=___NOTES___)/, `___TESTS___\n\n${tests}\n\n\n`);
  const section = /(___SANDBOXED_JS_FOR_WEB_TEMPLATE___\n\n)[\s\S]*?(?=\n\n\n___)/;
  return code === undefined ? text : text.replace(section, (_all, marker) => marker + code);
}

async function tested(text: string, ...flags: string[]): Promise<{ status: number; output: string }> {
  writeFileSync(file, text);
  const status = await main(['test', file, ...flags]);
  return { status, output: printed.join('\n') };
}

/** The line of the file that holds a text. */
function lineOf(text: string): number {
  const all = readFileSync(file, 'utf8');
  return all.slice(0, all.indexOf(text)).split('\n').length;
}

const scenario = (name: string, code: string) =>
  `- name: ${name}\n  code: |-\n${code.replace(/^/gm, '    ')}`;
const setup =
  'setup: |-\n  const fields = {shop: "a"};\n  const same = (a, b) => {\n    assertThat(a).isEqualTo(b);\n  };';

describe('a scenario that fails', () => {
  test('shows the line of the assertion, and a diff of what was to be equal', async () => {
    const code = 'runCode(fields);\n\nassertThat({a: 1, list: [1, 2]}).isEqualTo({a: 1, list: [1, 3]});';
    const { status, output } = await tested(withTests(`scenarios:\n${scenario('Compares', code)}\n${setup}`));
    expect(status).toBe(1);
    expect(output).toContain('✗ Compares');
    expect(output).toContain(`at ${file}:${lineOf('assertThat({a: 1')}`);
    expect(output).toMatch(/- +3,\n +\+ +2,/);
    expect(output).toContain('0 passed, 1 failed');
  });

  test.each([
    [
      'double quotes',
      String.raw`"runCode(fields); \n\nif (true) {\n\
    \ \ same(1, 1);\n\
    \ assertThat(1).isEqualTo(2);\n}\n"`,
    ],
    [
      'single quotes',
      `'runCode(fields);


    assertThat(1).isEqualTo(2);'`,
    ],
    ['no quotes', 'runCode(fields);\n\n    assertThat(1).isEqualTo(2);'],
  ])('shows that line of code in %s, too', async (_what, code) => {
    const { output } = await tested(withTests(`scenarios:\n- name: Quoted\n  code: ${code}\n${setup}`));
    expect(output).toContain(`at ${file}:${lineOf('assertThat(1).isEqualTo(2)')}\n`);
  });

  test('since the sandbox does not know a construct names it, and its line', async () => {
    const code = 'runCode(fields);\nmock("sendPixel", function () {\n  this.sent = 1;\n});';
    const { output } = await tested(withTests(`scenarios:\n${scenario('This', code)}\n${setup}`));
    expect(output).toContain("Cannot be parsed: `this` is not part of the sandbox's language.");
    expect(output).toContain(`at ${file}:${lineOf('this.sent')}\n`);
  });

  test("in a function of the setup shows that function's line", async () => {
    const { output } = await tested(withTests(`scenarios:\n${scenario('Helps', 'same(1, 2);')}\n${setup}`));
    expect(output).toContain(`at ${file}:${lineOf('assertThat(a).isEqualTo(b)')}\n`);
  });

  test("because the template's code aborts shows both lines, and what it logged", async () => {
    const aborting =
      "require('logToConsole')('about to', {a: 1});\n\nlet missing;\ndata.gtmOnSuccess(missing.x);";
    const { output } = await tested(
      withTests(`scenarios:\n${scenario('Aborts', '\nrunCode(fields);')}\n${setup}`, aborting),
    );
    expect(output).toContain("TypeError: Cannot read properties of undefined (reading 'x')");
    expect(output).toContain(
      `at ${file}:${lineOf('    runCode(fields);')}, in the template at ${file}:${lineOf('data.gtmOnSuccess(missing')}`,
    );
    expect(output).toContain('logged: about to {a: 1}');
  });

  test('for a call that never comes tells what aborted the callback that should have made it', async () => {
    const code =
      "const callLater = require('callLater');\ncallLater(() => {\n  let missing;\n  missing.x = 1;\n  data.gtmOnSuccess();\n});";
    const asks = "runCode(fields);\nassertApi('gtmOnSuccess').wasCalled();";
    const { output } = await tested(withTests(`scenarios:\n${scenario('Waits', asks)}\n${setup}`, code));
    expect(output).toContain(`at ${file}:${lineOf("assertApi('gtmOnSuccess')")}\n`);
    expect(output).toContain(
      "a callback of the template was aborted: TypeError: Can't set property x of undefined.",
    );
    expect(output).toContain(`at ${file}:${lineOf('missing.x = 1;')}`);
  });

  test('because it cannot be parsed shows the line in the file', async () => {
    const broken = 'const a = 1;\nrunCode({;';
    const { output } = await tested(withTests(`scenarios:\n${scenario('Broken', broken)}\n${setup}`));
    expect(output).toContain('Cannot be parsed: Unexpected token');
    expect(output).toContain(`at ${file}:${lineOf('runCode({;')}`);
  });
});

test("a syntax error of the template's code is said once, with the file's line, and is a failure", async () => {
  const text = withTests(
    `scenarios:\n${scenario('One', 'runCode({});')}\n${scenario('Two', 'runCode({});')}`,
    'const a = 1;\nconst b = (;',
  );
  const { status, output } = await tested(text);
  expect(status).toBe(1);
  expect(output.match(/cannot be parsed/g)).toHaveLength(1);
  expect(output).toContain(`${file}:${lineOf('const b = (;')}: The code cannot be parsed: Unexpected token.`);
});

test('tests whose YAML cannot be read are a failure', async () => {
  const { status, output } = await tested(withTests('scenarios:\n- name: "open'));
  expect(status).toBe(1);
  expect(output).toContain('The tests are not valid YAML');
  expect(output).toContain('0 passed, 1 failed');
});

test('what had to be forgiven is said, and the scenarios run', async () => {
  const { status, output } = await tested(valid.replace('"name": "shop",', 'name: "shop",'));
  expect(output).toMatch(/line \d+: ___TEMPLATE_PARAMETERS___ is not strict JSON: .*; forgiven/);
  expect(output).toContain('3 passed, 0 failed');
  expect(status).toBe(0);
});

test('tests run without what nobody can read of the info and the fields', async () => {
  const text = valid
    .replace('"description": "Tells', '"description": "Tells "all')
    .replace('"name": "shop",', '"name" "shop",');
  const { status, output } = await tested(text);
  expect(output).toMatch(/line \d+: ___INFO___ is not valid JSON: .*; forgiven/);
  expect(output).toMatch(/line \d+: ___TEMPLATE_PARAMETERS___ is not valid JSON: .*; forgiven/);
  expect(output).toContain('3 passed, 0 failed');
  expect(status).toBe(0);
});

describe('flags', () => {
  const three = `scenarios:\n${scenario('First', 'fail("one");')}\n${scenario('Second', 'runCode(fields);')}\n${scenario('Third', 'fail("three");')}\n${setup}`;

  test('--name runs the scenarios whose names match', async () => {
    const { status, output } = await tested(withTests(three), '--name', '^S');
    expect(output).toContain('1 passed, 0 failed');
    expect(status).toBe(0);
    expect((await tested(withTests(three), '--name', 'Fourth')).status).toBe(1);
    expect(complained.join()).toContain('No scenario has a name that matches');
  });

  test('--bail stops at the first that fails', async () => {
    expect((await tested(withTests(three), '--bail')).output).toContain('0 passed, 1 failed');
  });

  test('--coverage tells the lines that never ran', async () => {
    const code = 'if (data.shop) {\n  data.gtmOnSuccess();\n} else {\n  data.gtmOnFailure();\n}';
    const { output } = await tested(withTests(three, code), '--coverage');
    expect(output).toContain(
      `2 of 3 statements of the template ran; never run: line ${lineOf('data.gtmOnFailure();')}`,
    );
  });

  test('--reporter json', async () => {
    const { output } = await tested(withTests(three), '--reporter', 'json');
    expect(JSON.parse(output)).toMatchObject({
      passed: 1,
      failed: 2,
      files: [
        {
          file,
          scenarios: [
            { name: 'First', passed: false, message: 'one', details: { line: lineOf('fail("one")') } },
            { name: 'Second', passed: true },
            { name: 'Third', passed: false },
          ],
        },
      ],
    });
  });

  test('--reporter junit', async () => {
    const odd = `scenarios:\n${scenario('"<A> & \\"B\\""', 'fail("1 < 2\\u0007");')}\n${setup}`;
    const { output } = await tested(withTests(odd), '--reporter', 'junit');
    expect(output).toContain('<testsuites tests="1" failures="1" errors="0">');
    expect(output).toContain('name="&lt;A&gt; &amp; &quot;B&quot;"');
    expect(output).toContain('<failure message="1 &lt; 2\uFFFD">');
  });

  test.each([
    ['--nmae', 'x'],
    ['--reporter', 'html'],
    ['--name', '('],
  ])('%s %s is refused', async (...flags) => {
    const { status } = await tested(withTests(three), ...flags);
    expect(status).toBe(2);
    expect(complained.join()).toMatch(/Unknown option '--nmae'|no reporter html|--name: Invalid/);
    expect(complained.join()).toContain('gtm-template test <file.tpl>...');
  });
});

test('a file that is not there is no failed test, but an error of its own', async () => {
  expect(await main(['test', join(folder, 'none.tpl')])).toBe(2);
  expect(complained.join()).toContain('none.tpl cannot be read: there is no such file.');
});

test.each(['test', 'check'])('%s says nothing of errors where no file could be read', async (command) => {
  expect(await main([command, join(folder, 'none.tpl'), folder])).toBe(2);
  expect(complained.at(-1)).toBe(`${folder} cannot be read: it is a folder.`);
  expect(printed).toEqual([]);
});

test.each([['--help'], ['-h'], ['help'], ['test', '--help'], ['check', file, '-h'], ['run', '--help']])(
  'help: %s %s %s',
  async (...args) => {
    expect(await main(args)).toBe(0);
    expect(printed.join()).toContain('gtm-template test <file.tpl>...');
    expect(complained).toEqual([]);
  },
);

test('check counts what there is to change apart from what nobody could try', async () => {
  writeFileSync(file, valid.replace('- name: Sends the shop', '- name: "Sends: the shop"'));
  expect(await main(['check', file])).toBe(0);
  expect(printed.at(-1)).toBe('0 errors, 0 warnings, 1 note');
  printed = [];
  writeFileSync(file, valid);
  await main(['check', file]);
  expect(printed).toEqual(['0 errors, 0 warnings']);
});
