/**
 * A process of the version before goes on working while this version's migrations have been applied already: every statement that it uses
 * is still understood, and what it inserts lacks no column that must be there. Recorded from that version's own code: recorded-statements.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeEngines, type TestDatabase } from './engines.ts';

const here = new URL('./', import.meta.url);
const recording =
  readdirSync(here)
    .filter((name) => /^statements-\d{4}\.json$/.test(name))
    .sort()
    .at(-1) ?? '';
const statements = JSON.parse(readFileSync(new URL(recording, here), 'utf8')) as readonly string[];
const engine = storeEngines.at(1) ?? storeEngines[0];

describe(`A process of the version before (${recording}), on ${engine?.name}`, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    if (engine === undefined) throw new Error('No engine');
    database = await engine.open();
  }, 300_000);
  afterAll(() => database.remove());

  it('has each of its statements understood', async () => {
    const refused: string[] = [];
    for (const [number, statement] of statements.entries()) {
      const name = `older_${number}`;
      await database.driver
        .singly((connection) => connection.script(`prepare ${name} as ${statement}`))
        .catch(() => refused.push(statement));
    }
    expect(statements.length).toBeGreaterThan(50);
    expect(refused).toEqual([]);
  });

  it('is not missed for a column that it knows nothing of', async () => {
    const needed = await database.driver.attempt((connection) =>
      connection.query<{ table: string; column: string }>(
        `select table_name as "table", column_name as "column" from information_schema.columns
         where table_schema = 'public' and is_nullable = 'NO' and column_default is null`,
      ),
    );
    const inserts = statements.flatMap((statement) => {
      const [, table, columns] = /^insert into (\w+) \(([^)]*)\)/.exec(statement) ?? [];
      return table === undefined || columns === undefined ? [] : [{ statement, table, columns: columns.split(', ') }];
    });
    const lacking = inserts.filter(({ table, columns }) =>
      needed.some((one) => one.table === table && !columns.includes(one.column)),
    );
    expect(inserts.length).toBeGreaterThan(10);
    expect(lacking).toEqual([]);
  });
});
