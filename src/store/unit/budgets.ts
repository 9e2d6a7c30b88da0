/** SQL for budgets: tables `spent_on_target` and `spent_in_day`. */
import type { Connection } from '../driver.ts';
import type { BudgetVerbs, TargetSpending } from '../store.ts';
import { insertRows } from './insert.ts';

/** See `BudgetVerbs`. */
export function budgetVerbs(connection: Connection): BudgetVerbs {
  return {
    spendOnTargets: (spending) => spendOnTargets(connection, spending),
    spendInDay: (day, spent) => spendInDay(connection, day, spent),
    purgeSpending: (before) => purgeSpending(connection, before),
  };
}

/** The inner limit stops counting one past the budget. What is over budget is not written: a flood leaves no more rows than the budget. */
async function spendOnTargets(connection: Connection, spending: TargetSpending): Promise<boolean> {
  const { targets, contentDigest, since, now, limit } = spending;
  if (targets.length === 0) return true;
  const spent = await connection.query(
    `with over_budget as materialized (
       select 1 from unnest($1::text[]) as wanted (target)
       where (
         select count(*) from (
           select 1 from spent_on_target spent
           where spent.target = wanted.target and spent.spent_at > $2 and spent.content_digest <> $3 limit $4::int
         ) as counted
       ) >= $4::int limit 1
     )
     insert into spent_on_target (target, content_digest, spent_at)
     select distinct target, $3::text, $5::timestamptz from unnest($1::text[]) as wanted (target)
     where not exists (select 1 from over_budget)
     on conflict (target, content_digest) do update set spent_at = excluded.spent_at
     returning 1`,
    [targets, since, contentDigest, limit, now],
  );
  return spent.length > 0;
}

async function spendInDay(
  connection: Connection,
  day: number,
  spent: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  // In one order, or two processes would wait for each other.
  const rows = [...spent].sort(([a], [b]) => (a < b ? -1 : 1)).map(([scope, count]) => [scope, day, count]);
  await insertRows(
    connection,
    {
      into: 'spent_in_day (scope text, day integer, spent bigint)',
      onConflict: 'on conflict (scope, day) do update set spent = spent_in_day.spent + excluded.spent',
    },
    rows,
  );
  const totals = await connection.query<{ scope: string; spent: number }>(
    'select scope, spent::float8 as spent from spent_in_day where day = $1',
    [day],
  );
  return new Map(totals.map(({ scope, spent: total }) => [scope, total]));
}

async function purgeSpending(connection: Connection, before: Date): Promise<number> {
  const rows = await connection.query('delete from spent_on_target where spent_at <= $1 returning 1', [before]);
  await connection.query('delete from spent_in_day where day < $1', [Math.floor(before.getTime() / 86_400_000)]);
  return rows.length;
}
