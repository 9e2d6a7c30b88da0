/** String distances against their definitions, and against 20,010 pairs measured elsewhere where those are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignmentDistance, jaroSimilarity, jaroWinklerSimilarity } from '../../src/matching/string-distance.ts';

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

  it('survives texts of any length', () => {
    expect(alignmentDistance('x'.repeat(100_000), 'y'.repeat(100_000))).toBe(256);
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

/** The oracle compares bytes: rows beyond ASCII differ by design. */
function readOracle(): [string, string, number, number][] {
  const rows: unknown = JSON.parse(readFileSync(oracle, 'utf8'));
  return listOf(rows).flatMap((row): [string, string, number, number][] => {
    const [left, right, ...figures] = listOf(row);
    const [first, second] = figures.map(Number);
    const isPlain = typeof left === 'string' && typeof right === 'string' && !/[^\x20-\x7e]/.test(left + right);
    return isPlain && first !== undefined && second !== undefined
      ? [[left, right, Math.min(first, second), Math.max(first, second)]]
      : [];
  });
}

// Skipped unless CITIZEN_ID_BENCHMARKS names the folder with string-similarity-duckdb-bytes.json.
describe.skipIf(folder === '' || !existsSync(oracle))('string similarities measured by DuckDB', () => {
  it('agree with ours on every pair', () => {
    const rows = readOracle();
    const wrong = rows.filter(
      ([left, right, jaro, jaroWinkler]) =>
        Math.abs(jaroSimilarity(left, right) - jaro) > 1e-9 || Math.abs(jaroWinklerSimilarity(left, right) - jaroWinkler) > 1e-9,
    );
    expect(rows.length).toBeGreaterThan(15_000);
    expect(wrong.slice(0, 10)).toEqual([]);
  });
});
