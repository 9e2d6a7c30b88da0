/**
 * What strangers agree in, measured on random pairs of a table: the u of every comparison, before anything is learned. Not what blocking
 * finds, whose pairs agree in something by design.
 */
import { rowComparerOf } from './batch-comparer.ts';
import { type CompiledKind, compileKind } from './compiled-model.ts';
import { levelGroupsOf } from './learned-levels.ts';
import { type Comparison, type ComparisonKind, kindOf, type KindModel, type Level } from './model.ts';
import type { RecordTable } from './record-table.ts';
import { createPair, scorePairLevels } from './weigh.ts';

/** Pairs drawn at random, to see what strangers agree in, among no more rows than stay at hand: far apart ones cost ten times as much. */
const randomPairs = 200_000;
const randomRows = 3000;
/** A random pair that scores more by the starting figures, in nats, is no stranger's. */
const leastSuspicion = 0;

/** What strangers agree in, from pairs drawn at random; the starting figures stand for what such pairs are too few to show. */
export function withStrangers(start: KindModel, table: RecordTable): KindModel {
  const compiled = compileKind(start);
  const counts = countRandomLevels(table, compiled);
  const comparisons = Object.fromEntries(
    Object.entries(start.comparisons).map(([name, comparison]): [string, Comparison] => {
      const kind = kindOf(name);
      const own = counts[compiled.names.indexOf(name)] ?? new Float64Array(0);
      const strangers = comparison.levels.map((level) => level.u);
      for (const group of kind === undefined ? [] : levelGroupsOf(kind)) {
        const all = group.reduce((sum, at) => sum + (own[at + 1] ?? 0), 0);
        const strength = 0.1 * randomPairs;
        for (const at of group) strangers[at] = ((own[at + 1] ?? 0) + strength * (strangers[at] ?? 0)) / (all + strength);
      }
      return [name, asStrangers(kind, comparison, strangers)];
    }),
  );
  return { ...start, comparisons };
}

/** Levels by what they tell: those of one person are compared with strangers' in every class but the first. */
const personal: ReadonlySet<string> = new Set(['given', 'date-of-birth', 'identifier']);

/** A comparison with measured u. What is one person's own (forename, birthday) is a stranger's within a household too. */
function asStrangers(kind: ComparisonKind | undefined, comparison: Comparison, strangers: readonly number[]): Comparison {
  const fit = (levels: readonly Level[]): Level[] =>
    levels.map((level, at) => {
      const measured = strangers[at] ?? level.u;
      // Pairs that look like one firm's were not counted among strangers; some are two firms of one name.
      const u = kind === 'organisation-name' && level.label === 'exact' ? Math.max(measured, level.u) : measured;
      if (kind === undefined || !personal.has(kind) || level.label === 'exact') return { ...level, u };
      // Relatives are named after one another: what is near a name is likelier at home than among strangers.
      return { ...level, u, h: kind === 'given' ? Math.max(u, level.h) : u, n: u };
    });
  const { conditions } = comparison;
  return {
    ...comparison,
    levels: fit(comparison.levels),
    ...(conditions && {
      conditions: conditions.map((condition) => {
        if (kind === 'date-of-birth') return { ...condition, levels: fit(condition.levels) };
        return kind === 'family' ? { ...condition, levels: atLeast(condition.levels, strangers) } : condition;
      }),
    }),
  };
}

/** Surnames beside one forename are at least as alike as any two. */
function atLeast(levels: readonly Level[], strangers: readonly number[]): Level[] {
  return levels.map((level, at) => {
    const u = level.label === 'differ' ? level.u : Math.max(level.u, strangers[at] ?? 0);
    return { ...level, u, n: Math.max(level.n, u) };
  });
}

function countRandomLevels(table: RecordTable, compiled: CompiledKind): readonly Float64Array[] {
  const { rows } = table;
  const counts = compiled.fields.map(({ codes }) => new Float64Array(codes));
  const compare = rowComparerOf(table, compiled.names);
  const pair = createPair(compiled.names.length);
  const { levels } = pair;
  const draw = createDraws(rows.length);
  const drawn = rows.length <= randomRows ? undefined : Int32Array.from({ length: randomRows }, draw);
  const drawAmong = drawn ? createDraws(randomRows) : draw;
  const wanted = Math.min(randomPairs, (rows.length * (rows.length - 1)) / 2);
  for (let index = 0; index < wanted; index++) {
    const [one, other] = [drawAmong(), drawAmong()];
    const [left, right] = drawn ? [drawn[one] ?? 0, drawn[other] ?? 0] : [one, other];
    if (left === right) continue;
    levels.set(compare(left, right));
    // In a small file even such a pair may be one person's.
    if (scorePairLevels(compiled, pair) > leastSuspicion) continue;
    for (const [field, code] of levels.entries()) {
      const own = counts[field];
      if (own) own[code] = (own[code] ?? 0) + 1;
    }
  }
  return counts;
}

/** Row numbers, the same ones every time (xorshift). */
function createDraws(rows: number): () => number {
  let state = 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % rows;
  };
}
