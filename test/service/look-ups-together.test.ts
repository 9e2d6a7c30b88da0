/** Look-ups that come at the same moment go to the database together, and each caller gets their own candidates. */
import { describe, expect, it } from 'vitest';
import { lookUpsTogether } from '../../src/service/look-ups-together.ts';
import type { CandidateBounds, FoundCandidates, Store, StoreUnit } from '../../src/store/store.ts';

const bounds: CandidateBounds = { customersPerKey: 3, customers: 10, recordsPerCustomer: 5 };

/** Answers each look-up with the one customer whose ID is its first key. */
function createFakeStore(): { readonly store: Store; readonly statements: string[][] } {
  const statements: string[][] = [];
  const searchCandidates: StoreUnit['searchCandidates'] = async (lookUps) => {
    const keys = lookUps.map(([key = '']) => key);
    statements.push(keys);
    await new Promise((resolve) => setImmediate(resolve));
    if (keys.includes('refused')) throw new TypeError('refused');
    return keys.map((customerId): FoundCandidates => ({ candidates: [candidateOf(customerId)], isCut: false }));
  };
  const unit = new Proxy({ searchCandidates } as StoreUnit, {});
  const never = () => Promise.reject(new TypeError('Nothing but single statements'));
  return { store: { singly: (work) => work(unit), transaction: never, close: never }, statements };
}

const candidateOf = (customerId: string) => ({
  customerId,
  version: 1,
  status: 'confirmed' as const,
  records: [],
  sources: [],
  said: [],
  isVouchedFor: false,
  isProvisional: false,
});

const idsOf = ({ candidates }: FoundCandidates) => candidates.map(({ customerId }) => customerId);

describe('Look-ups together', () => {
  it('go at once where nobody else asks', async () => {
    const { store, statements } = createFakeStore();
    expect(idsOf(await lookUpsTogether(store, bounds)(['one']))).toEqual(['one']);
    expect(statements).toEqual([['one']]);
  });

  it('share statements where many ask, and each caller gets their own candidates', async () => {
    const { store, statements } = createFakeStore();
    const names = Array.from({ length: 40 }, (_, number) => `person-${number}`);
    const found = await Promise.all(names.map((name) => lookUpsTogether(store, bounds)([name])));
    expect(found.map(idsOf)).toEqual(names.map((name) => [name]));
    expect(statements.flat().sort()).toEqual([...names].sort());
    expect(statements.length).toBeLessThan(10);
    expect(Math.max(...statements.map((keys) => keys.length))).toBeLessThanOrEqual(16);
  });

  it('fail together, and are none the worse afterwards', async () => {
    const { store } = createFakeStore();
    const lookUp = lookUpsTogether(store, bounds);
    await expect(lookUp(['refused'])).rejects.toThrow('refused');
    expect(idsOf(await lookUp(['after']))).toEqual(['after']);
  });
});
