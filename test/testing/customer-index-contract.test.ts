/** The contract itself: an index that breaks it in one way fails the case meant for that, and no other. */
import { describe, expect, it } from 'vitest';
import { createMemoryIndex } from '../../src/adapters/memory.ts';
import type { CallOptions, CustomerIndex } from '../../src/protocol/customer-index.ts';
import { AdapterError } from '../../src/protocol/error.ts';
import type { Resolution, ResolveRequest } from '../../src/protocol/resolution.ts';
import { customerIndexContract } from '../../src/testing/index.ts';

type Resolve = CustomerIndex['resolve'];

const sound = createMemoryIndex();
/** A sound index with its answers or calls spoilt. */
const spoilt = (spoil: (resolve: Resolve) => Resolve): CustomerIndex => ({
  resolve: spoil((request, options) => sound.resolve(request, options)),
});
const answering = (change: (resolution: Resolution) => Resolution): CustomerIndex =>
  spoilt((resolve) => async (request, options) => change(await resolve(request, options)));

/** The names of the cases that fail. */
const failuresOf = async (index: CustomerIndex, discloses = true): Promise<string[]> => {
  const failed: string[] = [];
  for (const { name, run } of customerIndexContract) {
    await run(() => ({ index, service: 'library', discloses })).catch(() => failed.push(name));
  }
  return failed;
};

const hidden = ({ reference, expiresAt }: Resolution): Resolution => ({ reference, expiresAt });
let counter = 0;

const breaches: readonly (readonly [string, CustomerIndex, RegExp])[] = [
  ['a reference that has expired', answering((answer) => ({ ...answer, expiresAt: '2001-01-01T00:00:00Z' })), /good for a while/],
  [
    'references that are counted',
    answering((answer) => ({ ...answer, reference: `reference-${++counter}` })),
    /nobody could guess|idempotency key/,
  ],
  [
    'a signal that is not heeded',
    spoilt(
      (resolve) =>
        (request, { signal: _, ...options }: CallOptions = {}) =>
          resolve(request, options),
    ),
    /aborted/,
  ],
  [
    'an error of another class',
    spoilt(
      (resolve) => (request, options) =>
        resolve(request, options).catch(() => Promise.reject(new DOMException('aborted', 'AbortError'))),
    ),
    /aborted/,
  ],
  [
    'another code',
    spoilt(
      (resolve) => (request, options) =>
        resolve(request, options).catch(() => Promise.reject(new AdapterError('ADAPTER_TIMEOUT', 'late'))),
    ),
    /aborted/,
  ],
  [
    'an idempotency key that is not heeded',
    spoilt(
      (resolve) =>
        (request, { idempotencyKey: _, ...options }: CallOptions = {}) =>
          resolve(request, options),
    ),
    /idempotency key/,
  ],
  [
    'a request that is changed',
    spoilt((resolve) => (request: ResolveRequest, options) => resolve(Object.assign(request, { profile: 'gb' }), options)),
    /leaves the request/,
  ],
  ['one customer for everybody', answering((answer) => ({ ...answer, customerId: 'GBX-1' })), /one person from another/],
  ['no customer where one is promised', answering(hidden), /one person from another/],
];

describe('the contract of a Customer Index', () => {
  it('is kept by the index in memory', async () => {
    expect(await failuresOf(sound)).toEqual([]);
  });

  it('is kept by an index that discloses nothing, and says so', async () => {
    expect(await failuresOf(answering(hidden), false)).toEqual([]);
  });

  it.each(breaches)('notices %s', async (_, index, sentence) => {
    const failed = await failuresOf(index);
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.filter((name) => !sentence.test(name))).toEqual([]);
  });

  it('notices an index that tells what it must not', async () => {
    expect(await failuresOf(sound, false)).toEqual([expect.stringMatching(/one person from another/)]);
  });

  it('closes what a case opened, also where it fails', async () => {
    let closed = 0;
    const close = (): void => void closed++;
    for (const { run } of customerIndexContract) {
      await run(() => ({ index: answering(hidden), service: 'library', discloses: true, close })).catch(() => undefined);
    }
    expect(closed).toBe(customerIndexContract.length);
  });
});
