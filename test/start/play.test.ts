import { expect, test } from '@jest/globals';
import { startReceiver } from '../../src/receiver/index.ts';
import { readTemplate } from '../../src/sandbox/index.ts';
import { play } from '../../start/play.ts';

/** A tag that asks for one image per goal in its data layer, and says so. */
const template = readTemplate(`___INFO___

{"type": "TAG", "displayName": "Goals"}


___TEMPLATE_PARAMETERS___

[]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const copyFromDataLayer = require('copyFromDataLayer');
const encodeUriComponent = require('encodeUriComponent');
const logToConsole = require('logToConsole');
const sendPixel = require('sendPixel');
const goals = copyFromDataLayer('goals', 1);
if (!goals) return data.gtmOnFailure();
goals.forEach((goal) => {
  logToConsole('goal', goal);
  sendPixel(data.pixel + encodeUriComponent(goal), data.gtmOnSuccess, data.gtmOnFailure);
});


___WEB_PERMISSIONS___

[
  {"instance": {"key": {"publicId": "send_pixel", "versionId": "1"}, "param": [{"key": "allowedUrls", "value": {"type": 1, "string": "any"}}]}, "isRequired": true},
  {"instance": {"key": {"publicId": "logging", "versionId": "1"}, "param": [{"key": "environments", "value": {"type": 1, "string": "debug"}}]}, "isRequired": true},
  {"instance": {"key": {"publicId": "read_data_layer", "versionId": "1"}, "param": [{"key": "allowedKeys", "value": {"type": 1, "string": "any"}}]}, "isRequired": true}
]
`);

const fields = { pixel: 'https://www.example.com/-/media/p?sc_trk=' };
const url = 'https://www.example.com/';

test('each push gets what the receiver got for it, the outcome and the console', async () => {
  const receiver = await startReceiver({ goals: [{ name: 'Größe' }, { name: 'b' }] });
  const pushes = [
    { event: 'one', goals: ['Größe', 'b'] },
    { event: 'none', goals: null },
    { event: 'two', goals: ['c'] },
  ];
  const played = await play({ title: '', url, pushes }, template, fields, receiver);
  await receiver.close();
  expect(played).toMatchObject([
    { event: 'one', outcome: 'success', received: [{ event: { goal: 'Größe' } }, { event: { goal: 'b' } }] },
    { event: 'none', outcome: 'failure', received: [], console: [] },
    { event: 'two', outcome: 'success', received: [{ verdict: 'unknown goal' }], console: ['goal c'] },
  ]);
});

test('an image that does not come makes the tag fail', async () => {
  const receiver = await startReceiver({ unpublished: ['/-/media/p'] });
  const played = await play(
    { title: '', url, pushes: [{ event: 'a', goals: ['a'] }] },
    template,
    fields,
    receiver,
  );
  await receiver.close();
  expect(played).toMatchObject([{ outcome: 'failure', received: [{ status: 404 }] }]);
});
