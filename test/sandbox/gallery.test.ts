import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkGallery, type Surroundings } from '../../src/sandbox/check/gallery.ts';
import { referencesOf } from '../../src/sandbox/check/names.ts';
import { outcomeFaults } from '../../src/sandbox/check/outcome-faults.ts';
import { parseCode } from '../../src/sandbox/check/syntax-tree.ts';

const square = `data:image/png;base64,${Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000400000004008060000',
  'hex',
).toString('base64')}`;
const valid = readFileSync(new URL('../data/templates/order-ping.tpl', import.meta.url), 'utf8').replace(
  '"id": "brand_dummy"',
  `"id": "brand_dummy", "thumbnail": "${square}"`,
);
const sha = '0123456789abcdef0123456789abcdef01234567';
const metadata = `homepage: "https://www.example.com/"
versions:
  - sha: ${sha}
    changeNotes: First.
`;
const whole: Surroundings = {
  metadata,
  license: 'Apache License\n                           Version 2.0, January 2004',
  templateIn: (commit) => (commit === sha ? valid : undefined),
};

function found(change: Partial<Surroundings> = {}, text = valid, file = 'shop/template.tpl'): string[] {
  return checkGallery(text, file, { ...whole, ...change }).map(
    (problem) => `${problem.file}:${problem.line} ${problem.severity} ${problem.message}`,
  );
}

test('a template that the gallery takes has no problem', () => {
  expect(found()).toEqual([]);
});

test('a template without the terms that GTM writes', () => {
  expect(found({}, valid.replace(/___TERMS_OF_SERVICE___[\s\S]*?(?=___INFO___)/, ''))).toContainEqual(
    expect.stringContaining('template.tpl:1 warning There is no ___TERMS_OF_SERVICE___'),
  );
});

test.each<[string, Partial<Surroundings>, string]>([
  ['no licence', { license: undefined }, 'template.tpl:1 error There is no LICENSE'],
  [
    'another licence',
    { license: 'MIT License' },
    'template.tpl:1 error LICENSE must hold the Apache License',
  ],
  ['no metadata', { metadata: undefined }, 'metadata.yaml:1 error There is no metadata.yaml'],
  [
    'broken metadata',
    { metadata: 'homepage: "open' },
    'metadata.yaml:1 error This is not valid YAML: Missing closing "quote.',
  ],
  [
    'no homepage',
    { metadata: metadata.replace(/homepage.*/, 'homepage: shop') },
    'metadata.yaml:1 error `homepage` must be an address.',
  ],
  ['no versions', { metadata: 'homepage: https://a.example/' }, 'error `versions` must list'],
  [
    'a short commit',
    { metadata: metadata.replace(sha, '0123abc') },
    'metadata.yaml:3 error `sha` must be the 40 digits',
  ],
  [
    'a commit of zeros',
    { metadata: metadata.replace(sha, '0'.repeat(40)) },
    'metadata.yaml:3 error `sha` must be the 40 digits',
  ],
  [
    'no change notes',
    { metadata: metadata.replace(/ +changeNotes.*\n/, '') },
    'metadata.yaml:3 warning No `changeNotes`',
  ],
  [
    'a commit with another template',
    { templateIn: () => `${valid}\n` },
    `metadata.yaml:3 error The commit ${sha} holds another template.tpl`,
  ],
  [
    'a commit that is not at hand',
    { templateIn: () => undefined },
    `metadata.yaml:3 warning The commit ${sha} is not at hand`,
  ],
])('%s', (_what, change, problem) => {
  expect(found(change)).toEqual([expect.stringContaining(problem)]);
});

