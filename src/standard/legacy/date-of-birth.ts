/**
 * Reads a date of birth in whatever form a system wrote it, and as much of it as it holds. Says where it had to guess.
 * Centuries: a year of two digits is the latest such year that has begun (today 2025: 24 is 2024, 26 is 1926).
 */
import type { CalendarDate } from '../calendar-date.ts';
import { readMonthName } from '../month-names.ts';
import { foldDigits } from '../text.ts';
import type { Change, ChangeCode, Normalised } from './change.ts';
import type { Columns, PartialDate } from './legacy-identity.ts';
import { readValue } from './legacy-text.ts';

export interface DateContext {
  readonly today: CalendarDate;
  /** Which of two numbers that could be either comes first. */
  readonly isDayFirst: boolean;
}

const path = 'dateOfBirth';

/** As it was written, before anything is judged. A part of 0 is not known. */
interface ReadDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly codes: readonly ChangeCode[];
}

/** Reads `dateOfBirth`, or `dateOfBirth.year|month|day`. */
export function normaliseDateOfBirth(columns: Columns, context: DateContext): Normalised<PartialDate> {
  const changes: Change[] = [];
  const whole = readValue(columns, path, changes);
  const from = whole === '' ? readBoxes(columns, changes) : whole;
  if (from === '') return { value: undefined, changes };
  const plain = readPlainDate(from, context);
  if (plain) return { value: plain, changes };
  const read = readDate(foldDigits(from), context);
  const { value, codes } =
    read === undefined ? { value: undefined, codes: ['date-of-birth/unreadable'] as const } : judge(read, context);
  const to = value === undefined ? {} : { to: formatPartialDate(value) };
  for (const code of codes) changes.push({ path, from, ...to, code });
  return { value, changes };
}

/** What most records hold: a date of the calendar in ISO's form, which needs nothing. */
function readPlainDate(text: string, { today }: DateContext): CalendarDate | undefined {
  const iso = isoDate.exec(text);
  if (iso === null || mayBePlaceholder(text)) return undefined;
  const [year, month, day] = [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const isReal = year > 0 && month > 0 && month <= 12 && day > 0 && day <= daysInMonth(year, month);
  return isReal && !isAfter({ year, month, day }, today) ? { year, month, day } : undefined;
}

/** As ISO 8601 writes dates, with question marks for what is not known: `1985-03-??`. */
export function formatPartialDate({ year, month, day }: PartialDate): string {
  const digits = (part: number | undefined, length: number): string =>
    part === undefined ? '?'.repeat(length) : String(part).padStart(length, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** The three boxes of a form in ISO order, where they hold anything. */
function readBoxes(columns: Columns, changes: Change[]): string {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => readValue(columns, `${path}.${part}`, changes));
  if (!year && !month && !day) return '';
  return `${year === '' ? '0000' : year}-${month === '' ? '00' : month}-${day === '' ? '00' : day}`;
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const timeOfDay = /(?:T|\s)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[AP]M|[+-]\d{2}:?\d{2})?$/iu;

function readDate(text: string, context: DateContext): ReadDate | undefined {
  const iso = isoDate.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), codes: [] };
  const time = timeOfDay.exec(text);
  if (time) {
    const read = readDate(text.slice(0, time.index), context);
    return read && { ...read, codes: ['date-of-birth/time-dropped', ...read.codes] };
  }
  if (/^\d+(?:\.0)?$/u.test(text)) return readDigits(text.replace(/\.0$/u, ''), context);
  return readParts(text, context);
}

/** 8, 7, 6 or 4 digits. A spreadsheet drops a leading zero. */
function readDigits(digits: string, context: DateContext): ReadDate | undefined {
  const take = (order: string): ReadDate | undefined => readInOrder(digits, order, context);
  const byOrder = context.isDayFirst ? ['DDMM', 'MMDD'] : ['MMDD', 'DDMM'];
  if (digits.length === 8) return firstReal([take('YYYYMMDD'), ...byOrder.map((order) => take(`${order}YYYY`))]);
  if (digits.length === 7) return readDigits(`0${digits}`, context);
  if (digits.length === 6) return firstReal([...byOrder.map((order) => take(`${order}YY`)), take('YYMMDD'), take('YYYYMM')]);
  if (digits.length === 4) return { year: Number(digits), codes: ['date-of-birth/partial'] };
  return undefined;
}

