/** Rows have one number exactly where the cells looked at hold the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCellNumbering } from '../../../src/standard/legacy/cell-numbering.ts';

/** Numbers by first appearance, of a text of all cells that is nobody else's. */
function numbersOf(rows: readonly (readonly string[])[], positions: readonly number[]): number[] {
  const keys = rows.map((cells) => JSON.stringify(positions.map((position) => cells[position] ?? '')));
  const different = [...new Set(keys)];
  return keys.map((key) => different.indexOf(key));
}

describe('what some cells of rows hold', () => {
  it('has a number by first appearance, whatever the cells hold', () => {
    const cell = fc.oneof(fc.constantFrom('', 'a', 'b', 'ab', '\0', '\uffff'), fc.string({ unit: 'binary', maxLength: 4 }));
    const row = fc.array(cell, { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.subarray([0, 1, 2, 3]), (rows, positions) => {
        const { numberOf } = createCellNumbering(positions);
        expect(rows.map((cells) => numberOf(cells))).toEqual(numbersOf(rows, positions));
      }),
    );
  });

  it.each([
    ['many', Array.from({ length: 5000 }, (_, index) => [String(index % 3000), 'same'])],
    [
      'cells whose text together is the same',
      [
        ['ab', 'c'],
        ['a', 'bc'],
        ['abc', ''],
        ['', 'abc'],
        ['ab', 'c'],
      ],
    ],
    ['long ones that differ at their end', [['x'.repeat(999)], ['x'.repeat(998) + 'y'], ['x'.repeat(999)]]],
    // FNV-1a gives these two one hash of 32 bits.
    ['ones of one hash', [['costarring'], ['liquid'], ['costarring']]],
  ])('has one number each: %s', (_, rows) => {
    const { numberOf, size } = createCellNumbering([0, 1]);
    const expected = numbersOf(rows, [0, 1]);
    expect(rows.map((cells) => numberOf(cells))).toEqual(expected);
    expect(size()).toBe(new Set(expected).size);
  });

  it('is forgotten when told to, and numbered from 0 again', () => {
    const { numberOf, size, clear } = createCellNumbering([1]);
    expect([numberOf(['', 'a']), numberOf(['', 'b'])]).toEqual([0, 1]);
    clear();
    expect(size()).toBe(0);
    expect([numberOf(['', 'b']), numberOf(['', 'a'])]).toEqual([0, 1]);
  });
});
