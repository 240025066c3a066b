import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonFault } from '../../playground/editor/json-fault.ts';
import { readMessages } from '../../playground/editor/problem.ts';

test('one message, or a list of them', () => {
  expect(readMessages('{"event": "a"}')).toEqual({ messages: [{ event: 'a' }] });
  expect(readMessages('[{"event": "a"}, {"b": 1}]')).toEqual({ messages: [{ event: 'a' }, { b: 1 }] });
});

test.each([
  ['a value that is none', '{\n  "event": "a",\n  "b": oops\n}', 3, 8, /^A value belongs here/],
  ['a comma too few', '{"a": 1 "b": 2}', 1, 9, /^A comma or } belongs here/],
  ['a comma too many', '{"a": [1,]}', 1, 10, /^After a comma/],
  ['single quotes', "{'a': 1}", 1, 2, /^A name in double quotes/],
  ['a missing colon', '{"a" 1}', 1, 6, /^A colon/],
  ['a text without end', '{"a": "b\n}', 1, 7, /no end in its line/],
  ['a number with a zero too many', '[{"a": 01}]', 1, 8, /^A value belongs here/],
  ['an end that comes too soon', '{\n  "a": 1', 2, 9, /^The text ends too soon/],
  ['something behind the end', '{} {}', 1, 4, /^Nothing more/],
])('%s is told in its place', (_case, text, line, column, message) => {
  const { problem } = readMessages(text);
  expect(problem).toMatchObject({ line, column });
  expect(problem?.message).toMatch(message);
});

test('agrees with JSON.parse on what JSON is', () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(fc.oneof(fc.json(), broken), (text) => {
      expect(jsonFault(text) === undefined).toBe(isJson(text));
    }),
  );
});

/** JSON with a character lost or gained somewhere. */
const broken = fc
  .tuple(
    fc.json(),
    fc.nat(),
    fc.constantFrom('', ',', '"', '}', ']', '0', '.', '-', 'e', '\\', '\n', ' ', ':'),
  )
  .map(([text, place, character]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + character + text.slice(character === '' ? at + 1 : at);
  });

test.each(['', '  ', '1', '"event"', 'null', '[1]', '[]'])('%j is no message', (text) => {
  expect(readMessages(text).problem).toMatchObject({ line: 1, column: 1 });
});
