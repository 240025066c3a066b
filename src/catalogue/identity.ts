// The cookies of SearchStax's own tracker: reused where they are, created under the same names where they are not.

export const sessionCookie = {
  name: 'searchstax_session_id',
  /** What earlier versions of SearchStax's tracker called it; read, never written. */
  legacyName: 'searchcookie',
  length: 25,
  alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  /** One hour, in seconds. */
  maxAge: 3600,
};

export const visitorCookie = {
  name: 'ms_visitorid',
  /** A UUID of version 4: x is any hexadecimal digit, y one of 8, 9, a, b. */
  pattern: 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx',
  /** One year, in seconds. SearchStax does not say how long its own lives. */
  maxAge: 31536000,
};
