import { type SearchPageSettings, searchPageSettings } from '../catalogue/search-page.ts';
import { defaultQueryKey } from '../catalogue/sitecore.ts';
import type { Parameter, Tag } from './export-format.ts';
import { inFolder, tagTypes, triggerIds } from './ids.ts';
import { reference, table, text, yesNo } from './parameters.ts';
import { type ContainerValues, constants } from './values.ts';

type Description = Pick<
  Tag,
  'name' | 'type' | 'parameter' | 'firingTriggerId' | 'blockingTriggerId' | 'notes' | 'paused'
>;

/** The fields of every tag that may send goals. */
function sitecore(goalFrequency: 'every' | 'session' = 'every'): Parameter[] {
  return [
    text('pixelUrl', reference(constants.pixel.name)),
    text('queryKey', defaultQueryKey),
    text('goalFrequency', goalFrequency),
    text('consent', 'required'),
  ];
}

const searchStax: Parameter[] = [
  text('analyticsHost', reference(constants.analyticsHost.name)),
  text('trackingKey', reference(constants.trackingKey.name)),
  text('language', reference(constants.language.name)),
  text('model', reference(constants.model.name)),
];

function routing(routes: Parameter[]): Parameter[] {
  return [text('action', 'route'), ...routes, ...searchStax, ...sitecore()];
}

function goal(name: string, frequency?: 'session'): Parameter[] {
  return [text('action', 'goal'), text('goal', reference(name)), ...sitecore(frequency)];
}

/** A script in a Custom HTML tag, in which GTM would replace anything in double braces. */
function script(code: string): Parameter[] {
  return [text('html', `<script>\n${code.trim()}\n</script>`), yesNo('supportDocumentWrite', false)];
}

function searchStaxTags(): Description[] {
  return [
    {
      name: 'SearchStax - Search events',
      type: tagTypes.tag,
      parameter: routing([]),
      firingTriggerId: [triggerIds.searchStaxEvent],
      notes: 'Sends what the site pushes as searchstax_search, searchstax_searchclick and so on.',
    },
    {
      name: 'SearchStax - Search events from GA4',
      type: tagTypes.tag,
      parameter: routing([
        table('routes', [
          { event: 'view_search_results', action: '_search', goal: '' },
          { event: 'select_item', action: '_searchclick', goal: '' },
        ]),
      ]),
      firingTriggerId: [triggerIds.ga4ResultsShown, triggerIds.ga4ResultClicked],
      notes:
        "For sites that push GA4's search events. Pause this tag if the site pushes searchstax_search and searchstax_searchclick as well: each would count twice.",
    },
  ];
}

function goalTags({ noResultsGoal }: ContainerValues): Description[] {
  return [
    {
      name: 'Sitecore - Chat goal',
      type: tagTypes.tag,
      parameter: goal(constants.chatGoal.name, 'session'),
      firingTriggerId: [triggerIds.chatOpened],
      notes:
        'chat_open comes from the companion, or from the site itself. Counts once a session: many widgets open again by themselves on the next page.',
    },
    {
      name: 'Sitecore - Phone goal',
      type: tagTypes.tag,
      parameter: goal(constants.phoneGoal.name),
      firingTriggerId: [triggerIds.phoneClicked],
      notes: 'phone_click comes from the companion.',
    },
    {
      name: 'Sitecore - Phone goal (without companion)',
      type: tagTypes.tag,
      parameter: goal(constants.phoneGoal.name),
      firingTriggerId: [triggerIds.phoneLink],
      blockingTriggerId: [triggerIds.companionHearsPhone],
      notes:
        'Stands in where the companion is not on the page; an exception keeps the two from counting one click twice.',
    },
    {
      name: 'Sitecore - No results goal',
      type: tagTypes.tag,
      parameter: goal(constants.noResultsGoal.name),
      firingTriggerId: [triggerIds.nothingFound, triggerIds.nothingFoundByTracker],
      blockingTriggerId: [triggerIds.nothingFoundIsCounted],
      paused: !noResultsGoal,
      notes:
        "Optional: un-pause it to count searches that found nothing, whether the site, the search page reader or SearchStax's own tracker tells of them.",
    },
  ];
}

function companionTag(companion: string): Description {
  return {
    name: 'SearchStax + Sitecore - Companion',
    type: 'html',
    parameter: script(companion),
    firingTriggerId: [triggerIds.initialization],
    notes:
      'Hears chats open and phone numbers clicked, and delivers search events reliably. Pause it if the site loads companion.js itself.',
  };
}

/** The settings as the reader's tag holds them; the preset stands in a variable. */
function readerFields(settings: SearchPageSettings = {}): Parameter[] {
  const given = searchPageSettings.flatMap(({ name }) => {
    const value = settings[name];
    return value ? [text(name, value)] : [];
  });
  return [text('preset', reference(constants.searchPagePreset.name)), ...given];
}

function readerTags(reader: string, { searchPage }: ContainerValues): Description[] {
  const paused = !searchPage;
  return [
    {
      name: 'SearchStax - Search page reader (script)',
      type: 'html',
      parameter: script(reader),
      firingTriggerId: [triggerIds.initialization],
      paused,
      notes:
        'Optional, for sites that push no searches: un-pause it together with SearchStax - Search page reader. Leave it paused if the site loads search-page.js itself.',
    },
    {
      name: 'SearchStax - Search page reader',
      type: tagTypes.searchPage,
      parameter: readerFields(searchPage),
      firingTriggerId: [triggerIds.initialization],
      paused,
      notes:
        'Optional, for sites that push no searches: un-pause it together with the script, and say in its fields what stands where. Leave it paused if the site pushes searches: each would count twice.',
    },
  ];
}

/**
 * The container's tags.
 * @param companion the companion's code
 * @param reader the search page reader's code; without it, the container goes without the reader
 */
export function tags(companion: string, reader?: string, values: ContainerValues = {}): Tag[] {
  const descriptions = [
    ...searchStaxTags(),
    ...goalTags(values),
    companionTag(companion),
    ...(reader === undefined ? [] : readerTags(reader, values)),
  ];
  return descriptions.map(({ notes, paused, ...description }, index) => ({
    ...inFolder,
    tagId: String(51 + index),
    ...description,
    tagFiringOption: 'ONCE_PER_EVENT',
    monitoringMetadata: { type: 'MAP' },
    // The template asks for consent itself and holds what came before it, where GTM would drop it; the companion keeps
    // nothing on the visitor's device before the template has handed it something.
    consentSettings: { consentStatus: 'NOT_NEEDED' },
    ...(paused && { paused }),
    notes,
  }));
}
