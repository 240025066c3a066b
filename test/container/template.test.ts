import { expect, test } from '@jest/globals';
import { narrowed } from '../../src/container/template.ts';
import { checkTemplate } from '../../src/sandbox/check/index.ts';
import { readTemplate } from '../../src/sandbox/index.ts';
import { dist } from './built.ts';

const whole = dist('template.tpl');
const hosts = ['https://analytics-us.searchstax.com/api/v2/track/*', 'https://www.example.com/*'];

test('the narrowed template may call the named addresses and no other', () => {
  const [sendPixel] = readTemplate(narrowed(whole, hosts)).permissions;
  expect(sendPixel?.instance.key.publicId).toBe('send_pixel');
  expect(sendPixel?.instance.param).toEqual([
    { key: 'allowedUrls', value: { type: 1, string: 'specific' } },
    { key: 'urls', value: { type: 2, listItem: hosts.map((host) => ({ type: 1, string: host })) } },
  ]);
});

test('in everything else it is the template that is delivered', () => {
  const withoutPermissions = (text: string) => text.replace(/___WEB_PERMISSIONS___[\s\S]*?___TESTS___/, '');
  expect(withoutPermissions(narrowed(whole, hosts))).toBe(withoutPermissions(whole));
});

test('GTM takes it as it takes the other', () => {
  expect(checkTemplate(narrowed(whole, hosts))).toEqual(checkTemplate(whole));
});
