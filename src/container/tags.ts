import { defaultQueryKey } from '../catalogue/sitecore.ts';
import type { Parameter, Tag } from './export-format.ts';
import { inFolder, templateType, triggerIds } from './ids.ts';
import { reference, table, text, yesNo } from './parameters.ts';
import { constants } from './values.ts';

type Description = Pick<
  Tag,
  'name' | 'type' | 'parameter' | 'firingTriggerId' | 'blockingTriggerId' | 'notes'
>;

/** The fields of every tag that may send goals. */
const sitecore: Parameter[] = [
  text('pixelUrl', reference(constants.pixel.name)),
  text('queryKey', defaultQueryKey),
  text('goalFrequency', 'every'),
  text('consent', 'required'),
];

const searchStax: Parameter[] = [
  text('analyticsHost', reference(constants.analyticsHost.name)),
  text('trackingKey', reference(constants.trackingKey.name)),
  text('language', reference(constants.language.name)),
  text('model', reference(constants.model.name)),
];

function routing(routes: Parameter[]): Parameter[] {
  return [text('action', 'route'), ...routes, ...searchStax, ...sitecore];
}

function goal(name: string): Parameter[] {
  return [text('action', 'goal'), text('goal', reference(name)), ...sitecore];
}

/** A script in a Custom HTML tag, in which GTM would replace anything in double braces. */
function script(code: string): Parameter[] {
  return [text('html', `<script>\n${code.trim()}\n</script>`), yesNo('supportDocumentWrite', false)];
}

function descriptions(companion: string): Description[] {
  return [
    {
      name: 'SearchStax - Search events',
      type: templateType,
      parameter: routing([]),
      firingTriggerId: [triggerIds.searchStaxEvent],
      notes: 'Sends what the site pushes as searchstax_search, searchstax_searchclick and so on.',
    },
    {
      name: 'SearchStax - Search events from GA4',
      type: templateType,
      parameter: routing([
        table('routes', [
          { event: 'view_search_results', action: '_search' },
          { event: 'select_item', action: '_searchclick' },
        ]),
      ]),
      firingTriggerId: [triggerIds.ga4ResultsShown, triggerIds.ga4ResultClicked],
      notes:
        "For sites that push GA4's search events. Pause this tag if the site pushes searchstax_search and searchstax_searchclick as well: each would count twice.",
    },
    {
      name: 'Sitecore - Chat goal',
      type: templateType,
      parameter: goal(constants.chatGoal.name),
      firingTriggerId: [triggerIds.chatOpened],
      notes: 'chat_open comes from the companion, or from the site itself.',
    },
    {
      name: 'Sitecore - Phone goal',
      type: templateType,
      parameter: goal(constants.phoneGoal.name),
      firingTriggerId: [triggerIds.phoneClicked],
      notes: 'phone_click comes from the companion.',
    },
    {
      name: 'Sitecore - Phone goal (without companion)',
      type: templateType,
      parameter: goal(constants.phoneGoal.name),
      firingTriggerId: [triggerIds.phoneLink],
      blockingTriggerId: [triggerIds.companionHearsPhone],
      notes:
        'Stands in where the companion is not on the page; an exception keeps the two from counting one click twice.',
    },
    {
      name: 'SearchStax + Sitecore - Companion',
      type: 'html',
      parameter: script(companion),
      firingTriggerId: [triggerIds.initialization],
      notes:
        'Hears chats open and phone numbers clicked, and delivers search events reliably. Pause it if the site loads companion.js itself.',
    },
  ];
}

/** The container's tags. @param companion the companion's code */
export function tags(companion: string): Tag[] {
  return descriptions(companion).map(({ notes, ...description }, index) => ({
    ...inFolder,
    tagId: String(51 + index),
    ...description,
    tagFiringOption: 'ONCE_PER_EVENT',
    monitoringMetadata: { type: 'MAP' },
    // The template asks for consent itself and holds what came before it, where GTM would drop it; the companion keeps
    // nothing on the visitor's device before the template has handed it something.
    consentSettings: { consentStatus: 'NOT_NEEDED' },
    notes,
  }));
}
