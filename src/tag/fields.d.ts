/**
 * What GTM hands to the tag: the fields of template/tag/fields.ts by name. What a marketer types is text; a GTM variable
 * brings a value of any type, or none.
 */
declare const data: {
  readonly action: unknown;
  readonly routes: unknown;
  readonly analyticsHost: unknown;
  readonly trackingKey: unknown;
  readonly language: unknown;
  readonly model: unknown;
  readonly properties: unknown;
  readonly goal: unknown;
  readonly pixelUrl: unknown;
  readonly queryKey: unknown;
  readonly goalFrequency: unknown;
  readonly session: unknown;
  readonly visitor: unknown;
  readonly consent: unknown;
  readonly gtmEventId: unknown;
  gtmOnSuccess(): void;
  gtmOnFailure(): void;
};
