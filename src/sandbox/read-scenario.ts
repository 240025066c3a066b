import { type JsonError, readJson } from './json.ts';
import type { Scenario } from './scenario.ts';

const verdicts = ['load', 'error', 'never'];

/** What each key of a scenario must be, and how the error says it. */
export type Rules<Keys extends string> = Readonly<
  Record<Keys, { fits: (value: unknown) => boolean; form: string }>
>;

const keys: Rules<keyof Scenario> = {
  fields: { fits: isObject, form: 'an object of field values' },
  events: {
    fits: (value) => Array.isArray(value) && value.every(isObject),
    form: 'a list of data layer pushes, each an object',
  },
  trigger: { fits: isTrigger, form: 'an event name, a list of them, or "*"' },
  url: { fits: isUrl, form: 'an absolute URL, as in "https://www.example.com/"' },
  cookies: { fits: (value) => typeof value === 'string', form: 'text, as in "a=b; c=d"' },
  localStorage: { fits: isObject, form: 'an object of texts' },
  window: {
    fits: isObject,
    form: 'an object; {"$function": "name", "returns": ...} in it stands for a function',
  },
  consent: { fits: isConsent, form: 'an object of "granted" and "denied" by consent type' },
  respond: {
    fits: (value) => isVerdict(value) || (isObject(value) && Object.values(value).every(isVerdict)),
    form: '"load", "error" or "never", or an object of these by part of the URL',
  },
  preview: { fits: (value) => typeof value === 'boolean', form: 'true or false' },
};

/**
 * Reads a scenario.
 *
 * @param text JSON
 * @param file its name, for errors
 * @throws an Error that names the line of broken JSON, an unknown key, or what a key must be
 */
export function readScenario(text: string, file: string): Scenario {
  const read = readByRules<Scenario>(text, file, keys);
  for (const [index, step] of (read.events ?? []).entries()) {
    checkStep(step, `${file}: events[${index}]`);
  }
  return read;
}

/** Reads an object of JSON whose keys are known; `readScenario` tells the errors. */
export function readByRules<Read>(text: string, file: string, rules: Rules<keyof Read & string>): Read {
  let read: unknown;
  try {
    read = readJson(text).value;
  } catch (error) {
    const { line, column, reason } = (error as JsonError).fault;
    throw new Error(`${file}:${line}:${column}: this is not JSON (${reason}).`);
  }
  if (!isObject(read)) throw new Error(`${file}: a scenario is an object.`);
  for (const [key, value] of Object.entries(read)) {
    const rule = Object.hasOwn(rules, key) ? rules[key as keyof Read & string] : undefined;
    if (!rule) throw new Error(`${file}: unknown key "${key}". Keys are ${Object.keys(rules).join(', ')}.`);
    if (!rule.fits(value)) throw new Error(`${file}: "${key}" must be ${rule.form}.`);
  }
  return read as Read;
}

/** What stands between pushes, and how the error says what it must be. */
const steps: Rules<'$wait' | '$consent' | '$gtag'> = {
  $wait: {
    fits: (value) => typeof value === 'number' && value >= 0,
    form: 'a number of milliseconds',
  },
  $consent: { fits: isConsent, form: keys.consent.form },
  $gtag: {
    fits: (value) => Array.isArray(value) && typeof value[0] === 'string',
    form: 'a list: the arguments of gtag, as in ["event", "search", {}]',
  },
};

/** Steps between pushes begin with `$`; no data layer key of GTM's does. */
function checkStep(step: Record<string, unknown>, where: string): void {
  const [command, ...others] = Object.keys(step).filter((key) => key.startsWith('$'));
  if (command === undefined) return;
  const rule = Object.hasOwn(steps, command) ? steps[command as keyof typeof steps] : undefined;
  if (!rule) {
    throw new Error(`${where}: unknown step "${command}". Steps are ${Object.keys(steps).join(', ')}.`);
  }
  if (others.length > 0 || Object.keys(step).length > 1)
    throw new Error(`${where}: "${command}" stands alone.`);
  if (!rule.fits(step[command])) throw new Error(`${where}: "${command}" must be ${rule.form}.`);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isVerdict(value: unknown): boolean {
  return verdicts.includes(value as string);
}

function isConsent(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((state) => state === 'granted' || state === 'denied');
}

export function isTrigger(value: unknown): boolean {
  return (
    typeof value === 'string' || (Array.isArray(value) && value.every((name) => typeof name === 'string'))
  );
}

export function isUrl(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value);
}
