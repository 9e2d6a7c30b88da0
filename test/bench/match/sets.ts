/** What the matching bench measures on: the benchmark files, where their folder is named, and files of the project's own synthetic people. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { MatchRecord, Truth } from '../../../src/matching/index.ts';
import { createRowNormaliser } from '../../../src/standard/legacy/normalise-rows.ts';
import { profiles } from '../../../src/standard/profiles.ts';
import { drawPeopleFile, type Setting } from '../../../src/testing/index.ts';

/** Records with the truth beside them. `groups` is the origin of each record's name, empty where a set does not tell. */
export interface LabelledSet {
  readonly name: string;
  readonly records: readonly MatchRecord[];
  readonly truth: Truth;
  readonly groups: readonly string[];
  /** CPU seconds that reading the columns took. */
  readonly normaliseSeconds: number;
}

const today = { year: 2026, month: 1, day: 1 };
/** Dates there begin with the month. */
const american = Object.entries(profiles).find(([id]) => id === 'us-fl')?.[1] ?? {
  ...profiles.gb,
  dateOrder: ['month', 'day', 'year'] as const,
};
export const benchmarkNames = ['febrl3', 'fake_1000', 'historical_50k', 'council_60k'] as const;

/** A benchmark file; nothing where the folder is not named or does not hold it. */
export function readBenchmark(name: (typeof benchmarkNames)[number]): LabelledSet | undefined {
  const folder = process.env['CITIZEN_ID_BENCHMARKS'];
  const file = path.join(folder ?? '', `${name}.csv`);
  if (folder === undefined || !existsSync(file)) return undefined;
  const columns = JSON.parse(readFileSync(path.join(folder, `${name}.columns.json`), 'utf8')) as Record<string, string>;
  const rows = parse<Record<string, string>>(readFileSync(file), { columns: true, bom: true });
  return label(
    name,
    rows.map((row) => ({
      columns: Object.fromEntries(Object.entries(columns).map(([heading, column]) => [column, row[heading] ?? ''])),
      person: row['cluster'] ?? '',
      group: '',
    })),
  );
}

/** Synthetic people of one seed. */
export function drawSet(setting: Setting, seed: number | string, people: number): LabelledSet {
  const rows: Row[] = [];
  for (const { recordId, source, fields, personId, origin } of drawPeopleFile({ setting, seed, people }))
    rows.push({ columns: { ...fields, recordId, source }, person: personId, group: origin });
  return label(`${setting} ${seed}`, rows);
}

/**
 * A council's file in which every other person has a letter with a mark in each name, written with it in half of their records; the same
 * names and mistakes in both groups (`marks`, `plain`), so that a gap between them is the marks' alone.
 */
export function drawAccentedSet(seed: number | string, people: number): LabelledSet {
  const rows: Row[] = [];
  for (const { recordId, source, fields, personId } of drawPeopleFile({ setting: 'council', seed, people })) {
    const isMarked = Number(personId.slice(1)) % 2 === 0;
    const isWritten = isMarked && (Number(recordId) * 7919) % 100 < 50;
    const mark = (text = ''): string => (isWritten ? text.replace(/[aeiou]/u, (letter) => marks[letter] ?? letter) : text);
    const columns = {
      ...fields,
      'name.given': mark(fields['name.given']),
      'name.family': mark(fields['name.family']),
      recordId,
      source,
    };
    rows.push({ columns, person: personId, group: isMarked ? 'marks' : 'plain' });
  }
  return label(`accents ${seed}`, rows);
}

const marks: Readonly<Record<string, string>> = { a: 'á', e: 'ę', i: 'í', o: 'ö', u: 'ů' };

interface Row {
  readonly columns: Readonly<Record<string, string>>;
  readonly person: string;
  readonly group: string;
}

function label(name: string, rows: readonly Row[]): LabelledSet {
  const profile = name.startsWith('florida') ? american : profiles.gb;
  const names = [...new Set(rows.flatMap(({ columns }) => Object.keys(columns)))];
  const fields = names.map((field, position) => ({ field, position }));
  const { user, system } = process.cpuUsage();
  const { read } = createRowNormaliser(
    fields.filter(({ field }) => field !== 'recordId' && field !== 'source'),
    { profile, today },
  );
  const records = rows.map(({ columns }): MatchRecord => {
    const { recordId = '', source } = columns;
    const identity = read(names.map((name) => columns[name] ?? ''));
    return { recordId, identity, ...(source === undefined || source === '' ? {} : { source }) };
  });
  const spent = process.cpuUsage({ user, system });
  const people = new Map<string, number>();
  const numberOf = (person: string): number => {
    const number = people.get(person) ?? people.size;
    people.set(person, number);
    return number;
  };
  return {
    name,
    records,
    truth: { people: Int32Array.from(rows, ({ person }) => numberOf(person)) },
    groups: rows.map(({ group }) => group),
    normaliseSeconds: (spent.user + spent.system) / 1e6,
  };
}

/**
 * The same records as if nothing folded letters: each letter with a mark is put as one that folds to nothing else, so that é and e are
 * two letters. Names alone: e-mail addresses have none.
 */
export function withoutFolding(set: LabelledSet): LabelledSet {
  const disguise = (text: string) =>
    text.replace(/[\u00c0-\u024f\u1e00-\u1eff]/gu, (letter) =>
      String.fromCodePoint(0xa000 + (letter.toLowerCase().codePointAt(0) ?? 0)),
    );
  const records = set.records.map((record) => {
    const { name } = record.identity;
    if (!name) return record;
    const disguised = Object.fromEntries(Object.entries<string>({ ...name }).map(([part, text]) => [part, disguise(text)]));
    return { ...record, identity: { ...record.identity, name: disguised } };
  });
  return { ...set, records };
}
