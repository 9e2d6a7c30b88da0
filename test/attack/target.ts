/**
 * What the attacker attacks: the demo's own pages over the real index, with the people in it whose names and addresses are known. And what
 * can be seen of it from outside: every answer whole, but for what is random in it by design.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { secretOfService } from '../../demo/services/credentials.ts';
import { missedBin } from '../../demo/services/missed-bin/service.ts';
import { staffService } from '../../demo/services/services.ts';
import { parkingPermit } from '../../demo/services/parking-permit/service.ts';
import { openSite, type Site } from '../../demo/site.ts';
import { recordsAnswerSchema } from '../../src/protocol/schemas.ts';
import { hashSecret } from '../../src/service/registry.ts';
import { toFhirPatient } from '../../src/standard/interchange/index.ts';
import type { CalendarDate } from '../../src/standard/calendar-date.ts';
import type { Entries, Identity } from '../../src/standard/identity.ts';
import type { Store } from '../../src/store/store.ts';
import type { TestDatabase } from '../store/engines.ts';
import {
  createTestIndex,
  credentialsOf,
  entriesOf,
  personOf,
  post,
  registryText,
  type TestIndex,
} from '../service/test-index.ts';

/** One way to ask whether somebody was born on a day; what it answers is all that can be seen of it. */
export interface Way {
  readonly name: string;
  readonly ask: (person: number, dateOfBirth: CalendarDate) => Promise<string>;
}

/** Whether any answer in it is a server's that had no time, which says to ask again. */
export function saysToAskAgain(answer: string): boolean {
  return /^503 /m.test(answer);
}

export interface Target {
  readonly ways: readonly Way[];
  /** With a service's own credentials: what an attacker would see if a page showed the outcome. To know that the attack works. */
  readonly leak: Way;
  readonly close: () => Promise<void>;
}

export const origin = 'https://council.example';

/** The first `people` of personOf are put into the index, by a source system. The database is removed when the target is closed. */
export async function openTarget(database: Pick<TestDatabase, 'store' | 'remove'>, people: number): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'attacked-'));
  const { index, customerIds, server, url } = await openIndex(database.store, people, folder);
  const site = await openSite({ folder, indexUrl: () => url, tell: () => undefined });
  const close = () => closeAll({ site, server, database, folder });
  return { ...waysInto(index, site, customerIds), close };
}

/** An index that listens, with those people in it; the demo's services, whose secrets are made in the folder, are registered with it. */
export async function openIndex(store: Store, people: number, folder: string) {
  const index = createTestIndex(store, {}, { registryText: await registryOf(folder), now: new Date() });
  const records = Array.from({ length: people }, (_, number) => ({ recordId: String(number), fields: entriesOf(number) }));
  const loaded = await index.app.request('/v1/records', post({ source: 'tax', records }, credentialsOf('loader')));
  if (loaded.status !== 200) throw new Error(`Loading answered ${loaded.status}`);
  const customerIds = recordsAnswerSchema.parse(await loaded.json()).results.map(({ customerId }) => customerId);
  return { index, customerIds, ...(await listen(index.app.fetch)) };
}

/** The demo's services beside those of the tests. */
async function registryOf(folder: string): Promise<string> {
  const registered: unknown = JSON.parse(registryText);
  const { authority, services } = registered as { authority: string; services: readonly object[] };
  const demo = [missedBin, parkingPermit, staffService].map(async (service) => ({
    id: service.id,
    name: service.title,
    profile: 'gb',
    origins: [origin],
    secretHash: hashSecret(await secretOfService(folder, service)),
    permissions: ['submission'],
    purposes: { identity: 'to know whose case it is' },
  }));
  return JSON.stringify({ authority, services: [...services, ...(await Promise.all(demo))] });
}

/** Serves it on a port of its own. */
export function listen(fetch: Parameters<typeof serve>[0]['fetch']): Promise<{ readonly server: Server; readonly url: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      if (!('closeAllConnections' in server)) throw new TypeError('HTTP/1.1 was expected');
      resolve({ server, url: `http://127.0.0.1:${port}` });
    });
  });
}

interface Opened {
  readonly site: Site;
  readonly server: Server;
  readonly database: Pick<TestDatabase, 'remove'>;
  readonly folder: string;
}

async function closeAll({ site, server, database, folder }: Opened): Promise<void> {
  await site.close();
  server.closeAllConnections();
  server.close();
  await database.remove();
  rmSync(folder, { recursive: true, force: true });
}

