/** SQL for finding people by keyed hashes, and for taking turns on them: tables `match_key` and `key_lock`. */
import type { Identity } from '../../standard/identity.ts';
import type { Connection } from '../driver.ts';
import type { CandidateBounds, MatchKeyVerbs, StoredCandidate, StoredMatchKey } from '../store.ts';
import { insertRows } from './insert.ts';

/** Keys share this many slots, so that the table of locks is bounded; two strangers on one slot only wait a few milliseconds. */
const slots = 16_384;

/** See `MatchKeyVerbs`. */
export function matchKeyVerbs(connection: Connection): MatchKeyVerbs {
  return {
    lockKeys: (keys) => lockKeys(connection, keys),
    addMatchKeys: (keys) => addMatchKeys(connection, keys),
    removeMatchKeys: async (recordId) => {
      await connection.query('delete from match_key where record_id = $1', [recordId]);
    },
    findCandidates: (keys, bounds) => findCandidates(connection, keys, bounds),
  };
}

/**
 * Ascending, or two transactions with two keys in common would wait for each other. The upsert takes the row's lock whether
 * the row was there or not; advisory locks would do under READ COMMITTED only.
 */
async function lockKeys(connection: Connection, keys: readonly string[]): Promise<void> {
  const taken = [...new Set(keys.map(slotOf))].sort((a, b) => a - b);
  await insertRows(
    connection,
    { into: 'key_lock (slot)', onConflict: 'on conflict (slot) do update set slot = excluded.slot' },
    taken.map((slot) => [slot]),
  );
}

/** FNV-1a, 32 bits. The keys are keyed hashes already: this only has to spread them. */
function slotOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % slots;
}

async function addMatchKeys(connection: Connection, keys: readonly StoredMatchKey[]): Promise<void> {
  const rows = keys.map(({ matchKey, customerId, recordId }) => [matchKey, customerId, recordId]);
  await insertRows(connection, { into: 'match_key (match_key, customer_id, record_id)' }, rows);
}

/** The inner limit stops counting a common key's customers one past the bound: enough to know that it is too common. */
const candidatesByKey = `
  with found as (
    select wanted.match_key, holder.customer_id
    from unnest($1::text[]) as wanted (match_key)
    cross join lateral (
      select distinct customer_id from match_key where match_key.match_key = wanted.match_key limit $2::int + 1
    ) as holder
  ), telling as (
    select match_key from found group by match_key having count(*) <= $2::int
  ), ranked as (
    select customer_id, count(*) as shared_keys
    from found join telling on telling.match_key = found.match_key
    group by customer_id order by shared_keys desc, customer_id limit $3::int
  )
  select ranked.customer_id as "customerId", customer.version, customer.status = 'provisional' as "isProvisional",
    latest.is_vouched_for as "isVouchedFor", latest.identity
  from ranked
  join customer on customer.customer_id = ranked.customer_id
  cross join lateral (
    select identity, vouched_for or assurance in ('staff-verified', 'source-system') as is_vouched_for
    from record where record.customer_id = ranked.customer_id
    order by is_vouched_for desc, recorded_at desc, record_id limit $4::int
  ) as latest
  order by ranked.shared_keys desc, ranked.customer_id`;

/** One record of one candidate. */
interface CandidateRow {
  readonly customerId: string;
  readonly version: number;
  readonly isProvisional: boolean;
  readonly isVouchedFor: boolean;
  readonly identity: Identity;
}

async function findCandidates(
  connection: Connection,
  keys: readonly string[],
  bounds: CandidateBounds,
): Promise<readonly StoredCandidate[]> {
  if (keys.length === 0) return [];
  const rows = await connection.query<CandidateRow>(candidatesByKey, [
    keys,
    bounds.customersPerKey,
    bounds.customers,
    bounds.recordsPerCustomer,
  ]);
  return gather(rows);
}

/** Records that somebody vouches for come first; once a customer has one, the others are no evidence of who it is. */
function gather(rows: readonly CandidateRow[]): readonly StoredCandidate[] {
  const candidates = new Map<string, StoredCandidate & { readonly records: Identity[]; readonly isVouchedFor: boolean }>();
  for (const { identity, ...row } of rows) {
    const known = candidates.get(row.customerId);
    if (known === undefined) candidates.set(row.customerId, { ...row, records: [identity] });
    else if (row.isVouchedFor || !known.isVouchedFor) known.records.push(identity);
  }
  return Array.from(candidates.values(), ({ isVouchedFor: _, ...candidate }) => candidate);
}
