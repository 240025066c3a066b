import { toPage, toSandbox } from '../../border.ts';
import type { Assert } from '../../permissions/index.ts';
import { OpaqueValue, SandboxArray, SandboxFunction, SandboxObject, type Value } from '../../values.ts';
import { reasonOf, unwrapped } from '../promise.ts';
import { callBack, promiseOf, type ServerApi, type ServerApis, type ServerContext } from './api.ts';
import { withinLimit } from './promises.ts';

const NEEDS_HTTP = 'that it needs `send_http`, with Google’s domains or any URL allowed';

/** How often a transaction is tried again. */
const RETRIES = 2;

export const googleApis: ServerApis = {
  BigQuery: {
    unverified:
      'what `insert` rejects with, and the callbacks that older documentation has as further arguments',
    members: {
      insert: {
        permission: 'access_bigquery',
        args: ['Object', 'Array', 'Object|undefined', 'function|undefined', 'function|undefined'],
        call(context, table: SandboxObject, rows: Value, options?: Value, ok?: Value, failed?: Value) {
          const named = toPage(table) as Record<string, unknown>;
          context.assert('access_bigquery', 'write', named);
          const target = [named.projectId, named.datasetId, named.tableId].filter(Boolean).join('.');
          const settled = ask(context, 'BigQuery.insert', target, [table, rows, options]);
          settled.then(
            () => callBack(context, ok),
            (reason) => callBack(context, failed, [reason]),
          );
          return promiseOf(context, settled);
        },
      },
    },
  },
  Firestore: {
    unverified: 'what reads, writes and queries reject with, and the limits of queries',
    members: {
      read: firestore('read', 'read', 0),
      write: firestore('write', 'write', 1),
      query: firestore('query', 'read', 1),
      runTransaction: {
        permission: 'access_firestore',
        args: ['function', 'Object|undefined'],
        call(context, callback: SandboxFunction) {
          const { transactions } = context.page;
          const attempt = async (left: number): Promise<Value> => {
            const id = `transaction-${transactions.size + 1}`;
            const written: Value[] = [];
            transactions.set(id, written);
            try {
              await unwrapped(callback.call([id]));
              return new SandboxArray(written);
            } catch (error) {
              if (left > 0) return attempt(left - 1);
              throw reasonOf(error);
            }
          };
          return promiseOf(context, withinLimit(context.page, attempt(RETRIES)));
        },
      },
    },
  },
  getGoogleAuth: {
    permission: 'use_google_credentials',
    args: ['Object'],
    call({ assert }, options: SandboxObject) {
      const { scopes } = toPage(options) as { scopes?: unknown };
      assert('use_google_credentials', scopes);
      return new OpaqueValue(scopes);
    },
  },
  getGoogleScript: {
    permission: 'send_http',
    isPermissionUnverified: true,
    unverified: NEEDS_HTTP,
    unverifiedWhere: {
      callback: 'what the older form with a callback gives where there is no script (here nothing)',
    },
    args: ['string', 'function|Object|undefined', 'Object|undefined'],
    call(context, script: string, ...rest: Value[]) {
      // Older templates have `(script, callback, options?)`; today's is `(script, options?)`, which gives a promise.
      const callback = rest[0] instanceof SandboxFunction ? rest.shift() : undefined;
      googleAllowed(context.assert);
      const settled = ask(context, 'getGoogleScript', script, [script, ...rest]);
      if (!callback) return promiseOf(context, settled);
      settled.then(
        (given) => callBack(context, callback, partsOf(given)),
        () => callBack(context, callback),
      );
      return undefined;
    },
  },
  sendEventToGoogleAnalytics: {
    permission: 'send_http',
    isPermissionUnverified: true,
    args: ['Object'],
    unverified: NEEDS_HTTP,
    call(context, event: SandboxObject) {
      googleAllowed(context.assert);
      return promiseOf(context, ask(context, 'sendEventToGoogleAnalytics', '', [event]));
    },
  },
};

/** A script and its metadata, as a callback takes them. */
function partsOf(given: Value): Value[] {
  return given instanceof SandboxObject ? [given.get('script'), given.get('metadata')] : [given];
}

/** Reads, writes and queries: the path is what an answer is found by. */
function firestore(method: string, operation: 'read' | 'write', extra: number): ServerApi {
  return {
    permission: 'access_firestore',
    call(context, path: Value, ...rest: Value[]) {
      const given = rest[extra];
      const option = (name: string) => (given instanceof SandboxObject ? given.get(name) : undefined);
      const projectId = option('projectId');
      const transaction = option('transaction');
      context.assert('access_firestore', operation, { path, projectId });
      const asked = () => ask(context, `Firestore.${method}`, String(path), [path, ...rest]);
      if (method === 'read' && option('disableCache') !== true && transaction === undefined) {
        return promiseOf(context, cached(context.page.documents, `${projectId} ${path}`, asked));
      }
      const settled = asked();
      const written = method === 'write' ? context.page.transactions.get(String(transaction)) : undefined;
      return promiseOf(context, written ? settled.then((id) => noted(written, id)) : settled);
    },
  };
}

/** A document is read once in a run; a read that failed is tried again. */
function cached(
  documents: Map<string, Promise<Value>>,
  key: string,
  read: () => Promise<Value>,
): Promise<Value> {
  const known = documents.get(key);
  if (known) return known.then((document) => toSandbox(toPage(document)));
  const reading = read();
  documents.set(key, reading);
  reading.catch(() => documents.delete(key));
  return reading;
}

function noted(written: Value[], id: Value): Value {
  written.push(id);
  return id;
}

function googleAllowed(assert: Assert): void {
  assert('send_http', 'https://www.google-analytics.com/');
}

/** Nobody but the scenario knows what Google's services answer. */
function ask(context: ServerContext, api: string, target: string, args: Value[]): Promise<Value> {
  const { page } = context;
  page.googleCalls.push({ api, args: args.filter((arg) => arg !== undefined).map((arg) => toPage(arg)) });
  const outcome = page.answers.google(api, target);
  const settled = new Promise<Value>((resolve, reject) => {
    page.pending.later(() => {
      if ('resolves' in outcome) resolve(toSandbox(outcome.resolves));
      else reject(toSandbox(outcome.rejects));
    });
  });
  return withinLimit(page, settled);
}
