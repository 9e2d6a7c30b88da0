/** SQL for trusted searches: tables `name_word` and `customer_restriction`. Finding by match keys is match-keys.ts. */
import type { Connection } from '../driver.ts';
import type { CustomerRestriction, NameSearchBounds, SearchVerbs, StoredRecord } from '../store.ts';
import { nameWordsOf } from '../words.ts';
import { insertRows } from './insert.ts';

/** See `SearchVerbs`. */
export function searchVerbs(connection: Connection): SearchVerbs {
  return {
    findByName: (words, bounds) => findByName(connection, words, bounds),
    setRestriction: (restriction) => setRestriction(connection, restriction),
    findRestrictions: (customerIds) => findRestrictions(connection, customerIds),
  };
}

/** What `addRecords` keeps beside each record. */
export async function addNameWords(connection: Connection, records: readonly StoredRecord[]): Promise<void> {
  const rows = records.flatMap(({ recordId, identity }) => nameWordsOf(identity).map((word) => [word, recordId]));
  await insertRows(connection, { into: 'name_word (word text, record_id uuid)' }, rows);
}

/** Those of a record whose values were replaced. */
export async function replaceNameWords(connection: Connection, record: StoredRecord): Promise<void> {
  await connection.query('delete from name_word where record_id = $1', [record.recordId]);
  await addNameWords(connection, [record]);
}

/** Greater than whatever begins with the word, in collation "C". */
const afterAll = '\u{10FFFF}';

/** The longest word leads, being the rarest as a rule; the inner limit bounds the work where even that is common. */
async function findByName(
  connection: Connection,
  words: readonly string[],
  bounds: NameSearchBounds,
): Promise<readonly string[]> {
  const [lead, ...others] = [...words].sort((a, b) => b.length - a.length);
  if (lead === undefined) return [];
  const also = others.map(
    (_, index) =>
      `and exists (select 1 from name_word also where also.record_id = lead.record_id and also.word >= $${2 * index + 5} and also.word < $${2 * index + 6})`,
  );
  const rows = await connection.query<{ customerId: string }>(
    `select distinct customer_id as "customerId" from (
       select record.customer_id from name_word lead join record on record.record_id = lead.record_id
       where lead.word >= $1 and lead.word < $2 ${also.join(' ')} limit $3
     ) as bearer order by customer_id limit $4`,
    [lead, lead + afterAll, bounds.records, bounds.customers, ...others.flatMap((word) => [word, word + afterAll])],
  );
  return rows.map(({ customerId }) => customerId);
}

async function setRestriction(connection: Connection, restriction: CustomerRestriction): Promise<void> {
  const { customerId, isRestricted, hidesHistory, setAt } = restriction;
  await connection.query(
    `insert into customer_restriction (customer_id, is_restricted, hides_history, set_at)
     values ($1, $2, $3, $4)
     on conflict (customer_id) do update
     set is_restricted = excluded.is_restricted, hides_history = excluded.hides_history, set_at = excluded.set_at`,
    [customerId, isRestricted, hidesHistory, setAt],
  );
}

async function findRestrictions(connection: Connection, customerIds: readonly string[]): Promise<readonly CustomerRestriction[]> {
  if (customerIds.length === 0) return [];
  return connection.query<CustomerRestriction>(
    `select customer_id as "customerId", is_restricted as "isRestricted", hides_history as "hidesHistory", set_at as "setAt"
     from customer_restriction where customer_id = any($1::text[]) and (is_restricted or hides_history)`,
    [customerIds],
  );
}

/** Records that move take their customer's restriction along, whether by a merge or a split: who is at risk stays so until somebody says otherwise. */
export async function inheritRestrictions(
  connection: Connection,
  recordIds: readonly string[],
  customerId: string,
): Promise<void> {
  await connection.query(
    `insert into customer_restriction (customer_id, is_restricted, hides_history, set_at)
     select $2, bool_or(is_restricted), bool_or(hides_history), max(set_at)
     from customer_restriction
     where customer_id in (select customer_id from record where record_id = any($1::uuid[]))
     having count(*) > 0
     on conflict (customer_id) do update set
       is_restricted = customer_restriction.is_restricted or excluded.is_restricted,
       hides_history = customer_restriction.hides_history or excluded.hides_history`,
    [recordIds, customerId],
  );
}