/** The first reading that is in the calendar, with its day or without; else the first. */
function firstReal(readings: readonly (ReadDate | undefined)[]): ReadDate | undefined {
  const there = readings.filter((reading) => reading !== undefined);
  return there.find(isPlausible) ?? there[0];
}

function isPlausible({ year = 0, month = 0, day = 0 }: ReadDate): boolean {
  if (year === 0 && month === 0 && day === 0) return true;
  return year >= 1000 && year < 2200 && month <= 12 && day <= daysInMonth(year, month || 1);
}

/** Digits by letters of the same place. A six-digit date in another order than expected says so. */
function readInOrder(digits: string, order: string, context: DateContext): ReadDate {
  const part = (letter: string): string => [...digits].filter((_, index) => order[index] === letter).join('');
  const isShort = part('Y').length === 2;
  const [day, month] = [Number(part('D')), Number(part('M'))];
  const isExpected = order.startsWith('Y') || order.startsWith('D') === context.isDayFirst;
  const isAmbiguous = !order.startsWith('Y') && day >= 1 && day <= 12 && month >= 1 && month <= 12 && day !== month;
  return {
    year: isShort ? withCentury(Number(part('Y')), context.today) : Number(part('Y')),
    month,
    ...(order.includes('D') ? { day } : {}),
    codes: [
      'date-of-birth/rewritten',
      ...(isShort ? (['date-of-birth/century-assumed'] as const) : []),
      ...(isAmbiguous
        ? (['date-of-birth/day-month-ambiguous'] as const)
        : isExpected
          ? []
          : (['date-of-birth/day-month-exchanged'] as const)),
    ],
  };
}

function withCentury(twoDigits: number, today: CalendarDate): number {
  const century = today.year - (today.year % 100);
  return twoDigits <= today.year % 100 ? century + twoDigits : century - 100 + twoDigits;
}

/** Parts with separators between, in any order that can be told: a name is a month, four digits are a year. */
function readParts(text: string, context: DateContext): ReadDate | undefined {
  const parts = text.split(/[\s/.,\-–—]+/u).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 3) return undefined;
  const named = parts.findIndex((part) => /\p{L}{3}/u.test(part));
  const month = named < 0 ? undefined : readMonthName(parts[named] ?? '');
  if (named >= 0 && month === undefined) return undefined;
  const numbers = parts.filter((_, index) => index !== named).map((part) => part.replace(/(?<=\d)(?:st|nd|rd|th)$/iu, ''));
  if (!numbers.every((part) => /^\d{1,4}$/u.test(part))) return undefined;
  return month === undefined ? readNumbers(numbers, context) : readBesideName(month, numbers, context);
}

function readBesideName(month: number, numbers: readonly string[], context: DateContext): ReadDate | undefined {
  const [first = '', second] = numbers;
  if (second === undefined)
    return first.length < 3 ? undefined : { year: Number(first), month, codes: ['date-of-birth/partial'] };
  const [year, day] = first.length > 2 ? [first, second] : [second, first];
  return {
    ...readYear(year, context),
    month,
    day: Number(day),
    codes: ['date-of-birth/rewritten', ...readYear(year, context).codes],
  };
}

function readYear(digits: string, { today }: DateContext): { readonly year: number; readonly codes: readonly ChangeCode[] } {
  if (digits.length > 2) return { year: Number(digits), codes: [] };
  return { year: withCentury(Number(digits), today), codes: ['date-of-birth/century-assumed'] };
}

function readNumbers(numbers: readonly string[], context: DateContext): ReadDate | undefined {
  const [first = '', second = '', third] = numbers;
  if (third === undefined) {
    const [year, month] = first.length > 2 ? [first, second] : [second, first];
    return year.length < 4 ? undefined : { year: Number(year), month: Number(month), codes: ['date-of-birth/partial'] };
  }
  if (first.length > 2) return arrange({ year: first, left: second, right: third }, { ...context, isDayFirst: false }, false);
  return arrange({ year: third, left: first, right: second }, context, true);
}

