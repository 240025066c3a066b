/** Who is who inside the file. GTM gives its own IDs on import; here they only hold the entities together. */

export const accountId = '6000000000';
export const containerId = '200000000';
export const folderId = '1';
export const templateIds = { tag: '2', searchPage: '3' };

/** The types of tags of the templates that come in the same file. */
export const tagTypes = {
  tag: `cvt_${containerId}_${templateIds.tag}`,
  searchPage: `cvt_${containerId}_${templateIds.searchPage}`,
};

export const triggerIds = {
  /** GTM's own: before every other trigger of the page. */
  initialization: '2147479573',
  searchStaxEvent: '11',
  ga4ResultsShown: '12',
  ga4ResultClicked: '13',
  chatOpened: '14',
  phoneClicked: '15',
  phoneLink: '16',
  companionHearsPhone: '17',
  nothingFound: '18',
  nothingFoundByTracker: '19',
  nothingFoundIsCounted: '20',
};

/** The same in every build, so that a build of the same source is the same file; GTM replaces them on import. */
export const fingerprint = '1767225600000';
export const exportTime = '2026-01-01 00:00:00';

/** What every entity says of itself. */
export const belonging = { accountId, containerId, fingerprint };

/** The same for those that GTM's lists show in a folder. */
export const inFolder = { ...belonging, parentFolderId: folderId };
