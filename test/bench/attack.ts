/**
 * The trust gates that take longer than a build has: an attacker over every way in, 10,000 questions, knowing names and addresses; and
 * with `--timing` whether the time of an answer tells who is in the index. Prints figures, and ends with 1 where a gate was missed.
 *
 *   npm run bench:attack [-- --questions 10000]
 *   npm run bench:attack -- --timing [--times 1000]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { attack } from '../attack/attacker.ts';
import { openTarget, type Target } from '../attack/target.ts';
import { openPgliteStore } from '../../src/store/pglite.ts';
import { timeAnswers } from './attack/timing.ts';

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '10000' },
    timing: { type: 'boolean', default: false },
    times: { type: 'string', default: '1000' },
  },
});
const people = 50;
const questions = Number(values.questions);
const holds = values.timing ? await timeAnswers(Number(values.times)) : await recoversNothing();
process.exitCode = holds ? 0 : 1;

async function recoversNothing(): Promise<boolean> {
  const target = await openTarget(await openDatabase(), people);
  try {
    return (await tryEveryWay(target)) === 0;
  } finally {
    await target.close();
  }
}

async function openDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-attack-'));
  const store = await openPgliteStore({ folder });
  const remove = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, remove };
}

async function tryEveryWay({ ways, leak }: Target): Promise<number> {
  const guesses = Math.max(2, Math.ceil(questions / people / ways.length));
  let total = 0;
  for (const way of ways) {
    const { asked, askedAgain, recovered, answers } = await attack(way, { people, guesses, seed: 11 });
    console.log(
      `${way.name}: ${asked} questions, ${answers.size} different answers, ${recovered} of ${people} dates of birth recovered; no time ${askedAgain} times, asked again`,
    );
    // Statuses and kinds of problems tell what it is.
    if (answers.size > 1) console.log([...answers].map(([answer, times]) => `  ${times} ×\n${answer}`).join('\n'));
    total += recovered;
  }
  const shown = await attack(leak, { people, guesses: 20, seed: 12 });
  console.log(
    `${leak.name} (to know that the attack works): ${shown.recovered} of ${people} recovered in ${shown.asked} questions`,
  );
  return total;
}
