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
  pixel?: string;
}

export interface Constant {
  name: string;
  /** What it holds until somebody fills it in; without it, nothing. */
  preset?: string;
  notes: string;
}

/** The constants that hold the values: the only things to edit after the import. */
export const constants: Record<keyof ContainerValues, Constant> = {
  analyticsHost: {
    name: 'SearchStax - Analytics host',
    preset: defaultAnalyticsHost,
    notes:
      'In SearchStax: Site Search > App Settings > All APIs > Analytics. The host alone or the whole address.',
  },
  trackingKey: {
    name: 'SearchStax - Tracking key',
    notes:
      'Fill in: replace the value by the key that SearchStax shows beside the analytics host. Until then no search event is sent.',
  },
  language: {
    name: 'SearchStax - Language',
    notes:
      'Optional. Replace the value by the language of the search, such as en, en_US or pt-BR, or by a variable that holds it.',
  },
  model: {
    name: 'SearchStax - Search profile',
    notes:
      'Optional. Replace the value by the name of the search profile (model), or by a variable that holds it.',
  },
  chatGoal: {
    name: 'Sitecore - Chat goal',
    notes:
      "Fill in: replace the value by the goal's name in Sitecore, or its ID. Until then no chat goal is sent.",
  },
  phoneGoal: {
    name: 'Sitecore - Phone goal',
    notes:
      "Fill in: replace the value by the goal's name in Sitecore, or its ID. Until then no phone goal is sent.",
  },
  pixel: {
    name: 'Sitecore - Pixel',
    preset: defaultPixelPath,
    notes: "The path of a published image in Sitecore's media library.",
  },
};
