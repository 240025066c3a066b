import { expect, test } from '@jest/globals';
import { readTemplate } from '../../src/sandbox/index.ts';
import { play } from '../../trials/fuzz/play.ts';
import { brokenPromises } from '../../trials/fuzz/promises.ts';
import type { Visit } from '../../trials/fuzz/visit.ts';

/** Faulty tags: each must be found out, or the fuzzer's silence means nothing. */
function tag(code: string) {
  const entry = (publicId: string, param: object[] = []) => ({
    instance: { key: { publicId, versionId: '1' }, param },
  });
  const text = (key: string, string: string) => ({ key, value: { type: 1, string } });
  const permissions = [
    entry('send_pixel', [text('allowedUrls', 'any')]),
    entry('logging', [text('environments', 'all')]),
    entry('get_cookies', [text('cookieAccess', 'any')]),
    entry('access_consent', [
      {
        key: 'consentTypes',
        value: {
          type: 2,
          listItem: [
            {
              type: 3,
              mapKey: ['consentType', 'read', 'write'].map((string) => ({ type: 1, string })),
              mapValue: [
                { type: 1, string: 'analytics_storage' },
                { type: 8, boolean: true },
                { type: 8, boolean: false },
              ],
            },
          ],
        },
      },
    ]),
  ];
  return readTemplate(
    [
      'INFO',
      '{"type": "TAG"}',
      'SANDBOXED_JS_FOR_WEB_TEMPLATE',
      code,
      'WEB_PERMISSIONS',
      JSON.stringify(permissions),
    ]
      .map((part, index) => (index % 2 ? part : `___${part}___`))
      .join('\n\n'),
  );
}

const visit: Visit = {
  url: 'https://www.example.com/',
  cookies: '',
  preview: false,
  answers: ['load'],
  tags: [{ trackingKey: 'k3y', goal: 'Chat', consent: 'required' }],
  steps: [{ push: { event: 'chat_open' } }],
};

const pixel = "const sendPixel = require('sendPixel');";
const search = `${pixel} const toBase64 = require('toBase64'); const JSON = require('JSON');`;
const goal = 'https://www.example.com/-/media/goals/trigger';

test.each<[name: string, code: string, complaint: RegExp, changed?: Partial<Visit>]>([
  ['an exception', 'data.gtmOnSuccess(); data.none.at;', /no exception/],
  ['both outcomes', 'data.gtmOnSuccess(); data.gtmOnFailure();', /exactly one/],
  ['no outcome', 'const none = 1;', /neither success nor failure/],
  [
    'an exception in a callback',
    `${pixel} sendPixel('${goal}?sc_trk=Chat&gtmcb=1', () => data.none.at);`,
    /no exception/,
  ],
  [
    'an outcome before the answer',
    `${pixel} sendPixel('${goal}?sc_trk=Chat&gtmcb=1', () => {}, () => {}); data.gtmOnSuccess();`,
    /before every pixel/,
    { answers: ['never'] },
  ],
  [
    'success without an image',
    `${pixel} sendPixel('${goal}?sc_trk=Chat&gtmcb=1', () => {}, data.gtmOnSuccess);`,
    /got no image/,
    { answers: ['error'] },
  ],
  [
    'a payload without a query',
    `${search} sendPixel('https://analytics-us.searchstax.com/api/v2/track/?data=' + toBase64(JSON.stringify({event: '_search', properties: {key: 'k3y', session: 's', _vid: 'v'}})), data.gtmOnSuccess, data.gtmOnSuccess);`,
    /properties.query is missing/,
  ],
  [
    'another host',
    `${pixel} sendPixel('https://evil.example/?sc_trk=Chat&gtmcb=1', data.gtmOnSuccess, data.gtmOnFailure);`,
    /no configured host/,
  ],
  [
    'another goal',
    `${pixel} sendPixel('${goal}?sc_trk=Phone&gtmcb=1', data.gtmOnSuccess, data.gtmOnFailure);`,
    /sc_trk is/,
  ],
  [
    'another parameter',
    `${pixel} sendPixel('${goal}?w=1&sc_trk=Chat&gtmcb=1', data.gtmOnSuccess, data.gtmOnFailure);`,
    /other parameters/,
  ],
  [
    'a goal twice',
    `${pixel} sendPixel('${goal}?sc_trk=Chat&gtmcb=1', () => {}, () => {}); sendPixel('${goal}?sc_trk=Chat&gtmcb=2', data.gtmOnSuccess, data.gtmOnFailure);`,
    /sent twice/,
  ],
  [
    'a request without consent',
    `${pixel} sendPixel('${goal}?sc_trk=Chat&gtmcb=1', data.gtmOnSuccess, data.gtmOnFailure);`,
    /sent without consent/,
    { consent: 'denied' },
  ],
  [
    'a cookie without consent',
    "require('getCookieValues')('ms_visitorid'); data.gtmOnSuccess();",
    /read without consent/,
    { consent: 'denied' },
  ],
  ['a line outside preview', "require('logToConsole')('here'); data.gtmOnSuccess();", /outside preview/],
])('a tag with %s is found out', async (_name, code, complaint, changed = {}) => {
  const played = await play({ ...visit, ...changed }, tag(code));
  expect(brokenPromises(played).join('\n')).toMatch(complaint);
});
