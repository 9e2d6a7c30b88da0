/**
 * A date of birth from three boxes or one ISO date. Says exactly which box is missing or wrong, and judges the whole date
 * only when all three can be read. Never a `Date`. Not about legacy records: those are read without the plausible age.
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { Entries } from '../identity.ts';
import { accepted, refused, type Issue, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import { readMonthName } from '../month-names.ts';
import type { DatePart } from '../profiles/profile.ts';
import { foldDigits } from '../text.ts';
import { areBlank, readEntry, type EntryName, type Field, type ParseContext } from './field.ts';

const boxes = ['dateOfBirth.day', 'dateOfBirth.month', 'dateOfBirth.year'] as const satisfies readonly EntryName[];

type ReadPart = { readonly value: number } | { readonly issue: Issue };

/**
 * Reads `dateOfBirth.day`, `.month` (a number, or a name in English or Welsh) and `.year`; or, where the three are blank,
 * `dateOfBirth` as `YYYY-MM-DD`. Leading zeros, stray punctuation and digits of other scripts are no fault.
 */
export function parseDateOfBirth(entries: Entries, context: ParseContext): Parsed<CalendarDate> {
  if (areBlank(entries, boxes)) return parseIsoDate(entries, context);
  const day = readDay(entries);
  const month = readMonth(entries);
  const year = readYear(entries);
  if ('value' in day && 'value' in month && 'value' in year) {
    return judge({ year: year.value, month: month.value, day: day.value }, context, 'dateOfBirth.year');
  }
  return refused(...[day, month, year].flatMap((part) => ('issue' in part ? [part.issue] : [])));
}

function parseIsoDate(entries: Entries, context: ParseContext): Parsed<CalendarDate> {
  const typed = readEntry(entries, 'dateOfBirth');
  if (typed === '')
    return refused(createIssue('date-of-birth/missing', 'dateOfBirth' in entries ? 'dateOfBirth' : 'dateOfBirth.day'));
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(typed) ?? [];
  if (year === undefined) return refused(createIssue('date-of-birth/not-iso', 'dateOfBirth'));
  return judge({ year: Number(year), month: Number(month), day: Number(day) }, context, 'dateOfBirth');
}

function readDay(entries: Entries): ReadPart {
  const text = readPart(entries, 'day');
  const digits = /^0*(\d{1,2})(?:st|nd|rd|th)?$/iu.exec(text)?.[1];
  const day = Number(digits);
  return day >= 1 && day <= 31
    ? { value: day }
    : fault('day', text === '' ? 'date-of-birth/day-missing' : 'date-of-birth/day-not-valid');
}

function readMonth(entries: Entries): ReadPart {
  const text = readPart(entries, 'month');
  const digits = /^0*(\d{1,2})$/u.exec(text)?.[1];
  const month = digits === undefined ? readMonthName(text) : Number(digits);
  if (month !== undefined && month >= 1 && month <= 12) return { value: month };
  return fault('month', text === '' ? 'date-of-birth/month-missing' : 'date-of-birth/month-not-valid');
}

/** Two digits are a fault of their own: 25 may be 1925 or 2025, and no rule knows which. */
function readYear(entries: Entries): ReadPart {
  const text = readPart(entries, 'year');
  if (/^[1-9]\d{3}$/u.test(text)) return { value: Number(text) };
  if (text === '') return fault('year', 'date-of-birth/year-missing');
  return fault('year', /^\d{2}$/u.test(text) ? 'date-of-birth/year-two-digits' : 'date-of-birth/year-not-valid');
}

/** Only letters and digits count in a box of a date; anything else is a slip. */
function readPart(entries: Entries, part: DatePart): string {
  const typed = readEntry(entries, `dateOfBirth.${part}`);
  const text = foldDigits(typed.normalize('NFKC')).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  return text === '' ? typed : text;
}

function fault(part: DatePart, code: IssueCode): ReadPart {
  return { issue: createIssue(code, `dateOfBirth.${part}`) };
}

/** What is wrong with a date that can be read. A year that is impossible by itself is the year's fault, not the whole date's. */
function judge(date: CalendarDate, { profile, today }: ParseContext, yearPath: EntryName): Parsed<CalendarDate> {
  if (date.day < 1 || date.day > daysInMonth(date)) return refused(createIssue('date-of-birth/not-real', 'dateOfBirth'));
  if (isBefore(today, date))
    return refused(createIssue('date-of-birth/in-future', date.year > today.year ? yearPath : 'dateOfBirth'));
  const earliestYear = today.year - profile.oldestAge;
  if (isBefore(date, { ...today, year: earliestYear })) {
    return refused(createIssue('date-of-birth/too-long-ago', yearPath, { oldestAge: profile.oldestAge, earliestYear }));
  }
  return accepted(date);
}

function daysInMonth({ year, month }: CalendarDate): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isBefore(a: CalendarDate, b: CalendarDate): boolean {
  return dayNumber(a) < dayNumber(b);
}

/** Grows with the calendar; only good for comparing. */
function dayNumber({ year, month, day }: CalendarDate): number {
  return (year * 100 + month) * 100 + day;
}

export const dateOfBirthField: Field = {
  name: 'date-of-birth',
  key: 'dateOfBirth',
  entries: [...boxes, 'dateOfBirth'],
  isBlank: (entries) => areBlank(entries, [...boxes, 'dateOfBirth']),
  parse(entries, context) {
    const parsed = parseDateOfBirth(entries, context);
    return parsed.ok ? accepted({ dateOfBirth: parsed.value }, parsed.warnings) : parsed;
  },
  format: ({ dateOfBirth: date }) =>
    date
      ? { 'dateOfBirth.day': String(date.day), 'dateOfBirth.month': String(date.month), 'dateOfBirth.year': String(date.year) }
      : {},
};