/** Two numbers that are day and month. Only where neither order is forced can they be mistaken. */
function arrange(
  { year, left, right }: Readonly<Record<'year' | 'left' | 'right', string>>,
  context: DateContext,
  isOrderOpen: boolean,
): ReadDate {
  const [first, second] = [Number(left), Number(right)];
  const expected = context.isDayFirst ? { day: first, month: second } : { day: second, month: first };
  const isExchanged = expected.month > 12 && expected.day <= 12;
  const isAmbiguous = isOrderOpen && first >= 1 && first <= 12 && second >= 1 && second <= 12 && first !== second;
  const read = readYear(year, context);
  return {
    year: read.year,
    ...(isExchanged ? { day: expected.month, month: expected.day } : expected),
    codes: [
      ...(isExchanged ? [] : (['date-of-birth/rewritten'] as const)),
      ...read.codes,
      ...(isExchanged ? (['date-of-birth/day-month-exchanged'] as const) : []),
      ...(isAmbiguous ? (['date-of-birth/day-month-ambiguous'] as const) : []),
    ],
  };
}

/** What database systems, spreadsheets and clerks write where no date is known. */
const placeholders = new Set(
  '0000-00-00 0001-01-01 1111-11-11 1753-01-01 1899-12-30 1899-12-31 1900-01-01 1904-01-01 2222-02-22 9999-09-09 9999-12-31 9999-99-99 8888-88-88'.split(
    ' ',
  ),
);
/** The same, though somebody may have been born on them. */
const likelyPlaceholders = new Set(['1800-01-01', '1901-01-01', '1970-01-01', '1980-01-01', '2000-01-01']);

function mayBePlaceholder(written: string): boolean {
  return placeholders.has(written) || likelyPlaceholders.has(written);
}

function judge(
  read: ReadDate,
  { today }: DateContext,
): { readonly value: PartialDate | undefined; readonly codes: readonly ChangeCode[] } {
  const { codes, ...parts } = read;
  const written = formatPartialDate({ year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0 });
  if (placeholders.has(written)) return { value: undefined, codes: ['date-of-birth/placeholder'] };
  const known = Object.fromEntries(Object.entries(parts).filter(([, part]) => part > 0)) as PartialDate;
  const { value, isReal } = keepReal(known);
  if (Object.keys(value).length === 0) return { value: undefined, codes: ['date-of-birth/unreadable'] };
  if (isAfter(value, today)) return { value: undefined, codes: ['date-of-birth/in-future'] };
  const isPartial = Object.keys(known).length < 3 && !codes.includes('date-of-birth/partial');
  return {
    value,
    codes: [
      ...codes,
      ...(isReal ? [] : (['date-of-birth/not-real'] as const)),
      ...(isPartial ? (['date-of-birth/partial'] as const) : []),
      ...(likelyPlaceholders.has(written) ? (['date-of-birth/perhaps-placeholder'] as const) : []),
    ],
  };
}

/** The date without the parts that cannot be right. */
function keepReal({ year, month, day }: PartialDate): { readonly value: PartialDate; readonly isReal: boolean } {
  const isMonth = month === undefined || month <= 12;
  const isDay = day === undefined || (isMonth && day <= daysInMonth(year ?? 2000, month ?? 1));
  const value = {
    ...(year === undefined ? {} : { year }),
    ...(month === undefined || !isMonth ? {} : { month }),
    ...(day === undefined || !isDay ? {} : { day }),
  };
  const isReal = isMonth && isDay;
  const digits = formatPartialDate({ year: year ?? 0, month: month ?? 0, day: day ?? 0 }).replaceAll('-', '');
  const hasDigits = !isReal && year !== undefined && digits.length === 8;
  return { value: hasDigits ? { ...value, digits } : value, isReal };
}

/** 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isAfter({ year = 0, month = 1, day = 1 }: PartialDate, today: CalendarDate): boolean {
  return (year * 100 + month) * 100 + day > (today.year * 100 + today.month) * 100 + today.day;
}
