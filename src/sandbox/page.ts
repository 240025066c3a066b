import { type Consent, type ConsentState, createConsent } from './page/consent.ts';
import { type CookieJar, createCookieJar } from './page/cookies.ts';
import { createDataLayer, type DataLayer } from './page/data-layer.ts';
import { createPending, type Pending } from './page/pending.ts';
import { listenToPushes, type PushListener } from './page/pushes.ts';
import { type Stored, storageOf } from './page/storage.ts';
import type { Value } from './values.ts';

/** How a request ended: `load` with what was asked for, `error` with anything else, `never` without an answer. */
export type Verdict = 'load' | 'error' | 'never';

export interface PageOptions {
  /** @default https://www.example.com/ */
  url?: string;
  title?: string;
  referrer?: string;
  /** As in `document.cookie`: `a=b; c=d`. */
  cookies?: string;
  localStorage?: Record<string, string>;
  /** Consent states declared before the first tag; others count as granted. */
  consent?: Record<string, ConsentState>;
  /** Whether the page is shown in GTM's preview, where `debug` logging is on. @default false */
  preview?: boolean;
  /** The page's global object: a browser's or jsdom's window, or any object. */
  window?: object;
  /** Answers requests for pixels, scripts and iframes. @default always `load` */
  answer?: (url: string, kind: RequestKind) => Verdict | Promise<Verdict>;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** From 0 up to, not including, 1. */
  random?: () => number;
}

export type RequestKind = 'pixel' | 'script' | 'iframe';

/** A page on which tags run. */
export interface Page {
  readonly url: string;
  readonly title: string;
  readonly referrer: string;
  readonly preview: boolean;
  readonly window: Record<string, unknown>;
  /** Every request, as the template wrote its URL. */
  readonly requests: string[];
  readonly requestLog: { kind: RequestKind; url: string }[];
  /** What was logged, one list of values per call. */
  readonly console: unknown[][];
  /** Errors that callbacks threw: GTM says nothing of them. */
  readonly errors: string[];
  /** Pushes onto the data layer, as `window.dataLayer.push` does. */
  push(message: unknown): void;
  /** Hears every message that names an event, in the order in which GTM processes them. */
  onEvent(listener: PushListener): void;
  updateConsent(states: Record<string, ConsentState>): void;
  cookies(): Record<string, string>;
  /** Resolves once every timer, callback and answer that will come has come. */
  settled(): Promise<void>;
  now(): number;
  random(): number;
  /** What relative URLs resolve against: the page, unless a `<base>` element says otherwise. */
  baseUrl(): string;
  request(kind: RequestKind, url: string, ended: (verdict: 'load' | 'error') => void): void;
  readonly jar: CookieJar;
  readonly consent: Consent;
  readonly dataLayer: DataLayer;
  readonly pending: Pending;
  /** The page's local storage; undefined where the browser blocks it. */
  readonly storage: Stored | undefined;
  /** What templates keep for as long as the page lives, by the template's key. */
  readonly templateStorage: Map<object, Map<string, Value>>;
  /** Numbers that GTM gives to events. */
  nextEventId(): number;
}

/**
 * Makes a page for tags to run on.
 *
 * @throws TypeError when `url` is not absolute
 */
export function createPage(options: PageOptions = {}): Page {
  const url = new URL(options.url ?? 'https://www.example.com/');
  const window = (options.window ?? {}) as Record<string, unknown>;
  const document = window.document as { baseURI?: string; title?: string } | undefined;
  const { answer = () => 'load' as const, now = Date.now, random = Math.random } = options;
  const pending = createPending();
  const consent = createConsent(options.consent ?? {});
  const dataLayer = createDataLayer();
  const jar = createCookieJar(options.cookies ?? '', url);
  const requestLog: Page['requestLog'] = [];
  const requests: string[] = [];
  let lastEventId = 0;
  const nextEventId = () => ++lastEventId;
  const pushes = listenToPushes(window, dataLayer, consent, nextEventId);
  return {
    url: url.href,
    title: options.title ?? document?.title ?? '',
    referrer: options.referrer ?? '',
    preview: options.preview ?? false,
    window,
    requests,
    requestLog,
    console: [],
    errors: [],
    push: pushes.push,
    onEvent: pushes.onEvent,
    updateConsent: (states) => consent.update(states),
    cookies: () => jar.all(),
    settled: () => pending.settled(),
    now,
    random,
    // A window made for another address (a test's, a demonstration's) says nothing about this page's base.
    baseUrl: () => (sameAddress(window, url) ? (document?.baseURI ?? url.href) : url.href),
    request(kind, asked, ended) {
      requests.push(asked);
      requestLog.push({ kind, url: asked });
      pending.wait(Promise.resolve(answer(asked, kind)), (verdict) => {
        if (verdict !== 'never') pending.later(() => ended(verdict));
      });
    },
    jar,
    consent,
    dataLayer,
    pending,
    storage: storageOf(window, options.localStorage),
    templateStorage: new Map(),
    nextEventId,
  };
}

function sameAddress(window: Record<string, unknown>, url: URL): boolean {
  const location = window.location as { href?: string } | undefined;
  return location?.href === url.href;
}
