/**
 * What GTM hands to the tag: the fields of template/search-page/fields.ts by name. What a marketer types is text; a GTM
 * variable brings a value of any type, or none.
 */
declare const data: {
  readonly [setting: string]: unknown;
  gtmOnSuccess(): void;
  gtmOnFailure(): void;
};
