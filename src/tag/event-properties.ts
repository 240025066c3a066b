// ---- The properties of an event ----

import { type EventRule, type PropertyRule, propertyRules } from '../catalogue/for-tag.ts';
import { impressionShapes } from '../catalogue/impressions.ts';
import { dataLayerName } from '../catalogue/tracking-api.ts';
import { type Named, toList, toObject } from './data-layer.ts';
import { ga4, ga4ClickedItem, ga4Results } from './ga4.ts';
import { toImpressions } from './impressions.ts';
import { ownObject } from './own-object.ts';
import { indexToPosition, type Page, toPage } from './positions.ts';
import { isBlank, toProperty } from './values.ts';
import { describe, quote } from './words.ts';

/** What an event carries; in words, why it cannot be sent, and what had to be left out of it. */
export interface Found {
  properties: Named;
  problems: string[];
  leftOut: string[];
}

/** What the tag's own fields give. A row of the Properties table wins over a field. */
function typedValues(): Named {
  const values: Named = { language: data.language, model: data.model };
  (toList(data.properties) || []).forEach((entry) => {
    const row = toObject(entry);
    if (!isBlank(row.value) || row.value === false) {
      values['' + row.property] = row.value;
    }
  });
  return values;
}

/** Whether there is no value. False is a value only where the answer is yes or no; elsewhere GTM says nothing with it. */
function isMissing(value: unknown, rule: PropertyRule | undefined): boolean {
  return value === false && rule && rule.type === 'boolean' ? false : isBlank(value);
}

/**
 * Everything that the event may carry: looked for in the tag's fields, then in the data layer's searchstax object, then
 * in GA4's parameters; converted to the types that SearchStax takes, and checked.
 */
export function findProperties(event: EventRule): Found {
  const typed = typedValues();
  const pushed = ownObject();
  const found: Found = { properties: {}, problems: [], leftOut: [] };
  const properties = found.properties;
  const missing: string[] = [];
  let impressions: unknown;

  function given(name: string): unknown {
    return isMissing(typed[name], propertyRules[name]) ? pushed[name] : typed[name];
  }

  function page(shown: unknown): Page {
    return toPage(given('pageNo'), [given('pageSize'), given('shownHits'), shown]);
  }

  function fromGa4(name: string, parameter: string): unknown {
    if (parameter === 'search_term') {
      return ga4().term;
    }
    if (parameter === 'items') {
      return event.impressions === 'result' ? ga4Results(properties.query) : undefined;
    }
    // Only the click on a result has something to do with GA4's items.
    const item = event.required.indexOf('cDocId') < 0 ? {} : ga4ClickedItem(properties.cDocId);
    if (name === 'position') {
      return indexToPosition(isBlank(pushed.index) ? item.index : pushed.index, page(undefined));
    }
    return item[parameter];
  }

  function find(name: string, isRequired: boolean): void {
    const rule = propertyRules[name] as PropertyRule;
    let value = given(name);
    if (isMissing(value, rule) && rule.ga4) {
      value = fromGa4(name, rule.ga4);
    }
    if (isMissing(value, rule)) {
      if (isRequired) {
        missing.push(name);
      }
      return;
    }
    if (rule.type === 'impressions') {
      impressions = value;
      return;
    }
    const property = toProperty(rule, value);
    if (property !== undefined) {
      properties[name] = property;
      return;
    }
    const complaint = name + ' must be ' + describe(rule) + ', not ' + quote(value);
    if (isRequired) {
      found.problems.push(complaint + '.');
    } else {
      found.leftOut.push(complaint);
    }
  }

  event.required.forEach((name) => {
    find(name, true);
  });
  event.optional.forEach((name) => {
    find(name, false);
  });

  if (missing.length > 0) {
    found.problems.push(
      'Missing: ' +
        missing.join(', ') +
        '. Set it under "Properties" in this tag, or push ' +
        missing.map((name) => dataLayerName + '.' + name).join(', ') +
        ' with the event.'
    );
  }
  // A search without results shows nothing.
  if (event.impressions && impressions !== undefined && properties.totalHits !== 0) {
    const items = toList(impressions);
    if (!items) {
      found.leftOut.push('impressions must be a list, not ' + quote(impressions));
    } else if (items.length > 0) {
      const read = toImpressions(event.impressions, items, page(items.length));
      if (read.list.length > 0) {
        properties.impressions = read.list;
      }
      if (read.leftOut > 0) {
        found.leftOut.push(
          'impressions with none of ' +
            impressionShapes[event.impressions].identifierNames.join(', ') +
            ' (' +
            read.leftOut +
            ')'
        );
      }
    }
  }
  return found;
}
