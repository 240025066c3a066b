/** What the template may do: the least that GTM's rules allow for what src/tag does. */
import { olderSessionCookie, sessionCookie, visitorCookie } from '../../src/catalogue/identity.ts';
import { countedGoalsCookie } from '../../src/catalogue/sitecore.ts';
import { dataLayerName } from '../../src/catalogue/tracking-api.ts';

type Value =
  | { type: 1; string: string }
  | { type: 2; listItem: Value[] }
  | { type: 3; mapKey: Value[]; mapValue: Value[] }
  | { type: 8; boolean: boolean };

/** A value in the form of GTM's exports. */
function toValue(value: string | boolean | readonly unknown[] | object): Value {
  if (typeof value === 'string') return { type: 1, string: value };
  if (typeof value === 'boolean') return { type: 8, boolean: value };
  if (Array.isArray(value)) return { type: 2, listItem: value.map(toValue) };
  return {
    type: 3,
    mapKey: Object.keys(value).map(toValue),
    mapValue: Object.values(value).map(toValue),
  };
}

function permission(
  publicId: string,
  parameters: Record<string, string | boolean | readonly unknown[]> = {},
) {
  return {
    instance: {
      key: { publicId, versionId: '1' },
      param: Object.entries(parameters).map(([key, value]) => ({ key, value: toValue(value) })),
    },
    clientAnnotations: { isEditedByUser: true },
    isRequired: true,
  };
}

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
