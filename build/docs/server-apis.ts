/** The APIs of server templates, as the stand-in has them. */

import { type ServerApi, serverApis } from '../../src/sandbox/server/apis/index.ts';
import { code, table } from './markdown.ts';

/** APIs of GTM's test API: every template may require them, and nothing of them is particular to servers. */
const ofTests = ['assertApi', 'assertThat', 'fail', 'mock', 'mockObject'];

const apis = Object.entries(serverApis)
  .filter(([name]) => !ofTests.includes(name))
  .sort(([one], [other]) => one.localeCompare(other, 'en'));

/** Every API with the permission that it needs. */
export function serverApiTable(): string {
  return table(
    ['Permission', 'APIs'],
    [...new Set(apis.map(([, api]) => permissionOf(api)))].sort().map((permission) => [
      permission ? code(permission) : 'none',
      apis
        .filter(([, api]) => permissionOf(api) === permission)
        .map(([name]) => code(name))
        .join(', '),
    ]),
  );
}

/** What nobody could try outside of GTM, by API. */
export function unverifiedServerApis(): string {
  return apis
    .flatMap(([name, { unverified, unverifiedWhere }]) => {
      const doubts = [unverified, unverifiedWhere?.callback, unverifiedWhere?.listed].filter(Boolean);
      return doubts.length ? [`- ${code(name)}: ${doubts.join('; ')}.`] : [];
    })
    .join('\n');
}

/** All members of an API that is an object need the same. */
function permissionOf({ permission, members = {} }: ServerApi): string {
  return permission ?? Object.values(members)[0]?.permission ?? '';
}
