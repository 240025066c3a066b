import { expect, test } from '@jest/globals';
import { knownSettings, toLine } from '../../playground/known.ts';
import { containerValues, demonstration } from '../../playground/tag-values.ts';

test("the form's values are the container's constants, the goals those of the chat and phone routes", () => {
  expect(containerValues(demonstration)).toEqual({
    analyticsHost: 'analytics-us.searchstax.com',
    trackingKey: 'demo-tracking-key',
    language: 'en',
    model: 'ShopModel',
    chatGoal: 'Chat requested',
    phoneGoal: '{4E1B3C6A-9D2F-4C57-8A10-6B7C8D9E0F12}',
    pixel: '/-/media/goals/trigger',
  });
});

test('what is empty, or a variable that the container lacks, is left to be filled in', () => {
  expect(containerValues({ trackingKey: '{{My key}}', language: ' ', routes: [] })).toEqual({});
});

test('goals are known by name, and by the ID behind it', () => {
  const goal = { name: 'Phone number clicked', id: '{4E1B3C6A-9D2F-4C57-8A10-6B7C8D9E0F12}' };
  expect(knownSettings({ key: ' k ', goals: `Chat requested\n\n${toLine(goal)}\n` })).toEqual({
    keys: ['k'],
    goals: [{ name: 'Chat requested' }, goal],
  });
});

test('without a key, any key will do', () => {
  expect(knownSettings({ key: '', goals: '' }).keys).toBeNull();
});
