/** Which level holds for which two birthdays. */
import { describe, expect, it } from 'vitest';
import { compareDatesOfBirth, prepareDateOfBirth } from '../../../src/matching/comparisons/date-of-birth.ts';
import type { CalendarDate } from '../../../src/standard/calendar-date.ts';

const date = (iso: string): CalendarDate => {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day };
};
const compare = (left: string, right: string): string | undefined => {
  const [a, b] = [prepareDateOfBirth(date(left)), prepareDateOfBirth(date(right))];
  return a && b && compareDatesOfBirth(a, b);
};

describe('two birthdays', () => {
  it.each([
    ['1984-03-12', '1984-03-12', 'exact'],
    ['1984-01-01', '1984-01-01', 'first-of-january'], // written where only the year is known
    ['1984-03-12', '1984-12-03', 'swapped'],
    ['1984-03-12', '1985-03-12', 'one-character'],
    ['1984-03-12', '1984-03-13', 'one-character'],
    ['1965-03-12', '1956-03-12', 'one-character'], // neighbouring digits in the wrong order
    ['1984-03-12', '1984-03-21', 'one-character'],
    ['1984-03-12', '1975-03-12', 'partial'], // day and month, another year
    ['1984-03-12', '1984-03-29', 'partial'], // year and month
    ['1984-09-17', '1984-01-01', 'year-only'], // only the year is known on one side
    ['1984-03-12', '1985-03-13', 'two-characters'],
    ['1984-03-12', '1984-11-29', 'same-year'],
    ['1984-03-12', '1957-10-29', 'differ'],
  ])('%s and %s: %s', (left, right, level) => {
    expect(compare(left, right)).toBe(level);
    expect(compare(right, left)).toBe(level);
  });

  it.each(['1900-01-01', '1901-01-01', '1970-01-01', '1111-11-11'])(
    '%s is written where none is known, and counts as missing',
    (iso) => {
      expect(prepareDateOfBirth(date(iso))).toBeUndefined();
    },
  );
});
