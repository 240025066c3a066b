// SearchStax's tracking endpoint. Source: SearchStax's Tracking API reference.

/** Shown in SearchStax under App Settings > All APIs > Analytics; others exist. */
export const defaultAnalyticsHost = 'analytics-us.searchstax.com';

/** The pattern of SearchStax's own hosts, of which the default is one. */
export const searchStaxHosts = '^[a-z0-9]+(-[a-z0-9]+)*[.]searchstax[.]com$';

export const trackPath = '/api/v2/track/';

/** The longest URL that the endpoint takes, in characters; a longer one is answered with 414. */
export const urlLimit = 10240;

/** A URL holds no longer JSON than this, as Base64 makes four characters of three. */
export const jsonLimit = 7680;

/** Requests a second and app before the endpoint answers 429. */
export const requestsPerSecond = 20;

/** The data layer's object with an event's properties; with a wire name behind it, the data layer's event. */
export const dataLayerName = 'searchstax';
