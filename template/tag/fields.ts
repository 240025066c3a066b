/** The tag's form in GTM: what a marketer fills in. The code finds each value as data.<name>; see src/tag/fields.d.ts. */
import { events } from '../../src/catalogue/events.ts';
import { pageSize, properties } from '../../src/catalogue/properties.ts';
import { defaultPixelPath, defaultQueryKey } from '../../src/catalogue/sitecore.ts';
import { dataLayerName, defaultAnalyticsHost } from '../../src/catalogue/tracking-api.ts';
import type { EnablingCondition, Field, SelectItem } from '../../src/sandbox/field.ts';
import { notEmpty, pattern } from '../validators.ts';

const goalItem: SelectItem = { value: 'goal', displayValue: 'Sitecore goal' };
const eventItems: SelectItem[] = events.map((event) => ({
  value: event.name,
  displayValue: `SearchStax: ${event.title} (${event.name})`,
}));
const propertyItems: SelectItem[] = [...properties, pageSize].map((property) => ({
  value: property.name,
  displayValue: `${property.title} (${property.name})`,
}));

const sendsGoals: EnablingCondition[] = ['goal', 'route'].map((action) => ({
  paramName: 'action',
  paramValue: action,
  type: 'EQUALS',
}));
const sendsOneGoal: EnablingCondition[] = [{ paramName: 'action', paramValue: 'goal', type: 'EQUALS' }];
const sendsEvents: EnablingCondition[] = [{ paramName: 'action', paramValue: 'goal', type: 'NOT_EQUALS' }];
const routes: EnablingCondition[] = [{ paramName: 'action', paramValue: 'route', type: 'EQUALS' }];

const noComma = pattern(
  '[^,]*',
  "A name with a comma does not work in every version of Sitecore: use the goal's ID.",
);

const requiredHelp = events
  .map((event) => `<b>${event.title}</b>: ${event.required.join(', ')}`)
  .join('<br/>');

const searchStaxFields: Field[] = [
  {
    type: 'TEXT',
    name: 'analyticsHost',
    displayName: 'Analytics host',
    simpleValueType: true,
    defaultValue: defaultAnalyticsHost,
    valueHint: defaultAnalyticsHost,
    help: 'In SearchStax: Site Search > App Settings > All APIs > Analytics. The host alone or the whole address, both work. Events go to this host and no other.',
    valueValidators: [
      notEmpty('Fill in the analytics host. SearchStax shows it under App Settings > All APIs > Analytics.'),
      pattern(
        '\\s*(https?://)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:443)?([/?#].*)?\\s*',
        `This must be a host such as ${defaultAnalyticsHost}.`,
      ),
    ],
  },
  {
    type: 'TEXT',
    name: 'trackingKey',
    displayName: 'Tracking key',
    simpleValueType: true,
    help: 'In SearchStax: Site Search > App Settings > All APIs > Analytics, beside the host. It tells SearchStax which app the events belong to.',
    valueValidators: [
      notEmpty('Fill in the tracking key. SearchStax shows it under App Settings > All APIs > Analytics.'),
    ],
  },
  {
    type: 'TEXT',
    name: 'language',
    displayName: 'Language',
    simpleValueType: true,
    valueHint: 'en',
    help: 'Optional. The language of the search, such as en, en_US or pt-BR; it lets SearchStax report by language.',
  },
  {
    type: 'TEXT',
    name: 'model',
    displayName: 'Search profile',
    simpleValueType: true,
    help: 'Optional. The name of the search profile (model) that answers on this page; it fills the dashboards by profile.',
  },
  {
    type: 'SIMPLE_TABLE',
    name: 'properties',
    displayName: 'Properties',
    newRowButtonText: 'Add a property',
    help: `Optional. Where the values come from if the site does not push a <b>${dataLayerName}</b> object: usually GTM variables. A value here wins over the data layer. An event takes the properties that belong to it and needs these:<br/>${requiredHelp}<br/><b>${pageSize.name}</b>: ${pageSize.help}`,
    simpleTableColumns: [
      {
        name: 'property',
        displayName: 'Property',
        type: 'SELECT',
        selectItems: propertyItems,
        macrosInSelect: false,
        isUnique: true,
        defaultValue: '',
        valueValidators: [notEmpty('Choose a property.')],
      },
      { name: 'value', displayName: 'Value', type: 'TEXT', defaultValue: '' },
    ],
  },
];

