// The cookies of SearchStax's own tracker: reused where they are, created under the same names where they are not.

/** The session: 25 characters, A to Z, a to z and 0 to 9. */
export const sessionCookie = 'searchstax_session_id';
export const sessionLength = 25;
/** One hour, in seconds. */
export const sessionAge = 3600;

/** What earlier versions of SearchStax's tracker called it; read, never written. */
export const olderSessionCookie = 'searchcookie';

/** The visitor: a UUID of version 4. */
export const visitorCookie = 'ms_visitorid';
/** One year, in seconds. SearchStax does not say how long its own lives. */
export const visitorAge = 31536000;
