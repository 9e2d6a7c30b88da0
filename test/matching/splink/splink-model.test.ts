/** Models that Splink saved: the same match weights as its own, and a level that cannot be read is named. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { SplinkRecord } from '../../../src/matching/splink/condition.ts';
import { fromSplinkModel, SplinkModelError } from '../../../src/matching/splink/splink-model.ts';
import { countTermFrequencies } from '../../../src/matching/splink/term-frequencies.ts';

const missing = { sql_condition: '"name_l" IS NULL OR "name_r" IS NULL', label_for_charts: 'missing', is_null_level: true };
const exact = { sql_condition: '"name_l" = "name_r"', label_for_charts: 'exact', m_probability: 0.8, u_probability: 0.1 };
const rest = { sql_condition: 'ELSE', label_for_charts: 'other', m_probability: 0.2, u_probability: 0.9 };

const modelOf = (...levels: object[]) => ({
  probability_two_random_records_match: 0.5,
  comparisons: [{ output_column_name: 'name', comparison_levels: levels }],
});

describe('A Splink model', () => {
  it.each([
    [{ name: 'x' }, { name: 'x' }, 3], // log₂(.8/.1)
    [{ name: 'x' }, { name: 'y' }, Math.log2(2 / 9)],
    [{ name: 'x' }, {}, 0], // a missing value says nothing
  ])('scores %j and %j', (left: SplinkRecord, right: SplinkRecord, weight) => {
    const score = fromSplinkModel(modelOf(missing, exact, rest)).score(left, right);
    expect(score.matchWeight).toBeCloseTo(weight, 12);
    expect(score.probability).toBeCloseTo(1 / (1 + 2 ** -weight), 12);
  });

  it('explains the score: evidence and prior sum to it', () => {
    const model = fromSplinkModel({ ...modelOf(exact, rest), probability_two_random_records_match: 0.2 });
    const { evidence, priorBits, matchWeight } = model.score({ name: 'x' }, { name: 'x' });
    expect(evidence).toEqual([{ field: 'name', level: 'exact', bits: 3, againstStranger: 3, againstHousehold: 3 }]);
    expect(priorBits).toBeCloseTo(-2, 12);
    expect(matchWeight).toBeCloseTo(1, 12);
  });

  it('gives a common value less weight and a rare one more', () => {
    const model = fromSplinkModel(modelOf({ ...exact, tf_adjustment_column: 'name', tf_adjustment_weight: 0.5 }, rest));
    const records = [...Array.from({ length: 15 }, () => ({ name: 'smith' })), { name: 'zill' }, {}];
    const frequencies = countTermFrequencies(records, model.termFrequencyColumns);
    const weightOf = (name: string) => model.score({ name }, { name }, frequencies).matchWeight;
    expect(weightOf('smith')).toBeCloseTo(3 + 0.5 * Math.log2(0.1 / (15 / 16)), 12);
    expect(weightOf('zill')).toBeCloseTo(3 + 0.5 * Math.log2(0.1 / (1 / 16)), 12);
    expect(weightOf('never seen')).toBeCloseTo(3, 12);
  });

  it('takes what Splink takes where training left a gap', () => {
    const unseen = { ...exact, m_probability: 'level not observed in training dataset' };
    const { evidence } = fromSplinkModel(modelOf(unseen, rest)).score({ name: 'x' }, { name: 'x' });
    expect(evidence[0]?.bits).toBeCloseTo(Math.log2(1e-6 / 0.1), 12);
  });

  it.each([
    [undefined, /must be an object/],
    [[], /must be an object/],
    [{}, /probability_two_random_records_match/],
    [{ probability_two_random_records_match: 0.5 }, /list of comparisons/],
    [
      modelOf({ ...exact, sql_condition: 'cosine("name_l", "name_r") > 0.5' }),
      /"exact" of name is not supported: the function cosine/,
    ],
    [modelOf({ ...exact, u_probability: 0 }), /"exact" of name: u_probability/],
    [modelOf({ ...exact, u_probability: undefined }), /"exact" of name has no u_probability/],
    [modelOf({ ...exact, tf_adjustment_column: 'other' }), /"exact" of name.*term frequency/],
  ])('that is %j is refused', (json: unknown, words) => {
    expect(() => fromSplinkModel(json)).toThrow(SplinkModelError);
    expect(() => fromSplinkModel(json)).toThrow(words);
  });
});

const folder = process.env['CITIZEN_ID_BENCHMARKS'] ?? '';
const at = (file: string) => path.join(folder, file);
/** The oracle compares bytes: one character for each. */
const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

interface OraclePair {
  readonly l: Readonly<Record<string, string | null>>;
  readonly r: Readonly<Record<string, string | null>>;
  readonly match_weight: number;
}

/** A record without its missing values. */
const present = (record: Readonly<Record<string, string | null>>): SplinkRecord =>
  Object.fromEntries(
    Object.entries(record).flatMap(([column, value]) => (value === null || value === '' ? [] : [[column, value]])),
  );

/** The file's records, with the column that one of the models makes of two. */
function readRecords(name: string): SplinkRecord[] {
  const rows: Record<string, string>[] = parse(readFileSync(at(`${name}.csv`), 'utf8'), { columns: true });
  return rows.map(present).map((record) => {
    const both = record['first_name'] !== undefined && record['surname'] !== undefined;
    return both ? { ...record, first_name_surname_concat: `${record['first_name'] ?? ''} ${record['surname'] ?? ''}` } : record;
  });
}

const readPairs = (name: string): OraclePair[] =>
  readFileSync(at(`splink-${name}.pairs.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as OraclePair);

// Skipped unless CITIZEN_ID_BENCHMARKS names the folder with Splink's models and pairs.
describe.skipIf(folder === '' || !existsSync(at('splink-fake_1000.model.json')))('The match weights of Splink itself', () => {
  it.each([
    ['fake_1000', 'as they are', (text: string) => text, (pair: OraclePair) => !/[^\x00-\x7f]/.test(JSON.stringify(pair)), 2900],
    [
      'historical_50k',
      'as they are',
      (text: string) => text,
      (pair: OraclePair) => !/[^\x00-\x7f]/.test(JSON.stringify(pair)),
      2500,
    ],
    ['fake_1000', 'by bytes', bytesOf, () => true, 3000],
    ['historical_50k', 'by bytes', bytesOf, () => true, 3000],
  ])('for %s, compared %s, are ours to a millionth', (name, _how, textOf, isMeant, least) => {
    const model = fromSplinkModel(JSON.parse(readFileSync(at(`splink-${name}.model.json`), 'utf8')), { textOf });
    const frequencies = countTermFrequencies(readRecords(name), model.termFrequencyColumns);
    const pairs = readPairs(name).filter(isMeant);
    const wrong = pairs.filter(
      ({ l, r, match_weight }) => !(Math.abs(model.score(present(l), present(r), frequencies).matchWeight - match_weight) < 1e-6),
    );
    expect(pairs.length).toBeGreaterThanOrEqual(least);
    expect(wrong).toEqual([]);
  });
});
