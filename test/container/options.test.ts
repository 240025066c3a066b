import { describe, expect, test } from '@jest/globals';
import { readOptions } from '../../src/container/options.ts';

const needed = ['--host', 'analytics-us.searchstax.com', '--key', 'the-key', '--chat-goal', 'Chat requested'];
const all = [...needed, '--phone-goal', 'Phone clicked', '--out', 'my.json'];

/** The options with one of them changed or added. */
function withOption(option: string, value: string): string[] {
  const at = all.indexOf(option);
  return at < 0 ? [...all, option, value] : all.toSpliced(at + 1, 1, value);
}

test('what is filled in comes out under the names of the constants', () => {
  const more = [
    '--no-results-goal',
    'Nothing found',
    '--language',
    'pt-BR',
    '--model',
    'ShopModel',
    '--pixel',
    '/~/media/pixel',
    '--force',
  ];
  expect(readOptions([...all, ...more])).toEqual({
    values: {
      analyticsHost: 'analytics-us.searchstax.com',
      trackingKey: 'the-key',
      chatGoal: 'Chat requested',
      phoneGoal: 'Phone clicked',
      language: 'pt-BR',
      model: 'ShopModel',
      pixel: '/~/media/pixel',
      noResultsGoal: 'Nothing found',
    },
    out: 'my.json',
    force: true,
  });
});

test('the key and the goals may be left out, to be filled in after the import', () => {
  expect(readOptions(['--host', 'analytics-us.searchstax.com', '--out', 'my.json'])?.values).toEqual({
    analyticsHost: 'analytics-us.searchstax.com',
  });
});

test('--help asks for nothing else', () => {
  expect(readOptions(['--help'])).toBeUndefined();
});

test.each([
  'https://analytics-us.searchstax.com/api/v2/track/',
  'https://analytics-us.searchstax.com',
  ' Analytics-US.searchstax.com/ ',
])('the host is taken as people paste it: %j', (pasted) => {
  expect(readOptions(withOption('--host', pasted))?.values.analyticsHost).toBe('analytics-us.searchstax.com');
});

test.each([
  '{4E1B3C6A-9D2F-4C57-8A10-6B7C8D9E0F12}',
  '4e1b3c6a-9d2f-4c57-8a10-6b7c8d9e0f12',
  '4e1b3c6a9d2f4c578a106b7c8d9e0f12',
  'Kontakt: Rückruf',
])('%s is a goal', (goal) => {
  expect(readOptions(withOption('--phone-goal', goal))?.values.phoneGoal).toBe(goal);
});

test.each([
  ['-/media/goals/trigger', '/-/media/goals/trigger'],
  ['/de/-/media/goals/trigger', '/de/-/media/goals/trigger'],
  ['https://media.example.com/-/media/trigger', 'https://media.example.com/-/media/trigger'],
])('the pixel %s is %s', (typed, pixel) => {
  expect(readOptions([...all, `--pixel=${typed}`])?.values.pixel).toBe(pixel);
});

describe('--site', () => {
  const endpoint = 'https://analytics-us.searchstax.com/api/v2/track/*';

  test('narrows the template to the analytics host and the site', () => {
    expect(readOptions(withOption('--site', 'https://www.example.com/'))?.pixelUrls).toEqual([
      endpoint,
      'https://www.example.com/*',
    ]);
  });

  test('names each of several hosts', () => {
    const sites = ['--site', 'www.example.com', '--site', 'www.example.de', '--site', 'www.example.com'];
    expect(readOptions([...all, ...sites])?.pixelUrls).toEqual([
      endpoint,
      'https://www.example.com/*',
      'https://www.example.de/*',
    ]);
  });

  test("gives way to the pixel's own host", () => {
    const pixel = ['--pixel', 'https://media.example.com/-/media/trigger'];
    expect(readOptions([...all, '--site', 'www.example.com', ...pixel])?.pixelUrls).toEqual([
      endpoint,
      'https://media.example.com/*',
    ]);
  });
});

describe('--search-page', () => {
  const read = (...settings: string[]) =>
    readOptions([...all, ...settings.flatMap((setting) => ['--search-page', setting])])?.values.searchPage;

  test('says how the search page is read, one setting at a time', () => {
    expect(read('preset=sxa', 'total=.count', 'pageSize=20')).toEqual({
      preset: 'sxa',
      total: '.count',
      pageSize: '20',
    });
  });

  test('takes selectors that hold what usually separates', () => {
    expect(read('results= li[data-type="hit"], .hit ')).toEqual({ results: 'li[data-type="hit"], .hit' });
  });

  test('asks for what a result is, unless a preset knows it', () => {
    expect(() => read('total=.count')).toThrow('--search-page results=SELECTOR is missing');
    expect(() => read('preset=generic')).toThrow('--search-page results=SELECTOR is missing');
    expect(read('preset=searchstax')).toEqual({ preset: 'searchstax' });
  });

  test.each([
    ['.hit', 'must be NAME=VALUE with a NAME of preset, results, link'],
    ['result=.hit', 'must be NAME=VALUE with a NAME of preset, results, link'],
    ['results=', 'results is empty.'],
    ['preset=wordpress', 'preset must be one of searchstax, sxa, generic, not wordpress'],
    ['results={{Selector}}', 'cannot hold a GTM variable'],
  ])('%s is refused with the reason', (setting, reason) => {
    expect(() => read(setting)).toThrow(`--search-page ${reason}`);
  });
});

test.each([
  ['--host', 'localhost', '--host must be a host such as analytics-us.searchstax.com'],
  ['--host', 'a.example.com:8443', 'without a port'],
  ['--key', ' ', '--key is empty.'],
  ['--key', 'key one', '--key must be the tracking key alone'],
  ['--key', '{{Key}}', '--key cannot hold a GTM variable'],
  ['--chat-goal', '', '--chat-goal is empty.'],
  ['--chat-goal', 'Chat, opened', '--chat-goal holds a comma'],
  [
    '--phone-goal',
    '{4E1B3C6A-9D2F-4C57-8A10-6B7C8D9E0F12',
    "--phone-goal must be a goal's name or an ID such as {",
  ],
  ['--phone-goal', '{4E1B3C6A}', "--phone-goal must be a goal's name or an ID such as {"],
  ['--no-results-goal', 'None, at all', '--no-results-goal holds a comma'],
  ['--phone-goal', '{Phone clicked}', "--phone-goal must be a goal's name or an ID such as {"],
  ['--pixel', 'http://www.example.com/x', '--pixel must be a path such as /-/media/goals/trigger'],
  ['--pixel', '//www.example.com/x', '--pixel must be a path such as'],
  ['--pixel', 'C:/Program Files/Git/-/media/goals/trigger', '--pixel must be a path such as'],
  ['--pixel', 'https://localhost/x', '--pixel must have a host'],
  ['--site', 'www example', '--site must be a host'],
  ['--language', '', '--language is empty.'],
  ['--out', '', '--out is empty.'],
])('%s %j is refused with the reason', (option, value, reason) => {
  expect(() => readOptions(withOption(option, value))).toThrow(reason);
});

test('every fault is told at once', () => {
  expect(() => readOptions(['--key', ''])).toThrow(
    ['--host is missing.', '--key is empty.', '--out is missing.'].join('\n'),
  );
});

test.each([
  [['--kee', 'k'], "Unknown option '--kee'"],
  [['my.json'], "Unexpected argument 'my.json'"],
  [['--key'], '--key <value>'],
])('%j is refused by name', (words, reason) => {
  expect(() => readOptions([...all, ...words])).toThrow(reason);
});
