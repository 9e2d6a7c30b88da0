import { describe, expect, it } from 'vitest';
import { readMonthName } from '../../src/standard/month-names.ts';

const english = 'January February March April May June July August September October November December'.split(' ');
const welsh = 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' ');
const months = [...english, ...welsh].map((name, index) => ({ name, month: (index % 12) + 1 }));

describe('readMonthName', () => {
  it.each(months)('reads $name and every way to cut it short to three letters or more', ({ name, month }) => {
    const cuts = Array.from({ length: name.length - 2 }, (_, cut) => name.slice(0, cut + 3));
    expect(cuts.map(readMonthName)).toEqual(cuts.map(() => month));
  });

  it.each(months)('reads $name in capitals', ({ name, month }) => {
    expect(readMonthName(name.toUpperCase())).toBe(month);
  });

  it.each(['', 'J', 'Ju', 'Ma', 'Januarys', 'toString', '3'])('reads no month in %j', (typed) => {
    expect(readMonthName(typed)).toBeUndefined();
  });
});
