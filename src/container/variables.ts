import { dataLayerName } from '../catalogue/tracking-api.ts';
import type { Variable } from './export-format.ts';
import { inFolder } from './ids.ts';
import { integer, reference, text, yesNo } from './parameters.ts';
import { type ContainerValues, constants } from './values.ts';

/** The names under which tags and triggers use them. */
export const names = {
  notFilledIn: 'SearchStax + Sitecore - Not filled in',
  query: 'SearchStax - Query in the data layer',
  searchTerm: 'SearchStax - Search term in the data layer',
  companionVersion: 'SearchStax + Sitecore - Companion version',
  companionPhone: 'SearchStax + Sitecore - Companion hears phone links',
};

type Description = Pick<Variable, 'name' | 'type' | 'parameter'> & { notes?: string };

/** @param fallback what it holds where the data layer does not */
function fromDataLayer(name: string, path: string, fallback?: string): Description {
  return {
    name,
    type: 'v',
    parameter: [
      integer('dataLayerVersion', 2),
      yesNo('setDefaultValue', fallback !== undefined),
      ...(fallback === undefined ? [] : [text('defaultValue', fallback)]),
      text('name', path),
    ],
  };
}

function fromWindow(name: string, path: string): Description {
  return { name, type: 'j', parameter: [text('name', path)] };
}

function filledIn(values: ContainerValues): Description[] {
  return Object.entries(constants).map(([key, { name, preset, notes }]) => {
    const value = values[key as keyof ContainerValues] ?? preset ?? reference(names.notFilledIn);
    return { name, type: 'c', parameter: [text('value', value)], notes };
  });
}

/**
 * The value of what nobody has filled in yet: undefined, in the way that is known to work, a name that no page defines.
 * An empty constant would say the same if it were certain that every GTM imports it.
 */
const notFilledIn: Description = {
  ...fromWindow(names.notFilledIn, 'undefined'),
  notes: 'Stands for a value that is not filled in: nothing is sent in its place. Leave it as it is.',
};

/** The container's variables; the constants hold the given values. */
export function variables(values: ContainerValues): Variable[] {
  const filled = filledIn(values);
  const isComplete = !JSON.stringify(filled).includes(reference(names.notFilledIn));
  const descriptions = [
    ...filled,
    ...(isComplete ? [] : [notFilledIn]),
    fromDataLayer(names.query, `${dataLayerName}.query`),
    fromDataLayer(names.searchTerm, 'search_term', reference(names.query)),
    fromWindow(names.companionVersion, 'searchstaxSitecore.version'),
    fromWindow(names.companionPhone, 'searchstaxSitecore.phone'),
  ];
  return descriptions.map((description, index) => ({
    ...inFolder,
    variableId: String(31 + index),
    ...description,
    formatValue: {},
  }));
}

/** GTM's own variables that the triggers use. */
export const builtInVariables = [{ type: 'CLICK_URL', name: 'Click URL' }];
