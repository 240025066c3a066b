// ---- Who the visitor is ----
// SearchStax's own tracker keeps a session ID and a visitor ID in cookies. Reusing them makes these events part of the
// same visit; where they are not, they are created in the same form.

import decodeUriComponent from 'decodeUriComponent';
import generateRandom from 'generateRandom';
import getCookieValues from 'getCookieValues';
import queryPermission from 'queryPermission';
import setCookie from 'setCookie';
import templateStorage from 'templateStorage';
import toBase64 from 'toBase64';
import {
  olderSessionCookie,
  sessionAge,
  sessionCookie,
  sessionLength,
  visitorAge,
} from '../catalogue/identity.ts';
import { toTrimmed } from './values.ts';

/** A cookie's value; empty where there is none. Asked to decode it, GTM aborts the tag where it is not encoded well. */
export function cookieValue(name: string): string {
  const stored = getCookieValues(name, false)[0] || '';
  return (decodeUriComponent(stored) || stored).trim();
}

/** Keeps a value in a cookie of the page's own host; without an age it is gone when the browser closes. */
export function storeCookie(name: string, value: string, maxAge?: number): void {
  const options: { [name: string]: unknown } = { path: '/', secure: true, samesite: 'Lax' };
  if (maxAge) {
    options['max-age'] = maxAge;
  }
  if (queryPermission('set_cookies', name, options)) {
    setCookie(name, value, options);
  }
}

/** The ID made on this page, or a new one, which a cookie keeps where it may; else it lives as long as the page. */
function makeId(name: string, mayStore: boolean): string {
  const isSession = name === sessionCookie;
  // An ID from before consent never gets into a cookie: it would join what was anonymous to the visitor.
  const pageKey = mayStore ? name : name + ' without consent';
  const numbers = [
    generateRandom(10000000, 99999999),
    generateRandom(1000, 9999),
    generateRandom(4000, 4999),
    generateRandom(8000, 9999),
    generateRandom(100000000000, 999999999999),
  ];
  // A visitor's is a UUID of version 4, here one without the digits a to f; a session's letters and digits: Base64 makes
  // nothing else of digits.
  const id =
    (templateStorage.getItem(pageKey) as string) ||
    (isSession ? toBase64(numbers.join('')).slice(0, sessionLength) : numbers.join('-'));
  if (mayStore) {
    storeCookie(name, id, isSession ? sessionAge : visitorAge);
  }
  // The page remembers it only where no cookie does, so that an ID does not outlive its cookie.
  templateStorage.setItem(pageKey, mayStore && cookieValue(name) ? '' : id);
  return id;
}

/**
 * The ID of the session or the visitor: the one typed into the tag, else the one in the cookie or its older namesake, else
 * one that is made. Without consent no cookie is read or written.
 */
export function identify(name: string, typed: unknown, mayStore: boolean): string {
  return ((typed && toTrimmed(typed)) ||
    (mayStore && (cookieValue(name) || (name === sessionCookie && cookieValue(olderSessionCookie)))) ||
    makeId(name, mayStore)) as string;
}
