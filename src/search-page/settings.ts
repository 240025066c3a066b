/**
 * How to read a search page, as the reader's form gives it. Texts; all but `results` may be left out, and a preset
 * fills what is.
 */
export interface SearchPageSettings {
  /** Where what is left out comes from: `searchstax` (the UI kits), `sxa` (Sitecore SXA) or `generic`. */
  preset?: string;
  /** Selects one result. */
  results?: string;
  /** Selects its link, within it; by default the result itself or its first `a[href]`. */
  link?: string;
  /** Selects its title, within it; by default a heading, else the link's text. */
  title?: string;
  /** The attribute of the result or its link that holds the document's ID; by default the link's address counts. */
  id?: string;
  /** The parameter of the address that holds the query, in the query string or the hash; several by commas. */
  queryParameter?: string;
  /** Selects the field that holds the query where no parameter does. */
  queryInput?: string;
  /** Selects what says how many results there are. */
  total?: string;
  /** Selects what is there when nothing was found. */
  noResults?: string;
  /** The parameter that holds the page's number; that of its first result, counted from 0; that of the page's size. */
  pageParameter?: string;
  offsetParameter?: string;
  sizeParameter?: string;
  /** How many results a full page shows. */
  pageSize?: string | number;
  /** What SXA's parameter names begin with, without the underscore. */
  signature?: string;
  /** Selects one related search. */
  related?: string;
  /** Selects the text of a smart answer, one of its sources, and the button that unfolds it. */
  answer?: string;
  answerSource?: string;
  answerMore?: string;
  language?: string;
  /** True: the console is told what cannot be read, as with `?searchstax-debug` in the address. */
  debug?: boolean | string;
}

/** The settings as they are used, a preset filled in; what is absent or empty was not given. */
export type Setup = { [name in keyof SearchPageSettings]?: string };
