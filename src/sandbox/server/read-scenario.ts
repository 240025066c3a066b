import { isObject, isTrigger, isUrl, type Rules, readByRules } from '../read-scenario.ts';
import type { ServerScenario } from './scenario.ts';

const isText = (value: unknown) => typeof value === 'string';
const isBoolean = (value: unknown) => typeof value === 'boolean';
const isCount = (value: unknown) => typeof value === 'number' && value >= 0;

const keys: Rules<keyof ServerScenario> = {
  fields: { fits: isObject, form: 'an object of field values' },
  events: { fits: listOf(isObject), form: 'a list of events, each an object of event data' },
  trigger: { fits: isTrigger, form: 'an event name, a list of them, or "*"' },
  request: {
    fits: (value) =>
      fitsKeys(value, {
        url: isUrl,
        method: isText,
        headers: isHeaders,
        body: () => true,
        remoteAddress: isText,
      }),
    form: 'an object of url (absolute), method, headers, body and remoteAddress',
  },
  respond: {
    fits: (value) => isObject(value) && Object.values(value).every(oneOrMany(isAnswer)),
    form: 'an object by part of the URL: {statusCode, headers, body, delay}, "failed" or "timed_out", or a list of these',
  },
  google: {
    fits: (value) => isObject(value) && Object.values(value).every(oneOrMany(isSettled)),
    form: 'an object by API, as in "Firestore.read users/1": {"resolves": value} or {"rejects": value}, or a list of these',
  },
  client: { fits: isText, form: 'the name of a client' },
  preview: { fits: isBoolean, form: 'true or false' },
  takesCommands: { fits: isBoolean, form: 'true or false' },
  privateKeys: {
    fits: (value) => isObject(value) && Object.values(value).every(isText),
    form: 'an object of secrets by key id',
  },
  tags: {
    fits: listOf((value) =>
      fitsKeys(
        value,
        {
          id: (id) => isText(id) || typeof id === 'number',
          status: isText,
          executionTime: isCount,
        },
        true,
      ),
    ),
    form: 'a list of {id, status, executionTime}',
  },
  time: { fits: isCount, form: 'a number of milliseconds since 1970' },
};

/**
 * Reads a scenario for a server template.
 *
 * @param text JSON
 * @param file its name, for errors
 * @throws an Error that names the line of broken JSON, an unknown key, or what a key must be
 */
export function readServerScenario(text: string, file: string): ServerScenario {
  return readByRules<ServerScenario>(text, file, keys);
}

function isAnswer(value: unknown): boolean {
  if (value === 'failed' || value === 'timed_out') return true;
  return fitsKeys(value, {
    statusCode: isCount,
    headers: isHeaders,
    body: () => true,
    delay: isCount,
  });
}

function isSettled(value: unknown): boolean {
  return isObject(value) && ['resolves', 'rejects'].includes(Object.keys(value).join());
}

function isHeaders(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(oneOrMany(isText));
}

/** Whether an object has no other keys than these, and what each must be; `whole`: and all of them. */
function fitsKeys(
  value: unknown,
  rules: Readonly<Record<string, (value: unknown) => boolean>>,
  whole = false,
): boolean {
  if (!isObject(value)) return false;
  if (whole && !Object.keys(rules).every((key) => Object.hasOwn(value, key))) return false;
  return Object.entries(value).every(
    ([key, part]) => Object.hasOwn(rules, key) && rules[key]?.(part) === true,
  );
}

function listOf(fits: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(fits);
}

function oneOrMany(fits: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => (Array.isArray(value) ? value.length > 0 && value.every(fits) : fits(value));
}
