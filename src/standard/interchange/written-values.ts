/**
 * The few values that all outside forms write alike: an ISO date, a telephone number with its extension, a name of several given
 * names. Not reading of legacy data (legacy/): these forms have rules, and what breaks them is not carried.
 */
import type { CalendarDate } from '../calendar-date.ts';
import { parseTelephoneNumber } from '../fields/telephone-number.ts';
import type { PersonName, TelephoneNumber } from '../identity.ts';
import { daysInMonth } from '../legacy/date-of-birth.ts';
import type { Profile } from '../profiles/profile.ts';

/** `1985-03-27`. */
export function writeDate({ year, month, day }: CalendarDate): string {
  const digits = (part: number, length: number): string => String(part).padStart(length, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** A whole ISO date that is in the calendar; a part of one (`1985-03`) is none. */
export function readWholeDate(text: string | undefined): CalendarDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text ?? '') ?? [];
  if (year === undefined || year === '0000') return undefined;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return date.day > 0 && date.day <= daysInMonth(date.year, date.month) ? date : undefined;
}

/** `+447700900123;ext=12` (RFC 3966 without its scheme). */
export function writeTelephoneNumber({ e164, extension }: TelephoneNumber): string {
  return extension === undefined ? e164 : `${e164};ext=${extension}`;
}

/** By the profile's rules; nothing where they refuse it. */
export function readTelephoneNumber(text: string, profile: Profile): TelephoneNumber | undefined {
  const parsed = parseTelephoneNumber(text, profile);
  return parsed.ok ? parsed.value : undefined;
}

/** The first given name, and the others as middle names; nothing where there is no part at all. */
export function nameOf(given: readonly string[], family: string, more: PersonName = {}): PersonName | undefined {
  const [first, ...others] = given.map((part) => part.trim()).filter((part) => part !== '');
  const name: PersonName = {
    ...(first === undefined ? {} : { given: first }),
    ...(others.length === 0 ? {} : { middle: others.join(' ') }),
    ...(family.trim() === '' ? {} : { family: family.trim() }),
    ...more,
  };
  return Object.keys(name).length === 0 ? undefined : name;
}
