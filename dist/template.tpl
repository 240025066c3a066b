___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "SearchStax Site Search events and Sitecore goals",
  "categories": [
    "ANALYTICS",
    "CONVERSIONS",
    "MARKETING"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": "SearchStax + Sitecore"
  },
  "description": "Sends searches, result clicks, smart answers and feedback to SearchStax Site Search analytics, and triggers Sitecore goals when a chat opens or a phone number is clicked. No code on the page.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "SELECT",
    "name": "action",
    "displayName": "What this tag sends",
    "simpleValueType": true,
    "macrosInSelect": false,
    "alwaysInSummary": true,
    "defaultValue": "route",
    "selectItems": [
      {
        "value": "route",
        "displayValue": "Route by data layer event"
      },
      {
        "value": "goal",
        "displayValue": "Sitecore goal"
      },
      {
        "value": "_search",
        "displayValue": "SearchStax: Search (_search)"
      },
      {
        "value": "_questionanswer",
        "displayValue": "SearchStax: Smart answer shown (_questionanswer)"
      },
      {
        "value": "_relatedsearch",
        "displayValue": "SearchStax: Related searches shown (_relatedsearch)"
      },
      {
        "value": "_searchclick",
        "displayValue": "SearchStax: Result clicked (_searchclick)"
      },
      {
        "value": "_answersourceclick",
        "displayValue": "SearchStax: Answer source clicked (_answersourceclick)"
      },
      {
        "value": "_relatedsearchclick",
        "displayValue": "SearchStax: Related search clicked (_relatedsearchclick)"
      },
      {
        "value": "_searchSatisfaction",
        "displayValue": "SearchStax: Search feedback (_searchSatisfaction)"
      }
    ],
    "help": "Route by data layer event: the event that fires the tag decides. searchstax_search sends _search, and so on for each SearchStax event; the table below adds the names that your site uses. Otherwise the tag always sends what you choose here."
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "routes",
    "displayName": "Routes",
    "enablingConditions": [
      {
        "paramName": "action",
        "paramValue": "route",
        "type": "EQUALS"
      }
    ],
    "newRowButtonText": "Add a route",
    "help": "Which event of the data layer sends what. Events named searchstax_search, searchstax_searchclick and so on need no row. Several rows may name one event: each sends.",
    "simpleTableColumns": [
      {
        "name": "event",
        "displayName": "Data layer event",
        "type": "TEXT",
        "valueHint": "view_search_results",
        "defaultValue": "",
        "valueValidators": [
          {
            "type": "NON_EMPTY",
            "errorMessage": "Fill in the name of the event in the data layer."
          }
        ]
      },
      {
        "name": "action",
        "displayName": "Sends",
        "type": "SELECT",
        "selectItems": [
          {
            "value": "goal",
            "displayValue": "Sitecore goal"
          },
          {
            "value": "_search",
            "displayValue": "SearchStax: Search (_search)"
          },
          {
            "value": "_questionanswer",
            "displayValue": "SearchStax: Smart answer shown (_questionanswer)"
          },
          {
            "value": "_relatedsearch",
            "displayValue": "SearchStax: Related searches shown (_relatedsearch)"
          },
          {
            "value": "_searchclick",
            "displayValue": "SearchStax: Result clicked (_searchclick)"
          },
          {
            "value": "_answersourceclick",
            "displayValue": "SearchStax: Answer source clicked (_answersourceclick)"
          },
          {
            "value": "_relatedsearchclick",
            "displayValue": "SearchStax: Related search clicked (_relatedsearchclick)"
          },
          {
            "value": "_searchSatisfaction",
            "displayValue": "SearchStax: Search feedback (_searchSatisfaction)"
          }
        ],
        "macrosInSelect": false,
        "defaultValue": "goal"
      },
      {
        "name": "goal",
        "displayName": "Goal (for Sitecore goals)",
        "type": "TEXT",
        "valueHint": "Chat requested",
        "defaultValue": ""
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "searchStax",
    "displayName": "SearchStax",
    "groupStyle": "ZIPPY_OPEN",
    "enablingConditions": [
      {
        "paramName": "action",
        "paramValue": "goal",
        "type": "NOT_EQUALS"
      }
    ],
    "subParams": [
      {
        "type": "TEXT",
        "name": "analyticsHost",
        "displayName": "Analytics host",
        "simpleValueType": true,
        "defaultValue": "analytics-us.searchstax.com",
        "valueHint": "analytics-us.searchstax.com",
        "help": "In SearchStax: Site Search > App Settings > All APIs > Analytics. The host alone or the whole address, both work. Events go to this host and no other.",
        "valueValidators": [
          {
            "type": "NON_EMPTY",
            "errorMessage": "Fill in the analytics host. SearchStax shows it under App Settings > All APIs > Analytics."
          },
          {
            "type": "REGEX",
            "args": [
              "(\\s*(https?://)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:443)?([/?#].*)?\\s*)|(.*\\{\\{.+\\}\\}.*)"
            ],
            "errorMessage": "This must be a host such as analytics-us.searchstax.com."
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "trackingKey",
        "displayName": "Tracking key",
        "simpleValueType": true,
        "help": "In SearchStax: Site Search > App Settings > All APIs > Analytics, beside the host. It tells SearchStax which app the events belong to.",
        "valueValidators": [
          {
            "type": "NON_EMPTY",
            "errorMessage": "Fill in the tracking key. SearchStax shows it under App Settings > All APIs > Analytics."
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "language",
        "displayName": "Language",
        "simpleValueType": true,
        "valueHint": "en",
        "help": "Optional. The language of the search, such as en, en_US or pt-BR; it lets SearchStax report by language."
      },
      {
        "type": "TEXT",
        "name": "model",
        "displayName": "Search profile",
        "simpleValueType": true,
        "help": "Optional. The name of the search profile (model) that answers on this page; it fills the dashboards by profile."
      },
      {
        "type": "SIMPLE_TABLE",
        "name": "properties",
        "displayName": "Properties",
        "newRowButtonText": "Add a property",
        "help": "Optional. Where the values come from if the site does not push a <b>searchstax</b> object: usually GTM variables. A value here wins over the data layer. An event takes the properties that belong to it and needs these:<br/><b>Search</b>: query<br/><b>Smart answer shown</b>: question, answer, is_question<br/><b>Related searches shown</b>: query<br/><b>Result clicked</b>: query, cDocId, cDocTitle, position<br/><b>Answer source clicked</b>: href, question, answer<br/><b>Related search clicked</b>: query, relatedSearch, position<br/><b>Search feedback</b>: score<br/><b>pageSize</b>: How many results a full page holds. Counts positions on later pages; it is not sent.",
        "simpleTableColumns": [
          {
            "name": "property",
            "displayName": "Property",
            "type": "SELECT",
            "selectItems": [
              {
                "value": "query",
                "displayValue": "Search query (query)"
              },
              {
                "value": "totalHits",
                "displayValue": "Total results (totalHits)"
              },
              {
                "value": "shownHits",
                "displayValue": "Results shown (shownHits)"
              },
              {
                "value": "pageNo",
                "displayValue": "Page number (pageNo)"
              },
              {
                "value": "latency",
                "displayValue": "Search duration (latency)"
              },
              {
                "value": "impressions",
                "displayValue": "Impressions (impressions)"
              },
              {
                "value": "question",
                "displayValue": "Question (question)"
              },
              {
                "value": "answer",
                "displayValue": "Smart answer (answer)"
              },
              {
                "value": "is_question",
                "displayValue": "Is a question (is_question)"
              },
              {
                "value": "has_show_more",
                "displayValue": "Has \"show more\" (has_show_more)"
              },
              {
                "value": "cDocId",
                "displayValue": "Result ID (cDocId)"
              },
              {
                "value": "cDocTitle",
                "displayValue": "Result title (cDocTitle)"
              },
              {
                "value": "position",
                "displayValue": "Position (position)"
              },
              {
                "value": "href",
                "displayValue": "Source URL (href)"
              },
              {
                "value": "relatedSearch",
                "displayValue": "Related search (relatedSearch)"
              },
              {
                "value": "score",
                "displayValue": "Satisfaction score (score)"
              },
              {
                "value": "comments",
                "displayValue": "Comments (comments)"
              },
              {
                "value": "email",
                "displayValue": "Email (email)"
              },
              {
                "value": "language",
                "displayValue": "Language (language)"
              },
              {
                "value": "model",
                "displayValue": "Search profile (model)"
              },
              {
                "value": "user",
                "displayValue": "User (user)"
              },
              {
                "value": "pageUrl",
                "displayValue": "Page URL (pageUrl)"
              },
              {
                "value": "tt",
                "displayValue": "Time (tt)"
              },
              {
                "value": "pageSize",
                "displayValue": "Results per page (not sent) (pageSize)"
              }
            ],
            "macrosInSelect": false,
            "isUnique": true,
            "defaultValue": "",
            "valueValidators": [
              {
                "type": "NON_EMPTY",
                "errorMessage": "Choose a property."
              }
            ]
          },
          {
            "name": "value",
            "displayName": "Value",
            "type": "TEXT",
            "defaultValue": ""
          }
        ]
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "sitecore",
    "displayName": "Sitecore goals",
    "groupStyle": "ZIPPY_OPEN",
    "enablingConditions": [
      {
        "paramName": "action",
        "paramValue": "goal",
        "type": "EQUALS"
      },
      {
        "paramName": "action",
        "paramValue": "route",
        "type": "EQUALS"
      }
    ],
    "subParams": [
      {
        "type": "TEXT",
        "name": "goal",
        "displayName": "Goal",
        "simpleValueType": true,
        "enablingConditions": [
          {
            "paramName": "action",
            "paramValue": "goal",
            "type": "EQUALS"
          }
        ],
        "valueHint": "Chat requested",
        "help": "The goal's name in Sitecore, spelt as there, or its ID. A page event works too. The goal must be deployed and published.",
        "valueValidators": [
          {
            "type": "NON_EMPTY",
            "errorMessage": "Fill in the goal's name or ID from Sitecore."
          },
          {
            "type": "REGEX",
            "args": [
              "([^,]*)|(.*\\{\\{.+\\}\\}.*)"
            ],
            "errorMessage": "A name with a comma does not work in every version of Sitecore: use the goal's ID."
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "pixelUrl",
        "displayName": "Pixel",
        "simpleValueType": true,
        "defaultValue": "/-/media/goals/trigger",
        "valueHint": "/-/media/goals/trigger",
        "help": "The path of a published image in Sitecore's media library. The tag asks this site for it, and Sitecore counts the goal. Only if Sitecore answers on another host, type the full address with https://.",
        "valueValidators": [
          {
            "type": "NON_EMPTY",
            "errorMessage": "Fill in the path of the image, such as /-/media/goals/trigger."
          },
          {
            "type": "REGEX",
            "args": [
              "(https://[^/\\s\\\\]+\\.[^\\s]*|/?[^/:\\s\\\\][^:\\\\]*)|(.*\\{\\{.+\\}\\}.*)"
            ],
            "errorMessage": "This must be a path such as /-/media/goals/trigger, or an address that begins with https://."
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "queryKey",
        "displayName": "Query key",
        "simpleValueType": true,
        "defaultValue": "sc_trk",
        "help": "The value of Sitecore's setting Analytics.EventQueryStringKey. Leave sc_trk unless your developers changed it.",
        "valueValidators": [
          {
            "type": "NON_EMPTY",
            "errorMessage": "Fill in the query key; Sitecore's own is sc_trk."
          },
          {
            "type": "REGEX",
            "args": [
              "([A-Za-z0-9_.~-]+)|(.*\\{\\{.+\\}\\}.*)"
            ],
            "errorMessage": "The query key holds letters, digits, points, hyphens and underscores only."
          }
        ]
      },
      {
        "type": "SELECT",
        "name": "goalFrequency",
        "displayName": "A goal counts",
        "simpleValueType": true,
        "macrosInSelect": false,
        "defaultValue": "every",
        "selectItems": [
          {
            "value": "every",
            "displayValue": "Every time"
          },
          {
            "value": "page",
            "displayValue": "Once a page"
          },
          {
            "value": "session",
            "displayValue": "Once a session"
          }
        ],
        "help": "Once a page: until the visitor loads another page. Once a session: until the browser is closed; a cookie remembers it if consent allows, else it is once a page."
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "identity",
    "displayName": "Identity",
    "groupStyle": "ZIPPY_CLOSED",
    "enablingConditions": [
      {
        "paramName": "action",
        "paramValue": "goal",
        "type": "NOT_EQUALS"
      }
    ],
    "subParams": [
      {
        "type": "TEXT",
        "name": "session",
        "displayName": "Session ID",
        "simpleValueType": true,
        "notSetText": "from SearchStax's cookie, else created",
        "help": "Leave it empty. The tag then takes the ID from SearchStax's own cookie, and creates one in the same form if there is none. Fill it in only if your site keeps its own session ID; what is typed here is sent whatever the consent."
      },
      {
        "type": "TEXT",
        "name": "visitor",
        "displayName": "Visitor ID",
        "simpleValueType": true,
        "notSetText": "from SearchStax's cookie, else created",
        "help": "Leave it empty, for the same reason. Fill it in only if your site keeps its own visitor ID."
      }
    ]
  },
  {
    "type": "SELECT",
    "name": "consent",
    "displayName": "Consent",
    "simpleValueType": true,
    "macrosInSelect": false,
    "defaultValue": "required",
    "selectItems": [
      {
        "value": "required",
        "displayValue": "Only with analytics consent"
      },
      {
        "value": "anonymous",
        "displayValue": "Without cookies when consent is missing"
      },
      {
        "value": "ignore",
        "displayValue": "Do not ask"
      }
    ],
    "help": "Only with analytics consent: what happens before the visitor agrees (analytics_storage) is held, and sent if they agree on the same page. Without cookies: sent at once, with IDs that live as long as the page. Do not ask: sent at once, with cookies; choose it only if the trigger already waits for consent."
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const addConsentListener = require('addConsentListener');
const getUrl = require('getUrl');
const isConsentGranted = require('isConsentGranted');
const copyFromDataLayer = require('copyFromDataLayer');
const logToConsole = require('logToConsole');
const encodeUriComponent = require('encodeUriComponent');
const getQueryParameters = require('getQueryParameters');
const JSON = require('JSON');
const queryPermission = require('queryPermission');
const sendPixel = require('sendPixel');
const templateStorage = require('templateStorage');
const generateRandom = require('generateRandom');
const getCookieValues = require('getCookieValues');
const setCookie = require('setCookie');
const makeNumber = require('makeNumber');
const makeString = require('makeString');
const getTimestampMillis = require('getTimestampMillis');
const getType = require('getType');
const callInWindow = require('callInWindow');
const copyFromWindow = require('copyFromWindow');
const Math = require('Math');
const toBase64 = require('toBase64');

// ---- The console ----

/** The data layer event that fired the tag; read at once, since later pushes change it. */
const firedBy = copyFromDataLayer('event');

/** Writes one line. The template may log in GTM's preview only, so that visitors never see it. */
function report(line) {
  logToConsole(
    'SearchStax + Sitecore | ' + (typeof firedBy === 'string' ? firedBy : 'no event') + ' | ' + line
  );
}

// Sitecore's media pixel: a request for any published media item that names a goal or page event.

/** Where the published guide puts the image; any media item does. */
const defaultPixelPath = '/-/media/goals/trigger';

/** Sitecore's setting Analytics.EventQueryStringKey, as delivered. */
const defaultQueryKey = 'sc_trk';

/** The parameter that makes each request unique: media answers are cached for days, and a cached one counts nothing. */
const cacheBuster = 'gtmcb';

/** Parameters that Sitecore's media handler takes for itself (scaling and the like): no query key may be one of them. */
const mediaParameters = ['w', 'h', 'mw', 'mh', 'sc', 'as', 'bc', 'thn', 'iar', 'la', 'vs', 'db', 'rev'];

/** The page's own parameter and its values in Experience Editor and Preview, where a goal must not count. */
const modeParameter = 'sc_mode';
const editingModes = ['edit', 'preview'];

/** The longest query string that IIS, Sitecore's web server, takes unless told otherwise, in characters. */
const queryLimit = 2048;

/** The cookie, ours and gone when the browser closes, that remembers which goals were counted once a session. */
const countedGoalsCookie = 'searchstax_sitecore_goals';

// The cookies of SearchStax's own tracker: reused where they are, created under the same names where they are not.

const sessionCookie = {
  name: 'searchstax_session_id',
  /** What earlier versions of SearchStax's tracker called it; read, never written. */
  legacyName: 'searchcookie',
  length: 25,
  alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  /** One hour, in seconds. */
  maxAge: 3600,
};

const visitorCookie = {
  name: 'ms_visitorid',
  /** A UUID of version 4: x is any hexadecimal digit, y one of 8, 9, a, b. */
  pattern: 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx',
  /** One year, in seconds. SearchStax does not say how long its own lives. */
  maxAge: 31536000,
};

// ---- Values ----
// GTM's variables and data layers bring numbers as text, text as numbers, and sometimes things that are neither.

// The largest whole number that survives JSON.
const largestInteger = 9007199254740991;

/** Whether nothing was given. GTM's data layer variables answer false where a parent object is null. */
function isBlank(value) {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    (typeof value === 'string' && value.trim() === '')
  );
}

/** A number, or a text that is nothing but one; undefined for anything else. */
function toNumber(value) {
  if (
    typeof value !== 'number' &&
    !(typeof value === 'string' && value.trim().match('^-?[0-9]+([.][0-9]+)?$'))
  ) {
    return undefined;
  }
  const number = makeNumber(value);
  // Not a number and infinity fail both comparisons.
  return number >= -largestInteger && number <= largestInteger ? number : undefined;
}

/** A whole number of at least min; undefined for anything else. */
function toInteger(value, min) {
  const number = toNumber(value);
  return number !== undefined && number % 1 === 0 && number >= min ? number : undefined;
}

/** Text as it is, a number as text; undefined for blank and for anything else. */
function toText(value) {
  if (typeof value === 'string') {
    return value.trim() === '' ? undefined : value;
  }
  return toNumber(value) === undefined ? undefined : makeString(value);
}

/** A field's text without the spaces around it; undefined where it is blank or no text. */
function toTrimmedText(value) {
  const text = toText(value);
  return text === undefined ? undefined : text.trim();
}

/** True and false, also as text or as 1 and 0; undefined for anything else. */
function toBoolean(value) {
  const plain = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (plain === true || plain === 'true' || plain === 1 || plain === '1') {
    return true;
  }
  return plain === false || plain === 'false' || plain === 0 || plain === '0' ? false : undefined;
}

/** The first characters of a text, never half of a character that takes two. */
function cutText(text, length) {
  const cut = text.slice(0, length);
  const last = cut.charAt(cut.length - 1);
  return last >= '\ud800' && last <= '\udbff' ? cut.slice(0, -1) : cut;
}

/** A value as the property's type and within its limits; undefined where it is not that. */
function toProperty(rule, value) {
  if (rule.type === 'boolean') {
    return toBoolean(value);
  }
  if (rule.type === 'text') {
    const text = toText(value);
    return text !== undefined && rule.maxLength ? cutText(text, rule.maxLength) : text;
  }
  const number = toNumber(value);
  if (number === undefined || (rule.type === 'integer' && number % 1 !== 0)) {
    return undefined;
  }
  const tooSmall = rule.min !== undefined && number < rule.min;
  const tooLarge = rule.max !== undefined && number > rule.max;
  return tooSmall || tooLarge ? undefined : number;
}

// ---- Who the visitor is ----
// SearchStax's own tracker keeps a session ID and a visitor ID in cookies. Reusing them makes these events part of the
// same visit; where they are not, they are created in the same form.

function randomCharacter(alphabet) {
  return alphabet.charAt(generateRandom(0, alphabet.length - 1));
}

function newSession() {
  let session = '';
  while (session.length < sessionCookie.length) {
    session += randomCharacter(sessionCookie.alphabet);
  }
  return session;
}

function newVisitor() {
  return visitorCookie.pattern
    .split('')
    .map((character) => {
      if (character === 'x') {
        return randomCharacter('0123456789abcdef');
      }
      return character === 'y' ? randomCharacter('89ab') : character;
    })
    .join('');
}

/** The first of the cookies that has a value. */
function cookieValue(names) {
  let value;
  names.some((name) => {
    value = getCookieValues(name)
      .map(toTrimmedText)
      .filter((text) => text !== undefined)[0];
    return value !== undefined;
  });
  return value;
}

/** Keeps a value in a cookie of the page's own host. */
function storeCookie(name, value, maxAge) {
  const options = { path: '/', secure: true, samesite: 'Lax' };
  if (maxAge) {
    options['max-age'] = maxAge;
  }
  if (queryPermission('set_cookies', name, options)) {
    setCookie(name, value, options);
  }
}

/**
 * An ID: the one typed into the tag, else the one in the cookie, else the one made on this page, else a new one.
 * Without consent no cookie is read or written, and the ID lives as long as the page.
 */
function identify(typed, cookie, names, create, mayStore) {
  const known = toTrimmedText(typed) || (mayStore && cookieValue(names));
  if (known) {
    return known;
  }
  const id = templateStorage.getItem(cookie.name) || create();
  if (mayStore) {
    storeCookie(cookie.name, id, cookie.maxAge);
  }
  // The page remembers it only where no cookie does, so that an ID does not outlive its cookie.
  templateStorage.setItem(cookie.name, mayStore && cookieValue(names) === id ? '' : id);
  return id;
}

/** The session that the events of this visit share. */
function getSession(mayStore) {
  return identify(
    data.session,
    sessionCookie,
    [sessionCookie.name, sessionCookie.legacyName],
    newSession,
    mayStore
  );
}

/** The visitor, over all visits. */
function getVisitor(mayStore) {
  return identify(data.visitor, visitorCookie, [visitorCookie.name], newVisitor, mayStore);
}

// ---- How often a goal counts ----

// GTM cuts longer cookies off.
const cookieLimit = 1000;
const separator = '|';

function idOf(goal) {
  return goal.toLowerCase().split(separator).join(' ');
}

/** The goals counted on this page, and, where it is asked for and allowed, in this session. */
function counted(mayStore) {
  const onPage = templateStorage.getItem(countedGoalsCookie) || [];
  const inSession = data.goalFrequency === 'session' && mayStore && cookieValue([countedGoalsCookie]);
  return inSession ? onPage.concat(inSession.split(separator)) : onPage;
}

function remember(goals, mayStore) {
  templateStorage.setItem(countedGoalsCookie, goals);
  if (data.goalFrequency === 'session' && mayStore) {
    const unique = goals.filter((goal, order) => goals.indexOf(goal) === order);
    while (encodeUriComponent(unique.join(separator)).length > cookieLimit) {
      unique.shift();
    }
    // Without an age: gone when the browser closes.
    storeCookie(countedGoalsCookie, unique.join(separator));
  }
}

/** Whether the goal has had its one time. */
function isCounted(goal, mayStore) {
  const limited = data.goalFrequency === 'page' || data.goalFrequency === 'session';
  return limited && counted(mayStore).indexOf(idOf(goal)) >= 0;
}

/** Remembers that the goal was sent; before the answer, so that a second click at once does not send it again. */
function countGoal(goal, mayStore) {
  if (data.goalFrequency === 'page' || data.goalFrequency === 'session') {
    remember(counted(mayStore).concat([idOf(goal)]), mayStore);
  }
}

/** Forgets a goal whose pixel failed. */
function uncountGoal(goal, mayStore) {
  if (data.goalFrequency === 'page' || data.goalFrequency === 'session') {
    remember(
      counted(mayStore).filter((id) => id !== idOf(goal)),
      mayStore
    );
  }
}

// ---- Hosts ----

// Labels of letters, digits and hyphens, at least two of them.
const hostPattern = '^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)+$';

/** What is left of a text when it begins with a given start; undefined if it does not. */
function after(start, text) {
  return text.toLowerCase().indexOf(start) === 0 ? text.slice(start.length) : undefined;
}

/** A text up to the first of some characters. */
function upTo(ends, text) {
  return ends.reduce((so, end) => so.split(end)[0], text);
}

/**
 * The host in what people paste: a host, a URL, a URL without its scheme. Undefined if there is none, or one with a port
 * that GTM does not call.
 */
function toHost(pasted) {
  const rest = after('https://', pasted) || after('http://', pasted) || after('//', pasted) || pasted;
  const host = upTo(['/', '?', '#'], rest).toLowerCase();
  const name = host.slice(-4) === ':443' ? host.slice(0, -4) : host;
  return name.match(hostPattern) ? name : undefined;
}

// ---- Sitecore's pixel ----

/**
 * The pixel that the tag names: a path on the page's own host, or an https URL, which alone leads to another host.
 * Undefined for anything else. A fragment is dropped.
 */
function readPixel() {
  const typed = (toTrimmedText(data.pixelUrl) || defaultPixelPath).split('#')[0];
  const parts = typed.split(' ').join('%20').split('?');
  const address = parts[0];
  const query = parts.slice(1).join('?');
  if (after('https://', address) !== undefined) {
    return toHost(address) ? { address: address, query: query } : undefined;
  }
  const isOtherUrl = after('//', address) !== undefined || address.split('/')[0].indexOf(':') >= 0;
  if (isOtherUrl) {
    return undefined;
  }
  const path = address.charAt(0) === '/' ? address : '/' + address;
  // On another port than https's own GTM refuses the request; without it the goal would go to another site.
  const port = getUrl('port');
  return {
    address: 'https://' + getUrl('host') + (port && port !== '443' ? ':' + port : '') + path,
    query: query,
  };
}

/** The pixel's URL for one request: what was typed, the goal, and a number that keeps caches from answering. */
function pixelUrl(pixel, queryKey, encodedGoal) {
  const replaced = [queryKey.toLowerCase(), cacheBuster];
  const typed = pixel.query
    .split('&')
    .filter((part) => part !== '' && replaced.indexOf(part.split('=')[0].toLowerCase()) < 0);
  const unique = getTimestampMillis() + '' + generateRandom(100000, 999999);
  return (
    pixel.address + '?' + typed.concat([queryKey + '=' + encodedGoal, cacheBuster + '=' + unique]).join('&')
  );
}

// ---- Words ----

/** A value in words, short enough for a console line. */
function quote(value) {
  const type = getType(value);
  if (type === 'array') {
    return value.length + ' items';
  }
  if (type === 'string') {
    const text = value;
    return text.length > 60 ? '"' + cutText(text, 60) + '..."' : '"' + text + '"';
  }
  return type === 'object' ? 'an object' : type === 'function' ? 'a function' : JSON.stringify(value) || type;
}

/** What a property must be, in words. */
function describe(rule) {
  if (rule.type === 'boolean') {
    return 'true or false';
  }
  if (rule.type === 'text') {
    return 'text';
  }
  if (rule.type === 'impressions') {
    return 'a list';
  }
  const kind = rule.type === 'integer' ? 'a whole number from ' : 'a number from ';
  return kind + rule.min + (rule.max === undefined ? ' up' : ' to ' + rule.max);
}

// ---- Sitecore goals ----

const pixelProblem =
  '"Pixel" in this tag must be a path such as ' + defaultPixelPath + ' or a URL that begins with https://.';

/** Why a goal cannot be sent; undefined if it can. */
function goalProblem(given) {
  const goal = toTrimmedText(given);
  if (goal === undefined) {
    return isBlank(given)
      ? 'No goal is named: fill in "Goal" in this tag, or the goal of the table row.'
      : 'The goal must be a name or an ID, not ' + quote(given) + '.';
  }
  // Some versions of Sitecore take a comma for the end of the name.
  if (goal.indexOf(',') >= 0) {
    return (
      'The name ' +
      quote(goal) +
      " holds a comma, at which some versions of Sitecore split it: use the goal's ID."
    );
  }
  // JSON spells half of a character out, which an address cannot hold.
  return JSON.stringify(goal).indexOf('\\ud') >= 0
    ? 'The name ' + quote(goal) + ' is damaged text.'
    : undefined;
}

/** Why the query key cannot be used; undefined if it can. */
function queryKeyProblem(queryKey) {
  const name = queryKey.toLowerCase();
  const isTaken = name === cacheBuster || mediaParameters.indexOf(name) >= 0;
  return isTaken || !name.match('^[a-z0-9_.~-]+$')
    ? '"Query key" in this tag must be the name in Sitecore\'s setting Analytics.EventQueryStringKey, such as ' +
        defaultQueryKey +
        ', not ' +
        quote(queryKey) +
        '.'
    : undefined;
}

/** Prepares a Sitecore goal: a request for the pixel that names it. */
function prepareGoal(given) {
  const goal = toTrimmedText(given) || '';
  const name = 'Goal ' + quote(goal);
  const queryKey = toTrimmedText(data.queryKey) || defaultQueryKey;
  const pixel = readPixel();
  const problem = goalProblem(given) || queryKeyProblem(queryKey) || (pixel ? undefined : pixelProblem);
  if (problem || !pixel) {
    return { name: name, problems: [problem] };
  }
  const address = pixel.address;
  const url = pixelUrl(pixel, queryKey, encodeUriComponent(goal));
  if (url.length - address.length > queryLimit) {
    return { name: name, problems: ["The name is too long for a URL: use the goal's ID."] };
  }
  if (!queryPermission('send_pixel', url)) {
    return { name: name, problems: ['GTM does not let this template send to ' + address + '.'] };
  }
  const mode = toTrimmedText(getQueryParameters(modeParameter)) || '';

  function send(mayStore, done) {
    if (editingModes.indexOf(mode.toLowerCase()) >= 0) {
      report(name + ' not sent: in Experience Editor and Preview goals do not count.');
      done(true);
      return;
    }
    if (isCounted(goal, mayStore)) {
      report(name + ' not sent: it counts once a ' + data.goalFrequency + ', and has been counted.');
      done(true);
      return;
    }
    countGoal(goal, mayStore);
    sendPixel(
      url,
      () => {
        report(name + ' sent to ' + address + '.');
        done(true);
      },
      () => {
        uncountGoal(goal, mayStore);
        report(
          name + ' failed: ' + address + ' is no image. Is the media item published, and its path right?'
        );
        done(false);
      }
    );
  }
  return { name: name, send: send };
}

/**
 * What the tag takes from the catalogue at run time: names, types, limits and required lists, no words. The build
 * evaluates this module and writes its exports into the tag as plain data.
 */

/** The seven events with the properties that each must and may carry. */
const eventRules = [
  {
    name: '_search',
    required: ['query'],
    optional: [
      'totalHits',
      'shownHits',
      'pageNo',
      'latency',
      'impressions',
      'language',
      'model',
      'user',
      'pageUrl',
      'tt',
    ],
    impressions: 'result',
  },
  {
    name: '_questionanswer',
    required: ['question', 'answer', 'is_question'],
    optional: ['has_show_more', 'language', 'model', 'user', 'pageUrl', 'tt'],
  },
  {
    name: '_relatedsearch',
    required: ['query'],
    optional: ['totalHits', 'impressions', 'language', 'model', 'user', 'pageUrl', 'tt'],
    impressions: 'relatedSearch',
  },
  {
    name: '_searchclick',
    required: ['query', 'cDocId', 'cDocTitle', 'position'],
    optional: ['shownHits', 'totalHits', 'pageNo', 'latency', 'language', 'model', 'user', 'pageUrl', 'tt'],
  },
  {
    name: '_answersourceclick',
    required: ['href', 'question', 'answer'],
    optional: ['language', 'model', 'user', 'pageUrl', 'tt'],
  },
  {
    name: '_relatedsearchclick',
    required: ['query', 'relatedSearch', 'position'],
    optional: ['shownHits', 'totalHits', 'language', 'model', 'user', 'pageUrl', 'tt'],
  },
  {
    name: '_searchSatisfaction',
    required: ['score'],
    optional: ['comments', 'email', 'language', 'model', 'user', 'pageUrl', 'tt'],
  },
];

/** Each property's type, its limits, and the GA4 parameter that stands in for it. */
const propertyRules = {
  query: { type: 'text', ga4: 'search_term' },
  totalHits: { type: 'integer', min: 0 },
  shownHits: { type: 'integer', min: 0 },
  pageNo: { type: 'integer', min: 1 },
  latency: { type: 'number', min: 0 },
  impressions: { type: 'impressions', ga4: 'items' },
  question: { type: 'text' },
  answer: { type: 'text' },
  is_question: { type: 'boolean' },
  has_show_more: { type: 'boolean' },
  cDocId: { type: 'text', ga4: 'item_id' },
  cDocTitle: { type: 'text', ga4: 'item_name' },
  position: { type: 'integer', min: 1, ga4: 'index' },
  href: { type: 'text' },
  relatedSearch: { type: 'text' },
  score: { type: 'integer', min: 0, max: 10 },
  comments: { type: 'text', maxLength: 2000 },
  email: { type: 'text' },
  language: { type: 'text' },
  model: { type: 'text' },
  user: { type: 'text' },
  pageUrl: { type: 'text' },
  tt: { type: 'integer', min: 0 },
};

// SearchStax's tracking endpoint. Source: SearchStax's Tracking API reference.

/** Shown in SearchStax under App Settings > All APIs > Analytics; others exist. */
const defaultAnalyticsHost = 'analytics-us.searchstax.com';

const trackPath = '/api/v2/track/';

/** The longest URL that the endpoint takes, in characters; a longer one is answered with 414. */
const urlLimit = 10240;

/** The data layer's object with an event's properties; with a wire name behind it, the data layer's event. */
const dataLayerName = 'searchstax';

// ---- The data layer ----
// Version 1 of the data layer holds the last push as it was; version 2 would merge a shorter list into the longer one
// that was pushed before it.

/** The value if it is an object; an empty object if it is anything else. */
function toObject(value) {
  return getType(value) === 'object' ? value : {};
}

/** The value if it is a list, or the list that a JSON text holds; undefined for anything else. */
function toList(value) {
  const list = typeof value === 'string' ? JSON.parse(value) : value;
  return getType(list) === 'array' ? list : undefined;
}

/** The last pushed value of a top-level key. */
function lastPushed(key) {
  return copyFromDataLayer(key, 1);
}

/** GA4's list of items, at the top of the data layer or in its ecommerce object. */
function ga4Items() {
  return toList(lastPushed('items')) || toList(toObject(lastPushed('ecommerce')).items) || [];
}

/** GA4's items as the results of a query; undefined where those of another search are still in the data layer. */
function ga4Results(query) {
  const items = ga4Items();
  const term = toText(lastPushed('search_term'));
  return items.length > 0 && (term === undefined || term === query) ? items : undefined;
}

/**
 * The item of a GA4 click; an empty object where there is none. A list of several does not tell which was clicked, and
 * another ID than the one already known tells that the item is an older click's.
 */
function ga4ClickedItem(resultId) {
  const items = ga4Items();
  const item = items.length === 1 ? toObject(items[0]) : {};
  return resultId === undefined || resultId === toText(item.item_id) ? item : {};
}

// ---- What an event of the data layer sends ----

/**
 * Everything that an event sends: the SearchStax event that it is named for, and each row of the Routes table that names
 * it. The same SearchStax event or the same goal is sent once, however often it is named.
 */
function findRoutes(eventName) {
  const event = toTrimmedText(eventName);
  const routes = [];

  function add(action, goal) {
    const isThere = routes.some(
      (route) =>
        route.action === action && (action !== 'goal' || toTrimmedText(route.goal) === toTrimmedText(goal))
    );
    if (!isThere) {
      routes.push({ action: action, goal: goal });
    }
  }

  eventRules.forEach((rule) => {
    if (event === dataLayerName + rule.name) {
      add(rule.name, undefined);
    }
  });
  (toList(data.routes) || []).map(toObject).forEach((row) => {
    if (event !== undefined && toTrimmedText(row.event) === event) {
      add(row.action, row.goal);
    }
  });
  return routes;
}

/** The product's version, the same for the tag and the companion; package.json says the same. */
const version = '1.0.0';

const impressionShapes = {
  result: {
    identifier: 'cDocId',
    identifierNames: ['cDocId', 'id', 'url', 'item_id'],
    title: 'cDocTitle',
    titleNames: ['cDocTitle', 'title', 'name', 'item_name'],
  },
  relatedSearch: {
    identifier: 'relatedSearch',
    identifierNames: ['relatedSearch', 'title', 'name', 'item_name'],
    titleNames: [],
  },
};

// ---- Positions ----
// SearchStax counts positions from 1 over all pages; sites and GA4 often give the place on the page, counted from 0.

/** The page that is shown; without a page number it is the first. */
function toPage(pageNo, pageSize) {
  const size = toInteger(pageSize, 1) || 0;
  return { before: ((toInteger(pageNo, 1) || 1) - 1) * size, size: size };
}

/** A list whose first item has the index 1 counts from 1; remembered for the click on one of its items. */
function rememberIndexBase(index, page) {
  const first = toInteger(index, 0);
  if (first !== undefined) {
    templateStorage.setItem('indexBase', first === 1 || first === page.before + 1 ? 1 : 0);
  }
}

/** The position that an index stands for; undefined where there is none. */
function indexToPosition(index, page) {
  const place = toInteger(index, 0);
  if (place === undefined) {
    return undefined;
  }
  const base = place > 0 && templateStorage.getItem('indexBase') === 1 ? 1 : 0;
  // An index beyond a page's size counts over all pages already.
  return (place - base < page.size ? page.before : 0) + place - base + 1;
}

// ---- Impressions ----

// No more than this many fit into a URL, however short they are: the rest of a longer list is not even looked at.
const mostImpressions = 280;

/** The text under the first of the names that holds one. */
function firstText(item, names) {
  let text;
  names.some((name) => {
    text = toText(item[name]);
    return text !== undefined;
  });
  return text;
}

/** One impression as SearchStax takes it; undefined if nothing identifies it. A plain text is its own identifier. */
function toImpression(shape, item, order, page) {
  const source = toObject(item);
  const identifier = toText(item) || firstText(source, shape.identifierNames);
  if (identifier === undefined) {
    return undefined;
  }
  const impression = {};
  impression[shape.identifier] = identifier;
  if (shape.title) {
    const title = firstText(source, shape.titleNames);
    if (title !== undefined) {
      impression[shape.title] = title;
    }
  }
  impression.position =
    toInteger(source.position, 1) || indexToPosition(source.index, page) || page.before + order + 1;
  return impression;
}

/** The impressions of a list, and how many of its items had to be left out because nothing identifies them. */
function toImpressions(kind, items, page) {
  const list = [];
  const read = items.slice(0, mostImpressions);
  rememberIndexBase(toObject(read[0]).index, page);
  read.forEach((item, order) => {
    const impression = toImpression(impressionShapes[kind], item, order, page);
    if (impression) {
      list.push(impression);
    }
  });
  return { list: list, leftOut: read.length - list.length };
}

// ---- Whose values are they? ----
// The data layer keeps the last searchstax object after its event. If the site then pushes an event with GA4's
// parameters alone, the object beside them is an older event's, and its values would be sent for the new one.

const storageKey = 'pushed';

/** GA4's part of the data layer as text; undefined where there is none. */
function ga4Text() {
  const parts = [lastPushed('search_term'), lastPushed('items'), toObject(lastPushed('ecommerce')).items];
  return parts.some((part) => getType(part) !== 'undefined' && part !== null)
    ? JSON.stringify(parts)
    : undefined;
}

/** The searchstax object, if it came with this event as far as can be told; else an empty one. */
function ownObject() {
  const pushed = toObject(lastPushed(dataLayerName));
  const before = toObject(templateStorage.getItem(storageKey));
  const text = JSON.stringify(pushed);
  let ga4 = before.ga4;
  let isOlder = false;
  if (before.eventId === data.gtmEventId && before.event === firedBy) {
    // Another tag asked already, for the same event.
    isOlder = before.isOlder === true;
  } else if (typeof firedBy !== 'string' || firedBy.indexOf(dataLayerName) !== 0) {
    ga4 = ga4Text();
    isOlder =
      ga4 !== undefined &&
      text === before.text &&
      (before.isOlder === true || before.event !== firedBy || before.ga4 !== ga4);
  }
  templateStorage.setItem(storageKey, {
    eventId: data.gtmEventId,
    event: firedBy,
    text: text,
    ga4: ga4,
    isOlder: isOlder,
  });
  return isOlder ? {} : pushed;
}

// ---- The properties of an event ----

/** What the tag's own fields give. A row of the Properties table wins over a field. */
function typedValues() {
  const values = { language: data.language, model: data.model };
  (toList(data.properties) || []).forEach((entry) => {
    const row = toObject(entry);
    if (!isBlank(row.value) || row.value === false) {
      values['' + row.property] = row.value;
    }
  });
  return values;
}

/** Whether there is no value. False is a value only where the answer is yes or no; elsewhere GTM says nothing with it. */
function isMissing(value, rule) {
  return value === false && rule && rule.type === 'boolean' ? false : isBlank(value);
}

/**
 * Everything that the event may carry: looked for in the tag's fields, then in the data layer's searchstax object, then
 * in GA4's parameters; converted to the types that SearchStax takes, and checked.
 */
function findProperties(event) {
  const typed = typedValues();
  const pushed = ownObject();
  const found = { properties: {}, problems: [], leftOut: [] };
  const properties = found.properties;
  const missing = [];
  let impressions;

  function given(name) {
    return isMissing(typed[name], propertyRules[name]) ? pushed[name] : typed[name];
  }

  function page(shown) {
    return toPage(given('pageNo'), isBlank(given('pageSize')) ? shown : given('pageSize'));
  }

  function fromGa4(name, parameter) {
    if (parameter === 'search_term') {
      return lastPushed('search_term');
    }
    if (parameter === 'items') {
      return event.impressions === 'result' ? ga4Results(properties.query) : undefined;
    }
    // Only the click on a result has something to do with GA4's items.
    const item = event.required.indexOf('cDocId') < 0 ? {} : ga4ClickedItem(properties.cDocId);
    if (name === 'position') {
      return indexToPosition(isBlank(pushed.index) ? item.index : pushed.index, page(given('shownHits')));
    }
    return item[parameter];
  }

  function find(name, isRequired) {
    const rule = propertyRules[name];
    let value = given(name);
    if (isMissing(value, rule) && rule.ga4) {
      value = fromGa4(name, rule.ga4);
    }
    if (isMissing(value, rule)) {
      if (isRequired) {
        missing.push(name);
      }
      return;
    }
    if (rule.type === 'impressions') {
      impressions = value;
      return;
    }
    const property = toProperty(rule, value);
    if (property !== undefined) {
      properties[name] = property;
      return;
    }
    const complaint = name + ' must be ' + describe(rule) + ', not ' + quote(value);
    if (isRequired) {
      found.problems.push(complaint + '.');
    } else {
      found.leftOut.push(complaint);
    }
  }

  event.required.forEach((name) => {
    find(name, true);
  });
  event.optional.forEach((name) => {
    find(name, false);
  });

  if (missing.length > 0) {
    found.problems.push(
      'Missing: ' +
        missing.join(', ') +
        '. Set it under "Properties" in this tag, or push ' +
        missing.map((name) => dataLayerName + '.' + name).join(', ') +
        ' with the event.'
    );
  }
  // A search without results shows nothing.
  if (event.impressions && impressions !== undefined && properties.totalHits !== 0) {
    const items = toList(impressions);
    if (!items) {
      found.leftOut.push('impressions must be a list, not ' + quote(impressions));
    } else if (items.length > 0) {
      const shown = isBlank(given('shownHits')) ? items.length : given('shownHits');
      const read = toImpressions(event.impressions, items, page(shown));
      if (read.list.length > 0) {
        properties.impressions = read.list;
      }
      if (read.leftOut > 0) {
        found.leftOut.push(
          read.leftOut +
            ' impressions with none of ' +
            impressionShapes[event.impressions].identifierNames.join(', ')
        );
      }
    }
  }
  return found;
}

// ---- Fitting an event into a URL ----

/** The largest number up to a limit that fits; 0 where none does. */
function largest(limit, fits) {
  let low = 0;
  let high = limit;
  let middle = 0;
  while (low < high) {
    middle = Math.ceil((low + high) / 2);
    if (fits(middle)) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/**
 * The URL of an event: the endpoint with the event as Base64 of its JSON in UTF-8. The event is cut until that is short
 * enough: titles of the last impressions, then impressions from the end, then the answer's text, then optional
 * properties from the last. Required properties stay; undefined if they alone are too long.
 */
function fitEvent(event, rule, endpoint) {
  const properties = event.properties;
  const cuts = [];
  let url = '';

  function fits() {
    url = endpoint + '?data=' + encodeUriComponent(toBase64(JSON.stringify(event)));
    return url.length <= urlLimit;
  }

  function cutTitles(impressions, identifier) {
    const untitled = impressions.map((impression) => {
      const bare = { position: impression.position };
      bare[identifier] = impression[identifier];
      return bare;
    });
    const titled = largest(impressions.length, (count) => {
      properties.impressions = impressions.slice(0, count).concat(untitled.slice(count));
      return fits();
    });
    properties.impressions = impressions.slice(0, titled).concat(untitled.slice(titled));
    cuts.push('the titles of the last ' + (impressions.length - titled) + ' impressions');
  }

  function cutImpressions(impressions) {
    const kept = largest(impressions.length, (count) => {
      properties.impressions = impressions.slice(0, count);
      return fits();
    });
    properties.impressions = kept > 0 ? impressions.slice(0, kept) : undefined;
    cuts.push('the last ' + (impressions.length - kept) + ' impressions');
  }

  function cutOptional() {
    for (let i = rule.optional.length - 1; i >= 0 && !fits(); i--) {
      if (properties[rule.optional[i]] !== undefined) {
        properties[rule.optional[i]] = undefined;
        cuts.push(rule.optional[i]);
      }
    }
  }

  function cutAnswer(answer) {
    // As short as can be for now: what is optional goes only if even that does not fit.
    properties.answer = cutText(answer, 2);
    cutOptional();
    const kept = largest(answer.length, (count) => {
      properties.answer = cutText(answer, count);
      return fits();
    });
    properties.answer = cutText(answer, kept);
    cuts.push('the end of the answer');
  }

  if (fits()) {
    return { url: url, cuts: cuts };
  }
  if (properties.impressions && rule.impressions) {
    if (impressionShapes[rule.impressions].title) {
      cutTitles(properties.impressions, impressionShapes[rule.impressions].identifier);
    }
    if (!fits()) {
      cutImpressions(properties.impressions);
    }
  }
  if (!fits()) {
    if (properties.answer) {
      cutAnswer(properties.answer);
    } else {
      cutOptional();
    }
  }
  return fits() && properties.answer !== '' ? { url: url, cuts: cuts } : undefined;
}

// ---- SearchStax ----

/** The configured host; the default one only where the field was never set, not where a variable in it is empty. */
function analyticsHost() {
  return data.hasOwnProperty('analyticsHost')
    ? toHost(toTrimmedText(data.analyticsHost) || '')
    : defaultAnalyticsHost;
}

/** Hands the event to the companion, if it is on the page and takes it. */
function handOver(endpoint, event) {
  return callInWindow('searchstaxSitecore.deliver', endpoint, event) === true;
}

/** A sentence with a list, or nothing. */
function note(lead, items) {
  return items.length > 0 ? ' ' + lead + items.join('; ') + '.' : '';
}

/** What was sent, in words. */
function summarize(rule, properties) {
  return rule.required
    .concat(rule.optional)
    .filter((name) => properties[name] !== undefined)
    .map((name) => name + ' ' + quote(properties[name]))
    .join(', ');
}

/** A note where tag and companion were not updated together. */
function versionNote() {
  const companion = copyFromWindow('searchstaxSitecore.version');
  return companion === version
    ? ''
    : ' The companion is version ' + companion + ', this tag ' + version + ': update both.';
}

/** Prepares one of SearchStax's events; `mayStore`: cookies may be used. */
function prepareEvent(action, mayStore) {
  const name = '' + action;
  const rule = eventRules.filter((candidate) => candidate.name === name)[0];
  if (!rule) {
    return { name: name, problems: ['SearchStax has no such event: choose one in this tag.'] };
  }
  const found = findProperties(rule);
  const properties = found.properties;
  const problems = found.problems;
  const host = analyticsHost();
  if (!host) {
    problems.push('"Analytics host" in this tag must be a host name such as ' + defaultAnalyticsHost + '.');
  }
  properties.key = toTrimmedText(data.trackingKey);
  if (!properties.key) {
    problems.push('"Tracking key" in this tag is empty.');
  }
  if (problems.length > 0) {
    return { name: name, problems: problems };
  }

  const event = { event: name, properties: properties };
  const endpoint = 'https://' + host + trackPath;

  /** Says who the visitor is and makes the URL; undefined if what must be sent is too long for one. */
  function fitAs(asVisitor) {
    properties.session = getSession(asVisitor);
    properties._vid = getVisitor(asVisitor);
    return fitEvent(event, rule, endpoint);
  }
  const fitted = fitAs(mayStore);
  if (!fitted) {
    return {
      name: name,
      problems: ['What SearchStax requires of this event is too long for a URL. Send shorter texts.'],
    };
  }
  if (!queryPermission('send_pixel', fitted.url)) {
    return { name: name, problems: ['This template has no permission to send to ' + host + '.'] };
  }

  function send(mayStoreNow, done) {
    // Consent that came meanwhile brings the visitor's own IDs.
    const ready = mayStoreNow === mayStore ? fitted : fitAs(mayStoreNow);
    if (!ready) {
      report(name + ' not sent: with this session and visitor ID it is too long for a URL.');
      done(false);
      return;
    }
    // Without consent the companion's queue, which outlives the page, is not for this event.
    const companion = mayStoreNow && handOver(endpoint, event);
    report(
      name +
        (companion ? ' handed to the companion for ' : ' sent to ') +
        host +
        ': ' +
        summarize(rule, properties) +
        '.' +
        note('Left out: ', found.leftOut) +
        note('Too long for a URL, so cut: ', ready.cuts) +
        (companion ? versionNote() : '')
    );
    if (companion) {
      done(true);
      return;
    }
    // SearchStax accepts with 204, which is no image: either way the request has ended, and more cannot be known.
    sendPixel(
      ready.url,
      () => done(true),
      () => done(true)
    );
  }
  return { name: name, send: send };
}

// ---- The tag ----

const granted = data.consent === 'ignore' || isConsentGranted('analytics_storage');
const events = [];
const goals = [];
let failed = false;

function fail(reason) {
  failed = true;
  report(reason);
}

/** Tells GTM how it went. Called once, whatever happens. */
function finish() {
  if (failed) {
    data.gtmOnFailure();
  } else {
    data.gtmOnSuccess();
  }
}

/** Reads and checks everything now: in a callback the data layer may have moved on. */
function prepare(route) {
  const isGoal = route.action === 'goal';
  const delivery = isGoal
    ? prepareGoal(isBlank(route.goal) ? data.goal : route.goal)
    : prepareEvent(route.action, granted);
  if (delivery.problems) {
    fail(delivery.name + ' not sent. ' + delivery.problems.join(' '));
  } else if (isGoal) {
    goals.push(delivery);
  } else {
    events.push(delivery);
  }
}

/** Sends goals one after the other: Sitecore works off the requests of a session in turn anyway. */
function sendInTurn(rest, mayStore, done) {
  if (rest.length > 0) {
    rest[0].send(mayStore, (arrived) => {
      done(arrived);
      sendInTurn(rest.slice(1), mayStore, done);
    });
  }
}

/** Sends all that is prepared, and calls back for each. */
function send(mayStore, done) {
  events.forEach((event) => {
    event.send(mayStore, done);
  });
  sendInTurn(goals, mayStore, done);
}

/** Sends all that is prepared once consent comes, and once only. */
function hold() {
  let sent = false;
  addConsentListener('analytics_storage', (_type, isGranted) => {
    if (isGranted && !sent) {
      sent = true;
      send(true, () => {});
    }
  });
  report(
    events
      .concat(goals)
      .map((delivery) => delivery.name)
      .join(', ') + ' held until analytics_storage is granted on this page.'
  );
}

const isRouted = isBlank(data.action) || data.action === 'route';
const routes = isRouted ? findRoutes(firedBy) : [{ action: data.action, goal: data.goal }];
if (getUrl('protocol') !== 'https') {
  fail('Nothing sent: this page is not https, and GTM sends from https pages only.');
} else if (routes.length === 0) {
  fail(
    'Nothing sent: no row of "Routes" in this tag names this event, nor is it searchstax_search or the like. ' +
      'Add a row, or narrow the trigger.'
  );
} else {
  routes.forEach(prepare);
}

let open = events.length + goals.length;
if (open === 0) {
  finish();
} else if (!granted && data.consent !== 'anonymous') {
  hold();
  finish();
} else {
  send(granted, (arrived) => {
    failed = failed || !arrived;
    open--;
    if (open === 0) {
      finish();
    }
  });
}


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "send_pixel",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedUrls",
          "value": {
            "type": 1,
            "string": "any"
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "read_data_layer",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedKeys",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "keyPatterns",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "event"
              },
              {
                "type": 1,
                "string": "searchstax"
              },
              {
                "type": 1,
                "string": "search_term"
              },
              {
                "type": 1,
                "string": "items"
              },
              {
                "type": 1,
                "string": "ecommerce"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "get_cookies",
        "versionId": "1"
      },
      "param": [
        {
          "key": "cookieAccess",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "cookieNames",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "searchstax_session_id"
              },
              {
                "type": 1,
                "string": "searchcookie"
              },
              {
                "type": 1,
                "string": "ms_visitorid"
              },
              {
                "type": 1,
                "string": "searchstax_sitecore_goals"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "set_cookies",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedCookies",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "name"
                  },
                  {
                    "type": 1,
                    "string": "domain"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "searchstax_session_id"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "non_session"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "name"
                  },
                  {
                    "type": 1,
                    "string": "domain"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ms_visitorid"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "non_session"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "name"
                  },
                  {
                    "type": 1,
                    "string": "domain"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "searchstax_sitecore_goals"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_template_storage",
        "versionId": "1"
      },
      "param": []
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_consent",
        "versionId": "1"
      },
      "param": [
        {
          "key": "consentTypes",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "analytics_storage"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "get_url",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urlParts",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "protocol",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "host",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "port",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "query",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "queriesAllowed",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "queryKeys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "sc_mode"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_globals",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "searchstaxSitecore.deliver"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "searchstaxSitecore.version"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "logging",
        "versionId": "1"
      },
      "param": [
        {
          "key": "environments",
          "value": {
            "type": 1,
            "string": "debug"
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
  - name: Search - sends the query and the visitor
    code: |-
      pushes.searchstax = { query: 'running shoes', totalHits: 42 };

      runCode(fill({}));

      assertThat(pixels).hasLength(1);
      assertThat(pixels[0].indexOf('https://analytics-us.searchstax.com/api/v2/track/?data=')).isEqualTo(0);
      assertThat(eventOf(pixels[0])).isEqualTo({
        event: '_search',
        properties: {
          query: 'running shoes',
          totalHits: 42,
          key: 'the-key',
          session: 'abcdefghijklmnopqrstuvwxy',
          _vid: '11111111-2222-4333-8444-555555555555',
        },
      });
      assertApi('gtmOnSuccess').wasCalled();
      assertApi('gtmOnFailure').wasNotCalled();
setup: |-
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


___NOTES___

Generated from TypeScript; changes belong in the source. What each field does stands in its help.
