// ---- Whose object is it? ----
// The data layer keeps the last searchstax object after its event. If the site then searches with GA4's search_term
// alone, the object beside it is the older search's, and its values would be sent for the new one.

import JSON from 'JSON';
import templateStorage from 'templateStorage';
import { dataLayerName } from '../catalogue/tracking-api.ts';
import { isNamedForSearchStax, lastPushed, type Named, toObject } from './data-layer.ts';
import { toText } from './values.ts';

const objectStorageKey = 'object';

/** The searchstax object as last pushed; an empty one where it is an older search's. */
export function ownObject(): Named {
  const pushed = toObject(lastPushed(dataLayerName));
  const query = toText(pushed.query);
  const term = toText(lastPushed('search_term'));
  const text = JSON.stringify(pushed);
  const before = toObject(templateStorage.getItem(objectStorageKey));
  if (before.text !== text) {
    templateStorage.setItem(objectStorageKey, { text: text, term: term });
    return pushed;
  }
  // Unchanged since an earlier event, and there is a search term that came after it.
  const isOlder = query !== undefined && term !== undefined && term !== before.term && term !== query;
  return isOlder && !isNamedForSearchStax ? {} : pushed;
}
