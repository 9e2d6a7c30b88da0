/**
 * The trust gates that take longer than a build has: an attacker over every way in, 10,000 questions, knowing names and addresses; and
 * whether the time of an answer tells who is in the index. Prints figures, and ends with 1 where a date of birth was recovered.
 *
 * Pages and index share one process here, so that whatever a case costs the index beside its confirmation shows in the confirmation's
 * time: an upper bound of what a resident could see.
 *
 *   npm run bench:attack [-- --questions 10000]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { attack } from '../attack/attacker.ts';
import { openTarget, type Target } from '../attack/target.ts';
import { openPgliteStore } from '../../src/store/pglite.ts';
import { createRandom } from '../../src/testing/index.ts';
import { personOf } from '../service/test-index.ts';

const { values } = parseArgs({
  options: { questions: { type: 'string', default: '10000' }, timings: { type: 'string', default: '1000' } },
});
const people = 50;
const [questions, timings] = [Number(values.questions), Number(values.timings)];

/** As many in the index as times are taken, so that no identity comes twice. */
const target = await openTarget(await openDatabase(), Math.max(people, timings));
try {
  const recovered = await tryEveryWay(target);
  await timeAnswers(target);
  process.exitCode = recovered === 0 ? 0 : 1;
} finally {
  await target.close();
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
  const guesses = Math.max(2, Math.floor(questions / people / ways.length));
  let total = 0;
  for (const way of ways) {
    const { asked, recovered, answers } = await attack(way, { people, guesses, seed: 11 });
    console.log(
      `${way.name}: ${asked} questions, ${answers} different answers, ${recovered} of ${people} dates of birth recovered`,
    );
    total += recovered;
  }
  const shown = await attack(leak, { people, guesses: 20, seed: 12 });
  console.log(
    `${leak.name} (to know that the attack works): ${shown.recovered} of ${people} recovered in ${shown.asked} questions`,
  );
  return total;
}

/** Hits are in the index, misses are not; asked in random order, with an A/A control of misses against misses. */
async function timeAnswers({ resolve, confirm }: Target): Promise<void> {
  const routes: readonly (readonly [string, (person: number) => Promise<unknown>])[] = [
    ['anonymous resolve', async (person) => (await resolve(personOf(person))).text()],
    ['form up to its confirmation', (person) => confirm(personOf(person))],
  ];
  for (const [name, call] of routes) {
    for (let warming = 0; warming < 50; warming += 1) await call(200_000 + warming);
    const [hits, misses, control] = await timed(call);
    const told = (a: readonly number[], b: readonly number[]) => {
      const area = areaUnderCurve(a, b);
      const half = 1.96 * Math.sqrt((a.length + b.length + 1) / (12 * a.length * b.length));
      return `${area.toFixed(3)} [${(area - half).toFixed(3)}, ${(area + half).toFixed(3)}]`;
    };
    console.log(`${name}: hit/miss AUC ${told(hits, misses)}; A/A control ${told(control, misses)}; n = ${timings} each`);
  }
}

async function timed(call: (person: number) => Promise<unknown>): Promise<readonly [number[], number[], number[]]> {
  const random = createRandom(13);
  const classes = [[], [], []] as [number[], number[], number[]];
  const asked = classes.flatMap((times, place) =>
    Array.from({ length: timings }, (_, number) => ({ times, person: place * 100_000 + number })),
  );
  for (let last = asked.length - 1; last > 0; last -= 1) {
    const other = random.integer(0, last);
    const [a, b] = [asked[last], asked[other]];
    if (a && b) [asked[last], asked[other]] = [b, a];
  }
  for (const { times, person } of asked) {
    const started = performance.now();
    await call(person);
    times.push(performance.now() - started);
  }
  return classes;
}

/** Mann and Whitney's: how often a time of `a` is longer than one of `b`. */
function areaUnderCurve(a: readonly number[], b: readonly number[]): number {
  const all = [...a.map((time) => ({ time, isA: true })), ...b.map((time) => ({ time, isA: false }))].sort(
    (one, two) => one.time - two.time,
  );
  const ranks = all.reduce((sum, { isA }, place) => (isA ? sum + place + 1 : sum), 0);
  return (ranks - (a.length * (a.length + 1)) / 2) / (a.length * b.length);
}
