/** Trusted searches: who is found and how it is told, what is refused, and that people at risk are never given away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchAnswerSchema, nameSearchAnswerSchema } from '../../src/protocol/match-schemas.ts';
import type { MatchAnswer } from '../../src/protocol/match.ts';
import { problemSchema, recordsAnswerSchema } from '../../src/protocol/schemas.ts';
import { readPolicy } from '../../src/service/policy.ts';
import type { Entries, Identity } from '../../src/standard/identity.ts';
import { engines, type TestDatabase } from '../store/engines.ts';
import {
  createTestIndex,
  credentialsOf,
  entriesOf,
  jsonOf,
  personOf,
  post,
  readerHeaders,
  staffHeaders,
  type TestIndex,
} from './test-index.ts';

/** One person with every field; made up. */
const whole = (number: number): Identity => ({
  ...personOf(number),
  emailAddress: `person${number}@example.org`,
  telephoneNumber: { typed: `07700 9000${10 + number}`, e164: `+4477009000${10 + number}` },
});
const wholeEntries = (number: number): Entries => ({
  ...entriesOf(number),
  emailAddress: whole(number).emailAddress ?? '',
  telephoneNumber: whole(number).telephoneNumber?.typed ?? '',
});

const fieldKeys = ['name', 'dateOfBirth', 'postalAddress', 'emailAddress', 'telephoneNumber'] as const;

/** Every way to say some of what is known: 32 identities. */
function subsetsOf(identity: Identity): readonly Identity[] {
  return Array.from({ length: 2 ** fieldKeys.length }, (_, bits) =>
    Object.fromEntries(fieldKeys.filter((_key, place) => bits & (1 << place)).map((key) => [key, identity[key]])),
  );
}

const saysEnough = (identity: Identity) =>
  (identity.name !== undefined || identity.dateOfBirth !== undefined) && Object.keys(identity).length > 1;

const load = async (index: TestIndex, records: readonly { recordId: string; source?: string; fields: Entries }[]) => {
  const response = await index.app.request('/v1/records', post({ source: 'library', records }, credentialsOf('loader')));
  return recordsAnswerSchema.parse(await response.json()).results.map(({ customerId }) => customerId);
};
const requestOf = (identity: Identity, changes: object = {}) => ({
  profile: 'gb',
  standardVersion: '1.0',
  identity,
  ...changes,
});

