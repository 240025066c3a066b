import { toPage } from '../border.ts';
import type { Value } from '../values.ts';
import type { ApiContext, Apis } from './api.ts';

export const storageApis: Apis = {
  localStorage: {
    available: ({ page }) => page.storage !== undefined,
    members: {
      getItem: {
        permission: 'access_local_storage',
        args: ['string'],
        call({ page, assert }, key: string) {
          assert('access_local_storage', 'read', key);
          return page.storage?.getItem(key) ?? null;
        },
      },
      setItem: {
        permission: 'access_local_storage',
        args: ['string', 'any'],
        call({ page, assert }, key: string, value: Value) {
          assert('access_local_storage', 'write', key);
          try {
            page.storage?.setItem(key, String(toPage(value)));
            return true;
          } catch {
            return false;
          }
        },
      },
      removeItem: {
        permission: 'access_local_storage',
        args: ['string'],
        call({ page, assert }, key: string) {
          assert('access_local_storage', 'write', key);
          page.storage?.removeItem(key);
          return undefined;
        },
      },
    },
  },
  // Keys are not only texts: templates keep values under the number of an event. What is kept is the value itself, no
  // copy: a template that changes it later finds it changed.
  templateStorage: {
    members: {
      getItem: {
        permission: 'access_template_storage',
        call: (context, key: Value) => {
          const items = itemsOf(context);
          return items.has(String(key)) ? items.get(String(key)) : null;
        },
      },
      setItem: {
        permission: 'access_template_storage',
        call: (context, key: Value, value: Value) => {
          itemsOf(context).set(String(key), value);
          return undefined;
        },
      },
      removeItem: {
        permission: 'access_template_storage',
        call: (context, key: Value) => {
          itemsOf(context).delete(String(key));
          return undefined;
        },
      },
      clear: {
        permission: 'access_template_storage',
        call: (context) => {
          itemsOf(context).clear();
          return undefined;
        },
      },
    },
  },
};

function itemsOf({ assert, page, template }: ApiContext): Map<string, Value> {
  assert('access_template_storage');
  const items = page.templateStorage.get(template) ?? new Map<string, Value>();
  page.templateStorage.set(template, items);
  return items;
}
