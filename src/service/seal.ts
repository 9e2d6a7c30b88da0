/**
 * Seals what a resolution holds, so that neither the database nor the master secret alone opens it: the key is derived
 * from the secret and the reference, and the reference is stored nowhere. AES-256-GCM, bound to the service.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { everyKey, keyedHash } from './keys.ts';
import type { IndexKeys } from './keys.ts';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

export interface SealedFor {
  readonly reference: string;
  readonly service: string;
}

/** base64url of nonce, tag and ciphertext. */
export function seal(keys: IndexKeys, sealedFor: SealedFor, text: string): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, keyOf(keys, sealedFor), nonce);
  cipher.setAAD(Buffer.from(sealedFor.service));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64url');
}

/** The text again. Throws where the sealed bytes were changed, or belong to another reference or service. */
export function unseal(keys: IndexKeys, sealedFor: SealedFor, sealed: string): string {
  for (const one of everyKey(keys)) {
    try {
      return unsealWith(one, sealedFor, sealed);
    } catch {
      // Under another secret, or under none.
    }
  }
  throw new TypeError('Sealed under another secret, for another reference or service, or changed');
}

function unsealWith(keys: IndexKeys, sealedFor: SealedFor, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(algorithm, keyOf(keys, sealedFor), bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(sealedFor.service));
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]).toString('utf8');
}

function keyOf(keys: IndexKeys, sealedFor: SealedFor): Buffer {
  return keyedHash(keys.sealing, sealedFor.reference);
}
