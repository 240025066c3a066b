// The page and the data layer of each scenario; a scenario changes what it is about.
const Object = require('Object');
const JSON = require('JSON');
const fromBase64 = require('fromBase64');
const decodeUriComponent = require('decodeUriComponent');

const pushes = { event: 'searchstax_search' };
const cookies = {
  searchstax_session_id: ['abcdefghijklmnopqrstuvwxy'],
  ms_visitorid: ['11111111-2222-4333-8444-555555555555'],
};
const stored = {};
const pixels = [];
const lines = [];

mock('copyFromDataLayer', (key) => pushes[key]);
mock('getCookieValues', (name) => cookies[name] || []);
mock('setCookie', (name, value) => {
  cookies[name] = [value];
});
mockObject('templateStorage', {
  getItem: (key) => stored[key],
  setItem: (key, value) => {
    stored[key] = value;
  },
});
mock('getUrl', (part) => (part === 'protocol' ? 'https' : part === 'host' ? 'www.example.com' : '443'));
mock('getQueryParameters', undefined);
mock('isConsentGranted', true);
mock('callInWindow', undefined);
mock('logToConsole', (line) => {
  lines.push(line);
});
mock('sendPixel', (url, onSuccess) => {
  pixels.push(url);
  onSuccess();
});

// What a marketer fills in, with what a scenario changes.
const fill = (changes) => {
  const fields = {
    action: 'route',
    analyticsHost: 'analytics-us.searchstax.com',
    trackingKey: 'the-key',
    pixelUrl: '/-/media/goals/trigger',
    queryKey: 'sc_trk',
    goalFrequency: 'every',
    consent: 'required',
  };
  Object.keys(changes).forEach((name) => {
    fields[name] = changes[name];
  });
  return fields;
};

// The event that a SearchStax request carries.
const eventOf = (url) => JSON.parse(fromBase64(decodeUriComponent(url.split('?data=')[1])));
