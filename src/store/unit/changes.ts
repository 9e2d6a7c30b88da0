/** SQL for what people decided: tables `customer_change` and `ruling`. */
import type { Connection } from '../driver.ts';
import type { HistoryVerbs, StoredChange, StoredRuling } from '../history.ts';
import { insertRows } from './insert.ts';
import { withoutNulls } from './without-nulls.ts';

type ChangeVerbs = Pick<
  HistoryVerbs,
  | 'addChange'
  | 'findChange'
  | 'changesOf'
  | 'recordsMovedBy'
  | 'addRulings'
  | 'liftRulings'
  | 'liftRulingsOf'
  | 'ruledApart'
  | 'rulingsOf'
>;

/** See `HistoryVerbs`. */
export function changeVerbs(connection: Connection): ChangeVerbs {
  return {
    addChange: (change) => addChange(connection, change),
    findChange: async (changeId) => (await findChanges(connection, 'customer_change.change_id = $1', changeId))[0],
    changesOf: (customerId) =>
      findChanges(connection, 'customer_change.customer_id = $1 or customer_change.other_customer_id = $1', customerId),
    recordsMovedBy: (changeId) => recordsMovedBy(connection, changeId),
    addRulings: (rulings) => addRulings(connection, rulings),
    liftRulings: (left, right, liftedAt) => liftRulings(connection, { left, right, liftedAt }),
    liftRulingsOf: async (changeId, liftedAt) => {
      await connection.query('update ruling set lifted_at = $2 where change_id = $1 and lifted_at is null', [changeId, liftedAt]);
    },
    ruledApart: (customerId, others) => ruledApart(connection, customerId, others),
    rulingsOf: (customerId) => rulingsOf(connection, customerId),
  };
}

async function addChange(connection: Connection, change: StoredChange): Promise<void> {
  const into =
    'customer_change (change_id uuid, kind text, customer_id text, other_customer_id text, undoes uuid, service text, decided_by text, seconded_by text, reason text, created_at timestamptz)';
  const row = [
    change.changeId,
    change.kind,
    change.customerId,
    change.otherCustomerId,
    change.undoes ?? null,
    change.service,
    change.decidedBy,
    change.secondedBy ?? null,
    change.reason,
    change.createdAt,
  ];
  await insertRows(connection, { into }, [row]);
}

/** `condition` is ours, with `$1` in it. */
async function findChanges(connection: Connection, condition: string, value: string): Promise<readonly StoredChange[]> {
  const rows = await connection.query<StoredChange>(
    `select customer_change.change_id as "changeId", customer_change.kind, customer_change.customer_id as "customerId",
       customer_change.other_customer_id as "otherCustomerId", customer_change.undoes, undoing.change_id as "undoneBy",
       customer_change.service, customer_change.decided_by as "decidedBy", customer_change.seconded_by as "secondedBy",
       customer_change.reason, customer_change.created_at as "createdAt"
     from customer_change left join customer_change as undoing on undoing.undoes = customer_change.change_id
     where ${condition} order by customer_change.created_at, customer_change.change_id`,
    [value],
  );
  return rows.map(withoutNulls);
}

async function recordsMovedBy(
  connection: Connection,
  changeId: string,
): Promise<readonly { readonly recordId: string; readonly customerId: string }[]> {
  return connection.query<{ recordId: string; customerId: string }>(
    `select record.record_id as "recordId", record.customer_id as "customerId"
     from link join record on record.record_id = link.record_id where link.change_id = $1 order by record.record_id`,
    [changeId],
  );
}

async function addRulings(connection: Connection, rulings: readonly StoredRuling[]): Promise<void> {
  const rows = rulings.map((ruling) => [
    ruling.rulingId,
    ruling.kind,
    ruling.leftRecordId,
    ruling.rightRecordId,
    ruling.changeId ?? null,
    ruling.createdAt,
  ]);
  const into =
    'ruling (ruling_id uuid, kind text, left_record_id uuid, right_record_id uuid, change_id uuid, created_at timestamptz)';
  await insertRows(connection, { into }, rows);
}

async function liftRulings(
  connection: Connection,
  { left, right, liftedAt }: { readonly left: readonly string[]; readonly right: readonly string[]; readonly liftedAt: Date },
): Promise<void> {
  await connection.query(
    `update ruling set lifted_at = $3 where lifted_at is null
       and (left_record_id = any($1::uuid[]) and right_record_id = any($2::uuid[])
         or left_record_id = any($2::uuid[]) and right_record_id = any($1::uuid[]))`,
    [left, right, liftedAt],
  );
}

async function ruledApart(connection: Connection, customerId: string, others: readonly string[]): Promise<readonly string[]> {
  if (others.length === 0) return [];
  const rows = await connection.query<{ customerId: string }>(
    `select distinct other.customer_id as "customerId"
     from record as own
     join ruling on ruling.kind = 'apart' and ruling.lifted_at is null
       and (ruling.left_record_id = own.record_id or ruling.right_record_id = own.record_id)
     join record as other
       on other.record_id = case when ruling.left_record_id = own.record_id then ruling.right_record_id else ruling.left_record_id end
     where own.customer_id = $1 and other.customer_id = any($2::text[]) and other.customer_id <> $1
     order by 1`,
    [customerId, others],
  );
  return rows.map((row) => row.customerId);
}

async function rulingsOf(connection: Connection, customerId: string): Promise<readonly StoredRuling[]> {
  const rows = await connection.query<StoredRuling>(
    `select ruling_id as "rulingId", kind, left_record_id as "leftRecordId", right_record_id as "rightRecordId",
       change_id as "changeId", created_at as "createdAt"
     from ruling
     where lifted_at is null
       and (left_record_id in (select record_id from record where customer_id = $1)
         or right_record_id in (select record_id from record where customer_id = $1))
     order by created_at, ruling_id`,
    [customerId],
  );
  return rows.map(withoutNulls);
}
