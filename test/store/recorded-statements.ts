/**
 * Writes down which SQL statements a version of the code uses, so that the version after can be checked to leave it all it needs:
 *
 *   CITIZEN_ID_RECORD_STATEMENTS=statements.json npx vitest run --project node test/store test/service -t PostgreSQL
 *
 * adds to the file what the tests use on PostgreSQL. Do so before a new migration is added, into `statements-NNNN.json` beside this file, NNNN
 * being the last migration's number; older-version.test.ts reads the newest.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Connection, Driver } from '../../src/store/driver.ts';

const file = process.env['CITIZEN_ID_RECORD_STATEMENTS'];

/** The driver as it is, unless statements are recorded. */
export function recorded(driver: Driver): Driver {
  if (file === undefined) return driver;
  const seen = new Set<string>(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []);
  const note = (text: string) => {
    // A test's own upkeep is none of the index's.
    if (/^\s*(?:select|insert|update|delete|with)\b/.test(text)) seen.add(withOneRow(text));
  };
  const recording = (connection: Connection): Connection => ({
    script: (text) => connection.script(text),
    query: (text, values) => {
      note(text);
      return connection.query(text, values);
    },
    write: (text, values) => {
      note(text);
      return connection.write(text, values);
    },
    add: (text, values) => {
      note(text);
      return connection.add(text, values);
    },
  });
  return {
    attempt: (work) => driver.attempt((connection) => work(recording(connection))),
    singly: (work) => driver.singly((connection) => work(recording(connection))),
    close: async () => {
      const others = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
      writeFileSync(file, `${JSON.stringify([...new Set([...others, ...seen])].sort(), undefined, 1)}\n`);
      await driver.close();
    },
  };
}

/** Many rows or one: it is the same statement. White space is the editor's. */
function withOneRow(text: string): string {
  return text
    .replace(/(values \([^()]*\))(?:, \([^()]*\))+/, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
