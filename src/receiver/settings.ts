/** How the receiver answers: everything that can be changed while it runs, by `set` and by POST /control. */

import { Ajv } from 'ajv';
import { defaultQueryKey } from '../catalogue/sitecore.ts';
import { requestsPerSecond } from '../catalogue/tracking-api.ts';
import { reason } from './reason.ts';

export type Destination = 'SearchStax' | 'Sitecore';

/** A goal or page event that Sitecore knows, by its item name and, if it has one, its ID in any form. */
export interface Goal {
  name: string;
  id?: string;
}

export interface Failure {
  /** An HTTP status, `reset` (the connection is torn down) or `hang` (no answer ever comes). */
  as: 429 | 500 | 502 | 503 | 504 | 'reset' | 'hang';
  /** How many requests fail; absent: all of them, until it is changed. */
  next?: number;
  /** Which destination fails; absent: both. */
  at?: Destination;
}

export interface Settings {
  /** SearchStax's tracking keys; null: any key that is not empty. */
  keys: string[] | null;
  /** Requests a second before SearchStax answers 429; 5 for sandbox apps; null: no limit. */
  requestsPerSecond: number | null;
  /** Whether SearchStax lets a script of another origin read its answers. */
  cors: boolean;
  /** Sitecore's goals and page events; null: every name is known. */
  goals: Goal[] | null;
  /** Sitecore's Analytics.EventQueryStringKey. */
  queryKey: string;
  /** Paths of media items that are not published, such as `/-/media/goals/trigger`. */
  unpublished: string[];
  /** Milliseconds that each answer takes. */
  delay: number;
  failure: Failure | null;
}

export const defaultSettings: Settings = {
  keys: null,
  requestsPerSecond,
  cors: true,
  goals: null,
  queryKey: defaultQueryKey,
  unpublished: [],
  delay: 0,
  failure: null,
};

const texts = { type: 'array', items: { type: 'string', minLength: 1 } };
const count = { type: 'integer', minimum: 0 };

const isSettings = new Ajv({ strict: true, verbose: true }).compile({
  type: 'object',
  additionalProperties: false,
  properties: {
    keys: { ...texts, nullable: true },
    requestsPerSecond: { ...count, nullable: true },
    cors: { type: 'boolean' },
    goals: {
      type: 'array',
      nullable: true,
      items: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: { name: { type: 'string', minLength: 1 }, id: { type: 'string' } },
      },
    },
    queryKey: { type: 'string', minLength: 1 },
    unpublished: texts,
    delay: { type: 'number', minimum: 0, maximum: 600_000 },
    failure: {
      type: 'object',
      nullable: true,
      required: ['as'],
      additionalProperties: false,
      properties: {
        as: { enum: [429, 500, 502, 503, 504, 'reset', 'hang'] },
        next: count,
        at: { enum: ['SearchStax', 'Sitecore'] },
      },
    },
  },
});

/**
 * Settings with some of them changed; an undefined one stays as it is.
 * @throws an error that names the setting that is unknown or wrong
 */
export function changed(settings: Settings, changes: unknown): Settings {
  if (isSettings(changes)) {
    const given = Object.entries(changes as Partial<Settings>).filter(([, value]) => value !== undefined);
    return { ...settings, ...Object.fromEntries(given) };
  }
  const why = isSettings.errors?.map((error) => reason(error, 'settings')).join('; ');
  throw new Error(`The settings stay as they are: ${why}`);
}
