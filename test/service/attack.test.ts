/**
 * The attacker, in small: over the demo's whole form with and without JavaScript, and over the index itself. `npm run bench:attack` asks
 * 10,000 times. Budgets, which hold where an outcome is shown after all, are tried in budgets.test.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attack } from '../attack/attacker.ts';
import { openTarget, type Target } from '../attack/target.ts';
import { engines } from '../store/engines.ts';

const people = 5;
let target: Target;
beforeAll(async () => {
  const [engine] = engines;
  if (engine === undefined) throw new Error('No engine');
  target = await openTarget(await engine.open(), people);
}, 300_000);
afterAll(() => target.close());

describe('An attacker who knows names and addresses', () => {
  it('recovers no date of birth, on any way in', async () => {
    const results = [];
    for (const way of target.ways) {
      const { asked, recovered, answers } = await attack(way, { people, guesses: 8, seed: 1 });
      results.push({ name: way.name, asked, recovered, answers: answers.size });
    }
    console.log(`attacker: ${JSON.stringify(results)}`);
    const expected = target.ways.map(({ name }) => ({ name, asked: people * 8, recovered: 0, answers: 1 }));
    expect(results).toMatchObject(expected);
  }, 300_000);

  it('would recover some if a page said whether they were found', async () => {
    expect(await attack(target.leak, { people, guesses: 8, seed: 1 })).toMatchObject({
      recovered: expect.toSatisfy((found: number) => found > 0) as unknown,
    });
  }, 300_000);
});
