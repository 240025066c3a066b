import { Ajv } from 'ajv';
import { trackContract } from './contract.ts';
import { reason } from './reason.ts';

const keepsContract = new Ajv({ strict: true, verbose: true }).compile(trackContract());

/**
 * Checks one decoded event against the wire contract.
 * @param keys the tracking keys that exist; undefined or null: any key that is not empty
 * @returns what is wrong with it ("properties.query is missing"), undefined when nothing is
 */
export function checkEvent(event: unknown, keys?: string[] | null): string | undefined {
  if (!keepsContract(event)) return keepsContract.errors?.[0] && reason(keepsContract.errors[0]);
  const { key } = (event as { properties: { key: string } }).properties;
  return keys && !keys.includes(key) ? 'properties.key is no tracking key that is known here' : undefined;
}
