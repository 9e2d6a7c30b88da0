/** SQL for finding people by keyed hashes, and for taking turns on them: tables `match_key` and `key_lock`. */
import type { Identity } from '../../standard/identity.ts';
import type { Connection } from '../driver.ts';
import type { CandidateBounds, FoundCandidates, MatchKeyVerbs, StoredCandidate, StoredMatchKey } from '../store.ts';
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
    findCandidates: async (keys, bounds) => (await searchCandidates(connection, keys, bounds)).candidates,
    searchCandidates: (keys, bounds) => searchCandidates(connection, keys, bounds),
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
    group by customer_id order by shared_keys desc, customer_id limit $3::int + 1
  ), bounded as (
    select * from ranked order by shared_keys desc, customer_id limit $3::int
  )
  select bounded.customer_id as "customerId", customer.version, customer.status = 'provisional' as "isProvisional",
    restriction.is_restricted as "isRestricted", latest.is_vouched_for as "isVouchedFor", latest.identity, latest.source,
    bounded.shared_keys
  from bounded
  join customer on customer.customer_id = bounded.customer_id
  left join customer_restriction restriction on restriction.customer_id = bounded.customer_id
  cross join lateral (
    select identity, source, vouched_for or assurance in ('staff-verified', 'source-system') as is_vouched_for
    from record where record.customer_id = bounded.customer_id
    order by is_vouched_for desc, recorded_at desc, record_id limit $4::int
  ) as latest
  union all
  select null, null, null, null, null, null, null, null
  where exists (select 1 from found group by match_key having count(*) > $2::int) or (select count(*) from ranked) > $3::int
  order by shared_keys desc nulls last, "customerId", "isVouchedFor" desc`;

/** One record of one candidate; or, last and all null, the word that a bound cut something off. */
type CandidateRow = FoundRow | { readonly customerId: null };

interface FoundRow {
  readonly customerId: string;
  readonly version: number;
  readonly isProvisional: boolean;
  readonly isRestricted: boolean | null;
  readonly isVouchedFor: boolean;
  readonly identity: Identity;
  readonly source: string;
}

async function searchCandidates(
  connection: Connection,
  keys: readonly string[],
  bounds: CandidateBounds,
): Promise<FoundCandidates> {
  if (keys.length === 0) return { candidates: [], isCut: false };
  const rows = await connection.query<CandidateRow>(candidatesByKey, [
    keys,
    bounds.customersPerKey,
    bounds.customers,
    bounds.recordsPerCustomer,
  ]);
  const found = rows.filter((row): row is FoundRow => row.customerId !== null);
  return { candidates: gather(found), isCut: found.length < rows.length };
}

/** Records that somebody vouches for come first; once a customer has one, the others are no evidence of who it is. */
function gather(rows: readonly FoundRow[]): readonly StoredCandidate[] {
  const candidates = new Map<string, Gathered>();
  for (const { customerId, version, isProvisional, isRestricted, isVouchedFor, identity, source } of rows) {
    const known = candidates.get(customerId);
    const restricted = isRestricted === true ? { isRestricted } : {};
    const candidate = { customerId, version, isProvisional, isVouchedFor, ...restricted };
    if (known === undefined) candidates.set(customerId, { ...candidate, records: [identity], sources: [source] });
    else if (isVouchedFor || !known.isVouchedFor) {
      known.records.push(identity);
      known.sources.push(source);
    }
  }
  return Array.from(candidates.values(), ({ isVouchedFor: _, ...candidate }) => candidate);
}

interface Gathered extends StoredCandidate {
  readonly records: Identity[];
  readonly sources: string[];
  readonly isVouchedFor: boolean;
}
