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
    const kept = parts.filter(isSaying);
    return kept.length === 0 ? [] : [{ ...candidate, records: kept }];
  });
}

function isSaying(identity: Identity): boolean {
  for (const key in identity) if (Object.hasOwn(identity, key)) return true;
  return false;
}

type Barred = readonly (keyof Identity)[];

/** A submission weighs hundreds of stored records, of few sources: each source's rules are looked up once. By purposes, and by source. */
const known = new WeakMap<Policy, Map<string, Map<string, Barred>>>();

function barredKeys(policy: Policy, { source, purposes }: Looking): Barred {
  const bySource = rulesFor(policy, purposes);
  const barred =
    bySource.get(source) ??
    Object.values(fieldsByName).flatMap(({ name: field, key }) =>
      policy.allows('match', { field, source, purposes }) ? [] : [key],
    );
  // Sources are named by whoever loads them: no more of them are kept than any council has.
  if (bySource.size < 10_000) bySource.set(source, barred);
  return barred;
}

/** Purposes have no space in their names. */
function rulesFor(policy: Policy, purposes: readonly string[]): Map<string, Barred> {
  const ofPolicy = known.get(policy) ?? new Map<string, Map<string, Barred>>();
  known.set(policy, ofPolicy);
  const name = purposes.length === 1 ? (purposes[0] ?? '') : purposes.join(' ');
  const bySource = ofPolicy.get(name) ?? new Map<string, Barred>();
  // A caller names its purposes in any order.
  if (ofPolicy.size < 1_000) ofPolicy.set(name, bySource);
  return bySource;
}
