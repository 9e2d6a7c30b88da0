/**
 * Many rows in few statements: `insert into … select … from unnest(…)`, a column of text to a parameter. Its words are the same however many
 * rows there are, so that they are parsed and planned once. Not COPY, which drivers spell differently.
 */
import type { Connection, SqlValue } from '../driver.ts';
import { together } from '../together.ts';

/** As many as the memory of both sides bears at once. */
const rowsPerStatement = 5_000;

/**
 * `into` is `table (column type, …)`; every row has one value per column. `onConflict` is appended as it is. All statements are asked for
 * at once: whoever asks for other rows next, waiting or not, may refer to these.
 */
export async function insertRows(
  connection: Connection,
  statement: { readonly into: string; readonly onConflict?: string },
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  const { into, onConflict = '' } = statement;
  const { text, width } = statementFor(into, onConflict);
  const isFew = rows.length <= rowsPerStatement;
  const written: Promise<unknown>[] = [];
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const chunk = rows.slice(start, start + rowsPerStatement);
    const columns = Array.from({ length: width }, (_, column) => chunk.map((row) => textOf(row[column] ?? null)));
    written.push(isFew && onConflict === '' ? connection.add(text, columns) : connection.write(text, columns));
  }
  await together(written);
}

interface Statement {
  readonly text: string;
  readonly width: number;
}

const statements = new Map<string, Statement>();

function statementFor(into: string, onConflict: string): Statement {
  const known = statements.get(into + onConflict);
  if (known !== undefined) return known;
  const [, table = '', list = ''] = /^(\w+) \((.*)\)$/.exec(into) ?? [];
  const columns = list.split(', ').map((column) => column.split(/ (.*)/));
  const names = columns.map(([name = '']) => name).join(', ');
  const values = columns.map(([name = '', type = '']) => `${name}::${type}`).join(', ');
  const parameters = columns.map((_, index) => `$${index + 1}::text[]`).join(', ');
  const text = `insert into ${table} (${names}) select ${values} from unnest(${parameters}) as given (${names}) ${onConflict}`;
  const statement = { text: text.trim(), width: columns.length };
  statements.set(into + onConflict, statement);
  return statement;
}

/** As PostgreSQL reads it again. */
function textOf(value: SqlValue): string | null {
  if (value === null || typeof value === 'string') return value;
  return value instanceof Date ? value.toISOString() : String(value);
}
