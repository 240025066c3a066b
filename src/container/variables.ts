import { dataLayerName } from '../catalogue/tracking-api.ts';
import type { Variable } from './export-format.ts';
import { inFolder } from './ids.ts';
import { integer, reference, text, yesNo } from './parameters.ts';
import { type ConstantName, type ContainerValues, constants } from './values.ts';

/** The names under which tags and triggers use them. */
export const names = {
  query: 'SearchStax - Query in the data layer',
  totalHits: 'SearchStax - Number of results in the data layer',
  trackedQuery: 'SearchStax - Query that the tracker sent',
  trackedLastQuery: 'SearchStax - Query that the tracker sent before',
  trackedTotalHits: 'SearchStax - Number of results that the tracker sent',
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

/**
 * What is not filled in is of GTM's type Undefined Value, which every field takes for empty: a constant that is empty
 * is not known to survive every import.
 */
function filledIn({ searchPage, ...values }: ContainerValues): Description[] {
  const given: { [name in ConstantName]?: string } = {
    ...values,
    // Whoever says what stands where, and names no preset, has no page that a preset knows.
    ...(searchPage && { searchPagePreset: searchPage.preset || 'generic' }),
  };
  return Object.entries(constants).map(([key, { name, preset, notes }]) => {
    const value = given[key as ConstantName] || preset;
    return value === undefined
      ? { name, type: 'uv', notes }
      : { name, type: 'c', parameter: [text('value', value)], notes };
  });
}

/** The container's variables; the constants hold the given values. */
export function variables(values: ContainerValues): Variable[] {
  const descriptions = [
    ...filledIn(values),
    fromDataLayer(names.query, `${dataLayerName}.query`),
    fromDataLayer(names.totalHits, `${dataLayerName}.totalHits`),
    fromDataLayer(names.trackedQuery, `${dataLayerName}Tracked.query`),
    fromDataLayer(names.trackedLastQuery, `${dataLayerName}Tracked.lastQuery`),
    fromDataLayer(names.trackedTotalHits, `${dataLayerName}Tracked.totalHits`),
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
