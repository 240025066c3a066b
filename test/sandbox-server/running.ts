import type { Firing } from '../../src/sandbox/run.ts';
import { fireOnServer } from '../../src/sandbox/server/run.ts';
import { createServer, type Server, type ServerOptions } from '../../src/sandbox/server/server.ts';
import type { PermissionEntry, Template } from '../../src/sandbox/template.ts';

/** A permission's parameters in plain form, by its name. */
export type Plain = Record<string, Record<string, unknown>>;

/** What a template of these tests may do unless the test is about permissions. */
export const allowed: Plain = {
  access_bigquery: { allowedTables: [{ projectId: '*', datasetId: '*', tableId: '*', operation: 'write' }] },
  access_firestore: { allowedOptions: [{ projectId: '*', path: '*', operation: 'read_write' }] },
  access_response: { writeResponseAccess: 'any' },
  access_template_storage: {},
  get_cookies: { cookieAccess: 'any' },
  logging: { environments: 'all' },
  read_container_data: {},
  read_event_data: { eventDataAccess: 'any' },
  read_event_metadata: {},
  read_request: { requestAccess: 'any' },
  return_response: {},
  run_container: {},
  send_http: { allowedUrls: 'any' },
  send_pixel_from_browser: { allowedUrls: 'any' },
  set_cookies: {
    allowedCookies: [{ name: '*', domain: '*', path: '*', secure: 'any', session: 'any' }],
  },
  use_custom_private_keys: { keyIds: ['orders'] },
  use_google_credentials: { allowedScopes: ['https://www.googleapis.com/auth/datastore'] },
  use_message: { allowedActions: 'any' },
};

export interface Parts {
  kind?: 'TAG' | 'MACRO' | 'CLIENT';
  permissions?: Plain;
  tests?: string;
}

/** A server template with this code. */
export function template(
  code: string,
  { kind = 'TAG', permissions = allowed, tests = '' }: Parts = {},
): Template {
  return {
    file: 'shop.tpl',
    info: { type: kind, displayName: 'Shop', containerContexts: ['SERVER'] },
    kind,
    context: 'SERVER',
    parameters: [],
    code,
    codeLine: 10,
    permissions: Object.entries(permissions).map(([publicId, params]) => entry(publicId, params)),
    tests,
    testsLine: 100,
    notes: '',
    sections: [],
  };
}

/** Runs code in a server container until nothing is to come; what it passes to `out` is the result. */
export async function run(
  code: string,
  { event = {}, fields = {}, ...options }: Parts & ServerOptions & { event?: object; fields?: object } = {},
): Promise<{ out: unknown[]; server: Server; firing: Firing }> {
  const server = createServer(options);
  const out: unknown[] = [];
  const made = template(code, options);
  const firing = fireOnServer(
    server,
    made,
    { ...fields, out: (...values: unknown[]) => void out.push(values.length > 1 ? values : values[0]) },
    options.kind === 'CLIENT' ? undefined : server.newEvent(event),
  );
  await server.settled();
  return { out, server, firing };
}

function entry(publicId: string, params: Record<string, unknown>): PermissionEntry {
  const param = Object.entries(params).map(([key, value]) => ({ key, value: written(value) }));
  return { instance: { key: { publicId, versionId: '1' }, param } };
}

function written(value: unknown): unknown {
  if (Array.isArray(value)) return { type: 2, listItem: value.map(written) };
  if (typeof value === 'boolean') return { type: 8, boolean: value };
  if (typeof value !== 'object' || value === null) return { type: 1, string: String(value) };
  const keys = Object.keys(value);
  return { type: 3, mapKey: keys.map(written), mapValue: Object.values(value).map(written) };
}