const goalFields: Field[] = [
  {
    type: 'TEXT',
    name: 'goal',
    displayName: 'Goal',
    simpleValueType: true,
    enablingConditions: sendsOneGoal,
    valueHint: 'Chat requested',
    help: "The goal's name in Sitecore, spelt as there, or its ID. A page event works too. The goal must be deployed and published.",
    valueValidators: [notEmpty("Fill in the goal's name or ID from Sitecore."), noComma],
  },
  {
    type: 'TEXT',
    name: 'pixelUrl',
    displayName: 'Pixel',
    simpleValueType: true,
    defaultValue: defaultPixelPath,
    valueHint: defaultPixelPath,
    help: `The path of a published image in Sitecore's media library. The tag asks this site for it, and Sitecore counts the goal. Only if Sitecore answers on another host, type the full address with https://.`,
    valueValidators: [
      notEmpty(`Fill in the path of the image, such as ${defaultPixelPath}.`),
      pattern(
        'https://[^/\\s\\\\]+\\.[^\\s]*|/?[^/:\\s\\\\][^:\\\\]*',
        `This must be a path such as ${defaultPixelPath}, or an address that begins with https://.`,
      ),
    ],
  },
  {
    type: 'TEXT',
    name: 'queryKey',
    displayName: 'Query key',
    simpleValueType: true,
    defaultValue: defaultQueryKey,
    help: `The value of Sitecore's setting Analytics.EventQueryStringKey. Leave ${defaultQueryKey} unless your developers changed it.`,
    valueValidators: [
      notEmpty(`Fill in the query key; Sitecore's own is ${defaultQueryKey}.`),
      pattern(
        '[A-Za-z0-9_.~-]+',
        'The query key holds letters, digits, points, hyphens and underscores only.',
      ),
    ],
  },
  {
    type: 'SELECT',
    name: 'goalFrequency',
    displayName: 'A goal counts',
    simpleValueType: true,
    macrosInSelect: false,
    defaultValue: 'every',
    selectItems: [
      { value: 'every', displayValue: 'Every time' },
      { value: 'page', displayValue: 'Once a page' },
      { value: 'session', displayValue: 'Once a session' },
    ],
    help: 'Once a page: until the visitor loads another page. Once a session: until the browser is closed; a cookie remembers it if consent allows, else it is once a page.',
  },
];

const identityFields: Field[] = [
  {
    type: 'TEXT',
    name: 'session',
    displayName: 'Session ID',
    simpleValueType: true,
    notSetText: "from SearchStax's cookie, else created",
    help: "Leave it empty. The tag then takes the ID from SearchStax's own cookie, and creates one in the same form if there is none. A session that it creates ends after an hour, also in the middle of a visit; the next event begins a new one. Fill it in only if your site keeps its own session ID; what is typed here is sent whatever the consent.",
  },
  {
    type: 'TEXT',
    name: 'visitor',
    displayName: 'Visitor ID',
    simpleValueType: true,
    notSetText: "from SearchStax's cookie, else created",
    help: 'Leave it empty, for the same reason. Fill it in only if your site keeps its own visitor ID.',
  },
];

export const fields: Field[] = [
  {
    type: 'SELECT',
    name: 'action',
    displayName: 'What this tag sends',
    simpleValueType: true,
    macrosInSelect: false,
    alwaysInSummary: true,
    defaultValue: 'route',
    selectItems: [{ value: 'route', displayValue: 'Route by data layer event' }, goalItem, ...eventItems],
    help: `Route by data layer event: the event that fires the tag decides. ${dataLayerName}${events[0]?.name} sends ${events[0]?.name}, and so on for each SearchStax event; the table below adds the names that your site uses. Otherwise the tag always sends what you choose here.`,
  },
  {
    type: 'SIMPLE_TABLE',
    name: 'routes',
    displayName: 'Routes',
    enablingConditions: routes,
    newRowButtonText: 'Add a route',
    help: `Which event of the data layer sends what. Events named ${dataLayerName}${events[0]?.name}, ${dataLayerName}${events[3]?.name} and so on need no row. Several rows may name one event: each sends.`,
    simpleTableColumns: [
      {
        name: 'event',
        displayName: 'Data layer event',
        type: 'TEXT',
        valueHint: 'view_search_results',
        defaultValue: '',
        valueValidators: [notEmpty('Fill in the name of the event in the data layer.')],
      },
      {
        name: 'action',
        displayName: 'Sends',
        type: 'SELECT',
        selectItems: [goalItem, ...eventItems],
        macrosInSelect: false,
        defaultValue: 'goal',
      },
      {
        name: 'goal',
        displayName: 'Goal (for Sitecore goals)',
        type: 'TEXT',
        valueHint: 'Chat requested',
        defaultValue: '',
        valueValidators: [noComma],
      },
    ],
  },
  {
    type: 'GROUP',
    name: 'searchStax',
    displayName: 'SearchStax',
    groupStyle: 'ZIPPY_OPEN',
    enablingConditions: sendsEvents,
    subParams: searchStaxFields,
  },
  {
    type: 'GROUP',
    name: 'sitecore',
    displayName: 'Sitecore goals',
    groupStyle: 'ZIPPY_OPEN',
    enablingConditions: sendsGoals,
    subParams: goalFields,
  },
  {
    type: 'GROUP',
    name: 'identity',
    displayName: 'Identity',
    groupStyle: 'ZIPPY_CLOSED',
    enablingConditions: sendsEvents,
    subParams: identityFields,
  },
  {
    type: 'SELECT',
    name: 'consent',
    displayName: 'Consent',
    simpleValueType: true,
    macrosInSelect: false,
    defaultValue: 'required',
    selectItems: [
      { value: 'required', displayValue: 'Only with analytics consent' },
      { value: 'anonymous', displayValue: 'Without cookies when consent is missing' },
      { value: 'ignore', displayValue: 'Do not ask' },
    ],
    help: 'Only with analytics consent: what happens before the visitor agrees (analytics_storage) is held, and sent if they agree on the same page. Without cookies: sent at once, with IDs that live as long as the page. Do not ask: sent at once, with cookies; choose it only if the trigger already waits for consent.',
  },
];
