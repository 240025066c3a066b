// The page, the data layer and the visitor of each scenario; a scenario changes what it is about.
const Object = require('Object');
const JSON = require('JSON');
const fromBase64 = require('fromBase64');
const decodeUriComponent = require('decodeUriComponent');

// The data layer: the last push of each key, and, where it differs, what GTM has merged from all pushes.
const pushes = { event: 'searchstax_search' };
const merged = {};
const cookies = {
  searchstax_session_id: ['abcdefghijklmnopqrstuvwxy'],
  ms_visitorid: ['11111111-2222-4333-8444-555555555555'],
};
const page = {
  protocol: 'https',
  host: 'www.example.com',
  port: '443',
  query: 'q=shoes',
  consent: true,
  // What the template may not call begins with this.
  forbidden: 'http:',
  // How requests end: load, error or, left to the scenario, later.
  answer: 'load',
  // What the companion answers, and its version; undefined where there is none.
  companion: undefined,
  companionVersion: undefined,
};
const stored = {};
const written = [];
const pixels = [];
const waiting = [];
const handedOver = [];
const consents = [];
const notes = [];
const listeners = [];
const lines = [];

mock('copyFromDataLayer', (key, version) =>
  version !== 1 && merged[key] !== undefined ? merged[key] : pushes[key]
);
mock('getCookieValues', (name) => cookies[name] || []);
mock('setCookie', (name, value, options) => {
  cookies[name] = [value];
  written.push({ name: name, value: value, options: options });
});
mockObject('templateStorage', {
  getItem: (key) => stored[key],
  setItem: (key, value) => {
    stored[key] = value;
  },
});
mock('getUrl', (part) => page[part]);
mock('isConsentGranted', (type) => type === 'analytics_storage' && page.consent);
mock('addConsentListener', (_type, listener) => {
  listeners.push(listener);
});
mock('queryPermission', (permission, asked) =>
  permission === 'send_pixel' ? asked.indexOf(page.forbidden) !== 0 : true
);
mock('callInWindow', (path, given, event, note) => {
  if (page.companion === undefined) {
    return undefined;
  }
  if (path === 'searchstaxSitecore.consent') {
    consents.push(given);
    return true;
  }
  handedOver.push({ path: path, url: given, event: event });
  notes.push(note);
  return page.companion;
});
mock('copyFromWindow', (path) => (path === 'searchstaxSitecore.version' ? page.companionVersion : undefined));
mock('logToConsole', (line) => {
  lines.push(line);
});
mock('sendPixel', (url, onSuccess, onFailure) => {
  pixels.push(url);
  if (page.answer === 'load') {
    onSuccess();
  } else if (page.answer === 'error') {
    onFailure();
  } else {
    waiting.push(onSuccess);
  }
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

// A request for a Sitecore goal up to the number that makes it unique.
const goalUrl = (goal) => 'https://www.example.com/-/media/goals/trigger?sc_trk=' + goal + '&gtmcb=';

// The event that a SearchStax request carries.
const eventOf = (url) => JSON.parse(fromBase64(decodeUriComponent(url.split('?data=')[1])));

// The properties of the only request, without those that say whose they are.
const sentProperties = () => {
  assertThat(pixels).hasLength(1);
  const properties = eventOf(pixels[0]).properties;
  Object.delete(properties, 'key');
  Object.delete(properties, 'session');
  Object.delete(properties, '_vid');
  return properties;
};

// A list of results, all with the same title.
const results = (count, title) => {
  const list = [];
  while (list.length < count) {
    list.push({ cDocId: 'https://www.example.com/' + list.length, cDocTitle: title });
  }
  return list;
};

const repeat = (text, count) => {
  let repeated = '';
  while (repeated.length < text.length * count) {
    repeated += text;
  }
  return repeated;
};

const starts = (text, start) => {
  assertThat(text.slice(0, start.length)).isEqualTo(start);
};

const says = (words) => {
  assertThat(
    lines.some((line) => line.indexOf(words) >= 0),
    words + ' | not in | ' + lines.join(' / ')
  ).isTrue();
};

const succeeds = () => {
  assertApi('gtmOnSuccess').wasCalled();
  assertApi('gtmOnFailure').wasNotCalled();
};

// Nothing is sent, and the console names the reason and what to do.
const fails = (reason, whatToDo) => {
  assertThat(pixels).isEmpty();
  assertApi('gtmOnFailure').wasCalled();
  assertApi('gtmOnSuccess').wasNotCalled();
  says(reason);
  says(whatToDo);
};
