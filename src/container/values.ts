import { presets, type SearchPageSettings } from '../catalogue/search-page.ts';
import { defaultPixelPath } from '../catalogue/sitecore.ts';
import { defaultAnalyticsHost } from '../catalogue/tracking-api.ts';

/** What a marketer fills in. Absent: left to be filled in after the import. */
export interface ContainerValues {
  analyticsHost?: string;
  trackingKey?: string;
  language?: string;
  model?: string;
  chatGoal?: string;
  phoneGoal?: string;
  /** Absent: the tag for searches without results comes paused. */
  noResultsGoal?: string;
  pixel?: string;
  /** How to read the search page. Absent: the search page reader comes paused. */
  searchPage?: SearchPageSettings;
}

export interface Constant {
  name: string;
  /** What it holds until somebody fills it in; without it, it is no constant yet, but GTM's Undefined Value. */
  preset?: string;
  notes: string;
}

/** What stands in a constant of its own: the settings of a search page, but for the preset, stand in the reader's tag. */
export type ConstantName = Exclude<keyof ContainerValues, 'searchPage'> | 'searchPagePreset';

/** The variables that hold the values: the only things to edit after the import. */
export const constants: Record<ConstantName, Constant> = {
  analyticsHost: {
    name: 'SearchStax - Analytics host',
    preset: defaultAnalyticsHost,
    notes:
      'In SearchStax: Site Search > App Settings > All APIs > Analytics. The host alone or the whole address.',
  },
  trackingKey: {
    name: 'SearchStax - Tracking key',
    notes:
      'Fill in: change the type to Constant, and type the key that SearchStax shows beside the analytics host. Until then no search event is sent.',
  },
  language: {
    name: 'SearchStax - Language',
    notes:
      'Optional. Change the type to Constant, and type the language of the search, such as en, en_US or pt-BR; or to a type that finds it on the page.',
  },
  model: {
    name: 'SearchStax - Search profile',
    notes:
      'Optional. Change the type to Constant, and type the name of the search profile (model); or to a type that finds it on the page.',
  },
  chatGoal: {
    name: 'Sitecore - Chat goal',
    notes:
      "Fill in: change the type to Constant, and type the goal's name in Sitecore, or its ID. Until then no chat goal is sent.",
  },
  phoneGoal: {
    name: 'Sitecore - Phone goal',
    notes:
      "Fill in: change the type to Constant, and type the goal's name in Sitecore, or its ID. Until then no phone goal is sent.",
  },
  noResultsGoal: {
    name: 'Sitecore - No results goal',
    notes:
      "Optional. Change the type to Constant, type the goal's name in Sitecore, or its ID, and un-pause the tag of the same name.",
  },
  pixel: {
    name: 'Sitecore - Pixel',
    preset: defaultPixelPath,
    notes: "The path of a published image in Sitecore's media library.",
  },
  searchPagePreset: {
    name: 'SearchStax - Search page preset',
    preset: presets[0].name,
    notes: `What the search page is built with: ${presets.map(({ name, title }) => `${name} (${title})`).join(', ')}. Only for the search page reader.`,
  },
};
