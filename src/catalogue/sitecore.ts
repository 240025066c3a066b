// Sitecore's media pixel: a request for any published media item that names a goal or page event.

/** Where the published guide puts the image; any media item does. */
export const defaultPixelPath = '/-/media/goals/trigger';

/** Sitecore's setting Analytics.EventQueryStringKey, as delivered. */
export const defaultQueryKey = 'sc_trk';

/** The parameter that makes each request unique: media answers are cached for days, and a cached one counts nothing. */
export const cacheBuster = 'gtmcb';

/**
 * A pattern for a query key in lower case: none of what Sitecore's media handler takes for itself (scaling and the like),
 * nor the cache buster.
 */
export const queryKeys = `^(?!(?:w|h|mw|mh|sc|as|bc|thn|iar|la|vs|db|rev|${cacheBuster})$)[a-z0-9_.~-]+$`;

/**
 * A pattern for the query, in lower case, of a page in Experience Editor or Preview, where a goal must not count: the
 * parameter that Sitecore gives it there.
 */
export const editingModes = '(?:^|&)sc_mode=(?:edit|preview)(?:&|$)';

/** The longest query string that IIS, Sitecore's web server, takes unless told otherwise, in characters. */
export const queryLimit = 2048;

/** The cookie, ours and gone when the browser closes, that remembers which goals were counted once a session. */
export const countedGoalsCookie = 'searchstax_sitecore_goals';
