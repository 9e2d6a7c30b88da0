import { describe, expect, it } from 'vitest';
import { parseDateOfBirth } from '../../../src/standard/fields/date-of-birth.ts';
import { gb } from '../../../src/standard/profiles/gb.ts';

const today = { year: 2024, month: 2, day: 29 };
const read = (day: string, month: string, year: string) =>
  parseDateOfBirth({ 'dateOfBirth.day': day, 'dateOfBirth.month': month, 'dateOfBirth.year': year }, { profile: gb, today });
const issuesOf = (day: string, month: string, year: string) => {
  const parsed = read(day, month, year);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} at ${path}`);
};

describe('a date of birth', () => {
  it.each([
    [31, [1, 3, 5, 7, 8, 10, 12]],
    [30, [4, 6, 9, 11]],
    [28, [2]],
  ])('has %i days at most in the months %j', (last, months) => {
    expect(months.map((month) => read(String(last), String(month), '2023').ok)).toEqual(months.map(() => true));
    expect(months.map((month) => read(String(last + 1), String(month), '2023').ok)).toEqual(months.map(() => false));
  });

  it.each([
    ['29', '2', '1904', true, 'divisible by 4'],
    ['29', '2', '2000', true, 'divisible by 400'],
    ['29', '2', '1901', false, 'not divisible by 4'],
    ['30', '2', '2000', false, 'no February has 30 days'],
  ])('%s %s %s is a real date: %s (%s)', (day, month, year, isReal) => {
    expect(read(day, month, year).ok).toBe(isReal);
  });

  it('knows that 1900 was no leap year, where a record is that old', () => {
    const entries = { dateOfBirth: '1900-02-29' };
    expect(parseDateOfBirth(entries, { profile: gb, today, reading: 'record' }).ok).toBe(false);
  });

  it('takes somebody of any age from a record', () => {
    const entries = { dateOfBirth: '1850-01-01' };
    expect(parseDateOfBirth(entries, { profile: gb, today, reading: 'record' }).ok).toBe(true);
    expect(parseDateOfBirth(entries, { profile: gb, today }).ok).toBe(false);
  });

  it('counts 125 years back from a leap day without stumbling', () => {
    expect(read('1', '3', '1899').ok).toBe(true);
    expect(read('28', '2', '1899').ok).toBe(false);
  });

  it.each([
    ['1e1', '3', '1985', ['date-of-birth/day-not-valid at dateOfBirth.day'], 'what Number() would call 10'],
    ['0x1', '3', '1985', ['date-of-birth/day-not-valid at dateOfBirth.day'], 'what Number() would call 1'],
    ['1', '3', '1e10', ['date-of-birth/year-not-valid at dateOfBirth.year'], 'a power of ten'],
    ['½', '3', '1985', ['date-of-birth/day-not-valid at dateOfBirth.day'], 'a fraction'],
    ['³', '3', '1985', [], 'a superscript digit is a digit'],
    [
      '27/3/1985',
      '',
      '',
      [
        'date-of-birth/day-not-valid at dateOfBirth.day',
        'date-of-birth/month-missing at dateOfBirth.month',
        'date-of-birth/year-missing at dateOfBirth.year',
      ],
      'a whole date in one box',
    ],
    ['1', 'constructor', '1985', ['date-of-birth/month-not-valid at dateOfBirth.month'], 'a name every object has'],
    ['1', 'mar\u202e', '1985', ['text/bidirectional-override at dateOfBirth.month'], 'a right-to-left override'],
    ['1', '3', '19\ud80085', ['text/lone-surrogate at dateOfBirth.year'], 'half of a surrogate pair'],
    ['9'.repeat(1_000_000), '3', '1985', ['date-of-birth/day-not-valid at dateOfBirth.day'], 'a million digits'],
    [`${'0'.repeat(50)}1`, '3', '1985', [], 'fifty leading zeros'],
  ])('reads $0 $1 $2 with $3: $4', (day, month, year, issues) => {
    expect(issuesOf(day, month, year)).toEqual(issues);
  });
});
