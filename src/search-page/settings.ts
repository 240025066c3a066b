import type { SearchPageSettings as Listed } from '../catalogue/search-page.ts';

/**
 * How to read a search page: the settings that the catalogue lists, all texts, and what stands in no form. All but
 * `results` may be left out, and a preset fills what is.
 */
export interface SearchPageSettings extends Omit<Listed, 'pageSize'> {
  pageSize?: string | number;
  /** The parameter of the address that holds how many results a full page shows. */
  sizeParameter?: string;
  /** Selects the button that unfolds a smart answer. */
  answerMore?: string;
  /** True: the console is told what cannot be read, as with `?searchstax-debug` in the address. */
  debug?: boolean | string;
}

/** The settings as they are used, a preset filled in; what is absent or empty was not given. */
export type Setup = { [name in keyof SearchPageSettings]?: string };
