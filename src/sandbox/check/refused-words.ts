import { isKeyPattern, isUrlPattern } from '../permissions/patterns.ts';
import { HOLE, hasHole } from './known-values.ts';

/** What was asked of a permission in vain, and what to change in the permission: each goes into a sentence. */
export interface RefusedWords {
  what: string;
  remedy: string;
}

/** Nothing where nobody knows whether GTM refuses it. */
type Words = (asked: readonly unknown[]) => RefusedWords | undefined;

/** Permissions that list what they allow; those are left out of which nobody knows how they are listed. */
export const refusedWords: Readonly<Record<string, Words>> = {
  access_consent: byRight('consentTypes', 'consent type'),
  access_globals: byRight('keys', 'global variable'),
  access_local_storage: byRight('keys', 'local storage key'),
  access_response: byPart(
    {
      body: ['writeBodyAllowed'],
      header: ['writeHeadersAllowed', 'writeHeaderWhitelist'],
      status: ['writeStatusAllowed'],
    },
    1,
  ),
  get_cookies: ([name]) => ({ what: `for the cookie ${quoted(name)}`, remedy: 'add it to `cookieNames`' }),
  get_referrer: partOfUrl,
  get_url: partOfUrl,
  inject_hidden_iframe: url,
  inject_script: url,
  read_data_layer: key,
  read_event_data: key,
  read_request: byPart(
    {
      body: ['bodyAllowed'],
      header: ['headersAllowed', 'headerWhitelist'],
      path: ['pathAllowed'],
      query: ['queryParametersAllowed', 'queryParameterWhitelist'],
      remoteAddress: ['remoteAddressAllowed'],
    },
    0,
  ),
  send_http: url,
  send_pixel: url,
  send_pixel_from_browser: url,
  set_cookies: ([name, options]) => ({
    what: `to write the cookie ${quoted(name)}${hasHole(options) ? '' : ` with ${quoted(JSON.stringify(options))}`}`,
    remedy: 'add it to `allowedCookies`, with what the call gives it',
  }),
  write_data_layer: key,
};

function byRight(list: string, noun: string): Words {
  return ([operation, name]) => {
    const rights = operation === 'readwrite' ? 'read and write' : String(operation);
    return {
      what: `to ${rights} the ${noun} ${quoted(name)}`,
      remedy: `add it to \`${list}\`, with ${rights}`,
    };
  };
}

/** Parts of a request or a response, some of which have names to list. */
function byPart(lists: Record<string, [flag: string, list?: string]>, at: number): Words {
  return (asked) => {
    const part = String(asked[at]);
    const name = asked[at + 1];
    const [flag, list] = lists[part] ?? [];
    if (name === undefined) return { what: `for the ${part}`, remedy: `allow that (\`${flag}\`)` };
    return {
      what: `for the ${part} ${quoted(name)}`,
      remedy: `add it to \`${list}\`, and allow that (\`${flag}\`)`,
    };
  };
}

function partOfUrl([component, queryKey]: readonly unknown[]): RefusedWords {
  if (component === undefined) return { what: 'for the whole URL', remedy: 'allow any part of it' };
  if (component !== 'query')
    return { what: `for the part ${quoted(component)}`, remedy: 'allow this part, too' };
  if (queryKey === undefined) return { what: 'for the whole query', remedy: 'allow it, with any key' };
  return {
    what: `for the query parameter ${quoted(queryKey)}`,
    remedy: 'allow the query, with this key in `queryKeys`',
  };
}

function key([name]: readonly unknown[]): RefusedWords | undefined {
  if (name === undefined) return undefined;
  const text = String(name);
  const isListable = text.includes(HOLE) || isKeyPattern(text);
  return {
    what: `for the key ${quoted(name)}`,
    remedy: isListable ? 'add it to `keyPatterns`' : 'no pattern can, so allow any key',
  };
}

function url([asked]: readonly unknown[]): RefusedWords {
  const text = String(asked);
  const [, scheme = 'https:', host = '', path = ''] = /^([a-z]+:)?\/\/([^/?#]*)([^?#]*)/i.exec(text) ?? [];
  const [known = '', ...rest] = path.split(HOLE);
  const isOpen = rest.length > 0 || /[?\uFFFF]/.test(text);
  const pattern = `https://${host.toLowerCase()}${known || '/'}${isOpen ? '*' : ''}`;
  const remedy =
    scheme.toLowerCase() !== 'https:'
      ? 'GTM requests https alone'
      : isUrlPattern(pattern)
        ? `add \`${pattern}\` to \`urls\``
        : 'add a pattern for it to `urls`';
  return { what: `for ${quoted(text)}`, remedy };
}

/** A text as the code shows it; three dots stand for what it does not show. */
function quoted(value: unknown): string {
  return `\`${String(value).replaceAll(HOLE, '…')}\``;
}
