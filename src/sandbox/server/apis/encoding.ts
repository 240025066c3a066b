import { createHash, createHmac } from 'node:crypto';
import { encodingApis as webApis } from '../../apis/encoding.ts';
import { SandboxError, type SandboxFunction, type SandboxObject } from '../../values.ts';
import { callBack, type ServerApis } from './api.ts';

export const encodingApis: ServerApis = {
  hmacSha256: {
    permission: 'use_custom_private_keys',
    args: ['string', 'string', 'Object|undefined'],
    unverified:
      'the name of the parameter that lists the key ids in the permission (here `keyIds` and `keys`)',
    call({ page, assert }, text: string, keyId: string, options?: SandboxObject) {
      assert('use_custom_private_keys', keyId);
      const secret = Object.hasOwn(page.privateKeys, keyId) ? page.privateKeys[keyId] : undefined;
      if (secret === undefined) throw new SandboxError(`There is no private key ${keyId}.`);
      return createHmac('sha256', secret).update(text).digest(encodingOf(options, 'base64url'));
    },
  },
  sha256: {
    args: ['string', 'function', 'Object|undefined'],
    call(context, text: string, onSuccess: SandboxFunction, options?: SandboxObject) {
      const digest = createHash('sha256').update(text).digest(encodingOf(options, 'base64'));
      context.page.pending.wait(Promise.resolve(digest), (hash) => callBack(context, onSuccess, [hash]));
      return undefined;
    },
  },
  sha256Sync: {
    args: ['string', 'Object|undefined'],
    call: (_context, text: string, options?: SandboxObject) =>
      createHash('sha256').update(text).digest(encodingOf(options, 'base64')),
  },
  toBase64: {
    args: ['string', 'Object|undefined'],
    unverified: 'whether `urlEncoding` leaves the padding out (here it does)',
    call(context, text: string, options?: SandboxObject) {
      const encoded = webApis.toBase64?.call?.(context, text);
      if (typeof encoded !== 'string' || options?.get('urlEncoding') !== true) return encoded;
      return Buffer.from(encoded, 'base64').toString('base64url');
    },
  },
};

function encodingOf(options: SandboxObject | undefined, otherwise: 'base64' | 'base64url') {
  const asked = options?.get('outputEncoding');
  return asked === 'hex' || asked === 'base64' || asked === 'base64url' ? asked : otherwise;
}
