import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readMessages } from '../../playground/editor/messages.ts';

test('one message, or a list of them', () => {
  expect(readMessages('{"event": "a"}')).toEqual({ messages: [{ event: 'a' }] });
  expect(readMessages('[{"event": "a"}, {"b": 1}]')).toEqual({ messages: [{ event: 'a' }, { b: 1 }] });
});

test.each([
  ['a value that is none', '{\n  "event": "a",\n  "b": oops\n}', 25, /^A value belongs here/],
  ['a comma too few', '{"a": 1 "b": 2}', 8, /^A comma or } belongs here/],
  ['a comma too many in a list', '{"a": [1,]}', 9, /^A value belongs here/],
  ['a comma too many', '{"a": 1,}', 8, /^A name in double quotes/],
  ['single quotes', "{'a': 1}", 1, /^A name in double quotes/],
  ['a missing colon', '{"a" 1}', 5, /^A colon/],
  ['a text without end', '{"a": "b\n}', 6, /"text" in one line/],
  ['a backslash that means nothing', '{"a": "\\x"}', 6, /^A value belongs here/],
  ['a number with a zero too many', '[{"a": 01}]', 8, /^A comma or } belongs here/],
  ['two values without a comma', '[1 2]', 3, /^A comma or ] belongs here/],
  ['an end that comes too soon', '{\n  "a": 1', 10, /^The text ends too soon. A comma or }/],
  ['something behind the end', '{} {}', 3, /^Nothing more/],
])('%s is told in its place', (_case, text, offset, message) => {
  const { problem } = readMessages(text);
  expect(problem?.offset).toBe(offset);
  expect(problem?.message).toMatch(message);
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

test('whatever is no JSON is told within the text, in our words and not in those of the engine', () => {
  const engineSays = (text: string) => {
    try {
      JSON.parse(text);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };
  fc.assert(
    fc.property(broken, (text) => {
      const said = engineSays(text);
      fc.pre(said !== undefined && text.trim() !== '');
      const { problem } = readMessages(text);
      expect(problem?.message).not.toBe(said);
      expect(problem?.offset).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1000 },
  );
});

test.each(['', '  ', '1', '"event"', 'null', '[1]', '[]'])('%j is no message', (text) => {
  expect(readMessages(text).problem).toMatchObject({ offset: 0 });
});
