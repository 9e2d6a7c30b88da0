/** How many people have a value, counted by person whatever the order of their records. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPeople, groupRows } from '../../src/matching/frequencies.ts';

/** Values of some rows (−1 is missing) and the person of each row. */
const rows = fc.integer({ min: 1, max: 40 }).chain((size) =>
  fc.record({
    ids: fc.array(fc.integer({ min: -1, max: 5 }), { minLength: size, maxLength: size }),
    people: fc.array(fc.integer({ min: 0, max: size - 1 }), { minLength: size, maxLength: size }),
  }),
);
const values = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('rows grouped by person', () => {
  it('are all there once, those of one person together, in their order', () => {
    fc.assert(
      fc.property(rows, ({ people }) => {
        const { order } = groupRows(Int32Array.from(people));
        const expected = people.map((_, row) => row).sort((a, b) => (people[a] ?? 0) - (people[b] ?? 0) || a - b);
        expect([...order]).toEqual(expected);
      }),
    );
  });
});

describe('people with a value', () => {
  it('are counted once each, as sets count them', () => {
    fc.assert(
      fc.property(rows, ({ ids, people }) => {
        const counts = countPeople({ ids: Int32Array.from(ids), values }, groupRows(Int32Array.from(people)));
        const expected = values.map((_, id) => new Set(people.filter((__, row) => ids[row] === id)).size);
        expect([...counts]).toEqual(expected);
      }),
    );
  });

  it('are as many as its rows, where no row is known to be another’s', () => {
    expect([...countPeople({ ids: Int32Array.of(0, 2, -1, 2, 0, 2), values: ['a', 'b', 'c'] }, undefined)]).toEqual([2, 0, 3]);
  });
});
