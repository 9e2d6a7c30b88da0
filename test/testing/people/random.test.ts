/** The seeded generator: repeatable, and even enough. */
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/testing/index.ts';

const draws = (seed: number | string): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: 20_000 }, () => random.next());
};

describe('a seeded generator', () => {
  it('draws the same for one seed and another for its neighbour', () => {
    expect(draws(7)).toEqual(draws('7'));
    expect(draws(7).slice(0, 10)).not.toEqual(draws(8).slice(0, 10));
  });

  it('draws evenly from 0 up to 1', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const draw of draws('even')) tenths[Math.floor(draw * 10)] = (tenths[Math.floor(draw * 10)] ?? 0) + 1;
    expect(tenths).toHaveLength(10);
    expect(Math.min(...tenths)).toBeGreaterThan(1850);
    expect(Math.max(...tenths)).toBeLessThan(2150);
  });

  it('draws whole numbers from both ends, and nothing beyond', () => {
    const random = createRandom('integer');
    const drawn = new Set(Array.from({ length: 500 }, () => random.integer(3, 6)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
  });

  it('draws the common far oftener than the rare, and all of them', () => {
    const random = createRandom('skewed');
    const list = Array.from({ length: 40 }, (_, index) => index);
    const counts = list.map(() => 0);
    for (let draw = 0; draw < 20_000; draw++) {
      const item = random.pickSkewed(list);
      counts[item] = (counts[item] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(50);
    expect(counts[0] ?? 0).toBeGreaterThan(5 * (counts[39] ?? 0));
  });

  it('cannot pick from nothing', () => {
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
  });
});
