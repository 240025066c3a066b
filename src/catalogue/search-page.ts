/**
 * The search page reader's settings (`searchstaxSitecore.readSearchPage`) as data: names, words for marketers,
 * examples. All are texts. The form, its tag, the container's command and the guide derive from them.
 */

/** What a page is built with; a preset fills in what is not given. */
export interface Preset {
  name: 'searchstax' | 'sxa' | 'generic';
  title: string;
  help: string;
}

export interface SearchPageSetting {
  name: string;
  /** What the form calls it, followed by the name. */
  title: string;
  help: string;
  example: string;
  /** A CSS selector of something on the page; else a name, number or code that is typed as it is. */
  isSelector: boolean;
}

export const presets = [
  {
    name: 'searchstax',
    title: "SearchStax's UI kit",
    help: "SearchStax's own components for JavaScript, React, Vue or Angular",
  },
  { name: 'sxa', title: 'Sitecore SXA', help: "Sitecore's own search components" },
  { name: 'generic', title: 'Another search page', help: 'anything else' },
] as const satisfies Preset[];

/** The setting that names a preset. */
export const presetSetting = {
  name: 'preset',
  title: 'The page is built with',
  help: 'What is known of such pages stands in for every field below that you leave empty.',
} as const;

/** The other settings: the selectors first, in the order of the form. */
export const searchPageSettings = [
  {
    name: 'results',
    title: 'One result',
    help: 'What each result of the list is: an element that is there once for each of them. Needed unless a preset knows it.',
    example: '.results li',
    isSelector: true,
  },
  {
    name: 'link',
    title: "A result's link",
    help: 'The link within a result that leads to the document. Without it: the result itself if it is a link, else its first link.',
    example: 'h3 a',
    isSelector: true,
  },
  {
    name: 'title',
    title: "A result's title",
    help: "The title within a result. Without it: the result's heading, else the text of its link.",
    example: 'h3',
    isSelector: true,
  },
  {
    name: 'total',
    title: 'Number of results',
    help: 'The element that says how many results there are in all, such as "42 results" or "1-10 of 42".',
    example: '.results-count',
    isSelector: true,
  },
  {
    name: 'noResults',
    title: 'Nothing found',
    help: 'What the page shows only when nothing was found. Without it, a search without results may go unnoticed.',
    example: '.no-results',
    isSelector: true,
  },
  {
    name: 'queryInput',
    title: 'Search field',
    help: "The field into which visitors type. Needed only where the page's address does not hold what was searched for.",
    example: 'input[type=search]',
    isSelector: true,
  },
  {
    name: 'related',
    title: 'One related search',
    help: 'What each related search is, if the page shows any.',
    example: '.related-searches a',
    isSelector: true,
  },
  {
    name: 'answer',
    title: 'Smart answer',
    help: 'The element that holds the text of the smart answer, if the page shows any.',
    example: '.smart-answer .text',
    isSelector: true,
  },
  {
    name: 'answerSource',
    title: 'Source of a smart answer',
    help: 'What each link from the smart answer to one of its sources is.',
    example: '.smart-answer .sources a',
    isSelector: true,
  },
  {
    name: 'id',
    title: 'Attribute with the ID',
    help: "The attribute of a result, or of its link, that holds the document's ID in SearchStax. Without it: the link's address.",
    example: 'data-id',
    isSelector: false,
  },
  {
    name: 'queryParameter',
    title: 'Query parameter',
    help: "The parameter of the page's address that holds what was searched for. Without it: q, query, search and other usual names.",
    example: 'q',
    isSelector: false,
  },
  {
    name: 'pageParameter',
    title: 'Page parameter',
    help: "The parameter of the page's address that holds the number of the result page, or the part of its path that stands before the number, as page in /search/page/2. Without it: page.",
    example: 'page',
    isSelector: false,
  },
  {
    name: 'offsetParameter',
    title: 'Offset parameter',
    help: "The parameter of the page's address that says how many results come before the first one shown, if your page has such.",
    example: 'start',
    isSelector: false,
  },
  {
    name: 'pageSize',
    title: 'Results on a page',
    help: 'How many results a full page shows. Without it: as many as the longest page that was seen.',
    example: '10',
    isSelector: false,
  },
  {
    name: 'signature',
    title: 'SXA signature',
    help: "The signature of the search components in Sitecore SXA, if they have one; it stands before each parameter's name.",
    example: 'products',
    isSelector: false,
  },
  {
    name: 'language',
    title: 'Language of the page',
    help: 'The language of the search, such as en or pt-BR, if it differs from the one that the sending tag names.',
    example: 'en',
    isSelector: false,
  },
] as const satisfies SearchPageSetting[];

/** The settings as they are passed: `{preset: 'sxa', total: '.count'}`. */
export type SearchPageSettings = {
  [name in typeof presetSetting.name | (typeof searchPageSettings)[number]['name']]?: string;
};

/** The function of the page that takes the settings, and answers true once it reads. */
export const readerFunction = 'searchstaxSitecore.readSearchPage';
