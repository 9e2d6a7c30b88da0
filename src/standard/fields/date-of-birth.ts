/**
 * A date of birth from three boxes or one ISO date. Says exactly which box is missing or wrong, and judges the whole date
 * only when all three can be read. Never a `Date`, and never a guess: a year of two digits stays a question.
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { Entries } from '../identity.ts';
import { accepted, refused, type Issue, type Parsed } from '../issue.ts';
import { createIssue } from '../issue-code.ts';
import { readMonthName } from '../month-names.ts';
import type { DatePart, Profile } from '../profiles/profile.ts';
import { findUnwantedCharacter, withoutPunctuation } from '../text.ts';
import { areBlank, formatParts, inIdentity, readEntry, type EntryName, type Field, type ParseContext } from './field.ts';

const boxes = ['dateOfBirth.day', 'dateOfBirth.month', 'dateOfBirth.year'] as const satisfies readonly EntryName[];

/**
 * Reads `dateOfBirth.day`, `.month` (a number, or a name in English, Welsh or a language of the profile's) and `.year`; or, where the three are blank,
 * `dateOfBirth` as `YYYY-MM-DD`. Leading zeros, stray punctuation and digits of other scripts are no fault.
 */
export function parseDateOfBirth(entries: Entries, context: ParseContext): Parsed<CalendarDate> {
  if (areBlank(entries, boxes)) return parseIsoDate(entries, context);
  const day = readBox(entries, 'day', context);
  const month = readBox(entries, 'month', context);
  const year = readBox(entries, 'year', context);
  if (typeof day === 'number' && typeof month === 'number' && typeof year === 'number') {
    return judge({ year, month, day }, context, 'dateOfBirth.year');
  }
  return refused(...[day, month, year].filter((part) => typeof part !== 'number'));
}

function parseIsoDate(entries: Entries, context: ParseContext): Parsed<CalendarDate> {
  const typed = readEntry(entries, 'dateOfBirth');
  if (typed === '')
    return refused(createIssue('date-of-birth/missing', 'dateOfBirth' in entries ? 'dateOfBirth' : 'dateOfBirth.day'));
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(typed) ?? [];
  if (year === undefined) return refused(createIssue('date-of-birth/not-iso', 'dateOfBirth'));
  return judge({ year: Number(year), month: Number(month), day: Number(day) }, context, 'dateOfBirth');
}

/** Only letters and digits count in a box of a date; anything else is a slip of the hand. */
function readBox(entries: Entries, part: DatePart, { profile }: ParseContext): number | Issue {
  const path: EntryName = `dateOfBirth.${part}`;
  const typed = readEntry(entries, path);
  if (typed === '') return createIssue(`date-of-birth/${part}-missing`, path);
  const unwanted = findUnwantedCharacter(typed, path);
  if (unwanted) return unwanted;
  const text = withoutPunctuation(typed);
  const number = readers[part](text, profile);
  if (number !== undefined) return number;
  return createIssue(
    part === 'year' && /^\d{2}$/u.test(text) ? 'date-of-birth/year-two-digits' : `date-of-birth/${part}-not-valid`,
    path,
  );
}

const readers: Readonly<Record<DatePart, (text: string, profile: Profile) => number | undefined>> = {
  day: (text) => readUpTo(31, /^0*(\d{1,2})(?:st|nd|rd|th)?$/iu.exec(text)?.[1]),
  month: (text, { monthNames }) => readUpTo(12, /^0*(\d{1,2})$/u.exec(text)?.[1]) ?? readMonthName(text, monthNames),
  year: (text) => (/^[1-9]\d{3}$/u.test(text) ? Number(text) : undefined),
};

function readUpTo(most: number, digits: string | undefined): number | undefined {
  const number = Number(digits);
  return number >= 1 && number <= most ? number : undefined;
}

/** What is wrong with a date that can be read. A year that is impossible by itself is the year's fault, not the whole date's. */
function judge(date: CalendarDate, context: ParseContext, yearPath: EntryName): Parsed<CalendarDate> {
  const { today, profile } = context;
  if (date.day < 1 || date.day > daysInMonth(date)) return refused(createIssue('date-of-birth/not-real', 'dateOfBirth'));
  if (isBefore(today, date))
    return refused(createIssue('date-of-birth/in-future', date.year > today.year ? yearPath : 'dateOfBirth'));
  const isTooLongAgo = isBefore(date, { ...today, year: today.year - profile.oldestAge });
  if (isTooLongAgo && context.reading !== 'record') {
    return refused(createIssue('date-of-birth/too-long-ago', yearPath, { oldestAge: profile.oldestAge }));
  }
  return accepted(date);
}

/** 0 for a month that does not exist. */
function daysInMonth({ year, month }: CalendarDate): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isBefore(a: CalendarDate, b: CalendarDate): boolean {
  return ordinal(a) < ordinal(b);
}

/** Grows with the calendar; only good for comparing. */
function ordinal({ year, month, day }: CalendarDate): number {
  return (year * 100 + month) * 100 + day;
}

export const dateOfBirthField: Field = {
  name: 'date-of-birth',
  key: 'dateOfBirth',
  entries: [...boxes, 'dateOfBirth'],
  isBlank: (entries) => areBlank(entries, [...boxes, 'dateOfBirth']),
  parse: (entries, context) => inIdentity(parseDateOfBirth(entries, context), (dateOfBirth) => ({ dateOfBirth })),
  format: ({ dateOfBirth }) => formatParts('dateOfBirth', dateOfBirth),
};
