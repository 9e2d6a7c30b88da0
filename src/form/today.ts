/** The clock, at the edge: the standard has none. */
import type { CalendarDate } from '../standard/calendar-date.ts';

/** The day it is where the resident is. */
export function today(): CalendarDate {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
