import { expect, test } from '@jest/globals';
import { readOptions } from '../../playground/start/options.ts';

test('any free port, and staying up, are the default', () => {
  expect(readOptions([])).toEqual({ port: 0, once: false, help: false });
});

test('a port is taken in both spellings', () => {
  expect(readOptions(['--port', '8080', '--once'])).toEqual({ port: 8080, once: true, help: false });
  expect(readOptions(['--port=8080'])).toMatchObject({ port: 8080 });
});

test.each([
  [['--prot', '1'], 'Unknown option --prot'],
  [['8080'], 'Unknown option 8080'],
  [['--port'], '--port needs a number from 0 to 65535'],
  [['--port', 'abc'], '--port needs a number from 0 to 65535, not abc'],
  [['--port=70000'], '--port needs a number from 0 to 65535, not 70000'],
  [['--port', '--once'], '--port needs a number from 0 to 65535, not --once'],
])('%j is refused by name', (words, message) => {
  expect(() => readOptions(words)).toThrow(message);
});
