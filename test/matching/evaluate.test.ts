/** The figures of a linkage against their definitions, counted the slow way: every pair, at every threshold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EvaluatedLinkage, evaluate, type Figures, rateClusters, recallByGroup } from '../../src/matching/evaluate.ts';
import type { Truth } from '../../src/matching/evaluate-truth.ts';

interface Scored {
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

const cpuSeconds = { normalise: 1, block: 2, train: 3, score: 4, cluster: 5 };

/** A linkage of these pairs, the first `blocked` of them proposed by blocking, and these merges. */
function linkageOf(
  pairs: readonly Scored[],
  merges: readonly Scored[],
  blocked = pairs.length,
): EvaluatedLinkage & { size?: number } {
  const columns = (rows: readonly Scored[]) => ({
    left: Int32Array.from(rows, ({ left }) => left),
    right: Int32Array.from(rows, ({ right }) => right),
    score: Float64Array.from(rows, ({ score }) => score),
  });
  const size = 1 + Math.max(0, ...[...pairs, ...merges].flatMap(({ left, right }) => [left, right]));
  return {
    candidates: columns(pairs.slice(0, blocked)),
    pairs: columns(pairs),
    merges,
    clustersFor: (precision) => slowClusters(size, merges, Math.log(precision / (1 - precision))),
    cpuSeconds,
  };
}

/** Records joined by merges at or above the score, spread until nothing changes. */
function slowClusters(size: number, merges: readonly Scored[], least: number): Int32Array {
  const clusters = Int32Array.from({ length: size }, (_, record) => record);
  for (const { left, right } of merges.filter(({ score }) => score >= least)) {
    const [from, to] = [clusters[right], clusters[left] ?? 0];
    for (let record = 0; record < size; record++) if (clusters[record] === from) clusters[record] = to;
  }
  return clusters;
}

/** Every pair of records that counts, and whether it is right. */
function allPairs({ people, sides }: Truth): { left: number; right: number; isRight: boolean }[] {
  const pairs = [];
  for (let left = 0; left < people.length; left++) {
    for (let right = left + 1; right < people.length; right++) {
      if (people[left] === -1 || people[right] === -1 || (sides && sides[left] === sides[right])) continue;
      pairs.push({ left, right, isRight: people[left] === people[right] });
    }
  }
  return pairs;
}

function slowFigures(truth: Truth, isLinked: (left: number, right: number) => boolean): Figures {
  const pairs = allPairs(truth);
  const count = (wanted: (pair: (typeof pairs)[number]) => boolean) => pairs.filter(wanted).length;
  const truePairs = count(({ isRight }) => isRight);
  const right = count((pair) => pair.isRight && isLinked(pair.left, pair.right));
  const wrong = count((pair) => !pair.isRight && isLinked(pair.left, pair.right));
  return {
    precision: right + wrong === 0 ? 1 : right / (right + wrong),
    recall: truePairs === 0 ? 1 : right / truePairs,
    f1: right + wrong + truePairs === 0 ? 1 : (2 * right) / (right + wrong + truePairs),
  };
}

/** The figures at any threshold, in every way asked for. */
function slowThresholds(figuresAt: (least: number) => Figures, scores: readonly number[]) {
  const all = [Infinity, ...scores].map(figuresAt);
  const at = (probability: number) => figuresAt(Math.log(probability / (1 - probability)));
  const most = (precision: number) => Math.max(0, ...all.filter((one) => one.precision >= precision).map(({ recall }) => recall));
  return {
    bestF1: Math.max(...all.map(({ f1 }) => f1)),
    at: { '0.5': at(0.5), '0.9': at(0.9), '0.99': at(0.99) },
    recallAtPrecision: { '0.99': most(0.99), '0.999': most(0.999) },
  };
}

/** Few records, few distinct scores: so that ties, repeated merges and empty truths all come up. */
const cases = fc.integer({ min: 2, max: 9 }).chain((size) => {
  const record = fc.integer({ min: 0, max: size - 1 });
  const score = fc.constantFrom(-20, -3, -1, 0, 0.5, Math.log(9), 3, Math.log(99), 6, 40);
  const scored = fc.record({ left: record, right: record, score }).filter(({ left, right }) => left < right);
  return fc.record({
    people: fc
      .array(fc.integer({ min: -1, max: 3 }), { minLength: size, maxLength: size })
      .map((people) => Int32Array.from(people)),
    sides: fc.option(
      fc.array(fc.integer({ min: 0, max: 1 }), { minLength: size, maxLength: size }).map((sides) => Uint8Array.from(sides)),
      { nil: undefined },
    ),
    pairs: fc.uniqueArray(scored, { selector: ({ left, right }) => left * size + right, maxLength: 30 }),
    merges: fc.array(scored, { maxLength: 12 }),
  });
});

const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, figure: unknown) => (typeof figure === 'number' ? Number(figure.toFixed(9)) : figure)));

