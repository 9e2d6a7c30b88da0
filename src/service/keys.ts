/**
 * The keys of the index, one per purpose, all derived from one master secret (HKDF, RFC 5869). And the keyed hashes made with them.
 * Which of several secrets is used for what is key-ring.ts.
 */
import { createHmac, hkdfSync, type Hmac } from 'node:crypto';

/** The fewest bytes that a master secret may have. */
export const secretLength = 32;

/** Each 32 bytes. One never stands in for another: a match key says nothing about a digest of the same text. */
export interface IndexKeys {
  readonly matching: Uint8Array;
  readonly reference: Uint8Array;
  readonly repeat: Uint8Array;
  readonly digest: Uint8Array;
  readonly sealing: Uint8Array;
  readonly audit: Uint8Array;
  readonly budget: Uint8Array;
  readonly accessToken: Uint8Array;
  /** Of which every quarter's signing key is derived. */
  readonly signing: Uint8Array;
  /** Not a secret: tells one master secret from another, so that a database is never used with the wrong one. */
  readonly fingerprint: string;
  /** Of the other secrets that the index was told, while one takes the place of another: what was made with them still counts. */
  readonly others: readonly IndexKeys[];
}

/** Those that things are made with first, and then those that still count. */
export function everyKey(keys: IndexKeys): readonly IndexKeys[] {
  return [keys, ...keys.others];
}

/** Derives all keys. `secret` has at least {@link secretLength} random bytes. */
export function deriveKeys(secret: Uint8Array): IndexKeys {
  const key = (purpose: string) => new Uint8Array(hkdfSync('sha256', secret, '', `citizen-index ${purpose}`, 32));
  return {
    matching: key('matching'),
    reference: key('reference'),
    repeat: key('repeat'),
    digest: key('digest'),
    sealing: key('sealing'),
    audit: key('audit'),
    budget: key('budget'),
    accessToken: key('access token'),
    signing: key('signing'),
    fingerprint: Buffer.from(key('fingerprint')).toString('base64url').slice(0, 22),
    others: [],
  };
}

/** HMAC-SHA256 over the parts; each is preceded by its length, so that no two lists of parts run together the same way. */
export function keyedHash(key: Uint8Array, ...parts: readonly (string | Uint8Array)[]): Buffer {
  return hmacOver(key, parts).digest();
}

/** Texts that stand together go in together: a seal is over thousands. */
function hmacOver(key: Uint8Array, parts: readonly (string | Uint8Array)[]): Hmac {
  const hmac = createHmac('sha256', key);
  let text = '';
  for (const part of parts) {
    text += `${Buffer.byteLength(part)}:`;
    if (typeof part === 'string') {
      text += part;
    } else {
      hmac.update(text).update(part);
      text = '';
    }
  }
  return hmac.update(text);
}

/** 128 bits of a keyed hash in base64url: what match keys, lock keys and digests are stored as. */
export function shortHash(key: Uint8Array, ...parts: readonly string[]): string {
  // As text at once, which is two thirds of the time: of the last character the first two bits count, the others are nought.
  const whole = hmacOver(key, parts).digest('base64url');
  return whole.slice(0, 21) + 'AQgw'.charAt(base64url.indexOf(whole.charAt(21)) >> 4);
}

/** RFC 4648, table 2. */
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
