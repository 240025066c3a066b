// ---- Who the visitor is ----
// SearchStax's own tracker keeps a session ID and a visitor ID in cookies. Reusing them makes these events part of the
// same visit; where they are not, they are created in the same form.

import generateRandom from 'generateRandom';
import getCookieValues from 'getCookieValues';
import queryPermission from 'queryPermission';
import setCookie from 'setCookie';
import templateStorage from 'templateStorage';
import { sessionCookie, visitorCookie } from '../catalogue/identity.ts';
import { toTrimmedText } from './values.ts';

function randomCharacter(alphabet: string): string {
  return alphabet.charAt(generateRandom(0, alphabet.length - 1));
}

function newSession(): string {
  let session = '';
  while (session.length < sessionCookie.length) {
    session += randomCharacter(sessionCookie.alphabet);
  }
  return session;
}

function newVisitor(): string {
  return visitorCookie.pattern
    .split('')
    .map((character) => {
      if (character === 'x') {
        return randomCharacter('0123456789abcdef');
      }
      return character === 'y' ? randomCharacter('89ab') : character;
    })
    .join('');
}

/** The first of the cookies that has a value. */
export function cookieValue(names: string[]): string | undefined {
  let value: string | undefined;
  names.some((name) => {
    value = getCookieValues(name)
      .map(toTrimmedText)
      .filter((text) => text !== undefined)[0];
    return value !== undefined;
  });
  return value;
}

/** Keeps a value in a cookie of the page's own host. */
export function storeCookie(name: string, value: string, maxAge?: number): void {
  const options: { [name: string]: unknown } = { path: '/', secure: true, samesite: 'Lax' };
  if (maxAge) {
    options['max-age'] = maxAge;
  }
  if (queryPermission('set_cookies', name, options)) {
    setCookie(name, value, options);
  }
}

/**
 * An ID: the one typed into the tag, else the one in the cookie, else the one made on this page, else a new one.
 * Without consent no cookie is read or written, and the ID lives as long as the page.
 */
function identify(
  typed: unknown,
  cookie: { name: string; maxAge: number },
  names: string[],
  create: () => string,
  mayStore: boolean
): string {
  const known = toTrimmedText(typed) || (mayStore && cookieValue(names));
  if (known) {
    return known;
  }
  // An ID from before consent never gets into a cookie: it would join what was anonymous to the visitor.
  const pageKey = mayStore ? cookie.name : cookie.name + ' without consent';
  const id = (templateStorage.getItem(pageKey) as string) || create();
  if (mayStore) {
    storeCookie(cookie.name, id, cookie.maxAge);
  }
  // The page remembers it only where no cookie does, so that an ID does not outlive its cookie.
  templateStorage.setItem(pageKey, mayStore && cookieValue(names) === id ? '' : id);
  return id;
}

/** The session that the events of this visit share. */
export function getSession(mayStore: boolean): string {
  return identify(
    data.session,
    sessionCookie,
    [sessionCookie.name, sessionCookie.legacyName],
    newSession,
    mayStore
  );
}

/** The visitor, over all visits. */
export function getVisitor(mayStore: boolean): string {
  return identify(data.visitor, visitorCookie, [visitorCookie.name], newVisitor, mayStore);
}
