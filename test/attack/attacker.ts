/**
 * An attacker who knows a person's name and address, and wants the date of birth: asks with one date after another, and takes the one whose
 * answer stands out. Where none does they have learned nothing: a date drawn by lot is no recovery.
 */
import type { CalendarDate } from '../../src/standard/calendar-date.ts';
import { createRandom } from '../../src/testing/index.ts';
import { personOf } from '../service/test-index.ts';
import { saysToAskAgain, type Way } from './target.ts';

export interface Attack {
  readonly people: number;
  /** Dates tried for each of them; the right one is among them, or no answer could give it away. */
  readonly guesses: number;
  readonly seed: number;
}

export interface Attacked {
  readonly asked: number;
  /** How often a server had no time, and was asked the same once more. */
  readonly askedAgain: number;
  readonly recovered: number;
  /** Different answers that were seen, over all people, with how often. */
  readonly answers: ReadonlyMap<string, number>;
}

/** Adaptive: stops with a person as soon as an answer stands out from those before it. */
export async function attack(way: Way, { people, guesses, seed }: Attack): Promise<Attacked> {
  const random = createRandom(seed);
  const answers = new Map<string, number>();
  let [asked, askedAgain, recovered] = [0, 0, 0];
  const ask = async (person: number, date: CalendarDate) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await way.ask(person, date);
      if (!saysToAskAgain(answer) || tries === mostTries) return answer;
      askedAgain += 1;
    }
  };
  for (let person = 0; person < people; person += 1) {
    const right = personOf(person).dateOfBirth ?? { year: 0, month: 0, day: 0 };
    const dates = datesFor(right, guesses, random);
    let usual: string | undefined;
    for (const date of dates) {
      const answer = await ask(person, date);
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
      asked += 1;
      usual ??= answer;
      // What stands out must do so again.
      if (answer === usual || (await ask(person, date)) === usual) continue;
      if (date === right) recovered += 1;
      break;
    }
  }
  return { asked, askedAgain, recovered, answers };
}

/** One that never has time is an answer like another. */
const mostTries = 20;

/** The right date anywhere but first: an attacker needs one answer to compare with. */
function datesFor(right: CalendarDate, guesses: number, random: ReturnType<typeof createRandom>): readonly CalendarDate[] {
  const wrong = Array.from({ length: guesses - 1 }, () => ({
    year: random.integer(1925, 2007),
    month: random.integer(1, 12),
    day: random.integer(1, 28),
  }));
  const place = random.integer(1, guesses - 1);
  return [...wrong.slice(0, place), right, ...wrong.slice(place)];
}
