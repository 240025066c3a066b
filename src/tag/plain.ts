// ---- The plain case ----

import callInWindow from 'callInWindow';
import copyFromDataLayer from 'copyFromDataLayer';
import getUrl from 'getUrl';
import JSON from 'JSON';
import queryPermission from 'queryPermission';
import sendPixel from 'sendPixel';
import templateStorage from 'templateStorage';
import { eventProperties, impressionNames } from '../catalogue/for-tag.ts';
import { sessionCookie, visitorCookie } from '../catalogue/identity.ts';
import {
  dataLayerName,
  defaultAnalyticsHost,
  jsonLimit,
  searchStaxHosts,
  trackPath,
  urlLimit,
} from '../catalogue/tracking-api.ts';
import { granted, tellCompanion } from './consent.ts';
import { isPreview } from './console.ts';
import { firedBy, keep, type Named, named, ownEvent } from './data-layer.ts';
import { cookieValue, identify } from './identity.ts';
import { asOnWire } from './impressions.ts';
import { arePlain } from './properties.ts';
import { remember, urlOf } from './searchstax.ts';
import { toText, toTrimmed } from './values.ts';

/**
 * Most firings bring values that can be sent as they are, and nobody reads the console: this sends them with the least
 * work, just as all the rest would. Says with false that it is no such firing; then nothing was sent or remembered but
 * the visitor's IDs.
 */
export function sendPlain(): boolean {
  const event = data.action === 'route' ? ownEvent : '' + data.action;
  if (
    !granted ||
    isPreview ||
    !eventProperties.hasOwnProperty(event) ||
    getUrl('protocol') !== 'https' ||
    // A row of the Routes table may name this event.
    (data.routes && (JSON.stringify(data.routes) || firedBy).indexOf(firedBy) >= 0) ||
    (data.properties && (data.properties as unknown[])[0]) ||
    data.language ||
    data.model ||
    data.session ||
    data.visitor ||
    (data.analyticsHost !== defaultAnalyticsHost && !toText(data.analyticsHost).match(searchStaxHosts)) ||
    // What GA4 was told of a search.
    copyFromDataLayer('search_term', 1) ||
    ((copyFromDataLayer('eventModel', 1) || copyFromDataLayer('eventModel') || {}) as Named).search_term ||
    templateStorage.getItem('gtag')
  ) {
    return false;
  }

  const values = (copyFromDataLayer(dataLayerName, 1) || {}) as Named;
  const key = toTrimmed(data.trackingKey);
  const given = values.impressions;
  values.impressions = undefined;
  const json = JSON.stringify(values) || '';
  // A search without results shows nothing.
  const showsSome = impressionNames[event] && values.totalHits !== 0;
  const list = showsSome && given ? JSON.stringify(given) || '' : '';
  if (
    !key ||
    // A variable that the container does not have.
    key.indexOf('{{') >= 0 ||
    list.length > jsonLimit ||
    !arePlain(json, (eventProperties[event] as string).split(' '))
  ) {
    return false;
  }
  const impressions = list && asOnWire((impressionNames[event] as string).split(','), list);
  // What is shown may have to be converted, or be GA4's items.
  if (showsSome && !impressions && (given || !named)) {
    return false;
  }
  values.key = key;
  values.session = cookieValue(sessionCookie) || identify(sessionCookie, '', true);
  values._vid = cookieValue(visitorCookie) || identify(visitorCookie, '', true);
  const endpoint = 'https://' + data.analyticsHost + trackPath;
  const payload = { event: event, properties: values };
  const url = urlOf(endpoint, payload, impressions);
  if (url.length > urlLimit || !queryPermission('send_pixel', url)) {
    return false;
  }

  keep(dataLayerName, json, named);
  if (showsSome && event === '_search') {
    remember(values.query, impressions);
  }
  tellCompanion(true);
  if (impressions) {
    values.impressions = given;
  }
  if (callInWindow('searchstaxSitecore.deliver', endpoint, payload) === true) {
    data.gtmOnSuccess();
  } else {
    // SearchStax accepts with 204, which is no image: either way the request has ended, and more cannot be known.
    sendPixel(url, data.gtmOnSuccess, data.gtmOnSuccess);
  }
  return true;
}
