/** References: bound to their service, and what they seal. */
import { describe, expect, it } from 'vitest';
import { deriveKeys } from '../../src/service/keys.ts';
import { createReference, hashReference, isReferenceOf } from '../../src/service/reference.ts';
import { seal, unseal } from '../../src/service/seal.ts';

const keys = deriveKeys(new Uint8Array(32).fill(1));
const otherKeys = deriveKeys(new Uint8Array(32).fill(2));
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('A reference', () => {
  const reference = createReference(keys, 'permits');

  it('is told as its service’s and as nobody else’s', () => {
    expect(isReferenceOf(keys, 'permits', reference)).toBe(true);
    expect(isReferenceOf(keys, 'bins', reference)).toBe(false);
    expect(isReferenceOf(otherKeys, 'permits', reference)).toBe(false);
  });

  it('is refused with any one character changed, left out or added', () => {
    const changed = Array.from(reference).flatMap((right, place) =>
      Array.from(`${alphabet}=+/ `)
        .filter((character) => character !== right)
        .map((character) => reference.slice(0, place) + character + reference.slice(place + 1)),
    );
    const shorter = Array.from(reference, (_, place) => reference.slice(0, place) + reference.slice(place + 1));
    const longer = Array.from(alphabet, (character) => reference + character);
    const mutations = [...changed, ...shorter, ...longer, '', ` ${reference}`, `${reference}\n`];
    expect(mutations.length).toBeGreaterThan(2_100);
    expect(mutations.filter((mutation) => isReferenceOf(keys, 'permits', mutation))).toEqual([]);
  });

  it('is another one every time, but the same for one idempotency key and content', () => {
    const repeatable = { idempotencyKey: 'k', contentDigest: 'd' };
    const again = createReference(keys, 'permits', repeatable);
    expect(createReference(keys, 'permits')).not.toBe(reference);
    expect(createReference(keys, 'permits', repeatable)).toBe(again);
    expect(createReference(keys, 'permits', { ...repeatable, contentDigest: 'e' })).not.toBe(again);
    expect(createReference(keys, 'permits', { idempotencyKey: 'kd', contentDigest: '' })).not.toBe(again);
    expect(createReference(keys, 'bins', repeatable)).not.toBe(again);
    expect(isReferenceOf(keys, 'permits', again)).toBe(true);
  });

  it('is stored as a hash that does not hold it', () => {
    expect(hashReference(reference)).toMatch(/^[\w-]{43}$/);
    expect(hashReference(reference)).not.toContain(reference.slice(0, 8));
  });
});

describe('What a reference seals', () => {
  const sealedFor = { reference: createReference(keys, 'permits'), service: 'permits' };
  const sealed = seal(keys, sealedFor, 'Plantagenista');

  it('opens with the reference, the service and the secret', () => {
    expect(unseal(keys, sealedFor, sealed)).toBe('Plantagenista');
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('Plantagenista');
  });

  it('opens without none of them, nor with a byte changed', () => {
    const flipped = Buffer.from(sealed, 'base64url');
    flipped[30] = (flipped[30] ?? 0) ^ 1;
    expect(() => unseal(otherKeys, sealedFor, sealed)).toThrow();
    expect(() => unseal(keys, { ...sealedFor, reference: createReference(keys, 'permits') }, sealed)).toThrow();
    expect(() => unseal(keys, { ...sealedFor, service: 'bins' }, sealed)).toThrow();
    expect(() => unseal(keys, sealedFor, flipped.toString('base64url'))).toThrow();
  });

  it('looks different every time', () => {
    expect(seal(keys, sealedFor, 'Plantagenista')).not.toBe(sealed);
  });
});
