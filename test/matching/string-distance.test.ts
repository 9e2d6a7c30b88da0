/** String distances against their definitions, and against 20,010 pairs measured elsewhere where those are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alignmentDistance,
  damerauLevenshteinDistance,
  jaroSimilarity,
  jaroWinklerSimilarity,
  levenshteinDistance,
} from '../../src/matching/string-distance.ts';

const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 7 });

/** The definition, written to be seen through: no table, no limit. */
function slowAlignment(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restOfA, restOfB] = [a.slice(0, -1), b.slice(0, -1)];
  const least = Math.min(
    slowAlignment(restOfA, b) + 1,
    slowAlignment(a, restOfB) + 1,
    slowAlignment(restOfA, restOfB) + (a.at(-1) === b.at(-1) ? 0 : 1),
  );
  const areSwapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return areSwapped ? Math.min(least, slowAlignment(a.slice(0, -2), b.slice(0, -2)) + 1) : least;
}

describe('alignment distance', () => {
  it.each([
    ['', '', 0],
    ['smith', 'smith', 0],
    ['smith', 'smyth', 1], // another letter
    ['smith', 'smitth', 1], // one too many
    ['smith', 'smth', 1], // one too few
    ['smith', 'msith', 1], // neighbours swapped count once
    ['ca', 'abc', 3], // a swapped pair is not edited again: optimal string alignment, not Damerau's
    ['', 'abc', 3],
  ])('of %j and %j is %i', (left, right, distance) => {
    expect(alignmentDistance(left, right)).toBe(distance);
  });

  it('is what its definition says', () => {
    fc.assert(fc.property(short, short, (a, b) => alignmentDistance(a, b) === slowAlignment(a, b)));
  });

  it('is the same in either order, nought for equal strings alone, and no longer than the longer', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (a, b) => {
        const distance = alignmentDistance(a, b);
        expect(distance).toBe(alignmentDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });

  it('gives one more than its limit for anything above', () => {
    fc.assert(
      fc.property(short, short, fc.integer({ min: 0, max: 5 }), (a, b, limit) => {
        expect(alignmentDistance(a, b, limit)).toBe(Math.min(slowAlignment(a, b), limit + 1));
      }),
    );
  });

  it('with a limit is the same as without, in longer texts too', () => {
    const long = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 24 });
    fc.assert(
      fc.property(long, long, fc.integer({ min: 1, max: 4 }), (a, b, limit) => {
        expect(alignmentDistance(a, b, limit)).toBe(Math.min(alignmentDistance(a, b), limit + 1));
      }),
    );
  });

  it('survives texts of any length', () => {
    expect(alignmentDistance('x'.repeat(100_000), 'y'.repeat(100_000))).toBe(256);
  });
});

/** Levenshtein's definition; with `swaps`, one more way: neighbours swapped, and whatever stood between them inserted or deleted. */
function slowLevenshtein(a: string, b: string, swaps = false): number {
  if (a === '' || b === '') return a.length + b.length;
  const rest = (cutA: number, cutB: number) => slowLevenshtein(a.slice(0, -cutA), b.slice(0, -cutB), swaps);
  let least = Math.min(
    slowLevenshtein(a.slice(0, -1), b, swaps) + 1,
    slowLevenshtein(a, b.slice(0, -1), swaps) + 1,
    rest(1, 1) + (a.at(-1) === b.at(-1) ? 0 : 1),
  );
  for (let cutA = 2; swaps && cutA <= a.length; cutA++)
    for (let cutB = 2; cutB <= b.length; cutB++)
      if (a.at(-cutA) === b.at(-1) && a.at(-1) === b.at(-cutB)) least = Math.min(least, rest(cutA, cutB) + cutA + cutB - 3);
  return least;
}

const shorter = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 5 });

