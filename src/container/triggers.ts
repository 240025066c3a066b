import { events } from '../catalogue/events.ts';
import { dataLayerName } from '../catalogue/tracking-api.ts';
import type { Condition, Trigger } from './export-format.ts';
import { inFolder, triggerIds } from './ids.ts';
import { condition, not, reference } from './parameters.ts';
import { names } from './variables.ts';

/** What all seven events are called in the data layer, and nothing else. */
const searchStaxEvents = `^${dataLayerName}(${events.map((event) => event.name).join('|')})$`;

function onEvent(
  triggerId: string,
  name: string,
  type: Condition['type'],
  event: string,
  more: Pick<Trigger, 'filter' | 'notes'> = {},
): Trigger {
  return {
    ...inFolder,
    triggerId,
    name,
    type: 'CUSTOM_EVENT',
    customEventFilter: [condition(type, '_event', event)],
    ...more,
  };
}

/** GTM's own trigger Just Links: it only looks, and lets the click go on at once. */
function onLink(triggerId: string, name: string, filter: Condition[], notes: string): Trigger {
  return {
    ...inFolder,
    triggerId,
    name,
    type: 'LINK_CLICK',
    filter,
    waitForTags: { type: 'BOOLEAN', value: 'false' },
    checkValidation: { type: 'BOOLEAN', value: 'false' },
    waitForTagsTimeout: { type: 'TEMPLATE', value: '2000' },
    uniqueTriggerId: { type: 'TEMPLATE' },
    notes,
  };
}

const nothingFoundByTracker = condition('EQUALS', names.trackedTotalHits, '0');

const phoneLink = condition('STARTS_WITH', 'Click URL', 'tel:');

export const triggers: Trigger[] = [
  onEvent(
    triggerIds.searchStaxEvent,
    'SearchStax - Event in the data layer',
    'MATCH_REGEX',
    searchStaxEvents,
  ),
  onEvent(triggerIds.ga4ResultsShown, 'GA4 - Search results shown', 'EQUALS', 'view_search_results', {
    notes:
      'GA4 also knows the event search: most sites that push it push view_search_results too, and each search would count twice.',
  }),
  onEvent(triggerIds.ga4ResultClicked, 'GA4 - Search result clicked', 'EQUALS', 'select_item', {
    // Shops use select_item for every list of products.
    filter: [not(condition('MATCH_REGEX', names.searchTerm, '^(undefined|null|false)?$'))],
    notes:
      'Only where the page has said what was searched for. If your result pages hold other lists of items too, add a condition that tells them apart, such as item_list_name.',
  }),
  onEvent(triggerIds.chatOpened, 'Chat opened', 'EQUALS', 'chat_open'),
  onEvent(triggerIds.phoneClicked, 'Phone number clicked', 'EQUALS', 'phone_click'),
  onLink(
    triggerIds.phoneLink,
    'Phone number clicked (Just Links)',
    [phoneLink],
    "GTM's own trigger, for sites without the companion.",
  ),
  onLink(
    triggerIds.companionHearsPhone,
    'Phone number clicked (Just Links), and the companion hears it',
    [
      phoneLink,
      // An exception, since it holds whatever GTM makes of a variable without value: no version, no exception.
      condition('MATCH_REGEX', names.companionVersion, '^[0-9]'),
      not(condition('EQUALS', names.companionPhone, 'false')),
    ],
    "An exception: where the companion says phone_click, GTM's own trigger must not count the same click again.",
  ),
  onEvent(triggerIds.nothingFound, 'Search without results', 'EQUALS', `${dataLayerName}_search`, {
    filter: [
      condition('EQUALS', names.totalHits, '0'),
      not(condition('EQUALS', names.query, reference(names.trackedQuery))),
    ],
    notes: "Not for a search that SearchStax's own tracker has sent already: the other trigger counts it.",
  }),
  onEvent(
    triggerIds.nothingFoundByTracker,
    'Search without results, sent by the tracker',
    'EQUALS',
    `${dataLayerName}_tracked_search`,
    { filter: [nothingFoundByTracker] },
  ),
  onEvent(
    triggerIds.nothingFoundIsCounted,
    'Search without results, sent by the tracker after the site has pushed it',
    'EQUALS',
    `${dataLayerName}_tracked_search`,
    {
      filter: [
        nothingFoundByTracker,
        condition('EQUALS', names.totalHits, '0'),
        condition('EQUALS', names.query, reference(names.trackedQuery)),
        not(condition('EQUALS', names.trackedLastQuery, reference(names.trackedQuery))),
      ],
      notes:
        "An exception: the site's push has been counted, unless the tracker had sent the same query before, too.",
    },
  ),
];
