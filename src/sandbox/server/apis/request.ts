import { toSandbox } from '../../border.ts';
import type { ServerApis } from './api.ts';

export const requestApis: ServerApis = {
  getCookieValues: {
    permission: 'get_cookies',
    args: ['string', 'boolean|undefined'],
    unverified: 'what a value that is no percent-encoding gives (here the value as it is)',
    call({ page, assert }, name: string, noDecode?: boolean) {
      assert('get_cookies', name);
      const values = page.request.cookies(name);
      return toSandbox(noDecode ? values : values.map(decoded));
    },
  },
  getRemoteAddress: {
    permission: 'read_request',
    call({ page, assert }) {
      assert('read_request', 'remoteAddress');
      return page.request.remoteAddress;
    },
  },
  getRequestBody: {
    permission: 'read_request',
    call({ page, assert }) {
      assert('read_request', 'body');
      return page.request.body;
    },
  },
  getRequestHeader: {
    permission: 'read_request',
    args: ['string'],
    call({ page, assert }, name: string) {
      assert('read_request', 'header', name);
      return page.request.header(name);
    },
  },
  getRequestMethod: {
    unverified: 'whether it needs the permission `read_request` (here it does not)',
    call: ({ page }) => page.request.method,
  },
  getRequestPath: {
    permission: 'read_request',
    call({ page, assert }) {
      assert('read_request', 'path');
      return page.request.path;
    },
  },
  getRequestQueryParameter: {
    permission: 'read_request',
    args: ['string'],
    call({ page, assert }, name: string) {
      assert('read_request', 'query', name);
      return page.request.parameters().get(name)?.[0];
    },
  },
  getRequestQueryParameters: {
    permission: 'read_request',
    call({ page, assert }) {
      assert('read_request', 'query');
      const parameters = [...page.request.parameters()];
      return toSandbox(
        Object.fromEntries(
          parameters.map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
        ),
      );
    },
  },
  getRequestQueryString: {
    permission: 'read_request',
    call({ page, assert }) {
      assert('read_request', 'query');
      return page.request.query;
    },
  },
};

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
