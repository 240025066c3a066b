import { expect, test } from '@jest/globals';
import { readOptions } from '../../start/options.ts';

test('any free port, staying up and opening the browser are the default', () => {
  expect(readOptions([])).toEqual({ port: 0, once: false, open: true, help: false });
});

test('a port is taken in both spellings', () => {
  expect(readOptions(['--port', '8080', '--once'])).toMatchObject({ port: 8080, once: true });
  expect(readOptions(['--port=8080'])).toMatchObject({ port: 8080 });
});

test('the browser stays closed when asked to', () => {
  expect(readOptions(['--no-open'])).toMatchObject({ open: false, once: false });
});

test.each([
  [['--prot', '1'], "Unknown option '--prot'"],
  [['8080'], "Unexpected argument '8080'"],
  [['--port'], "Option '--port <value>' argument missing"],
  [['--port', 'abc'], '--port needs a number from 0 to 65535, not abc'],
  [['--port=70000'], '--port needs a number from 0 to 65535, not 70000'],
  [['--port', '--once'], "Option '--port' argument is ambiguous"],
])('%j is refused by name', (words, message) => {
  expect(() => readOptions(words)).toThrow(message);
});
