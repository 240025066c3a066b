/**
 * What the search page reader's tag takes from the catalogue at run time. The build evaluates this module and writes its
 * exports into the tag as plain data.
 */
import { presetSetting, readerFunction, searchPageSettings } from './search-page.ts';

/** The function that reads the page. */
export const readSearchPage: string = readerFunction;

/** The settings, which the form's fields are named after. */
export const settingNames: string[] = [presetSetting, ...searchPageSettings].map((setting) => setting.name);
