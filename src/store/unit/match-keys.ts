/** SQL for finding people by keyed hashes, and for taking turns on them: tables `match_key` and `key_lock`. */
import type { Identity } from '../../standard/identity.ts';
import type { Connection } from '../driver.ts';
import type {
  CandidateBounds,
  CustomerStatus,
  FoundCandidates,
  MatchKeyVerbs,
  SaidRecord,
  StoredCandidate,
  StoredMatchKey,
} from '../store.ts';
import { insertRows } from './insert.ts';

/** Keys share this many slots, so that the table of locks is bounded; two strangers on one slot only wait a few milliseconds. */
const slots = 16_384;

/** See `MatchKeyVerbs`. */
export function matchKeyVerbs(connection: Connection): MatchKeyVerbs {
  return {
    lockKeys: (keys) => lockKeys(connection, keys),
    addMatchKeys: (keys) => insertMatchKeys(connection, keys),
    removeMatchKeys: async (recordId) => {
      await connection.query('delete from match_key where record_id = $1', [recordId]);
    },
    searchCandidates: (lookUps, bounds) => searchCandidates(connection, lookUps, bounds),
    tellOf: (candidates) => candidates,
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
    { into: 'key_lock (slot integer)', onConflict: 'on conflict (slot) do update set slot = excluded.slot' },
    taken.map((slot) => [slot]),
  );
}

/** FNV-1a, 32 bits. The keys are keyed hashes already: this only has to spread them. */
function slotOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % slots;
}

/** `onConflict` is appended as it is. */
export async function insertMatchKeys(connection: Connection, keys: readonly StoredMatchKey[], onConflict = ''): Promise<void> {
  const rows = keys.map(({ matchKey, customerId, recordId }) => [matchKey, customerId, recordId]);
  await insertRows(connection, { into: 'match_key (match_key text, customer_id text, record_id uuid)', onConflict }, rows);
}

/** The inner limit stops counting a common key's customers one past the bound: enough to know that it is too common. */
const holdersByKey = `
  select wanted.match_key as "matchKey", holder.customer_id as "customerId"
  from unnest($1::text[]) as wanted (match_key)
  cross join lateral (
    select distinct customer_id from match_key where match_key.match_key = wanted.match_key limit $2::int + 1
  ) as holder`;

const candidateColumns = `customer.customer_id as "customerId", customer.version, customer.status,
    restriction.is_restricted as "isRestricted", restriction.hides_history as "hidesHistory", latest.record_id as "recordId",
    latest.is_vouched_for as "isVouchedFor", latest.assurance, latest.recorded_at as "recordedAt", latest.ended_at as "endedAt",
    latest.identity, latest.source`;

/**
 * What the rows of `wanted` name, with the latest of each one's records; `limit` is a parameter. The limit of one keeps the database
 * from reading all customers for a load's few thousand.
 */
const candidatesOf = (limit: string) => `
  cross join lateral (
    select customer_id, version, status from customer where customer.customer_id = wanted.customer_id limit 1
  ) as customer
  left join customer_restriction restriction on restriction.customer_id = wanted.customer_id
  cross join lateral (
    select record_id, identity, source, assurance, recorded_at, ended_at, vouched_for or assurance in ('staff-verified', 'source-system') as is_vouched_for
    from record where record.customer_id = wanted.customer_id
    order by is_vouched_for desc, recorded_at desc, record_id limit ${limit}::int
  ) as latest`;

const candidatesById = `
  select ${candidateColumns} from unnest($1::text[]) as wanted (customer_id) ${candidatesOf('$2')}`;

/**
 * Holders, `rank` and candidates of one look-up in one statement, as each more makes a caller wait for one more answer. A key's holders are
 * an array, which counts itself.
 */
const candidatesByKeys = `
  with held as materialized (
    select array(
      select distinct customer_id from match_key where match_key.match_key = wanted.match_key limit $2::int + 1
    ) as holders from unnest($1::text[]) as wanted (match_key)
  ), wanted as materialized (
    select customer_id, count(*) as shared, count(*) over () as found
    from held cross join lateral unnest(holders) as customer_id where cardinality(holders) <= $2::int
    group by customer_id order by shared desc, customer_id collate "C" limit $3::int
  ), bound as (
    select bool_or(cardinality(holders) > $2::int) or coalesce((select max(found) from wanted), 0) > $3::int as "isCut" from held
  )
  select "isCut", candidate.* from bound
  left join (select ${candidateColumns}, wanted.shared from wanted ${candidatesOf('$4')}) as candidate on true
  order by shared desc, "customerId" collate "C"`;

/** One record of one candidate. */
interface CandidateRow extends Omit<SaidRecord, 'endedAt'> {
  readonly customerId: string;
  readonly version: number;
  readonly status: CustomerStatus;
  readonly isRestricted: boolean | null;
  readonly hidesHistory: boolean | null;
  readonly isVouchedFor: boolean;
  readonly endedAt: Date | null;
}

