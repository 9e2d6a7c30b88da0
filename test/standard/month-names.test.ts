import { describe, expect, it } from 'vitest';
import { furtherMonthNames } from '../../src/standard/further-month-names.ts';
import { loadAllMessages, locales } from '../../src/standard/messages.ts';
import { readMonthName } from '../../src/standard/month-names.ts';

const english = 'January February March April May June July August September October November December'.split(' ');
const welsh = 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' ');
const months = [...english, ...welsh].map((name, index) => ({ name, month: (index % 12) + 1 }));

describe('readMonthName', () => {
  it.each(months)('reads $name and every way to cut it short to three letters or more', ({ name, month }) => {
    const cuts = Array.from({ length: name.length - 2 }, (_, cut) => name.slice(0, cut + 3));
    expect(cuts.map((cut) => readMonthName(cut))).toEqual(cuts.map(() => month));
  });

  it.each(months)('reads $name in capitals', ({ name, month }) => {
    expect(readMonthName(name.toUpperCase())).toBe(month);
  });

  it.each(['', 'J', 'Ju', 'Ma', 'Januarys', 'toString', '3'])('reads no month in %j', (typed) => {
    expect(readMonthName(typed)).toBeUndefined();
  });
});

describe.each(locales.map((locale) => ({ locale })))('the month names of $locale', ({ locale }) => {
  it('are twelve, and each is read as the month it stands for, whole or cut to three letters', async () => {
    const names = (await loadAllMessages(locale))['dateOfBirth.month/names'].split(' ');
    const months = Array.from({ length: 12 }, (_, place) => place + 1);
    expect(names.map((name) => readMonthName(name, furtherMonthNames))).toEqual(months);
    expect(names.map((name) => readMonthName(name.slice(0, 3), furtherMonthNames))).toEqual(months);
  });
});

describe('readMonthName in further languages', () => {
  it.each([
    // Without their accents, as many type them.
    { typed: 'jiye', month: 7 },
    { typed: 'oktob', month: 10 },
    // A whole name shorter than any short form.
    { typed: 'me', month: 5 },
    // March in Creole, no month in English.
    { typed: 'mas', month: 3 },
  ])('reads $typed as month $month', ({ typed, month }) => {
    expect(readMonthName(typed, furtherMonthNames)).toBe(month);
  });

  it('reads none of them where they are not among the profile’s', () => {
    expect(readMonthName('enero')).toBe(undefined);
  });
});