test.each([
  ['"categories": ["ANALYTICS", "CONVERSIONS"],', '', 'error The gallery asks for one to three categories'],
  [
    '["WEB"]',
    '["WEB", "SERVER"]',
    'error The code is for WEB containers, and the containerContexts name SERVER',
  ],
  [`, "thumbnail": "${square}"`, '', 'warning There is no icon'],
  ['"description": "Tells', '"about": "Tells', 'warning There is no description'],
])('%s as %s', (there, instead, problem) => {
  const changed = valid.replace(there, instead);
  expect(changed).not.toBe(valid);
  expect(found({ templateIn: () => changed }, changed)).toEqual([expect.stringContaining(problem)]);
});

test('a file of another name is not what the gallery reads', () => {
  expect(found({}, valid, 'shop/shop.tpl')).toEqual([
    expect.stringContaining('shop.tpl:1 error The gallery reads the file template.tpl'),
  ]);
});

/** The faults of a tag's code, as `line message`. */
function faults(code: string): string[] {
  const tree = parseCode(code);
  if ('fault' in tree) throw new Error(tree.fault);
  return outcomeFaults(tree.program, referencesOf(tree.program)).map(
    ({ at, message }) => `${at.line} ${message}`,
  );
}

describe('the outcome is told exactly once', () => {
  test.each([
    ['by one call', 'data.gtmOnSuccess();'],
    ['by callbacks', "require('sendPixel')(data.url, data.gtmOnSuccess, data.gtmOnFailure);"],
    [
      'by callbacks of the code',
      `const injectScript = require('injectScript');
       const onSuccess = () => { data.gtmOnSuccess(); };
       function onFailure() { data.gtmOnFailure(); }
       if (data.a) { injectScript('x', onSuccess, onFailure); } else { onFailure(); }`,
    ],
    [
      'before each return',
      'if (!data.a) { data.gtmOnFailure(); return; }\nif (data.b) return data.gtmOnSuccess();\ndata.gtmOnSuccess();',
    ],
    ['on either side of a choice', 'data.a ? data.gtmOnSuccess() : data.gtmOnFailure();'],
    [
      'in each case',
      "switch (data.a) { case 'b': data.gtmOnSuccess(); break; default: data.gtmOnFailure(); }",
    ],
    [
      'under conditions in the same words',
      'if (data.a) data.gtmOnSuccess();\nif (!data.a) data.gtmOnFailure();',
    ],
    [
      'by a function that is handed the callbacks',
      `const send = (done, failed) => { require('sendPixel')('x', done, failed); };
       send(data.gtmOnSuccess, data.gtmOnFailure);`,
    ],
    ['by a function with a name of its own', 'const done = data.gtmOnSuccess;\ndone();'],
    ['where nobody can tell: a list of handlers', '[data.gtmOnSuccess].forEach((tell) => tell());'],
    [
      'where nobody can tell: a function that calls itself',
      'const wait = (n) => { if (n) wait(n - 1); else data.gtmOnSuccess(); };\nwait(5);',
    ],
  ])('%s', (_how, code) => {
    expect(faults(code)).toEqual([]);
  });

  const missing = 'The code may end here without data.gtmOnSuccess or data.gtmOnFailure being called.';

  test.each([
    ['a return without it', 'if (!data.a) {\n  return;\n}\ndata.gtmOnSuccess();', [`2 ${missing}`]],
    ['a condition without else', 'if (data.a) {\n  data.gtmOnSuccess();\n}', [`1 ${missing}`]],
    [
      'a request whose failure nobody hears',
      "require('injectScript')('x', data.gtmOnSuccess);",
      [`1 ${missing}`],
    ],
    [
      'a second call',
      'data.gtmOnSuccess();\nif (data.a) data.gtmOnFailure();',
      ['2 The outcome may be told a second time here; the first time is on line 1.'],
    ],
    [
      'a call after callbacks',
      "require('sendPixel')('x', data.gtmOnSuccess, data.gtmOnFailure);\ndata.gtmOnSuccess();",
      ['2 The outcome may be told a second time here; the first time is on line 1.'],
    ],
  ])('%s is a fault', (_what, code, expected) => {
    expect(faults(code)).toEqual(expected);
  });
});
