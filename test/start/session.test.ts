import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from '@jest/globals';
import { events } from '../../src/catalogue/events.ts';
import { startReceiver } from '../../src/receiver/index.ts';
import { readTemplate } from '../../src/sandbox/index.ts';
import { fields, goals, trackingKey } from '../../start/fields.ts';
import { type Played, play } from '../../start/play.ts';
import { isDelivered } from '../../start/rows.ts';
import { shoeShop } from '../../start/session.ts';

/** The recorded session, through the built tag. */
let played: Played[] = [];
const built = new URL('../../dist/template.tpl', import.meta.url);

beforeAll(async () => {
  const receiver = await startReceiver({ keys: [trackingKey], goals });
  played = await play(shoeShop, readTemplate(await readFile(built, 'utf8')), fields, receiver);
  await receiver.close();
});

interface Sent {
  event: string;
  properties: { [name: string]: unknown; impressions?: { [name: string]: unknown }[] };
}
const sent = (index: number) => played[index]?.received[0]?.event as Sent;

test('every event is delivered, by one request', () => {
  expect(played.filter((one) => !isDelivered(one))).toEqual([]);
  expect(played.map(({ received }) => received.length)).toEqual(shoeShop.pushes.map(() => 1));
});

test('the session has each of the seven SearchStax events and two goals in it', () => {
  const kinds = new Set(played.map((_, index) => sent(index).event));
  expect(kinds).toEqual(new Set([...events.map(({ name }) => name), undefined]));
  expect(played.slice(-2).map(({ received }) => received[0]?.event)).toEqual([
    { goal: 'Chat requested' },
    { goal: '{4E1B3C6A-9D2F-4C57-8A10-6B7C8D9E0F12}' },
  ]);
});

test('a search without results arrives with its zero and its script', () => {
  expect(sent(0).properties).toMatchObject({ query: '日本 シューズ', totalHits: 0 });
});

test('three impressions on page 2 are three, after ten on page 1, in their places', () => {
  expect(sent(1).properties.impressions).toHaveLength(10);
  expect(sent(6).properties.impressions).toMatchObject([
    { position: 11 },
    { position: 12 },
    { position: 13 },
  ]);
});

test('texts in the data layer become the numbers and booleans of the wire', () => {
  expect(sent(2).properties.is_question).toBe(true);
  expect(sent(7).properties.position).toBe(13);
  expect(sent(8).properties.score).toBe(9);
});

test('all of it belongs to one visitor and one session', () => {
  const searchStax = played.slice(0, 9).map((_, index) => sent(index).properties);
  expect(new Set(searchStax.map(({ session, _vid }) => `${session} ${_vid}`)).size).toBe(1);
});
