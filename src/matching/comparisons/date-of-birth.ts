/**
 * Compares birthdays by the mistakes people and systems make: day and month swapped, a digit wrong, a placeholder.
 * Not whether a date is plausible: legacy data is read as it is.
 */
import type { PartialDate } from '../../standard/legacy/legacy-identity.ts';
import type { LevelLabel } from '../model.ts';

/** `digits` is YYYYMMDD. `isFirstOfJanuary`: what systems store where only the year is known, so that agreeing on it says less. */
export interface PreparedBirthday {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly digits: string;
  readonly isFirstOfJanuary: boolean;
}

/** Dates that systems write where none is known. */
const placeholders = new Set(['19000101', '19010101', '19700101', '11111111', '18991230', '18991231', '99991231']);

/** A date without a year is none; one without a month is its year's first of January, as systems write it. */
export function prepareDateOfBirth(date: PartialDate | undefined): PreparedBirthday | undefined {
  const { year, month, day, digits } = readDate(date);
  if (year === undefined || digits === undefined || placeholders.has(digits)) return undefined;
  return { year, month, day, digits, isFirstOfJanuary: month === 1 && day === 1 };
}

/** A day that is in no calendar still has digits to compare; a part that is not known is nought. */
function readDate(date: PartialDate | undefined): Omit<PreparedBirthday, 'isFirstOfJanuary' | 'digits' | 'year'> & {
  year?: number;
  digits?: string;
} {
  if (date?.digits !== undefined && /^\d{8}$/u.test(date.digits)) {
    const { digits } = date;
    return { year: Number(digits.slice(0, 4)), month: Number(digits.slice(4, 6)), day: Number(digits.slice(6)), digits };
  }
  const month = date?.month ?? 1;
  const day = date?.day ?? (date?.month === undefined ? 1 : 0);
  if (date?.year === undefined) return { month, day };
  const digits = String(date.year).padStart(4, '0') + String(month).padStart(2, '0') + String(day).padStart(2, '0');
  return { year: date.year, month, day, digits };
}

export function compareDatesOfBirth(a: PreparedBirthday, b: PreparedBirthday): LevelLabel<'date-of-birth'> {
  if (a.digits === b.digits) return a.isFirstOfJanuary ? 'first-of-january' : 'exact';
  // One of the two may know the year alone, however near the digits are.
  if (a.year === b.year && (a.isFirstOfJanuary || b.isFirstOfJanuary)) return 'year-only';
  if (a.year === b.year && a.month === b.day && a.day === b.month) return 'swapped';
  const wrong = countWrongDigits(a.digits, b.digits);
  if (wrong === 1 || areNeighboursSwapped(a.digits, b.digits, wrong)) return 'one-character';
  if ((a.year === b.year && a.month === b.month) || (a.month === b.month && a.day === b.day)) return 'partial';
  if (wrong === 2) return 'two-characters';
  return a.year === b.year ? 'same-year' : 'differ';
}

function countWrongDigits(left: string, right: string): number {
  let wrong = 0;
  for (let index = 0; index < left.length; index++) if (left.charCodeAt(index) !== right.charCodeAt(index)) wrong++;
  return wrong;
}

/** Two digits typed in the wrong order: 1965 for 1956. */
function areNeighboursSwapped(left: string, right: string, wrong: number): boolean {
  if (wrong !== 2) return false;
  let index = 0;
  while (left.charCodeAt(index) === right.charCodeAt(index)) index++;
  return left.charCodeAt(index) === right.charCodeAt(index + 1) && left.charCodeAt(index + 1) === right.charCodeAt(index);
}
