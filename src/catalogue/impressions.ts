/**
 * What an item of an `impressions` list is. `identifier` is what an item cannot be without. The names beside the wire's
 * own are those that sites and GA4 use for the same thing; the first that holds a value counts.
 */
export interface ImpressionShape {
  identifier: string;
  identifierNames: string[];
  /** Cut first when the event is too long. */
  title?: string;
  titleNames: string[];
}

export const impressionShapes: { result: ImpressionShape; relatedSearch: ImpressionShape } = {
  result: {
    identifier: 'cDocId',
    identifierNames: ['cDocId', 'id', 'url', 'item_id'],
    title: 'cDocTitle',
    titleNames: ['cDocTitle', 'title', 'name', 'item_name'],
  },
  relatedSearch: {
    identifier: 'relatedSearch',
    identifierNames: ['relatedSearch', 'title', 'name', 'item_name'],
    titleNames: [],
  },
};
