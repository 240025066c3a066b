import { toPage, toSandbox } from '../../border.ts';
import type { Value } from '../../values.ts';
import type { ServerApi, ServerApis, ServerContext } from './api.ts';

/** Copies go in and come out: what a template later changes does not change what is kept. */
export const storageApis: ServerApis = {
  templateDataStorage: {
    members: {
      getItemCopy: stored((items, key) => (items.has(String(key)) ? copy(items.get(String(key))) : null)),
      setItemCopy: stored((items, key, value) => {
        if (value === null) items.delete(String(key));
        else items.set(String(key), copy(value));
      }),
      removeItem: stored((items, key) => void items.delete(String(key))),
      clear: stored((items) => items.clear()),
    },
  },
};

function stored(work: (items: Map<string, Value>, key: Value, value: Value) => unknown): ServerApi {
  return {
    permission: 'access_template_storage',
    call(context, key: Value, value: Value) {
      return work(itemsOf(context), key, value) as Value;
    },
  };
}

function itemsOf({ page, assert, template }: ServerContext): Map<string, Value> {
  assert('access_template_storage');
  const items = page.storage.get(template) ?? new Map<string, Value>();
  page.storage.set(template, items);
  return items;
}

function copy(value: Value): Value {
  return toSandbox(toPage(value));
}
