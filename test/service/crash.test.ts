/**
 * kill -9 of the real service at random points while eight clients submit: whatever was acknowledged is there after the
 * restart, once, and a repeat gets the very same answer. What was not acknowledged may be there or not, but never by half.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { hasPostgres, postgresNeeded, startPostgresServer } from '../store/postgres-server.ts';
import { askUntilAnswered } from './ask-again.ts';
import { createIndexHome, type IndexHome, type IndexProcess } from './index-process.ts';
import { credentialsOf, entriesOf, post } from './test-index.ts';

const clients = 8;
/** Acknowledged on each engine: enough to be killed while writing; `CITIZEN_ID_CRASH_GOAL` sets a longer run's. */
const goal = Number(process.env['CITIZEN_ID_CRASH_GOAL'] ?? 60);
/** One for each hundred acknowledged: fifty in the whole gate of five thousand. */
const kills = Math.ceil(goal / 100);
/** Milliseconds: killed by then, whatever it has answered. */
const longestRound = 60_000;
/** A machine that twenty others work on acknowledges one in two seconds. */
const timeForRounds = Math.max(600_000, goal * 300);

/** Acknowledged answers by person; every third submission is of a person who was submitted before, under another case. */
interface Ledger {
  readonly acknowledged: Map<string, string>;
  next: number;
  rounds: number;
}

const bodyOf = (person: number, caseReference: string) =>
  post({ caseReference, fields: entriesOf(person) }, credentialsOf('permits'));

const caseOf = (turn: number) => ({ person: turn - (turn % 3 === 2 ? 2 : 0), caseReference: `case-${turn}` });

/** Status and body; undefined where the process was killed while this one was under way. */
async function submit(url: string, turn: number): Promise<{ readonly status: number; readonly text: string } | undefined> {
  const { person, caseReference } = caseOf(turn);
  try {
    const response = await fetch(`${url}/v1/submissions`, bodyOf(person, caseReference));
    return { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
}

/** Eight clients submit until the process dies under them, a moment after a random number of answers. */
async function oneRound(index: IndexProcess, ledger: Ledger): Promise<void> {
  let alive = true;
  const latest = performance.now() + longestRound;
  const deadly = ledger.acknowledged.size + 20 + Math.random() * Math.min(goal, 150);
  const client = async () => {
    // The others go on until the call under their hands fails. What is refused is not acknowledged, and the process lives on.
    for (;;) {
      const turn = ledger.next;
      ledger.next += 1;
      const answer = await submit(index.url, turn);
      if (answer === undefined) return;
      if (answer.status === 200) ledger.acknowledged.set(String(turn), answer.text);
      if (alive && (ledger.acknowledged.size > deadly || performance.now() > latest)) await kill();
    }
  };
  const kill = async () => {
    alive = false;
    await pause(Math.random() * 30);
    await index.end('SIGKILL');
  };
  await Promise.all(Array.from({ length: clients }, client));
  ledger.rounds += 1;
}

function customerIdIn(answer: string): string {
  return /"customerId":"([^"]+)"/.exec(answer)?.[1] ?? '';
}

/** Repeats every acknowledged case, and asks for every acknowledged customer. */
async function lostOrChanged(index: IndexProcess, ledger: Ledger): Promise<readonly string[]> {
  const wrong: string[] = [];
  const turns = [...ledger.acknowledged];
  const checker = async () => {
    for (let next = turns.shift(); next !== undefined; next = turns.shift()) {
      const [turn, answer] = next;
      const customer = await askUntilAnswered(() =>
        fetch(`${index.url}/v1/customers/${customerIdIn(answer)}`, { headers: credentialsOf('loader') }),
      );
      const { values = [] } = (await customer.json()) as { values?: readonly { recordId: string }[] };
      const told = values.filter(({ recordId }) => recordId === `case-${turn}`).length;
      const repeat = await askUntilAnswered(() => submit(index.url, Number(turn)));
      // The case's three values stand in its customer's view, name, date of birth and address, each once.
      if (customer.status !== 200 || told !== 3 || repeat?.text !== answer) wrong.push(turn);
    }
  };
  await Promise.all(Array.from({ length: clients }, checker));
  return wrong;
}

/** One person is one customer, however often they were submitted before and after a crash. */
function splitPeople(ledger: Ledger): readonly number[] {
  const customersOf = new Map<number, Set<string>>();
  for (const [turn, answer] of ledger.acknowledged) {
    const { person } = caseOf(Number(turn));
    customersOf.set(person, (customersOf.get(person) ?? new Set()).add(customerIdIn(answer)));
  }
  return [...customersOf].filter(([, ids]) => ids.size !== 1).map(([person]) => person);
}

async function crashUntilGoal(home: IndexHome, name: string, environment: Readonly<Record<string, string>>): Promise<Ledger> {
  const ledger: Ledger = { acknowledged: new Map(), next: 0, rounds: 0 };
  const started = performance.now();
  while ((ledger.acknowledged.size < goal || ledger.rounds < kills) && performance.now() - started < timeForRounds) {
    await oneRound(await home.start(environment), ledger);
  }
  const index = await home.start(environment);
  const wrong = await lostOrChanged(index, ledger);
  const exitCode = await index.end('SIGTERM');
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `crash on ${name}: ${ledger.rounds} kills, ${ledger.acknowledged.size} acknowledged of ${ledger.next} sent, ${wrong.length} lost or changed, ${splitPeople(ledger).length} people split, ${seconds} s`,
  );
  expect(wrong).toEqual([]);
  expect(splitPeople(ledger)).toEqual([]);
  expect(exitCode).toBe(0);
  return ledger;
}

describe('The service, killed while eight clients submit', () => {
  const homes: IndexHome[] = [];
  const newHome = () => {
    const home = createIndexHome();
    homes.push(home);
    return home;
  };
  afterAll(() => homes.forEach((home) => home.remove()));

  it(
    `loses nothing of ${goal.toLocaleString('en')} acknowledged submissions on PGlite`,
    async () => {
      const ledger = await crashUntilGoal(newHome(), 'PGlite', {});
      expect(ledger.acknowledged.size).toBeGreaterThanOrEqual(goal);
    },
    2 * timeForRounds,
  );

  it.skipIf(!hasPostgres)(
    `loses nothing on PostgreSQL${postgresNeeded}`,
    async () => {
      const server = await startPostgresServer();
      try {
        const ledger = await crashUntilGoal(newHome(), 'PostgreSQL', { DATABASE_URL: await server.createDatabase() });
        expect(ledger.acknowledged.size).toBeGreaterThanOrEqual(goal);
      } finally {
        await server.stop();
      }
    },
    2 * timeForRounds,
  );
});
