import { expect, test } from '@jest/globals';
import { message, session, visit } from './visit.ts';

const search = message('_search', { query: 'shoes' });

test.each([
  ['goal', { action: 'goal', goal: '{{Goal}}' }],
  ['pixelUrl', { action: 'goal', goal: 'Chat', pixelUrl: 'https://{{Host}}/x' }],
  ['queryKey', { action: 'goal', goal: 'Chat', queryKey: '{{Key}}' }],
  ['trackingKey', { trackingKey: '{{Tracking key}}' }],
  ['analyticsHost', { analyticsHost: '{{Host}}' }],
  ['session', { session: 'x{{Session}}' }],
  ['a row of Properties', { properties: [{ property: 'model', value: '{{Model}}' }] }],
  ['a row of Routes', { routes: [{ event: 'searchstax_search', action: 'goal', goal: '{{Goal}}' }] }],
])('a variable that GTM left in %s is taken as empty, and said', async (_field, fields) => {
  const { pushed, page, lines } = visit(fields);
  await pushed(search);
  expect(decodeURIComponent(page.requests.join())).not.toContain('{{');
  for (const url of page.requests.filter((request) => request.includes('data='))) {
    const json = Buffer.from(new URL(url).searchParams.get('data') ?? '', 'base64').toString();
    expect(json).not.toContain('{{');
    expect(json).toContain(session);
  }
  expect(lines()[0]).toMatch(/Taken as empty, since this container has no such variable: .*\{\{\w/);
});

test('what a visitor types is no variable of GTM', async () => {
  const { pushed, properties } = visit();
  await pushed(message('_search', { query: 'a {{b}}' }));
  expect(properties()).toEqual({ query: 'a {{b}}' });
});
