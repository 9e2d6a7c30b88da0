/**
 * Writes a file of synthetic records as CSV, and beside it which column is which: `npm run people -- --people 333144 --seed 3 --setting hard
 * --out people.csv`. The column `cluster` is the truth, `origin` where the name comes from. For `citizen-index evaluate` and load tests.
 */
import { createWriteStream, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { columnsOf, drawPeopleFile, type Setting } from '../../src/testing/index.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '33314' },
    seed: { type: 'string', default: '1' },
    setting: { type: 'string', default: 'hard' },
    out: { type: 'string' },
  },
});
const settings: readonly Setting[] = ['council', 'hard', 'florida'];
const setting = settings.find((name) => name === values.setting);
if (setting === undefined || values.out === undefined)
  throw new Error('Usage: npm run people -- --out FILE.csv [--people 33314] [--seed 1] [--setting council|hard|florida]');
const columns = columnsOf(setting);

function* lines(): Generator<string> {
  yield `unique_id,source,${columns.map(([heading]) => heading).join(',')},cluster,origin\n`;
  for (const { recordId, source, fields, personId, origin } of drawPeopleFile({
    seed: values.seed,
    people: Number(values.people),
    setting: setting ?? 'hard',
  })) {
    yield `${[recordId, source, ...columns.map(([, column]) => fields[column] ?? ''), personId, origin].map(quote).join(',')}\n`;
  }
}

const quote = (text: string): string => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

await pipeline(lines, createWriteStream(values.out));
const names = Object.fromEntries([['unique_id', 'recordId'], ['source', 'source'], ...columns]);
writeFileSync(values.out.replace(/(?:\.csv)?$/u, '.columns.json'), `${JSON.stringify(names)}\n`);
