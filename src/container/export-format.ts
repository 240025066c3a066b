/**
 * GTM's export format (Admin > Import Container), as far as this container uses it. Every number and boolean is text.
 * Source: exported containers; the Tag Manager API's reference of the same entities.
 */

/** A parameter of a tag, variable or condition; a table is a LIST of MAPs. Variables stand in TEMPLATEs as `{{Name}}`. */
export type Parameter =
  | { type: 'TEMPLATE' | 'BOOLEAN' | 'INTEGER'; key: string; value: string }
  | { type: 'LIST'; key: string; list: { type: 'MAP'; map: Parameter[] }[] };

/** `arg0` is compared with `arg1`; a third parameter, `negate`, turns the answer round. */
export interface Condition {
  type: 'EQUALS' | 'STARTS_WITH' | 'MATCH_REGEX';
  parameter: Parameter[];
}

/** What every entity has: where it belongs, and a mark of its state. */
export interface Entity {
  accountId: string;
  containerId: string;
  name: string;
  fingerprint: string;
  parentFolderId?: string;
  notes?: string;
}

export interface Tag extends Entity {
  tagId: string;
  type: string;
  parameter: Parameter[];
  firingTriggerId: string[];
  /** Exceptions: the tag does not fire on an event that one of these matches. */
  blockingTriggerId?: string[];
  tagFiringOption: 'ONCE_PER_EVENT';
  monitoringMetadata: { type: 'MAP' };
  consentSettings: { consentStatus: 'NOT_SET' | 'NOT_NEEDED' | 'NEEDED' };
  paused?: boolean;
}

export interface Trigger extends Entity {
  triggerId: string;
  type: 'CUSTOM_EVENT' | 'LINK_CLICK';
  /** Which event of the data layer, for a CUSTOM_EVENT. */
  customEventFilter?: Condition[];
  /** What must be true beside it, all of it. */
  filter?: Condition[];
  waitForTags?: { type: 'BOOLEAN'; value: string };
  checkValidation?: { type: 'BOOLEAN'; value: string };
  waitForTagsTimeout?: { type: 'TEMPLATE'; value: string };
  uniqueTriggerId?: { type: 'TEMPLATE' };
}

export interface Variable extends Entity {
  variableId: string;
  /** Constant, data layer variable, JavaScript variable, and GTM's own Undefined Value, which has no parameter. */
  type: 'c' | 'v' | 'j' | 'uv';
  parameter?: Parameter[];
  formatValue: Record<string, never>;
}

export interface ContainerExport {
  exportFormatVersion: 2;
  exportTime: string;
  containerVersion: {
    path: string;
    accountId: string;
    containerId: string;
    containerVersionId: '0';
    container: {
      path: string;
      accountId: string;
      containerId: string;
      name: string;
      publicId: string;
      usageContext: ['WEB'];
      fingerprint: string;
      tagManagerUrl: string;
      /** What GTM says that containers of this kind can hold. */
      features: Record<string, boolean>;
      tagIds: string[];
    };
    tag: Tag[];
    trigger: Trigger[];
    variable: Variable[];
    folder: (Omit<Entity, 'parentFolderId' | 'notes'> & { folderId: string })[];
    builtInVariable: (Pick<Entity, 'accountId' | 'containerId' | 'name'> & { type: string })[];
    customTemplate: (Omit<Entity, 'parentFolderId' | 'notes'> & {
      templateId: string;
      templateData: string;
    })[];
    fingerprint: string;
    tagManagerUrl: string;
  };
}
