/**
 * People for the end-to-end tests, drawn at run time: from the seed in `CITIZEN_ID_E2E_SEED`, else one that nobody has seen
 * before. A failing run names its seed, so that it can be run again.
 */
import { drawPeople as drawFrom, type Person } from '../../src/testing/index.ts';

export const seed = process.env['CITIZEN_ID_E2E_SEED'] ?? `end-to-end-${Date.now()}`;

/** Grown-ups with two names. Nobody born on the day that systems fill in who know none: whoever is may well be in doubt. */
export function drawPeople(count: number, purpose: string): Person[] {
  return drawFrom(`${seed}/${purpose}`, count * 3)
    .filter(({ family, dateOfBirth: { month, day } }) => family !== undefined && !(month === 1 && day === 1))
    .slice(0, count);
}
