import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readOptions as readContainerOptions } from '../../src/container/options.ts';
import { changed, defaultSettings } from '../../src/receiver/settings.ts';
import { readOptions as readStartOptions } from '../../start/options.ts';
import { blocks, guide } from './pages.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

const lines = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ where, code }) =>
    code
      .trim()
      .split('\n')
      .map((line) => ({ where, line })),
  );

/** The words of a command line, quotes taken off. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  );
}

/** What stands behind `--` on the lines that call a script. */
function argumentsOf(script: string): string[][] {
  return lines
    .map(({ line }) => words(line))
    .filter((all) => all.includes(script) && all.includes('--'))
    .map((all) => all.slice(all.indexOf('--') + 1));
}

test.each(guide)('the scripts that $path names exist', ({ text }) => {
  const named = [...text.matchAll(/npm (?:run (?:--silent )?)?(start|test|(?<=run (?:--silent )?)[\w:]+)/g)];
  expect(named.map(([, script]) => script as string).filter((script) => !(script in scripts))).toEqual([]);
});

test('npm start takes the options that are documented', () => {
  const all = argumentsOf('start');
  expect(all.length).toBeGreaterThan(0);
  for (const options of all) expect(readStartOptions(options).help).toBe(false);
});

test('npm run container takes the options that are documented', () => {
  const all = argumentsOf('container');
  expect(all.length).toBeGreaterThan(0);
  for (const options of all) {
    expect(readContainerOptions(options)?.pixelUrls).toEqual([
      'https://analytics-us.searchstax.com/api/v2/track/*',
      'https://www.example.com/*',
    ]);
  }
});

test('npm run tpl is called with files that exist', () => {
  const all = argumentsOf('tpl');
  expect(all.map(([command]) => command)).toEqual(['run', 'check', 'test']);
  expect(all.flatMap(([, ...files]) => files).filter((file) => !existsSync(file))).toEqual([]);
});

test('what is posted to the receiver changes a setting', () => {
  const posted = lines.filter(({ line }) => line.startsWith('curl')).map(({ line }) => words(line));
  expect(posted.length).toBeGreaterThan(0);
  for (const all of posted) {
    const changes = JSON.parse(all[all.indexOf('-d') + 1] as string) as object;
    expect(changed(defaultSettings, changes)).not.toEqual(defaultSettings);
  }
});

test('the settings that are documented are all there are', () => {
  const text = guide.find(({ path }) => path === 'docs/developers.md')?.text ?? '';
  expect(
    Object.keys(defaultSettings).filter((name) => !text.includes(`\`${name}\``) && name !== 'failure'),
  ).toEqual([]);
});