describe('Levenshtein and Damerau-Levenshtein distance', () => {
  it.each([
    ['', '', 0, 0],
    ['smith', 'smyth', 1, 1],
    ['smith', 'msith', 2, 1], // neighbours swapped
    ['ca', 'abc', 3, 2], // swapped, and one put between: where optimal string alignment says 3
    ['', 'abc', 3, 3],
    ['kitten', 'sitting', 3, 3],
  ])('of %j and %j are %i and %i', (left, right, levenshtein, damerau) => {
    expect(levenshteinDistance(left, right)).toBe(levenshtein);
    expect(damerauLevenshteinDistance(left, right)).toBe(damerau);
  });

  it('are what their definitions say', () => {
    fc.assert(
      fc.property(shorter, shorter, (a, b) => {
        expect(levenshteinDistance(a, b)).toBe(slowLevenshtein(a, b));
        expect(damerauLevenshteinDistance(a, b)).toBe(slowLevenshtein(a, b, true));
      }),
    );
  });

  it('are distances: the same in either order, nought for equal strings alone, never shorter by a detour', () => {
    fc.assert(
      fc.property(short, short, short, (a, b, c) => {
        for (const distance of [levenshteinDistance, damerauLevenshteinDistance]) {
          expect(distance(a, b)).toBe(distance(b, a));
          expect(distance(a, b) === 0).toBe(a === b);
          expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
        }
        expect(damerauLevenshteinDistance(a, b)).toBeLessThanOrEqual(alignmentDistance(a, b));
        expect(alignmentDistance(a, b)).toBeLessThanOrEqual(levenshteinDistance(a, b));
      }),
    );
  });

  it('survive texts of any length', () => {
    expect(levenshteinDistance('x'.repeat(100_000), 'y'.repeat(100_000))).toBe(256);
    expect(damerauLevenshteinDistance('x'.repeat(100_000), 'y'.repeat(100_000))).toBe(256);
  });
});

describe('Jaro-Winkler similarity', () => {
  it.each([
    ['martha', 'marhta', 0.944444, 0.961111],
    ['dixon', 'dicksonx', 0.766667, 0.813333],
    ['dwayne', 'duane', 0.822222, 0.84],
    ['abc', 'xyz', 0, 0],
    ['', '', 1, 1],
    ['', 'abc', 0, 0],
  ])('of %j and %j is Jaro %d, with the beginning %d', (left, right, jaro, jaroWinkler) => {
    expect(jaroSimilarity(left, right)).toBeCloseTo(jaro, 6);
    expect(jaroWinklerSimilarity(left, right)).toBeCloseTo(jaroWinkler, 6);
  });

  it('lies between Jaro and 1, is the same in either order, and 1 for equal strings alone', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (a, b) => {
        const similarity = jaroWinklerSimilarity(a, b);
        expect(similarity).toBeCloseTo(jaroWinklerSimilarity(b, a), 12);
        expect(similarity).toBeGreaterThanOrEqual(jaroSimilarity(a, b));
        expect(similarity).toBeLessThanOrEqual(1);
        expect(similarity === 1).toBe(a === b);
      }),
    );
  });
});

const folder = process.env['CITIZEN_ID_BENCHMARKS'] ?? '';
const oracle = path.join(folder, 'string-similarity-duckdb-bytes.json');

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

interface OracleRow {
  readonly left: string;
  readonly right: string;
  /** Jaro-Winkler, Jaro, Damerau-Levenshtein, Levenshtein. */
  readonly figures: readonly number[];
}

function readOracle(): OracleRow[] {
  const rows: unknown = JSON.parse(readFileSync(oracle, 'utf8'));
  return listOf(rows).map((row) => {
    const [left, right, ...figures] = listOf(row);
    return { left: String(left), right: String(right), figures: figures.map(Number) };
  });
}

function measure(left: string, right: string): readonly number[] {
  return [
    jaroWinklerSimilarity(left, right),
    jaroSimilarity(left, right),
    damerauLevenshteinDistance(left, right),
    levenshteinDistance(left, right),
  ];
}

/** The oracle compares bytes: one character for each. */
const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

// Skipped unless CITIZEN_ID_BENCHMARKS names the folder with string-similarity-duckdb-bytes.json.
describe.skipIf(folder === '' || !existsSync(oracle))('string comparisons measured by DuckDB', () => {
  it.each([
    ['as they are, on every pair in ASCII', 15_000, (text: string) => text, (text: string) => !/[^\x00-\x7f]/.test(text)],
    ['by bytes, on every pair', 20_010, bytesOf, () => true],
  ])('agree with ours %s', (_, least, textOf, isMeant) => {
    const rows = readOracle().filter(({ left, right }) => isMeant(left + right));
    const wrong = rows.filter(({ left, right, figures }) =>
      measure(textOf(left), textOf(right)).some((own, index) => own !== figures[index]),
    );
    expect(rows.length).toBeGreaterThanOrEqual(least);
    expect(
      wrong.map(({ left, right, figures }) => [left, right, figures, measure(textOf(left), textOf(right))]).slice(0, 5),
    ).toEqual([]);
  });
});
