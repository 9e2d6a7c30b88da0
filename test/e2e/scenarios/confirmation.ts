/**
 * What a resident, or somebody who pretends to be one, can learn: nothing. Three classes of people are sent by the hundred, and
 * all that comes back is compared byte by byte. Sent over HTTP, as a browser adds nothing to it.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entries } from '../../../src/standard/identity.ts';
import { parseIdentity } from '../../../src/standard/identity.ts';
import { profiles } from '../../../src/standard/profiles.ts';
import { standardVersion } from '../../../src/standard/version.ts';
import { createRandom, sonOf } from '../../../src/testing/index.ts';
import { until } from '../demo-process.ts';
import { seeCase } from '../pages.ts';
import { drawPeople, seed } from '../people.ts';
import type { World } from '../world.ts';

const peoplePerClass = 200;
/** How many of them send a whole report: each is a case, a submission and a page. */
const reportsPerClass = 60;

/** Case numbers and references: as long as each other, so that what is left can be compared. */
const caseNumbers = /MB-[0-9A-Z]{4}-[0-9A-Z]{4}/g;

const classNames = ['found', 'notFound', 'ambiguous'] as const;

type Classes = Readonly<Record<(typeof classNames)[number], readonly Entries[]>>;

/** Puts those who shall be found, and pairs of father and son, into the index; then gives what each class will type. */
async function prepareClasses({ demo }: World): Promise<Classes> {
  const random = createRandom(`${seed}/confirmation`);
  const found = drawPeople(peoplePerClass, 'found').map(({ entries }) => entries);
  const notFound = drawPeople(peoplePerClass, 'not found').map(({ entries }) => entries);
  const pairs = drawPeople(peoplePerClass, 'ambiguous').map((father) => [father.entries, sonOf(father, random).entries] as const);
  await loadRecords(demo.dataFolder, [...found, ...pairs.flat()]);
  // The father's day and month and the son's year: either may have mistyped.
  const ambiguous = pairs.map(([father, son]) => ({ ...father, 'dateOfBirth.year': son['dateOfBirth.year'] ?? '' }));
  return { found, notFound, ambiguous };
}

/** Straight to the index, as a source system would. */
async function loadRecords(dataFolder: string, people: readonly Entries[]): Promise<void> {
  const secret = (await readFile(path.join(dataFolder, 'record-loader-secret'), 'utf8')).trim();
  const log = await readFile(path.join(dataFolder, 'index.log'), 'utf8');
  const indexUrl = /"url":"([^"]+)"/.exec(log)?.[1] ?? '';
  const response = await fetch(`${indexUrl}/v1/records`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`record-loader:${secret}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      source: 'end-to-end',
      records: people.map((fields, index) => ({ recordId: `${seed}/${index}`, fields })),
    }),
  });
  expect(response.status).toBe(200);
}

interface Seen {
  readonly caseNumber: string;
  /** Statuses, headers and bodies of the answer and of the page it leads to, without the case number. */
  readonly all: string;
}

async function sendReport(url: string, entries: Entries): Promise<Seen> {
  const typed = Object.entries(entries).map(([entry, value]): [string, string] => [`customer.${entry}`, value]);
  const body = new URLSearchParams([...typed, ['bin', 'Recycling']]);
  const answer = await fetch(`${url}/missed-bin`, { method: 'POST', body, redirect: 'manual' });
  const location = answer.headers.get('location') ?? '';
  const done = await fetch(url + location);
  const all = [await describeResponse(answer), await describeResponse(done)].join('\n');
  return { caseNumber: location.split('/').at(-1) ?? '', all: all.replaceAll(caseNumbers, 'MB-…') };
}

async function describeResponse(response: Response): Promise<string> {
  const headers = [...response.headers].filter(([name]) => name !== 'date').map(([name, value]) => `${name}: ${value}`);
  return [response.status, ...headers, await response.text()].join('\n');
}

/** Raw answers of the anonymous route as pages reach it, without reference and expiry. */
async function resolveAnonymously(url: string, entries: Entries): Promise<string> {
  const parsed = parseIdentity(entries, profiles.gb, { today: { year: 2026, month: 1, day: 1 } });
  const identity = parsed.ok ? parsed.value : {};
  const response = await fetch(`${url}/index/v1/resolutions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ service: 'missed-bin', profile: 'gb', standardVersion, identity }),
  });
  const text = await describeResponse(response);
  return text.replace(/"reference":"[^"]+"/, '"reference":"…"').replace(/"expiresAt":"[^"]+"/, '"expiresAt":"…"');
}

export function describeConfirmation(world: () => World): void {
  describe(`what an anonymous resident is told (${peoplePerClass} people per class)`, () => {
    it('is equal, byte by byte, for people who are found, not found and ambiguous', async () => {
      const { url } = world().demo;
      const classes = await prepareClasses(world());
      const answers = new Set<string>();
      const cases = new Map<string, string[]>(classNames.map((name) => [name, []]));
      // All three classes at a time, so that nothing which changes over time could pass for a difference between them.
      for (let index = 0; index < reportsPerClass; index += 1) {
        await Promise.all(
          classNames.map(async (name) => {
            const { caseNumber, all } = await sendReport(url, classes[name][index] ?? {});
            answers.add(all);
            cases.get(name)?.push(caseNumber);
          }),
        );
      }
      expect([...answers]).toHaveLength(1);
      expect([...answers][0]).toMatch(/^303\n[^]*MB-…/);
      await expectDifferentFates(url, cases);

      const resolutions = new Set<string>();
      for (let index = 0; index < peoplePerClass; index += 1) {
        const told = await Promise.all(classNames.map((name) => resolveAnonymously(url, classes[name][index] ?? {})));
        for (const answer of told) resolutions.add(answer);
      }
      expect([...resolutions]).toHaveLength(1);
      expect([...resolutions][0]).toMatch(/^201\n/);
    });
  });
}

/** The classes are what they are called: else equal answers would say nothing. */
async function expectDifferentFates(url: string, cases: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const outcomesOf = async (name: string) => {
    const numbers = cases.get(name)?.slice(0, 40) ?? [];
    const last = cases.get(name)?.at(-1) ?? '';
    await until(async () => (await seeCase(url, last)).customerId !== undefined, 60_000);
    const seen = await Promise.all(numbers.map((caseNumber) => seeCase(url, caseNumber)));
    return seen.map(({ state }) => state);
  };
  const share = (outcomes: readonly (string | undefined)[], outcome: string) =>
    outcomes.filter((each) => each === outcome).length / outcomes.length;
  expect(share(await outcomesOf('found'), 'existing')).toBeGreaterThan(0.9);
  expect(share(await outcomesOf('notFound'), 'new')).toBeGreaterThan(0.8);
  expect(share(await outcomesOf('ambiguous'), 'review')).toBeGreaterThan(0.2);
}