describe('An evaluation', () => {
  it('has the figures that counting every pair at every threshold gives', () => {
    fc.assert(
      fc.property(cases, ({ people, sides, pairs, merges }) => {
        const truth: Truth = sides ? { people, sides } : { people };
        const linkage = {
          ...linkageOf(pairs, merges),
          clustersFor: (precision: number) => clustersAt(Math.log(precision / (1 - precision))),
        };
        const clustersAt = (least: number) => slowClusters(people.length, merges, least);
        const found = evaluate(linkage, truth);
        const scores = new Map(pairs.map(({ left, right, score }) => [left * 100 + right, score]));
        const byPairs = slowThresholds(
          (least) =>
            slowFigures(
              truth,
              (left, right) => (scores.get(left * 100 + right) ?? -Infinity) >= least && scores.has(left * 100 + right),
            ),
          pairs.map(({ score }) => score),
        );
        const byClusters = slowThresholds(
          (least) => slowFigures(truth, (left, right) => clustersAt(least)[left] === clustersAt(least)[right]),
          merges.map(({ score }) => score),
        );
        const shape = ({ best, at, recallAtPrecision }: typeof found.pairs) => ({ bestF1: best.f1, at, recallAtPrecision });
        expect(rounded(shape(found.pairs))).toEqual(rounded(byPairs));
        expect(rounded(shape(found.clusters))).toEqual(rounded(byClusters));
        expect(rounded(found.selfSet['0.99'])).toEqual(
          rounded({ precision: byClusters.at['0.99'].precision, recall: byClusters.at['0.99'].recall }),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is the same whatever the order of pairs and merges', () => {
    fc.assert(
      fc.property(cases, ({ people, pairs, merges }) => {
        const [inOrder, turned] = [linkageOf(pairs, merges), linkageOf([...pairs].reverse(), [...merges].reverse())];
        const clustersFor = () => people;
        const sorted = evaluate({ ...inOrder, clustersFor }, { people });
        expect(rounded(evaluate({ ...turned, clustersFor }, { people }))).toEqual(rounded(sorted));
      }),
    );
  });

  it('tells how much of the truth blocking proposed, and the CPU seconds of all stages', () => {
    const pairs = [
      { left: 0, right: 1, score: 5 },
      { left: 2, right: 3, score: 5 },
    ];
    const {
      blockingRecall,
      truePairs,
      people,
      records,
      cpuSeconds: seconds,
    } = evaluate(linkageOf(pairs, pairs, 1), {
      people: Int32Array.of(7, 7, 8, 8),
    });
    expect({ blockingRecall, truePairs, people, records }).toEqual({ blockingRecall: 0.5, truePairs: 2, people: 2, records: 4 });
    expect(seconds).toEqual({ ...cpuSeconds, total: 15 });
  });

  it('compares what the scores promise with what is right, in bands', () => {
    const pairs = [
      { left: 0, right: 1, score: Math.log(0.92 / 0.08) }, // right
      { left: 0, right: 2, score: Math.log(0.94 / 0.06) }, // wrong
      { left: 1, right: 2, score: 40 }, // wrong, and rounds to 1
      { left: 0, right: 3, score: 3 }, // not known who record 3 is
    ];
    const { calibration } = evaluate(linkageOf(pairs, []), { people: Int32Array.of(1, 1, 2, -1) });
    expect(rounded(calibration)).toEqual([
      { from: 0.9, to: 0.95, pairs: 2, predicted: 0.93, observed: 0.5 },
      { from: 0.999, to: 1, pairs: 1, predicted: 1, observed: 0 },
    ]);
  });

  it('finds nothing wrong with a linkage of nothing', () => {
    const empty = evaluate({ ...linkageOf([], []), clustersFor: () => Int32Array.of(0, 1) }, { people: Int32Array.of(0, 1) });
    expect(empty.pairs.best).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(empty.calibration).toEqual([]);
  });

  it('refuses scores that are not numbers, and clusters of other records', () => {
    expect(() => evaluate(linkageOf([{ left: 0, right: 1, score: NaN }], []), { people: Int32Array.of(0, 1) })).toThrow(
      RangeError,
    );
    expect(() => rateClusters(Int32Array.of(0), { people: Int32Array.of(0, 1) })).toThrow(RangeError);
  });

  it('counts one cluster of a hundred thousand records in no more than a moment', () => {
    const size = 100_000;
    const merges = Array.from({ length: size - 1 }, (_, index) => ({ left: 0, right: index + 1, score: -index }));
    const people = Int32Array.from({ length: size }, (_, index) => index % 1000);
    const { clusters } = evaluate({ ...linkageOf([], []), merges, clustersFor: () => people }, { people });
    expect(clusters.best.recall).toBeGreaterThan(0);
  });
});

describe('Recall by group', () => {
  it('counts the pairs of each group alone, and leaves out groups with nothing to find', () => {
    const people = Int32Array.of(0, 0, 1, 1, 2);
    const recalls = recallByGroup(Int32Array.of(0, 0, 1, 2, 0), { people }, ['polish', '', 'british', 'british', 'irish']);
    expect([...recalls]).toEqual([
      ['british', { truePairs: 1, recall: 0 }],
      ['polish', { truePairs: 1, recall: 1 }],
    ]);
  });
});