describe.each(engines)('A search on $name', ({ open }) => {
  let database: TestDatabase;
  let index: TestIndex;
  let customerIds: readonly string[];
  beforeAll(async () => {
    database = await open();
    index = createTestIndex(database.store);
    const people = Array.from({ length: 12 }, (_, number) => ({ recordId: String(number), fields: wholeEntries(number) }));
    customerIds = await load(index, people);
  }, 300_000);
  afterAll(() => database.remove());

  const search = async (identity: Identity, changes: object = {}, headers: Readonly<Record<string, string>> = readerHeaders) =>
    index.app.request('/v1/match', post(requestOf(identity, changes), headers));
  const found = async (...asked: Parameters<typeof search>): Promise<MatchAnswer> =>
    matchAnswerSchema.parse(await (await search(...asked)).json());
  const byName = async (body: object, headers: Readonly<Record<string, string>> = staffHeaders()) =>
    index.app.request('/v1/customers/search', post(body, headers));

  it('finds the person by everything known, with grade, score, reasons and a summary', async () => {
    const answer = await found(whole(3));
    expect(answer.candidates[0]).toMatchObject({
      customerId: customerIds[3],
      status: 'confirmed',
      grade: 'certain',
      summary: whole(3),
    });
    expect(answer.candidates[0]?.probability).toBeGreaterThan(0.999);
    expect(answer.candidates[0]?.explanation.map(({ field }) => field)).toContain('date-of-birth');
    expect(answer.isCut).toBe(false);
  });

  it('finds the person by every subset that says enough, and refuses every other, naming what is missing', async () => {
    const missing = new Map<string, unknown>();
    for (const identity of subsetsOf(whole(5))) {
      const response = await search(identity);
      const body = await jsonOf(response);
      const keys = Object.keys(identity).join(' ');
      expect([keys, response.status]).toEqual([keys, saysEnough(identity) ? 200 : 422]);
      if (response.status === 200) {
        expect([keys, matchAnswerSchema.parse(body).candidates[0]?.customerId]).toEqual([keys, customerIds[5]]);
      } else
        missing.set(
          keys,
          problemSchema.parse(body).issues?.map(({ params }) => params?.['oneOf']),
        );
    }
    expect(missing.get('')).toEqual(['name organisation date-of-birth']);
    expect(missing.get('emailAddress telephoneNumber')).toEqual(['name organisation date-of-birth']);
    expect(String(missing.get('name'))).toMatch(/^date-of-birth postal-address/);
    expect(String(missing.get('dateOfBirth'))).toMatch(/^name organisation postal-address/);
    expect(missing.size).toBe(32 - subsetsOf(whole(5)).filter(saysEnough).length);
  });

  it.each<readonly [string, Identity]>([
    ['an initial and a birthday', { name: { given: 'J' }, dateOfBirth: { year: 1980, month: 1, day: 2 } }],
    ['a name and a town', { name: { family: 'Sample' }, postalAddress: { kind: 'written', town: 'Testham' } }],
    ['a name and no address at all', { name: { family: 'Sample' }, postalAddress: { kind: 'no-fixed-address' } }],
    ['a name and that it is a person', { name: { family: 'Sample' }, customerKind: 'person' }],
    ['two names', { name: { family: 'Sample' }, previousName: { family: 'Example' } }],
  ])('is refused for %s, which narrow nothing down', async (_, identity) => {
    expect((await search(identity)).status).toBe(422);
  });

  it('tells nobody where nobody is certain and only certain ones are asked for', async () => {
    const namesake = { name: whole(3).name ?? {}, dateOfBirth: { year: 1931, month: 4, day: 5 } };
    expect((await found(namesake, { onlyCertainMatches: true })).candidates).toEqual([]);
    expect((await found(whole(3), { onlyCertainMatches: true })).candidates).toHaveLength(1);
  });

  it('keeps to the limit, and says when there were more', async () => {
    const twins = [7, 8].map((number) => ({
      recordId: `twin-${number}`,
      fields: { ...wholeEntries(7), 'name.given': number === 7 ? 'Aldwin' : 'Bertram' },
    }));
    await load(index, twins);
    const { postalAddress, dateOfBirth } = whole(7);
    const asked = { postalAddress, dateOfBirth } as Identity;
    const all = await found(asked);
    expect(all.candidates.length).toBeGreaterThan(1);
    expect(await found(asked, { limit: 1 })).toMatchObject({ isCut: true, candidates: [all.candidates[0]] });
  });

  it('changes nothing, and takes no locks', async () => {
    index.used.length = 0;
    await search(whole(2));
    expect(index.used.filter((verb) => /^(add|keep|lock|replace|remove|set)/.test(verb))).toEqual([]);
  });

  it('needs the permission, a purpose, and of staff a reason', async () => {
    const statuses = [credentialsOf('permits'), credentialsOf('reader'), credentialsOf('counter'), staffHeaders()].map(
      async (headers) => (await search(whole(2), {}, headers)).status,
    );
    expect(await Promise.all(statuses)).toEqual([403, 400, 400, 200]);
  });

  it('by name finds the beginnings of words, in any order, case and accent', async () => {
    const { given = '', family = '' } = whole(9).name ?? {};
    const response = await byName({ name: `${family.slice(0, 5).toUpperCase()} ${given.slice(0, 3)}` });
    const { customers } = nameSearchAnswerSchema.parse(await response.json());
    expect(customers).toEqual([{ customerId: customerIds[9], status: 'confirmed', summary: whole(9) }]);
    expect((await byName({ name: 'Jo' })).status).toBe(422);
    expect((await byName({ name: '%%%' })).status).toBe(422);
  });

  it('by name finds people by the name before and the one that they go by too, each record by itself', async () => {
    const fields = {
      ...entriesOf(30),
      'previousName.given': 'Ottoline',
      'previousName.family': 'Beforehand',
      preferredName: 'Nickelby',
    };
    const [customerId] = await load(index, [{ recordId: 'names', fields }]);
    const foundBy = async (name: string) =>
      nameSearchAnswerSchema.parse(await (await byName({ name })).json()).customers.map((customer) => customer.customerId);
    expect([await foundBy('beforeh otto'), await foundBy('nickel')]).toEqual([[customerId], [customerId]]);
    expect(await foundBy('beforeh aldwin')).toEqual([]);
    const restriction = post({ isRestricted: false, hidesHistory: true }, staffHeaders('shelter'));
    await index.app.request(`/v1/customers/${customerId}/restriction`, restriction);
    expect([await foundBy('beforeh'), await foundBy('nickel')]).toEqual([[], [customerId]]);
    const read = await index.app.request(`/v1/customers/${customerId}`, { headers: staffHeaders() });
    expect(await read.text()).not.toContain('Beforehand');
  });

  it('by name says when there are others', async () => {
    const fields = { 'name.family': 'Manyfold', 'name.given': 'Ann' };
    await load(
      index,
      [1, 2, 3].map((number) => ({ recordId: `many-${number}`, fields: { ...entriesOf(number + 20), ...fields } })),
    );
    const answer = nameSearchAnswerSchema.parse(await (await byName({ name: 'manyf', limit: 2 })).json());
    expect([answer.customers.length, answer.isCut]).toEqual([2, true]);
  });

  describe('for a person at risk', () => {
    const restrict = (customerId: string, body: object, headers: Readonly<Record<string, string>> = staffHeaders('shelter')) =>
      index.app.request(`/v1/customers/${customerId}/restriction`, post(body, headers));
    const atRisk = () => customerIds[4] ?? '';
    const whereabouts = () => [
      whole(4).postalAddress?.line1 ?? '',
      whole(4).postalAddress?.postcode ?? '',
      whole(4).emailAddress ?? '',
      whole(4).telephoneNumber?.e164 ?? '',
      'telephone-number',
      'email-address',
      '"place"',
    ];
    beforeAll(async () => {
      expect((await restrict(atRisk(), { isRestricted: true, hidesHistory: true })).status).toBe(200);
    });

    it('gives nothing of where they are away, over every subset of search fields', async () => {
      let leaks = 0;
      for (const identity of subsetsOf(whole(4)).filter(saysEnough)) {
        const text = await (await search(identity)).text();
        leaks += whereabouts().filter((secret) => text.includes(secret)).length;
        const saysWhere = Object.keys(identity).some((key) => key !== 'name' && key !== 'dateOfBirth');
        expect(text.includes(atRisk())).toBe(!saysWhere);
      }
      console.log(`people at risk: ${leaks} leaks over ${subsetsOf(whole(4)).length} subsets`);
      expect(leaks).toBe(0);
    });

    it('answers a right address as it does a wrong one', async () => {
      const { name, dateOfBirth } = whole(4);
      const asked = (number: number) => ({ name, dateOfBirth, postalAddress: whole(number).postalAddress }) as Identity;
      const unknown = { ...whole(4).postalAddress, line1: '1 Nowhere Close', postcode: 'LS1 9ZZ' } as Identity['postalAddress'];
      expect(await found(asked(4))).toEqual(await found({ ...asked(4), postalAddress: unknown } as Identity));
    });

    it('keeps it back from reads and name searches too', async () => {
      const read = await index.app.request(`/v1/customers/${atRisk()}`, { headers: staffHeaders() });
      const named = await byName({ name: whole(4).name?.family });
      const texts = [await read.text(), await named.text()];
      expect([read.status, named.status]).toEqual([200, 200]);
      expect(texts.flatMap((text) => whereabouts().filter((secret) => text.includes(secret)))).toEqual([]);
      expect(texts.every((text) => text.includes(whole(4).name?.family ?? 'no name'))).toBe(true);
    });

    it('shows everything to those with the permission', async () => {
      const { candidates } = await found(whole(4), {}, staffHeaders('shelter'));
      expect(candidates[0]).toMatchObject({ customerId: atRisk(), summary: whole(4) });
    });

    it('links their own submission as ever, and tells no service the reasons', async () => {
      const body = { caseReference: `at-risk-${Math.random()}`, fields: wholeEntries(4) };
      const answer = await jsonOf(await index.app.request('/v1/submissions', post(body, credentialsOf('permits'))));
      expect(answer).toMatchObject({ customerId: atRisk(), outcome: 'existing' });
      expect(answer).not.toHaveProperty('explanation');
    });

    it('suppresses a former name where that is asked for', async () => {
      const former = { ...wholeEntries(6), 'name.family': 'Formerly' };
      const records = [
        { recordId: 'former', source: 'housing', recordedAt: '2001-01-01', fields: former },
        { recordId: 'current', source: 'housing', recordedAt: '2024-01-01', fields: wholeEntries(6) },
      ];
      const [customerId = ''] = await load(index, records);
      const texts = async () => {
        const read = await index.app.request(`/v1/customers/${customerId}`, { headers: staffHeaders() });
        return (await read.text()) + (await (await byName({ name: 'formerly' })).text());
      };
      expect(await texts()).toContain('Formerly');
      await restrict(customerId, { isRestricted: false, hidesHistory: true });
      expect(await texts()).not.toContain('Formerly');
      expect(await texts()).toContain(whole(6).name?.family);
    });

    it('is marked by nobody without the permission, and never for a customer that is not there', async () => {
      const body = { isRestricted: false, hidesHistory: false };
      expect((await restrict(atRisk(), body, staffHeaders())).status).toBe(403);
      expect((await restrict('TST-0123-4567-89AZ', body)).status).toBe(404);
      expect((await restrict(atRisk(), { isRestricted: 'no' })).status).toBe(400);
    });
  });

  it('keeps to the policy: what may not be used is as if it were not said, what may not be seen is not told', async () => {
    const policy = readPolicy(
      JSON.stringify({
        rules: [
          { fields: ['email-address'], purposes: ['identity'], allow: ['match'], because: 'nobody needs to read it' },
          { fields: ['telephone-number'], purposes: ['identity'], allow: [], because: 'collected for arrears' },
          { fields: ['telephone-number'], sources: ['housing'], allow: [], because: 'tenants were promised' },
        ],
      }),
      'policy.json',
    );
    const ruled = createTestIndex(database.store, {}, { policy });
    const ask = async (identity: Identity, purpose: string) => {
      const headers = { ...credentialsOf('reader'), 'index-purpose': purpose };
      return ruled.app.request('/v1/match', post(requestOf(identity), headers));
    };
    const summaryFor = async (purpose: string) =>
      matchAnswerSchema.parse(await (await ask(whole(1), purpose)).json()).candidates[0]?.summary;
    expect(Object.keys((await summaryFor('identity')) ?? {})).toEqual(['name', 'dateOfBirth', 'postalAddress']);
    expect(await summaryFor('arrears')).toEqual(whole(1));
    expect(await summaryFor('arrears%20identity'.replace('%20', ' '))).toEqual(whole(1));
    const { name, telephoneNumber } = whole(1);
    expect((await ask({ name, telephoneNumber } as Identity, 'identity')).status).toBe(422);
    expect((await ask({ name, telephoneNumber } as Identity, 'arrears')).status).toBe(200);
  });
});
