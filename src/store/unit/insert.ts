/** Many rows in few statements: `insert into … values (…), (…)`. Not COPY, which drivers spell differently. */
import type { Connection, SqlValue } from '../driver.ts';

/** PostgreSQL takes 65,535 parameters in a statement; well below it the statement is still parsed quickly. */
const parametersPerStatement = 10_000;

/** `into` is `table (column, …)`; every row has one value per column. `onConflict` is appended as it is. */
export async function insertRows(
  connection: Connection,
  statement: { readonly into: string; readonly onConflict?: string },
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  const width = rows[0]?.length ?? 1;
  const rowsPerStatement = Math.max(1, Math.floor(parametersPerStatement / width));
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const chunk = rows.slice(start, start + rowsPerStatement);
    const text = `insert into ${statement.into} values ${placeholders(chunk.length, width)} ${statement.onConflict ?? ''}`;
    await connection.query(text, chunk.flat());
  }
}

/** `($1, $2), ($3, $4)` */
function placeholders(rows: number, width: number): string {
  const row = (index: number) => Array.from({ length: width }, (_, column) => `$${index * width + column + 1}`).join(', ');
  return Array.from({ length: rows }, (_, index) => `(${row(index)})`).join(', ');
}
