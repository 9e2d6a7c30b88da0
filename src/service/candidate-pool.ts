/**
 * Candidates for many people who are linked in one transaction, where each must find those who came before it in the same batch though
 * nothing of them is in the database yet. In memory; decides nothing.
 */
import type { FoundCandidates, StoredCandidate, StoredRecord } from '../store/store.ts';

/** A record that was given to a customer, and the keys that it will be found by. */
export interface Given {
  readonly record: StoredRecord;
  readonly matchKeys: readonly string[];
  /** Of a customer that was made for it. */
  readonly isProvisional: boolean;
}

export interface CandidatePool {
  /** Who was found and who was given a record under one of the keys, as they are by now. */
  of(found: FoundCandidates, matchKeys: readonly string[]): readonly StoredCandidate[];
  give(given: Given): void;
}

/** Of nobody yet. */
export function createCandidatePool(): CandidatePool {
  const current = new Map<string, StoredCandidate>();
  const givenUnder = new Map<string, Set<string>>();
  return {
    of: ({ candidates }, matchKeys) => {
      const ids = new Set(candidates.map(({ customerId }) => customerId));
      for (const candidate of candidates) if (!current.has(candidate.customerId)) current.set(candidate.customerId, candidate);
      for (const key of matchKeys) for (const customerId of givenUnder.get(key) ?? []) ids.add(customerId);
      return [...ids].flatMap((customerId) => current.get(customerId) ?? []);
    },
    give: ({ record, matchKeys, isProvisional }) => {
      const { customerId } = record;
      current.set(customerId, withRecord(current.get(customerId) ?? unheardOf(customerId, isProvisional), record));
      for (const key of matchKeys) givenUnder.set(key, (givenUnder.get(key) ?? new Set()).add(customerId));
    },
  };
}

function unheardOf(customerId: string, isProvisional: boolean): StoredCandidate {
  const status = isProvisional ? 'provisional' : 'confirmed';
  return { customerId, version: 1, status, isProvisional, isVouchedFor: false, records: [], sources: [], said: [] };
}

/** Once somebody vouches for one of a customer's records, the others are no evidence of who it is. */
function withRecord(candidate: StoredCandidate, record: StoredRecord): StoredCandidate {
  const { identity, source, assurance } = record;
  const said = [record, ...candidate.said];
  const isVouchedFor = assurance === 'source-system' || assurance === 'staff-verified';
  if (candidate.isVouchedFor && !isVouchedFor) return { ...candidate, said };
  const isAlone = isVouchedFor && !candidate.isVouchedFor;
  const [records, sources] = isAlone ? [[], []] : [candidate.records, candidate.sources];
  return { ...candidate, isVouchedFor, records: [identity, ...records], sources: [source, ...sources], said };
}
