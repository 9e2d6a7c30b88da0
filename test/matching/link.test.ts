/** Two files linked: pairs across them alone, and one to one where neither holds anybody twice. */
import { describe, expect, it } from 'vitest';
import { link, type MatchRecord } from '../../src/matching/index.ts';
import { normaliseRecord } from '../../src/standard/legacy/normalise-record.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { drawPeopleFile } from '../../src/testing/index.ts';

const today = { year: 2025, month: 6, day: 1 };
const drawn = [...drawPeopleFile({ seed: 'link-test', people: 200, setting: 'council' })].map(
  ({ recordId, source, fields, personId }) => ({
    personId,
    record: { recordId, source, identity: normaliseRecord(fields, { profile: profiles.gb, today }).identity },
  }),
);
const isFirst = (_: unknown, index: number): boolean => index % 2 === 0;
const files = [drawn.filter(isFirst), drawn.filter((_, index) => !isFirst(_, index))] as const;
const [first, second] = files.map((file) => file.map(({ record }): MatchRecord => record));
const people = files.flatMap((file) => file.map(({ personId }) => personId));
const border = files[0].length;
const found = link(first ?? [], second ?? []);

/** How many records of each file every cluster has. */
const sizesOf = (clusters: Int32Array): readonly (readonly [number, number])[] => {
  const sizes = new Map<number, [number, number]>();
  for (const [record, cluster] of clusters.entries()) {
    const size = sizes.get(cluster) ?? [0, 0];
    size[record < border ? 0 : 1]++;
    sizes.set(cluster, size);
  }
  return [...sizes.values()];
};

describe('two linked files', () => {
  it('are compared with each other, and neither with itself', () => {
    const { left, right } = found.pairs;
    expect(left.length).toBeGreaterThan(100);
    expect(Array.from(left).filter((record, index) => record < border === (right[index] ?? 0) < border)).toEqual([]);
  });

  it('have most of their people in common found, and hardly anybody else', () => {
    const clusters = found.clustersFor(0.99);
    let [right, linked, all] = [0, 0, 0];
    for (let one = 0; one < border; one++) {
      for (let other = border; other < people.length; other++) {
        const [isLinked, isTrue] = [clusters[one] === clusters[other], people[one] === people[other]];
        linked += isLinked ? 1 : 0;
        all += isTrue ? 1 : 0;
        right += isLinked && isTrue ? 1 : 0;
      }
    }
    expect(right / linked).toBeGreaterThan(0.95);
    expect(right / all).toBeGreaterThan(0.7);
  });

  it('give each record one of the other file at most, where neither holds anybody twice', () => {
    const single = link(first ?? [], second ?? [], { withoutDoubles: 'both', model: found.model });
    const largest = sizesOf(single.clustersAt(0.01)).map((size) => Math.max(...size));
    expect(Math.max(...largest)).toBe(1);
    expect(Math.max(...sizesOf(found.clustersAt(0.01)).map((size) => Math.max(...size)))).toBeGreaterThan(1);
  });

  it('may hold people twice in one of them alone', () => {
    const single = link(first ?? [], second ?? [], { withoutDoubles: 'first', model: found.model });
    const sizes = sizesOf(single.clustersAt(0.01));
    expect(Math.max(...sizes.map(([one]) => one))).toBe(1);
    expect(Math.max(...sizes.map(([, other]) => other))).toBeGreaterThan(1);
  });

  it('are linked the same whichever order their records stand in', () => {
    const { model } = found;
    const straight = link(first ?? [], second ?? [], { model });
    const turned = link([...(first ?? [])].reverse(), [...(second ?? [])].reverse(), { model });
    const scoresOf = ({ merges }: typeof found): readonly number[] => merges.map(({ score }) => score);
    expect(turned.pairs.score.length).toBe(straight.pairs.score.length);
    expect(scoresOf(turned)).toEqual(scoresOf(straight));
  });

  it.each([
    ['both empty', [], []],
    ['one empty', first?.slice(0, 5) ?? [], []],
    ['one record each', first?.slice(0, 1) ?? [], second?.slice(0, 1) ?? []],
  ])('%s', (_, one: readonly MatchRecord[], other: readonly MatchRecord[]) => {
    expect(link(one, other).clustersFor(0.99)).toHaveLength(one.length + other.length);
  });
});
