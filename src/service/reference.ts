/**
 * References: what a form hands to its service in place of a customer ID. 128 random bits and a 64-bit code that binds them
 * to the service, 32 characters of base64url without a spare bit. The index stores a hash only, so nobody who reads the
 * database can use one; and the code tells a forged or foreign reference from one that has merely expired.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { everyKey, keyedHash } from './keys.ts';
import type { IndexKeys } from './keys.ts';

const randomBytesLength = 16;
const codeLength = 8;
const pattern = /^[A-Za-z0-9_-]{32}$/;

/** A repeatable call: the same key and content from the same service get the same reference. */
export interface Repeatable {
  readonly idempotencyKey: string;
  /** Digest of what was asked, so that a key used twice for different people gives two references. */
  readonly contentDigest: string;
}

/** A new reference for the service. With `repeatable` its random part is a keyed hash, so that a retry finds the first one. */
export function createReference(keys: IndexKeys, service: string, repeatable?: Repeatable): string {
  const random =
    repeatable === undefined
      ? randomBytes(randomBytesLength)
      : keyedHash(keys.repeat, service, repeatable.idempotencyKey, repeatable.contentDigest).subarray(0, randomBytesLength);
  return Buffer.concat([random, codeOf(keys, service, random)]).toString('base64url');
}

/** Whether this index made the reference for this service; says nothing about whether it still stands. */
export function isReferenceOf(keys: IndexKeys, service: string, reference: string): boolean {
  if (!pattern.test(reference)) return false;
  const bytes = Buffer.from(reference, 'base64url');
  const random = bytes.subarray(0, randomBytesLength);
  const code = bytes.subarray(randomBytesLength);
  return everyKey(keys).some((one) => timingSafeEqual(code, codeOf(one, service, random)));
}

/** What is stored of a reference. A plain hash will do: 128 random bits cannot be tried out. */
export function hashReference(reference: string): string {
  return createHash('sha256').update(reference).digest('base64url');
}

function codeOf(keys: IndexKeys, service: string, random: Uint8Array): Buffer {
  return keyedHash(keys.reference, service, random).subarray(0, codeLength);
}
