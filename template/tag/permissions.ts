/** What the template may do: the least that GTM's rules allow for what src/tag does. */
import { olderSessionCookie, sessionCookie, visitorCookie } from '../../src/catalogue/identity.ts';
import { countedGoalsCookie } from '../../src/catalogue/sitecore.ts';
import { dataLayerName } from '../../src/catalogue/tracking-api.ts';
import { permission } from '../permission.ts';

const ownCookie = { domain: '*', path: '*', secure: 'secure' };

/**
 * The permissions in the form of ___WEB_PERMISSIONS___.
 * @param pixelUrls the only addresses that may be called, as GTM's URL patterns; without them any https address may be,
 *   since nobody knows a site's SearchStax host and Sitecore host beforehand: the code keeps to those typed in
 */
export function permissions(pixelUrls?: readonly string[]) {
  return [
    permission(
      'send_pixel',
      pixelUrls ? { allowedUrls: 'specific', urls: pixelUrls } : { allowedUrls: 'any' },
    ),
    permission('read_data_layer', {
      allowedKeys: 'specific',
      keyPatterns: ['event', dataLayerName, 'search_term', 'items', 'ecommerce', 'eventModel'],
    }),
    permission('get_cookies', {
      cookieAccess: 'specific',
      cookieNames: [sessionCookie, olderSessionCookie, visitorCookie, countedGoalsCookie],
    }),
    permission('set_cookies', {
      allowedCookies: [
        { name: sessionCookie, ...ownCookie, session: 'non_session' },
        { name: visitorCookie, ...ownCookie, session: 'non_session' },
        { name: countedGoalsCookie, ...ownCookie, session: 'session' },
      ],
    }),
    permission('access_template_storage'),
    permission('access_consent', {
      consentTypes: [{ consentType: 'analytics_storage', read: true, write: false }],
    }),
    permission('get_url', {
      urlParts: 'specific',
      protocol: true,
      host: true,
      port: true,
      query: true,
      queriesAllowed: 'any',
    }),
    permission('access_globals', {
      keys: [
        { key: 'searchstaxSitecore.consent', read: false, write: false, execute: true },
        { key: 'searchstaxSitecore.deliver', read: false, write: false, execute: true },
        { key: 'searchstaxSitecore.version', read: true, write: false, execute: false },
      ],
    }),
    permission('logging', { environments: 'debug' }),
  ];
}