async function searchCandidates(
  connection: Connection,
  lookUps: readonly (readonly string[])[],
  bounds: CandidateBounds,
): Promise<readonly FoundCandidates[]> {
  const [only, ...more] = lookUps;
  if (only !== undefined && more.length === 0) return [await searchByKeys(connection, only, bounds)];
  const keys = [...new Set(lookUps.flat())];
  const holders = keys.length === 0 ? new Map<string, string[]>() : await findHolders(connection, keys, bounds);
  const ranked = lookUps.map((own) => rank(own, holders, bounds));
  const customerIds = [...new Set(ranked.flatMap((one) => one.customerIds))];
  const candidates = await findById(connection, customerIds, bounds);
  return ranked.map(({ customerIds: own, isCut }) => ({
    candidates: own.flatMap((customerId) => candidates.get(customerId) ?? []),
    isCut,
  }));
}

/** At least one row, which tells of no candidate where there is none. */
type FoundRow = { readonly isCut: boolean } & (CandidateRow | { readonly customerId: null });

async function searchByKeys(
  connection: Connection,
  keys: readonly string[],
  { customersPerKey, customers, recordsPerCustomer }: CandidateBounds,
): Promise<FoundCandidates> {
  if (keys.length === 0) return { candidates: [], isCut: false };
  const rows = await connection.query<FoundRow>(candidatesByKeys, [
    [...new Set(keys)],
    customersPerKey,
    customers,
    recordsPerCustomer,
  ]);
  const candidates = gather(rows.filter((row) => row.customerId !== null));
  return { candidates: [...candidates.values()], isCut: rows.some(({ isCut }) => isCut) };
}

async function findHolders(
  connection: Connection,
  keys: readonly string[],
  { customersPerKey }: CandidateBounds,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const holders = new Map<string, string[]>();
  const rows = await connection.query<{ matchKey: string; customerId: string }>(holdersByKey, [keys, customersPerKey]);
  for (const { matchKey, customerId } of rows) {
    const known = holders.get(matchKey);
    if (known === undefined) holders.set(matchKey, [customerId]);
    else known.push(customerId);
  }
  return holders;
}

/** Those sharing most keys first; equal ones by ID. */
function rank(
  keys: readonly string[],
  holders: ReadonlyMap<string, readonly string[]>,
  { customersPerKey, customers }: CandidateBounds,
): { readonly customerIds: readonly string[]; readonly isCut: boolean } {
  const shared = new Map<string, number>();
  let isCut = false;
  for (const key of new Set(keys)) {
    const own = holders.get(key) ?? [];
    if (own.length > customersPerKey) isCut = true;
    else for (const customerId of own) shared.set(customerId, (shared.get(customerId) ?? 0) + 1);
  }
  const inOrder = [...shared].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  return {
    customerIds: inOrder.slice(0, customers).map(([customerId]) => customerId),
    isCut: isCut || inOrder.length > customers,
  };
}

async function findById(
  connection: Connection,
  customerIds: readonly string[],
  { recordsPerCustomer }: CandidateBounds,
): Promise<ReadonlyMap<string, StoredCandidate>> {
  if (customerIds.length === 0) return new Map();
  return gather(await connection.query<CandidateRow>(candidatesById, [customerIds, recordsPerCustomer]));
}

type Draft = StoredCandidate & { readonly records: Identity[]; readonly sources: string[]; readonly said: SaidRecord[] };

/** Once somebody vouches for one of a customer's records, the others are no evidence of who it is. */
function gather(rows: readonly CandidateRow[]): ReadonlyMap<string, StoredCandidate> {
  const vouchedFor = new Set(rows.filter((row) => row.isVouchedFor).map(({ customerId }) => customerId));
  const candidates = new Map<string, Draft>();
  for (const row of rows) {
    const { customerId, identity, source } = row;
    const isVouchedFor = vouchedFor.has(customerId);
    const known = candidates.get(customerId);
    const candidate = known ?? draftOf(row, isVouchedFor);
    if (known === undefined) candidates.set(customerId, candidate);
    candidate.said.push(saidBy(row));
    if (isVouchedFor && !row.isVouchedFor) continue;
    candidate.records.push(identity);
    candidate.sources.push(source);
  }
  return candidates;
}

function draftOf({ customerId, version, status, isRestricted, hidesHistory }: CandidateRow, isVouchedFor: boolean): Draft {
  return {
    customerId,
    version,
    status,
    isVouchedFor,
    isProvisional: status === 'provisional',
    ...(isRestricted === true && { isRestricted }),
    ...(hidesHistory === true && { hidesHistory }),
    records: [],
    sources: [],
    said: [],
  };
}

function saidBy({ recordId, source, assurance, recordedAt, endedAt, identity }: CandidateRow): SaidRecord {
  return { recordId, source, assurance, recordedAt, identity, ...(endedAt !== null && { endedAt }) };
}
