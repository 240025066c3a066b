// Sitecore's media pixel: a request for any published media item that names a goal or page event.

/** Where the published guide puts the image; any media item does. */
export const defaultPixelPath = '/-/media/goals/trigger';

/** Sitecore's setting Analytics.EventQueryStringKey, as delivered. */
export const defaultQueryKey = 'sc_trk';

/** The parameter that makes each request unique: media answers are cached for days, and a cached one counts nothing. */
export const cacheBuster = 'gtmcb';

/** Parameters that Sitecore's media handler takes for itself (scaling and the like): no query key may be one of them. */
export const mediaParameters = [
  'w',
  'h',
  'mw',
  'mh',
  'sc',
  'as',
  'bc',
  'thn',
  'iar',
  'la',
  'vs',
  'db',
  'rev',
];

/** The page's own parameter and its values in Experience Editor and Preview, where a goal must not count. */
export const modeParameter = 'sc_mode';
export const editingModes = ['edit', 'preview'];

/** The longest query string that IIS, Sitecore's web server, takes unless told otherwise, in characters. */
export const queryLimit = 2048;

/** The cookie, ours and gone when the browser closes, that remembers which goals were counted once a session. */
export const countedGoalsCookie = 'searchstax_sitecore_goals';
