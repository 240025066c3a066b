import { toPage } from '../../border.ts';
import { SandboxArray, SandboxError, type SandboxObject, type Value } from '../../values.ts';
import { cookieLine, send, setPixel } from '../response.ts';
import type { ServerApis } from './api.ts';

const ENCODINGS = ['ascii', 'utf8', 'utf16le', 'ucs2', 'base64', 'latin1', 'binary', 'hex'];

export const responseApis: ServerApis = {
  returnResponse: {
    permission: 'return_response',
    call({ page, assert }) {
      assert('return_response');
      send(page.response);
      return undefined;
    },
  },
  sendPixelFromBrowser: {
    permission: 'send_pixel_from_browser',
    args: ['string'],
    call({ page, assert }, url: string) {
      assert('send_pixel_from_browser', url);
      if (!page.takesCommands || page.response.sent) return false;
      page.pixels.push(url);
      return true;
    },
  },
  setCookie: {
    permission: 'set_cookies',
    args: ['string', 'string|undefined', 'Object|undefined', 'boolean|undefined'],
    unverified: 'whether options are read in any case, as authors write them (here they are)',
    call({ page, assert }, name: string, value?: string, options?: SandboxObject, noEncode?: boolean) {
      const given = Object.entries((toPage(options) ?? {}) as Record<string, unknown>);
      const lower = Object.fromEntries(given.map(([key, option]) => [key.toLowerCase(), option]));
      assert('set_cookies', name, lower);
      // No value is legal in web containers, where it is an empty one.
      const text = value ?? '';
      const written = noEncode ? text : encodeURIComponent(text);
      page.response.cookies.push(cookieLine(name, written, lower, page.request));
      return undefined;
    },
  },
  setPixelResponse: {
    permission: 'access_response',
    call({ page, assert }) {
      for (const part of ['status', 'body']) assert('access_response', 'write', part);
      for (const name of ['content-type', 'cache-control'])
        assert('access_response', 'write', 'header', name);
      setPixel(page.response);
      return undefined;
    },
  },
  setResponseBody: {
    permission: 'access_response',
    args: ['any', 'string|undefined'],
    unverified:
      'whether a body that is no text is refused (here it is made a text, and undefined an empty one)',
    call({ page, assert }, body: Value, encoding?: string) {
      assert('access_response', 'write', 'body');
      const named = encoding ?? 'utf8';
      if (!ENCODINGS.includes(named)) {
        throw new SandboxError(`${named} is no encoding; setResponseBody knows ${ENCODINGS.join(', ')}.`);
      }
      page.response.body = Buffer.from(String(body ?? ''), named as BufferEncoding);
      return undefined;
    },
  },
  setResponseHeader: {
    permission: 'access_response',
    args: ['string', 'any'],
    unverified:
      'whether a value that is no text is refused (here it is made a text, and a list one header each)',
    call({ page, assert }, name: string, value: Value) {
      assert('access_response', 'write', 'header', name);
      const key = name.toLowerCase();
      if (value === null || value === undefined) page.response.headers.delete(key);
      else
        page.response.headers.set(
          key,
          value instanceof SandboxArray ? value.values.map(String) : String(value),
        );
      return undefined;
    },
  },
  setResponseStatus: {
    permission: 'access_response',
    args: ['number'],
    call({ page, assert }, status: number) {
      assert('access_response', 'write', 'status');
      page.response.status = status;
      return undefined;
    },
  },
};
