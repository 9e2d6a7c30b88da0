/** Blocks are what a slow look at every hash finds, and candidates what a slow look at every block does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlockFinder } from '../../src/matching/blocks.ts';
import type { RowKeys } from '../../src/matching/key-hashes.ts';

/** Few hashes, many of them alike in their first bits, and some rows that have one twice. */
const hash = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(0xffffffff, 0xfffffffe, 0x80000000), fc.nat());
const keys = fc
  .array(fc.tuple(fc.nat(40), hash), { maxLength: 120 })
  .map((entries) => entries.sort(([a], [b]) => a - b))
  .map((entries): RowKeys => ({
    rows: Uint32Array.from(entries, ([row]) => row),
    hashes: Uint32Array.from(entries, ([, one]) => one),
  }));

function slowBlocks({ rows, hashes }: RowKeys, cap: number): string[] {
  const blocks = new Map<number, Set<number>>();
  for (const [index, one] of hashes.entries()) blocks.set(one, (blocks.get(one) ?? new Set()).add(rows[index] ?? 0));
  const several = [...blocks.values()].filter(({ size }) => size > 1 && size <= cap);
  return several.map((block) => [...block].sort((a, b) => a - b).join(' ')).sort();
}

function foundBlocks(of: RowKeys, cap: number, sampled?: Uint8Array): string[] {
  const blocks: string[] = [];
  const visit = createBlockFinder(40);
  // Once before, so that what it counts with is no longer new.
  for (const found of [[], blocks])
    visit(of, { cap, sampled }, (rows, from, to) => void found.push(rows.slice(from, to).join(' ')));
  return blocks.sort();
}

describe('blocks', () => {
  it('are all rows that share a key, where they are few enough', () => {
    const check = fc.property(keys, fc.constantFrom(2, 3, 60), (own, cap) => {
      expect(foundBlocks(own, cap)).toEqual(slowBlocks(own, cap));
    });
    fc.assert(check, { numRuns: 500, seed: 6 });
  });

  it('of a sample are among them, and all that hold a sampled row', () => {
    const sampled = Uint8Array.from({ length: 41 }, (_, row) => (row % 3 === 0 ? 1 : 0));
    const holdsSampled = (block: string): boolean => block.split(' ').some((row) => sampled[Number(row)] === 1);
    const check = fc.property(keys, (own) => {
      const [found, all] = [foundBlocks(own, 60, sampled), slowBlocks(own, 60)];
      expect(all).toEqual(expect.arrayContaining(found));
      expect(found.filter(holdsSampled)).toEqual(all.filter(holdsSampled));
    });
    fc.assert(check, { numRuns: 300, seed: 6 });
  });

  it('of very many keys in one place are found in no time', () => {
    const rows = Uint32Array.from({ length: 40_000 }, (_, row) => row);
    const two = { rows, hashes: rows.map((row) => row % 2) };
    expect(foundBlocks(two, 40_000).map((block) => block.split(' ').length)).toEqual([20_000, 20_000]);
  });
});
