/** How dates of legacy records are read: a row per form that a system writes. */
import { describe, expect, it } from 'vitest';
import { formatPartialDate, normaliseDateOfBirth } from '../../../src/standard/legacy/date-of-birth.ts';

const today = { year: 2025, month: 6, day: 15 };
const read = (dateOfBirth: string, isDayFirst = true) => normaliseDateOfBirth({ dateOfBirth }, { today, isDayFirst });
const summary = (text: string, isDayFirst = true) => {
  const { value, changes } = read(text, isDayFirst);
  return [value && formatPartialDate(value), ...changes.map(({ code }) => code.replace('date-of-birth/', ''))];
};

describe('normaliseDateOfBirth', () => {
  it.each([
    ['1985-03-27', ['1985-03-27'], 'ISO, which needs nothing'],
    ['27/03/1985', ['1985-03-27', 'rewritten'], 'day first'],
    ['3/27/1985', ['1985-03-27', 'day-month-exchanged'], 'month first, where only that makes sense'],
    ['04/03/1985', ['1985-03-04', 'rewritten', 'day-month-ambiguous'], 'either'],
    ['05.05.1985', ['1985-05-05', 'rewritten'], 'the same both ways'],
    ['1985/03/27', ['1985-03-27', 'rewritten'], 'year first'],
    ['19850327', ['1985-03-27', 'rewritten'], 'eight digits, year first'],
    ['27031985', ['1985-03-27', 'rewritten'], 'eight digits, year last'],
    ['7031985', ['1985-03-07', 'rewritten', 'day-month-ambiguous'], 'a spreadsheet lost the zero'],
    ['270385', ['1985-03-27', 'rewritten', 'century-assumed'], 'six digits'],
    ['850327', ['1985-03-27', 'rewritten', 'century-assumed'], 'six digits that only make sense with the year first'],
    ['27/03/24', ['2024-03-27', 'rewritten', 'century-assumed'], 'two digits: a year that has begun'],
    ['27/03/26', ['1926-03-27', 'rewritten', 'century-assumed'], 'two digits: a year that has not'],
    ['27 Mar 1985', ['1985-03-27', 'rewritten'], 'a short name'],
    ['March 27th, 1985', ['1985-03-27', 'rewritten'], 'as Americans write'],
    ['27-MAR-85', ['1985-03-27', 'rewritten', 'century-assumed'], 'as Oracle writes'],
    ['27 Mawrth 1985', ['1985-03-27', 'rewritten'], 'Welsh'],
    ['1985-03-27T00:00:00Z', ['1985-03-27', 'time-dropped'], 'a time of day'],
    ['27/03/1985 00:00', ['1985-03-27', 'time-dropped', 'rewritten'], 'a time of day behind'],
    ['1985', ['1985-??-??', 'partial'], 'a year alone'],
    ['Mar 1985', ['1985-03-??', 'partial'], 'month and year'],
    ['03/1985', ['1985-03-??', 'partial'], 'month and year in digits'],
    ['1985-00-00', ['1985-??-??', 'partial'], 'zeros for what is not known'],
    ['1985-03-00', ['1985-03-??', 'partial'], 'a day of zero'],
    ['1985-02-30', ['1985-02-??', 'not-real'], 'not in the calendar'],
    ['1900-01-01', [undefined, 'placeholder'], 'what databases write for none'],
    ['01/01/1900', [undefined, 'placeholder'], 'the same in another form'],
    ['11111111', [undefined, 'placeholder'], 'one digit'],
    ['9999-12-31', [undefined, 'placeholder'], 'the end of time'],
    ['1970-01-01', ['1970-01-01', 'perhaps-placeholder'], 'zero of a clock, or a birthday'],
    ['2026-01-01', [undefined, 'in-future'], 'not born yet'],
    ['1850-01-01', ['1850-01-01'], 'nobody is too old in a record'],
    ['١٩٨٥-٠٣-٢٧', ['1985-03-27'], 'Arabic-Indic digits'],
    ['about 1985', [undefined, 'unreadable'], 'words'],
    ['12345', [undefined, 'unreadable'], 'five digits'],
    ['UNKNOWN', [undefined, 'text/placeholder'], 'a placeholder in words'],
  ])('reads %j as %j: %s', (text, expected) => {
    expect(summary(text)).toEqual(expected);
  });

  it.each([
    ['04/03/1985', ['1985-04-03', 'rewritten', 'day-month-ambiguous'], 'month first'],
    ['27/03/1985', ['1985-03-27', 'day-month-exchanged'], 'day first, where only that makes sense'],
    ['032785', ['1985-03-27', 'rewritten', 'century-assumed'], 'six digits'],
    ['03271985', ['1985-03-27', 'rewritten'], 'eight digits'],
  ])('reads %j as %j where the month comes first: %s', (text, expected) => {
    expect(summary(text, false)).toEqual(expected);
  });

  it('keeps the digits of a day that is in no calendar', () => {
    expect(read('19850392').value).toEqual({ year: 1985, month: 3, digits: '19850392' });
  });

  it('reads three boxes, of which some may be blank', () => {
    const boxes = { 'dateOfBirth.year': '1985', 'dateOfBirth.month': 'March', 'dateOfBirth.day': '' };
    expect(normaliseDateOfBirth(boxes, { today, isDayFirst: true }).value).toEqual({ year: 1985, month: 3 });
  });
});
