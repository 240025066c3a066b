import type { SandboxFunction, Value } from '../values.ts';
import type { Apis } from './api.ts';
import { quietly } from './callbacks.ts';

/** Scripts that were asked for under one token are loaded once: later askers wait for, or share, the answer. */
interface Shared {
  waiting: [Value, Value][];
  loaded: boolean;
}

const sharedScripts = new WeakMap<object, Map<string, Shared>>();

export const requestApis: Apis = {
  sendPixel: {
    permission: 'send_pixel',
    args: ['string', 'function|undefined', 'function|undefined'],
    call({ page, assert }, url: string, onSuccess?: SandboxFunction, onFailure?: SandboxFunction) {
      assert('send_pixel', url);
      page.request('pixel', url, (verdict) => quietly(page, verdict === 'load' ? onSuccess : onFailure));
      return undefined;
    },
  },
  injectScript: {
    permission: 'inject_script',
    args: ['string', 'function|undefined', 'function|undefined', 'string|undefined'],
    call(
      { page, assert },
      url: string,
      onSuccess?: SandboxFunction,
      onFailure?: SandboxFunction,
      token?: string,
    ) {
      assert('inject_script', url);
      if (!token) {
        page.request('script', url, (verdict) => quietly(page, verdict === 'load' ? onSuccess : onFailure));
        return undefined;
      }
      const scripts = sharedScripts.get(page) ?? new Map<string, Shared>();
      sharedScripts.set(page, scripts);
      const known = scripts.get(token);
      if (known?.loaded) {
        page.pending.later(() => quietly(page, onSuccess));
        return undefined;
      }
      if (known) {
        known.waiting.push([onSuccess, onFailure]);
        return undefined;
      }
      const shared: Shared = { waiting: [[onSuccess, onFailure]], loaded: false };
      scripts.set(token, shared);
      page.request('script', url, (verdict) => {
        shared.loaded = verdict === 'load';
        if (verdict === 'error') scripts.delete(token);
        for (const [loaded, failed] of shared.waiting) quietly(page, verdict === 'load' ? loaded : failed);
      });
      return undefined;
    },
  },
  injectHiddenIframe: {
    permission: 'inject_hidden_iframe',
    args: ['string', 'function|undefined'],
    call({ page, assert }, url: string, onSuccess?: SandboxFunction) {
      assert('inject_hidden_iframe', url);
      page.request('iframe', url, (verdict) => {
        if (verdict === 'load') quietly(page, onSuccess);
      });
      return undefined;
    },
  },
};
