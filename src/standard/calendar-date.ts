/**
 * A calendar date without a time zone: what a birthday is. Never `Date`, which moves a day in half of the world
 * and turns 30 February into 2 March.
 */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
