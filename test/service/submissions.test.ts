/** Resolving and submitting: who a case is about, once and for good, on both engines. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatIdentity, type Identity } from '../../src/standard/identity.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { standardVersion } from '../../src/standard/version.ts';
import { referenceLifetime } from '../../src/service/resolve.ts';
import { countRows, engines, type TestDatabase } from '../store/engines.ts';
import {
  createTestIndex,
  credentialsOf,
  entriesOf,
  jsonOf,
  permitsOrigin,
  personOf,
  post,
  resolveRequest,
  type ServiceId,
  type TestIndex,
} from './test-index.ts';

describe.each(engines)('Submissions on $name', ({ open }) => {
  let database: TestDatabase;
  let index: TestIndex;
  let people = 0;
  beforeAll(async () => {
    database = await open();
    index = createTestIndex(database.store);
  }, 300_000);
  afterAll(() => database.remove());

  const next = () => (people += 1);
  const submit = async (body: unknown, service: ServiceId = 'permits') =>
    index.app.request('/v1/submissions', post(body, credentialsOf(service)));
  const submitForm = (entries: Readonly<Record<string, string>>) =>
    index.app.request('/v1/submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...credentialsOf('permits') },
      body: new URLSearchParams(entries).toString(),
    });
  const resolve = async (identity: Identity, headers: Readonly<Record<string, string>> = {}) =>
    index.app.request('/v1/resolutions', post(resolveRequest('permits', identity), { origin: permitsOrigin, ...headers }));
  const disclose = async (identity: Identity, headers: Readonly<Record<string, string>> = {}) =>
    index.app.request('/v1/resolutions', post(resolveRequest('desk', identity), { ...credentialsOf('desk'), ...headers }));
  const referenceFor = async (identity: Identity) => String((await jsonOf(await resolve(identity)))['reference']);

  it('give a new person a customer, and the same customer in the next service', async () => {
    const person = next();
    const first = await jsonOf(await submit({ caseReference: `new-${person}`, fields: entriesOf(person) }));
    const second = await jsonOf(await submit({ caseReference: `new-${person}`, fields: entriesOf(person) }, 'bins'));
    expect(first).toMatchObject({ outcome: 'new', identity: personOf(person), standardVersion });
    expect(second).toMatchObject({ outcome: 'existing', grade: 'certain', customerId: first['customerId'] });
  });

  it('read a form as it came, the same as JSON', async () => {
    const person = next();
    const json = await jsonOf(await submit({ caseReference: `json-${person}`, identity: personOf(person) }));
    const entries = Object.entries(entriesOf(person)).map(([name, value]): [string, string] => [`customer.${name}`, value]);
    const form = { ...Object.fromEntries(entries), caseReference: `form-${person}`, other: 'of the host’s own', customer: '' };
    expect(await jsonOf(await submitForm(form))).toMatchObject({ customerId: json['customerId'], identity: personOf(person) });
  });

  it('read a form whose element has another name', async () => {
    const person = next();
    const entries = Object.entries(entriesOf(person)).map(([name, value]): [string, string] => [`applicant.${name}`, value]);
    const form = { ...Object.fromEntries(entries), caseReference: `named-${person}`, elementName: 'applicant' };
    expect((await submitForm(form)).status).toBe(200);
  });

  it('use what was resolved where nothing was sent beside the reference', async () => {
    const person = next();
    const reference = await referenceFor(personOf(person));
    expect(await jsonOf(await submit({ caseReference: `r-${person}`, reference }))).toMatchObject({ identity: personOf(person) });
  });

  it('use what was resolved where all boxes came blank', async () => {
    const person = next();
    const reference = await referenceFor(personOf(person));
    const form = {
      caseReference: `blank-${person}`,
      customer: reference,
      'customer.name.given': ' ',
      'customer.name.family': '',
    };
    expect(await jsonOf(await submitForm(form))).toMatchObject({ identity: personOf(person) });
  });

  it('take what was typed over what was resolved, and keep which fields were altered', async () => {
    const person = next();
    const reference = await referenceFor(personOf(person));
    const fields = { ...entriesOf(person), 'dateOfBirth.year': '1939', emailAddress: 'other@example.org' };
    const answer = await jsonOf(await submit({ caseReference: `altered-${person}`, reference, fields }));
    const stored = await database.store.transaction((unit) => unit.findSubmission('permits', `altered-${person}`));
    expect(answer).toMatchObject({ identity: { dateOfBirth: { year: 1939 } } });
    expect(JSON.stringify(answer)).not.toContain('altered');
    expect(stored?.alteredFields).toEqual(['dateOfBirth', 'emailAddress']);
  });

  it('notice every altered value of every field', async () => {
    const person = next();
    const identity = { ...personOf(person), emailAddress: 'a@example.org' };
    const changes: Readonly<Record<string, string>> = {
      'name.given': 'Altered',
      'name.family': 'Altered',
      'dateOfBirth.day': '29',
      'dateOfBirth.month': '1',
      'dateOfBirth.year': '1938',
      'postalAddress.line1': '9 Altered Road',
      'postalAddress.town': 'Altered',
      'postalAddress.postcode': 'LS29 9ZZ',
      emailAddress: 'b@example.org',
    };
    const entries = { ...formatIdentity(identity, profiles.gb), 'dateOfBirth.month': '12' };
    for (const [name, value] of Object.entries(changes)) {
      const caseReference = `each-${person}-${name}`;
      const reference = await referenceFor(identity);
      const response = await submit({ caseReference, reference, fields: { ...entries, [name]: value } });
      const stored = await database.store.transaction((unit) => unit.findSubmission('permits', caseReference));
      expect(response.status).toBe(200);
      expect(stored?.alteredFields).toContain(name.split('.')[0]);
    }
  });

  it('refuse every reference of another service, and take it to be that', async () => {
    const person = next();
    const reference = await referenceFor(personOf(person));
    const foreign = await submit({ caseReference: `foreign-${person}`, reference, fields: entriesOf(person) }, 'bins');
    expect(foreign.status).toBe(422);
    expect((await jsonOf(foreign))['type']).toMatch(/reference-refused$/);
  });

  it('refuse a reference with any one character changed, and write nothing', async () => {
    const person = next();
    const reference = await referenceFor(personOf(person));
    const before = await countRows(database.driver);
    for (let place = 0; place < reference.length; place += 1) {
      const other = reference[place] === 'A' ? 'B' : 'A';
      const forged = reference.slice(0, place) + other + reference.slice(place + 1);
      const response = await submit({ caseReference: `forged-${person}`, reference: forged, fields: entriesOf(person) });
      expect([response.status, (await jsonOf(response))['type']]).toEqual([422, expect.stringMatching(/reference-refused$/)]);
    }
    expect(await countRows(database.driver)).toEqual(before);
  });

  it('pass over a reference that has expired where the fields are there, and say so where they are not', async () => {
    const person = next();
    const reference = await referenceFor(personOf(person));
    index.advance(referenceLifetime);
    expect((await submit({ caseReference: `late-${person}`, reference, fields: entriesOf(person) })).status).toBe(200);
    const alone = await submit({ caseReference: `later-${person}`, reference });
    expect([alone.status, (await jsonOf(alone))['type']]).toEqual([422, expect.stringMatching(/reference-expired$/)]);
  });

  it('answer a repeat to the byte, after the reference was purged too', async () => {
    const person = next();
    const body = { caseReference: `again-${person}`, reference: await referenceFor(personOf(person)) };
    const first = await (await submit(body)).text();
    index.advance(2 * referenceLifetime);
    await database.store.transaction((unit) => unit.purgeResolutions(index.context.now()));
    expect(await (await submit(body)).text()).toBe(first);
  });

  it('refuse other content under the same case, and the same case number of another service is another case', async () => {
    const [person, other] = [next(), next()];
    const caseReference = `conflict-${person}`;
    await submit({ caseReference, fields: entriesOf(person) });
    const conflict = await submit({ caseReference, fields: entriesOf(other) });
    expect([conflict.status, (await jsonOf(conflict))['type']]).toEqual([409, expect.stringMatching(/case-conflict$/)]);
    expect((await submit({ caseReference, fields: entriesOf(other) }, 'bins')).status).toBe(200);
  });

  it('settle a hundred concurrent submissions of one case once: one customer, one answer', async () => {
    const person = next();
    const before = await countRows(database.driver);
    const body = { caseReference: `hundred-${person}`, fields: entriesOf(person) };
    const responses = await Promise.all(Array.from({ length: 100 }, () => submit(body)));
    const answers = new Set(await Promise.all(responses.map((response) => response.text())));
    expect([...new Set(responses.map(({ status }) => status))]).toEqual([200]);
    expect(answers.size).toBe(1);
    const after = await countRows(database.driver);
    expect([after['customer'], after['record'], after['submission']]).toEqual(
      [before['customer'], before['record'], before['submission']].map((count) => (count ?? 0) + 1),
    );
  });

  it('with too little to match on get a customer of their own, which nobody is ever linked to', async () => {
    const person = next();
    const fields = { 'name.given': personOf(person).name?.given ?? '', 'name.family': personOf(person).name?.family ?? '' };
    const [first, second] = await Promise.all(
      ['one', 'two'].map(async (word) =>
        jsonOf(await submit({ caseReference: `${word}-${person}`, fields, requiredFields: 'name' })),
      ),
    );
    expect([first, second]).toMatchObject([{ outcome: 'insufficient' }, { outcome: 'insufficient' }]);
    expect(first?.['customerId']).not.toBe(second?.['customerId']);
  });

  it('in doubt get a provisional customer and a review task with the candidates, and keep them when they come again', async () => {
    const person = next();
    // Two customers of one and the same identity: nobody can tell which of them this is.
    const twice = createTestIndex(database.store, { decide: () => ({ outcome: 'new', grade: 'certainly-not', ranked: [] }) });
    for (const word of ['one', 'two']) {
      await twice.app.request(
        '/v1/submissions',
        post({ caseReference: `${word}-${person}`, fields: entriesOf(person) }, credentialsOf('bins')),
      );
    }
    const before = await countRows(database.driver);
    const answer = await jsonOf(await submit({ caseReference: `doubt-${person}`, fields: entriesOf(person) }));
    const after = await countRows(database.driver);
    const customer = await database.store.transaction((unit) => unit.findCustomer(String(answer['customerId'])));
    expect(answer).toMatchObject({ outcome: 'review' });
    expect(customer?.status).toBe('provisional');
    expect(after['review_task']).toBe((before['review_task'] ?? 0) + 1);
    const again = await jsonOf(await submit({ caseReference: `doubt-${person}`, fields: entriesOf(person) }, 'bins'));
    expect(again).toMatchObject({ outcome: 'review', customerId: answer['customerId'] });
    expect((await countRows(database.driver))['review_task']).toBe(after['review_task']);
  });

  it('give an anonymous page the same reference and expiry for the same idempotency key, also later', async () => {
    const identity = personOf(next());
    const key = { 'idempotency-key': 'key-1' };
    const first = await (await resolve(identity, key)).text();
    index.advance(60_000);
    expect(await (await resolve(identity, key)).text()).toBe(first);
    expect(await (await resolve(identity)).text()).not.toBe(first);
    expect(await (await resolve(personOf(next()), key)).text()).not.toBe(first);
  });

  it('after a disclosed resolution settle with its customer and its outcome, without a second record', async () => {
    const person = next();
    const told = await jsonOf(await disclose(personOf(person)));
    const before = await countRows(database.driver);
    const body = { caseReference: `desk-${person}`, reference: told['reference'], fields: entriesOf(person) };
    expect(await jsonOf(await submit(body, 'desk'))).toMatchObject({
      customerId: told['customerId'],
      grade: told['grade'],
      outcome: 'new',
    });
    expect((await countRows(database.driver))['record']).toBe(before['record']);
    const records = await database.store.transaction((unit) => unit.recordsOf(String(told['customerId'])));
    expect(records).toMatchObject([{ assurance: 'staff-verified', source: 'desk', origin: 'resolution' }]);
  });

  it('after a disclosed resolution whose values were altered are matched anew', async () => {
    const [person, other] = [next(), next()];
    const told = await jsonOf(await disclose(personOf(person)));
    const body = { caseReference: `swap-${person}`, reference: told['reference'], fields: entriesOf(other) };
    expect((await jsonOf(await submit(body, 'desk')))['customerId']).not.toBe(told['customerId']);
  });

  it('disclose one customer to twenty retries under one idempotency key', async () => {
    const identity = personOf(next());
    const before = await countRows(database.driver);
    const responses = await Promise.all(Array.from({ length: 20 }, () => disclose(identity, { 'idempotency-key': 'key-2' })));
    expect(new Set(await Promise.all(responses.map((response) => response.text()))).size).toBe(1);
    expect((await countRows(database.driver))['record']).toBe((before['record'] ?? 0) + 1);
  });
});
