import { SandboxError } from '../values.ts';
import { type IncomingRequest, parametersOf } from './incoming.ts';

/** An event as a container runs with it. */
type EventData = Record<string, unknown>;

/** Keys of the event by parameter of version 2 (GA4); others become `x-ga-` and their name. */
const VERSION_2: Readonly<Record<string, string>> = {
  cid: 'client_id',
  cu: 'currency',
  dl: 'page_location',
  dr: 'page_referrer',
  dt: 'page_title',
  en: 'event_name',
  sct: 'ga_session_number',
  sid: 'ga_session_id',
  sr: 'screen_resolution',
  tid: 'x-ga-measurement_id',
  uid: 'user_id',
  ul: 'language',
  v: 'x-ga-protocol_version',
};

/** Keys of the event by parameter of version 1 (Universal Analytics). */
const VERSION_1: Readonly<Record<string, string>> = {
  cid: 'client_id',
  cu: 'currency',
  dl: 'page_location',
  dr: 'page_referrer',
  dt: 'page_title',
  ea: 'event_action',
  ec: 'event_category',
  el: 'event_label',
  ev: 'value',
  sr: 'screen_resolution',
  tid: 'x-ga-measurement_id',
  uid: 'user_id',
  ul: 'language',
  v: 'x-ga-protocol_version',
};

const NUMBERS = new Set(['ga_session_number', 'value']);

export function isMpv1(request: IncomingRequest): boolean {
  return ofVersion(hits(request)[0], '1');
}

export function isMpv2(request: IncomingRequest): boolean {
  return ofVersion(hits(request)[0], '2');
}

/** @throws SandboxError for another request */
export function extractMpv1(request: IncomingRequest): EventData[] {
  if (!isMpv1(request)) throw new SandboxError('The request is not of the Measurement Protocol, version 1.');
  return hits(request).map((hit) => {
    const event = renamed(hit, VERSION_1, request);
    const type = hit.get('t') ?? 'pageview';
    return {
      event_name: type === 'event' ? (hit.get('ea') ?? type) : type === 'pageview' ? 'page_view' : type,
      ...event,
    };
  });
}

/** @throws SandboxError for another request */
export function extractMpv2(request: IncomingRequest): EventData[] {
  if (!isMpv2(request)) throw new SandboxError('The request is not of the Measurement Protocol, version 2.');
  return hits(request).map((hit) => renamed(hit, VERSION_2, request));
}

type Hit = Map<string, string>;

/** One map of parameters an event: those of the query, with a line of the body each where there are several. */
function hits(request: IncomingRequest): Hit[] {
  const common = firsts(request.parameters());
  const lines = (request.body ?? '').split(/\r?\n/).filter((line) => line.includes('='));
  if (lines.length === 0) return [common];
  return lines.map((line) => new Map([...common, ...firsts(parametersOf(line))]));
}

function firsts(parameters: Map<string, string[]>): Hit {
  return new Map([...parameters].map(([name, [value = '']]) => [name, value]));
}

function ofVersion(hit: Hit | undefined, version: string): boolean {
  return hit?.get('v') === version && Boolean(hit.get('tid'));
}

function renamed(hit: Hit, keys: Readonly<Record<string, string>>, request: IncomingRequest): EventData {
  const event: EventData = {};
  const user: EventData = {};
  for (const [name, value] of hit) {
    const own = /^(ep|epn|up|upn)\.(.+)$/.exec(name);
    if (own) {
      const [, kind = '', key = ''] = own;
      (kind.startsWith('u') ? user : event)[key] = kind.endsWith('n') ? Number(value) : value;
    } else if (Object.hasOwn(keys, name)) {
      const key = keys[name] as string;
      event[key] = NUMBERS.has(key) ? Number(value) : value;
    } else event[`x-ga-${name}`] = value;
  }
  const { remoteAddress } = request;
  const agent = request.header('user-agent');
  return {
    ...event,
    ...(Object.keys(user).length > 0 && { user_properties: user }),
    ...(remoteAddress !== undefined && { ip_override: remoteAddress }),
    ...(agent !== undefined && { user_agent: agent }),
  };
}
