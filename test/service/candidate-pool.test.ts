/** Candidates of people who are linked in one transaction: what the database says of a customer is older than what the batch has given it. */
import { describe, expect, it } from 'vitest';
import { createCandidatePool } from '../../src/service/candidate-pool.ts';
import type { FoundCandidates, StoredCandidate } from '../../src/store/store.ts';
import { recordOf } from '../store/sample-records.ts';

const [ann, bea] = [{ name: { given: 'Ann', family: 'Sample' } }, { name: { given: 'Bea', family: 'Sample' } }];
const nobody: FoundCandidates = { candidates: [], isCut: false };

function foundOf(customerId: string): FoundCandidates {
  const candidate: StoredCandidate = {
    customerId,
    version: 3,
    status: 'confirmed',
    isProvisional: false,
    isVouchedFor: true,
    records: [ann],
    sources: ['library'],
    said: [],
  };
  return { candidates: [candidate], isCut: false };
}

describe('A pool of candidates', () => {
  it('has whoever the database found', () => {
    expect(createCandidatePool().of(foundOf('known'), ['key'])).toMatchObject([
      { customerId: 'known', version: 3, records: [ann] },
    ]);
  });

  it('has whoever was given a record under one of the keys, though the database does not', () => {
    const pool = createCandidatePool();
    pool.give({ record: recordOf('made', { identity: bea }), matchKeys: ['one', 'two'], isProvisional: true });
    expect(pool.of(nobody, ['two', 'three'])).toMatchObject([{ customerId: 'made', isProvisional: true, records: [bea] }]);
    expect(pool.of(nobody, ['three'])).toEqual([]);
  });

  it('goes on knowing what a customer was given, when the database finds the customer as it was before', () => {
    const pool = createCandidatePool();
    pool.of(foundOf('known'), ['one']);
    pool.give({ record: recordOf('known', { identity: bea }), matchKeys: ['one'], isProvisional: false });
    expect(pool.of(foundOf('known'), ['two'])).toMatchObject([{ customerId: 'known', records: [bea, ann] }]);
  });
});
