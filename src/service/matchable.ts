/**
 * What may be used to find people: of an identity that is looked for, and of each stored one that it would be compared with, the
 * values that the policy lets be matched, by the source that they came from and for the purposes at hand.
 */
import { fieldsByName } from '../standard/fields/all-fields.ts';
import type { Identity } from '../standard/identity.ts';
import type { StoredCandidate } from '../store/store.ts';
import type { Policy } from './policy.ts';

/** Who looks, and what for; `source` is where the identity came from. */
export interface Looking {
  readonly source: string;
  readonly purposes: readonly string[];
}

/** The identity with the values that may be matched; itself where all may. */
export function matchablePart(policy: Policy, identity: Identity, looking: Looking): Identity {
  const barred = barredKeys(policy, looking);
  if (barred.every((key) => identity[key] === undefined)) return identity;
  return Object.fromEntries(Object.entries(identity).filter(([key]) => barred.every((one) => one !== key)));
}

/** The candidates as they may be compared; those of whom nothing is left are left out. `purposes` are those of whoever looks. */
export function matchableCandidates(
  policy: Policy,
  candidates: readonly StoredCandidate[],
  purposes: readonly string[],
): readonly StoredCandidate[] {
  return candidates.flatMap((candidate) => {
    const { records, sources } = candidate;
    const parts = records.map((identity, index) => matchablePart(policy, identity, { source: sources[index] ?? '', purposes }));
    const kept = parts.filter((identity) => Object.keys(identity).length > 0);
    return kept.length === 0 ? [] : [{ ...candidate, records: kept }];
  });
}

/** A submission weighs hundreds of stored records, of few sources: each source's rules are looked up once. */
const known = new WeakMap<Policy, Map<string, readonly (keyof Identity)[]>>();

function barredKeys(policy: Policy, { source, purposes }: Looking): readonly (keyof Identity)[] {
  const ofPolicy = known.get(policy) ?? new Map<string, readonly (keyof Identity)[]>();
  known.set(policy, ofPolicy);
  const name = JSON.stringify([source, purposes]);
  const barred =
    ofPolicy.get(name) ??
    Object.values(fieldsByName).flatMap(({ name: field, key }) =>
      policy.allows('match', { field, source, purposes }) ? [] : [key],
    );
  // Sources are named by whoever loads them: no more of them are kept than any council has.
  if (ofPolicy.size < 10_000) ofPolicy.set(name, barred);
  return barred;
}
