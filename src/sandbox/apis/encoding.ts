import { toPage, toSandbox } from '../border.ts';
import type { SandboxFunction, SandboxObject, Value } from '../values.ts';
import type { Api, Apis, SharedContext } from './api.ts';
import { base64, bytesOf, textOf } from './base64.ts';
import { quietly } from './callbacks.ts';

const LONE_SURROGATE = /\p{Surrogate}/u;

/** What cannot be encoded or decoded gives undefined, never an error. */
const coding = (code: (text: string) => string): Api<SharedContext> => ({
  call: (_context, text: Value) => {
    try {
      return code(String(text));
    } catch {
      return undefined;
    }
  },
});

export const encodingApis: Apis<SharedContext> = {
  decodeUri: coding(decodeURI),
  decodeUriComponent: coding(decodeURIComponent),
  encodeUri: coding(encodeURI),
  encodeUriComponent: coding(encodeURIComponent),
  toBase64: {
    args: ['string'],
    call: (_context, text: string) => (LONE_SURROGATE.test(text) ? undefined : base64(bytesOf(text))),
  },
  fromBase64: {
    args: ['string'],
    call: (_context, text: string) => textOf(text),
  },
  JSON: {
    members: {
      parse: {
        call: (_context, text: Value) => {
          try {
            return toSandbox(JSON.parse(text as string));
          } catch {
            return undefined;
          }
        },
      },
      // Indentation and replacers are not handed on.
      stringify: {
        call: (_context, value: Value) => {
          try {
            return JSON.stringify(toPage(value));
          } catch {
            return undefined;
          }
        },
      },
    },
  },
  sha256: {
    args: ['string', 'function', 'function|undefined', 'Object|undefined'],
    call(
      { page },
      text: string,
      onSuccess: SandboxFunction,
      onFailure?: SandboxFunction,
      options?: SandboxObject,
    ) {
      const hex = options?.get('outputEncoding') === 'hex';
      const digest = globalThis.crypto?.subtle?.digest('SHA-256', bytesOf(text));
      if (!digest) {
        page.pending.later(() => quietly(page, onFailure));
        return undefined;
      }
      page.pending.wait(digest, (hash) => {
        const bytes = new Uint8Array(hash);
        quietly(page, onSuccess, [hex ? hexOf(bytes) : base64(bytes)]);
      });
      return undefined;
    },
  },
};

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