function waysInto(index: TestIndex, site: Site, customerIds: readonly string[]): Omit<Target, 'close'> {
  const resolve = async (identity: Identity) =>
    site.app.request('/index/v1/resolutions', post(resolveBody(identity), { origin, 'sec-fetch-site': 'same-origin' }));
  const sendForm = async (identity: Identity, reference: string | undefined) => {
    const form = { ...formOf(identity), ...(reference === undefined ? {} : { customer: reference }) };
    const sent = await site.app.request('/missed-bin', { method: 'POST', headers: { origin }, body: new URLSearchParams(form) });
    const done = await site.app.request(sent.headers.get('location') ?? '/nowhere');
    return [await seenOf(sent), await seenOf(done)].join('\n');
  };
  const ways: readonly Way[] = [
    {
      name: 'the form, with JavaScript',
      ask: async (person, dateOfBirth) => {
        const resolved = await resolve(guess(person, dateOfBirth));
        const answer = await resolved.clone().text();
        const reference = /"reference":"([^"]+)"/.exec(answer)?.[1];
        return `${await seenOf(resolved)}\n${await sendForm(guess(person, dateOfBirth), reference)}`;
      },
    },
    { name: 'the form, without JavaScript', ask: (person, dateOfBirth) => sendForm(guess(person, dateOfBirth), undefined) },
    {
      name: 'the index itself',
      ask: async (person, dateOfBirth) => {
        const identity = guess(person, dateOfBirth);
        const search = { profile: 'gb', standardVersion: '1.1', identity };
        const patient = {
          resourceType: 'Parameters',
          parameter: [{ name: 'resource', resource: toFhirPatient(identity).value }],
        };
        const calls: readonly (readonly [string, RequestInit])[] = [
          ['/v1/resolutions', post(resolveBody(identity), { origin })],
          ['/v1/submissions', post({ caseReference: 'guess', identity })],
          ['/v1/match', post(search)],
          ['/fhir/Patient/$match', post(patient)],
        ];
        const answers = await Promise.all(calls.map(async ([path, init]) => seenOf(await index.app.request(path, init))));
        return answers.join('\n');
      },
    },
  ];
  return {
    ways,
    leak: leakOf(index, customerIds),
  };
}

function leakOf(index: TestIndex, customerIds: readonly string[]): Way {
  return {
    name: 'a page that says whether they were found',
    ask: async (person, dateOfBirth) => {
      const body = { caseReference: randomBytes(8).toString('hex'), identity: guess(person, dateOfBirth) };
      const answer = await (await index.app.request('/v1/submissions', post(body, credentialsOf('permits')))).text();
      return String(/"customerId":"([^"]+)"/.exec(answer)?.[1] === customerIds[person]);
    },
  };
}

/** What the form hands in for a reference. */
export const resolveBody = (identity: Identity) => ({ service: missedBin.id, profile: 'gb', standardVersion: '1.1', identity });

function guess(person: number, dateOfBirth: CalendarDate): Identity {
  return { ...personOf(person), dateOfBirth };
}

/** The form of a missed bin, filled in. */
export function formOf({ name, dateOfBirth, postalAddress }: Identity): Entries {
  return {
    'form-token': randomBytes(16).toString('base64url'),
    'customer.name.given': name?.given ?? '',
    'customer.name.family': name?.family ?? '',
    'customer.dateOfBirth.day': String(dateOfBirth?.day),
    'customer.dateOfBirth.month': String(dateOfBirth?.month),
    'customer.dateOfBirth.year': String(dateOfBirth?.year),
    'customer.postalAddress.line1': postalAddress?.line1 ?? '',
    'customer.postalAddress.town': postalAddress?.town ?? '',
    'customer.postalAddress.postcode': postalAddress?.postcode ?? '',
    bin: 'Recycling',
  };
}

/**
 * Status, the kind of problem where it is one, and a digest of every header but the date and of the body; what is random, case numbers,
 * references and expiries, is masked by its shape alone.
 */
async function seenOf(response: Response): Promise<string> {
  const headers = [...response.headers].filter(([name]) => name !== 'date').map(([name, value]) => `${name}: ${value}`);
  const body = await response.text();
  const kind = /"type":"urn:citizen-id:problem:([\w-]+)"/.exec(body)?.[1] ?? '';
  const text = [String(response.status), ...headers, body].join('\n');
  const masked = text
    .replace(/[A-Z]{2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/g, '(case)')
    .replace(/"reference":"[\w-]{32}"/g, '"reference":"…"')
    .replace(/"expiresAt":"[\d-]+T[\d:.]+Z"/g, '"expiresAt":"…"');
  return [response.status, kind, createHash('sha256').update(masked).digest('base64url')].filter((part) => part !== '').join(' ');
}
