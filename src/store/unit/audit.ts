/** SQL for the audit trail: tables `audit_entry`, `audit_seal` and `audit_checkpoint`. Rows are added and read, nothing else. */
import type { AuditChain, AuditRow, AuditVerbs, NumberedAuditRow } from '../audit.ts';
import type { Connection } from '../driver.ts';
import { insertRows } from './insert.ts';

/** See `AuditVerbs`. */
export function auditVerbs(connection: Connection): AuditVerbs {
  return {
    addAuditEntries: (entries) => addRows(connection, { into: 'audit_entry' }, entries),
    addAuditEntriesUnflushed: (entries) => addRows(connection, { into: 'audit_entry', rest: withoutFlush }, entries),
    restoreAuditEntries: (entries) => restoreEntries(connection, entries),
    addAuditSeal: (seal) => addRows(connection, { into: 'audit_seal' }, [seal]),
    addAuditCheckpoint: ({ number, content, code }) =>
      insertRows(connection, { into: 'audit_checkpoint (number integer, content json, code text)' }, [[number, content, code]]),
    lastAuditCheckpoint: async () => (await listCheckpoints(connection, 'order by number desc limit 1', []))[0],
    auditChains: () => auditChains(connection),
    listAuditEntries: (chain, after, limit) => listRows(connection, 'audit_entry', [chain, after, limit]),
    listAuditSeals: (chain, after, limit) => listRows(connection, 'audit_seal', [chain, after, limit]),
    listAuditCheckpoints: (after, limit) =>
      listCheckpoints(connection, 'where number > $1 order by number limit $2', [after, limit]),
  };
}

type Table = 'audit_entry' | 'audit_seal';

async function addRows(
  connection: Connection,
  { into, rest = '' }: { readonly into: Table; readonly rest?: string },
  rows: readonly AuditRow[],
): Promise<void> {
  const values = rows.map(({ chain, number, content, code }) => [chain, number, content, code]);
  const columns = 'chain uuid, number integer, content json, code text';
  await insertRows(connection, { into: `${into} (${columns})`, onConflict: rest }, values);
}

/** A statement by itself is a transaction of its own, and this setting of that transaction alone: one trip, and nothing to take back. */
const withoutFlush = `returning set_config('synchronous_commit', 'off', true)`;

/** Counted first: as good as always all are there. */
async function restoreEntries(connection: Connection, entries: readonly AuditRow[]): Promise<void> {
  const [first] = entries;
  if (first === undefined) return;
  const [row] = await connection.query<{ found: number }>(
    'select count(*)::integer as found from audit_entry where chain = $1 and number = any($2::integer[])',
    [first.chain, entries.map(({ number }) => number)],
  );
  if (row?.found === entries.length) return;
  await addRows(connection, { into: 'audit_entry', rest: 'on conflict (chain, number) do nothing' }, entries);
}

async function listRows(
  connection: Connection,
  table: Table,
  [chain, after, limit]: readonly [string, number, number],
): Promise<readonly AuditRow[]> {
  return connection.query<AuditRow>(
    `select chain, number, content::text as content, code from ${table}
     where chain = $1 and number > $2 order by number limit $3`,
    [chain, after, limit],
  );
}

/** `rest` is ours, with the values' parameters in it. */
async function listCheckpoints(
  connection: Connection,
  rest: string,
  values: readonly number[],
): Promise<readonly NumberedAuditRow[]> {
  return connection.query<NumberedAuditRow>(
    `select number, content::text as content, code from audit_checkpoint ${rest}`,
    values,
  );
}

/** A chain whose every seal was removed still has entries, and one whose entries were removed still has seals. */
async function auditChains(connection: Connection): Promise<readonly AuditChain[]> {
  return connection.query<AuditChain>(
    `select chains.chain, coalesce(last.number, 0) as "lastSeal", coalesce(last.code, '') as code
     from (select chain from audit_entry union select chain from audit_seal) as chains
     left join lateral (
       select number, code from audit_seal where audit_seal.chain = chains.chain order by number desc limit 1
     ) as last on true
     order by chains.chain`,
  );
}
