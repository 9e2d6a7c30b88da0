/** Which day it is for residents. */
import { describe, expect, it } from 'vitest';
import { todayOf } from '../../src/service/context.ts';

describe('The day it is', () => {
  const june = (day: number) => ({ year: 2026, month: 6, day });

  it.each([
    ['just before midnight in summer, when London is an hour ahead', '2026-06-14T22:59:59.999Z', june(14), june(14)],
    ['at midnight, a millisecond later', '2026-06-14T23:00:00.000Z', june(15), june(14)],
    ['within the same minute', '2026-06-14T23:00:59.999Z', june(15), june(14)],
    ['before midnight in New York', '2026-06-15T03:59:59.999Z', june(15), june(14)],
    ['at midnight in New York', '2026-06-15T04:00:00.000Z', june(15), june(15)],
    ['on a clock that was set back', '2026-06-14T22:59:00.000Z', june(14), june(14)],
  ])('is the one at the residents’ place: %s', (_, instant, london, newYork) => {
    const now = new Date(instant);
    expect({ london: todayOf('gb', now), newYork: todayOf('us-fl', now) }).toEqual({ london, newYork });
  });
});
