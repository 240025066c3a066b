import { expect, test } from '@jest/globals';
import { JSDOM } from 'jsdom';
import { presets, searchPageSettings } from '../../src/catalogue/search-page.ts';
import { presets as readerPresets } from '../../src/search-page/presets.ts';

test('the reader knows every preset that the form offers, and no other', () => {
  const known = [...Object.keys(readerPresets), 'generic'];
  expect(presets.map(({ name }) => name).toSorted()).toEqual([...new Set(known)].toSorted());
});

test.each(searchPageSettings.filter(({ isSelector }) => isSelector))(
  'the example of $name is a selector',
  ({ example }) => {
    const { document } = new JSDOM().window;
    expect(() => document.querySelector(example)).not.toThrow();
  },
);

test('each setting stands once in the form, and says what it is', () => {
  const names = searchPageSettings.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { title, help } of searchPageSettings) {
    expect(title).not.toBe('');
    expect(help).toMatch(/\.$/);
  }
});
