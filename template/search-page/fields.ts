/** The form of the search page reader's tag. The code finds each value as data.<name>. */
import {
  presetSetting,
  presets,
  type SearchPageSetting,
  searchPageSettings,
} from '../../src/catalogue/search-page.ts';
import type { Field } from '../../src/sandbox/field.ts';
import { notEmpty } from '../validators.ts';

/** Only a page that no preset knows has to be described. */
const resultsNeeded = {
  ...notEmpty('Fill in what each result of the list is, or choose what the page is built with.'),
  enablingConditions: [{ paramName: presetSetting.name, paramValue: 'generic', type: 'EQUALS' as const }],
};

/** Tag and reader say the name in the console, and developers type it. */
function label({ name, title }: { name: string; title: string }): string {
  return `${title} (${name})`;
}

function toField({ name, title, help, example }: SearchPageSetting): Field {
  return {
    type: 'TEXT',
    name,
    displayName: label({ name, title }),
    simpleValueType: true,
    valueHint: example,
    help: `${help} Example: <b>${example}</b>`,
    ...(name === 'results' && { valueValidators: [resultsNeeded] }),
  };
}

function group(name: string, displayName: string, settings: SearchPageSetting[]): Field {
  return { type: 'GROUP', name, displayName, groupStyle: 'ZIPPY_OPEN', subParams: settings.map(toField) };
}

export const fields: Field[] = [
  {
    type: 'SELECT',
    name: presetSetting.name,
    displayName: label(presetSetting),
    simpleValueType: true,
    macrosInSelect: true,
    alwaysInSummary: true,
    defaultValue: presets[0].name,
    selectItems: presets.map(({ name, title }) => ({ value: name, displayValue: title })),
    help: `${presetSetting.help}<br/>${presets.map(({ title, help }) => `<b>${title}</b>: ${help}`).join('<br/>')}`,
  },
  group(
    'selectors',
    'Where it stands on the page (CSS selectors)',
    searchPageSettings.filter(({ isSelector }) => isSelector),
  ),
  group(
    'names',
    'What it is called in the address, and the rest',
    searchPageSettings.filter(({ isSelector }) => !isSelector),
  ),
];
