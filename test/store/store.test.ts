/** One contract for both engines: what the verbs promise, whatever database is under them. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/protocol/error.ts';
import type { Store, StoredRecord } from '../../src/store/store.ts';
import { together } from '../../src/store/together.ts';
import { storeEngines, useDatabase } from './engines.ts';
import { addCustomer, bounds, candidatesOf, fresh, instant, later, recordOf } from './sample-records.ts';

describe.each(storeEngines)('A store on $name', ({ open }) => {
  const database = useDatabase(open);
  let store: Store;
  beforeAll(() => {
    store = database.store;
  });

  it('keeps everything of a transaction, and gives a record back as it was', async () => {
    const record = await store.transaction((unit) => addCustomer(unit));
    const { customer, records } = await store.transaction(async (unit) => ({
      customer: await unit.findCustomer(record.customerId),
      records: await unit.recordsOf(record.customerId),
    }));
    expect(customer).toEqual({ customerId: record.customerId, status: 'confirmed', version: 1, createdAt: instant });
    expect(records).toEqual([record]);
  });

  it('keeps nothing of a transaction whose work rejects, and passes the error on', async () => {
    const failure = new Error('the caller’s own');
    let customerId = '';
    const attempt = store.transaction(async (unit) => {
      customerId = (await addCustomer(unit)).customerId;
      throw failure;
    });
    await expect(attempt).rejects.toBe(failure);
    expect(await store.transaction((unit) => unit.findCustomer(customerId))).toBeUndefined();
  });

  it('keeps each statement by itself where asked to, and goes on after one that was refused', async () => {
    const name = fresh('setting');
    const orphan = store.singly(async (unit) => {
      await unit.keepSetting(name, 'kept');
      await unit.addRecords([recordOf('no-such-customer')]);
    });
    await expect(orphan).rejects.toMatchObject({ sqlState: '23503' });
    expect(await store.singly((unit) => unit.keepSetting(name, 'later'))).toBe('kept');
  });

  it('tells SQLSTATE, constraint and table of what the database refuses, and no value', async () => {
    const orphan = recordOf('no-such-customer', { entries: { 'name.given': 'Plantagenista' }, sourceRecordId: 'Plantagenista' });
    const error: unknown = await store.transaction((unit) => unit.addRecords([orphan])).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({
      code: 'STORE_FAILED',
      sqlState: '23503',
      constraint: 'record_customer_id_fkey',
      table: 'record',
    });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('Plantagenista');
    expect(error).not.toHaveProperty('cause');
  });

  it('tries a broken uniqueness again, since the other transaction may be done by then, and gives up in the end', async () => {
    const record = await store.transaction((unit) => addCustomer(unit));
    let attempts = 0;
    const again = store.transaction(async (unit) => {
      attempts += 1;
      await unit.addRecords([recordOf(record.customerId, { sourceRecordId: record.sourceRecordId })]);
    });
    await expect(again).rejects.toMatchObject({ code: 'STORE_CONFLICT', sqlState: '23505', constraint: 'record_source' });
    expect(attempts).toBe(10);
  });

  it('runs in their order what is asked for together', async () => {
    const { customerId } = await store.transaction((unit) => addCustomer(unit));
    const asked = store.transaction((unit) => together([unit.addRecords([recordOf(customerId)]), unit.recordsOf(customerId)]));
    expect((await asked)[1]).toHaveLength(2);
  });

  it('tells of what was asked for together why the first was refused, and keeps none of it', async () => {
    const { customerId } = await store.transaction((unit) => addCustomer(unit));
    const orphan = [recordOf('no-such-customer')];
    const asked = store.transaction((unit) =>
      together([unit.addRecords(orphan), unit.findCustomer(customerId), unit.addRecords([recordOf(customerId)])]),
    );
    await expect(asked).rejects.toMatchObject({ sqlState: '23503' });
    expect(await store.transaction((unit) => unit.recordsOf(customerId))).toHaveLength(1);
  });

  it('writes thousands of rows in one call', async () => {
    const first = await store.transaction((unit) => addCustomer(unit));
    const records = Array.from({ length: 3_000 }, () => recordOf(first.customerId));
    await store.transaction((unit) => unit.addRecords(records));
    expect(await store.transaction((unit) => unit.recordsOf(first.customerId))).toHaveLength(3_001);
  });

  it('counts customers, and knows when there are none', async () => {
    const before = await store.transaction((unit) => unit.countCustomers());
    await store.transaction((unit) => addCustomer(unit));
    expect(await store.transaction((unit) => unit.countCustomers())).toBe(before + 1);
    expect(await store.transaction((unit) => unit.isEmpty())).toBe(false);
  });

  it('replaces a record’s values and leaves it with its customer', async () => {
    const record = await store.transaction((unit) => addCustomer(unit));
    const changed = {
      ...record,
      identity: { emailAddress: 'ann@example.org' },
      entries: {},
      contentDigest: 'other',
      recordedAt: later,
    };
    await store.transaction((unit) => unit.replaceRecord(changed));
    expect(await store.transaction((unit) => unit.recordsOf(record.customerId))).toEqual([changed]);
  });

  it('finds a source’s records by their own numbers, apart from those of another origin', async () => {
    const record = await store.transaction((unit) => addCustomer(unit));
    const find = (origin: 'source' | 'submission') =>
      store.transaction((unit) => unit.findSourceRecords(origin, 'library', [record.sourceRecordId, 'unknown']));
    const { recordId, customerId, sourceRecordId, contentDigest } = record;
    expect(await find('source')).toEqual([{ recordId, customerId, sourceRecordId, contentDigest }]);
    expect(await find('submission')).toEqual([]);
  });

  it('finds the customers that share keys, those sharing most first, with their identities', async () => {
    const [a, b] = [fresh('key'), fresh('key')];
    const [one, both] = await store.transaction(async (unit) => [await addCustomer(unit, [a]), await addCustomer(unit, [a, b])]);
    const found = await store.transaction((unit) => candidatesOf(unit, [a, b, 'unheard-of'], bounds));
    const isNobodySpecial = { version: 1, status: 'confirmed', isProvisional: false, isVouchedFor: true };
    const saidBy = ({ recordId, source, assurance, recordedAt, identity }: StoredRecord) => [
      { recordId, source, assurance, recordedAt, identity },
    ];
    expect(found).toEqual(
      [both, one].flatMap((record) =>
        record === undefined
          ? []
          : {
              ...isNobodySpecial,
              customerId: record.customerId,
              records: [record.identity],
              sources: ['library'],
              said: saidBy(record),
            },
      ),
    );
  });

  it('finds all that a candidate’s records say, and compares by those alone that somebody vouches for', async () => {
    const key = fresh('key');
    const vouched = await store.transaction((unit) => addCustomer(unit, [key]));
    const { customerId } = vouched;
    const asserted = recordOf(customerId, {
      assurance: 'self-asserted',
      recordedAt: later,
      identity: { emailAddress: 'a@example.org' },
    });
    await store.transaction(async (unit) => {
      await unit.addRecords([asserted]);
      await unit.endRecords([vouched.recordId], later);
      await unit.setRestriction({ customerId, isRestricted: false, hidesHistory: true, setAt: instant });
    });
    const [found] = await store.transaction(async (unit) => unit.tellOf(await candidatesOf(unit, [key], bounds)));
    expect([found?.records, found?.hidesHistory, found?.isRestricted]).toEqual([[vouched.identity], true, undefined]);
    expect(found?.said.map(({ recordId, endedAt }) => [recordId, endedAt])).toEqual([
      [vouched.recordId, later],
      [asserted.recordId, undefined],
    ]);
  });

  it('counts anew how full its tables are', async () => {
    await store.transaction((unit) => addCustomer(unit, [fresh('key')]));
    await store.singly((unit) => unit.refreshStatistics());
    const [counted] = await database.driver.singly((connection) =>
      connection.query<{ rows: number }>(
        "select min(reltuples)::float8 as rows from pg_class where relname in ('record', 'match_key')",
      ),
    );
    expect(counted?.rows).toBeGreaterThan(0);
  });

  it('passes over a key that too many customers share', async () => {
    const [common, rare] = [fresh('key'), fresh('key')];
    await store.transaction(async (unit) => {
      for (let holder = 0; holder < 4; holder += 1) await addCustomer(unit, [common]);
    });
    const rareOne = await store.transaction((unit) => addCustomer(unit, [common, rare]));
    const found = await store.transaction((unit) => candidatesOf(unit, [common, rare], bounds));
    expect(found.map(({ customerId }) => customerId)).toEqual([rareOne.customerId]);
    expect(await store.transaction((unit) => candidatesOf(unit, [], bounds))).toEqual([]);
  });

  it('bounds the customers found and the records of each', async () => {
    const keys = [fresh('key'), fresh('key')];
    await store.transaction(async (unit) => {
      for (const key of keys) for (let holder = 0; holder < 2; holder += 1) await addCustomer(unit, [key]);
      const { customerId } = await addCustomer(unit, keys);
      await unit.addRecords(Array.from({ length: 9 }, () => recordOf(customerId)));
    });
    const found = await store.transaction((unit) => candidatesOf(unit, keys, { ...bounds, customers: 2 }));
    expect(found.map(({ records }) => records.length)).toEqual([5, 1]);
  });

  it('says of a search whether a bound cut anything off', async () => {
    const [common, rare] = [fresh('key'), fresh('key')];
    await store.transaction(async (unit) => {
      for (let holder = 0; holder < 4; holder += 1) await addCustomer(unit, [common]);
      for (let holder = 0; holder < 3; holder += 1) await addCustomer(unit, [rare]);
    });
    const search = async (keys: readonly string[], customers: number) => {
      const search = (...lookUps: readonly (readonly string[])[]) =>
        store.transaction((unit) => unit.searchCandidates(lookUps, { ...bounds, customers }));
      const [[found], [amongOthers]] = [await search(keys), await search(keys, [fresh('key')])];
      expect(amongOthers).toEqual(found);
      return [found?.candidates.length, found?.isCut];
    };
    expect(await search([rare], 3)).toEqual([3, false]);
    expect(await search([rare], 2)).toEqual([2, true]);
    expect(await search([common, rare], 9)).toEqual([3, true]);
    expect(await search([common], 9)).toEqual([0, true]);
    expect(await search([], 9)).toEqual([0, false]);
  });

  it('finds customers by the beginnings of names, and no longer by a name that was replaced', async () => {
    const name = { given: 'Zoë Anne', family: 'Quillfeather-O’Dare' };
    const record = recordOf(fresh('customer'), { identity: { name } });
    await store.transaction(async (unit) => {
      await unit.addCustomers([{ customerId: record.customerId, status: 'confirmed', createdAt: instant }]);
      await unit.addRecords([record]);
    });
    const find = (...words: readonly string[]) =>
      store.transaction((unit) => unit.findByName(words, { records: 100, customers: 10 }));
    for (const words of [['quill'], ['zoe', 'odare'], ['anne', 'quillfeather', 'z']]) {
      expect(await find(...words)).toEqual([record.customerId]);
    }
    expect([await find('quillx'), await find('quill', 'bob'), await find('uill'), await find('%'), await find()]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    await store.transaction((unit) => unit.replaceRecord({ ...record, identity: { name: { given: 'Zoë', family: 'Married' } } }));
    expect([await find('quill'), await find('married')]).toEqual([[], [record.customerId]]);
  });

  it('keeps who is restricted, the latest word counting, and marks candidates', async () => {
    const key = fresh('key');
    const [one, other] = await store.transaction(async (unit) => [
      await addCustomer(unit, [key]),
      await addCustomer(unit, [key]),
    ]);
    const customerId = one?.customerId ?? '';
    const set = (isRestricted: boolean) => {
      const restriction = { customerId, isRestricted, hidesHistory: false, setAt: instant };
      return store.transaction((unit) => unit.setRestriction(restriction));
    };
    const find = () => store.transaction((unit) => unit.findRestrictions([customerId, other?.customerId ?? '']));
    const marked = async () => {
      const found = await store.transaction((unit) => candidatesOf(unit, [key], bounds));
      return found.filter(({ isRestricted }) => isRestricted).map((candidate) => candidate.customerId);
    };
    await set(true);
    expect(await find()).toEqual([{ customerId, isRestricted: true, hidesHistory: false, setAt: instant }]);
    expect(await marked()).toEqual([customerId]);
    await set(false);
    expect([await find(), await marked()]).toEqual([[], []]);
  });

  it('tells what several customers hold, so many records of each, the latest first', async () => {
    const first = await store.transaction((unit) => addCustomer(unit));
    const [old, recent] = [recordOf(first.customerId), recordOf(first.customerId, { recordedAt: later })];
    await store.transaction((unit) => unit.addRecords([old, recent]));
    const [holding, ...others] = await store.transaction((unit) => unit.holdingsOf([first.customerId, 'nobody'], 2));
    expect(holding?.customer).toEqual({ customerId: first.customerId, status: 'confirmed', version: 1, createdAt: instant });
    expect(holding?.records[0]).toEqual(recent);
    expect([holding?.records.length, others.length]).toEqual([2, 0]);
  });

  it('no longer finds a record whose keys were removed', async () => {
    const key = fresh('key');
    const record = await store.transaction((unit) => addCustomer(unit, [key]));
    await store.transaction((unit) => unit.removeMatchKeys(record.recordId));
    expect(await store.transaction((unit) => candidatesOf(unit, [key], bounds))).toEqual([]);
  });

  it('lets one transaction at a time hold a key, and shows the next what the last one wrote', async () => {
    const key = fresh('key');
    const findOrCreate = () =>
      store.transaction(async (unit) => {
        await unit.lockKeys([fresh('other'), key, fresh('other')]);
        const [found] = await candidatesOf(unit, [key], bounds);
        return found?.customerId ?? (await addCustomer(unit, [key])).customerId;
      });
    const customerIds = await Promise.all(Array.from({ length: 24 }, findOrCreate));
    expect(new Set(customerIds).size).toBe(1);
  });

  it('keeps the first resolution under a hash until it expires, and answers the expiry that stands', async () => {
    const resolution = {
      referenceHash: fresh('hash'),
      service: 'permits',
      sealed: 'first',
      createdAt: instant,
      expiresAt: later,
    };
    const keep = (changes: Partial<typeof resolution>) =>
      store.transaction((unit) => unit.keepResolution({ ...resolution, ...changes }));
    const find = () => store.transaction((unit) => unit.findResolution(resolution.referenceHash));
    const muchLater = new Date(later.getTime() + 1_000);
    expect(await keep({})).toEqual(later);
    expect(await keep({ sealed: 'second', createdAt: instant, expiresAt: muchLater })).toEqual(later);
    expect(await find()).toEqual(resolution);
    expect(await keep({ sealed: 'third', createdAt: later, expiresAt: muchLater })).toEqual(muchLater);
    expect(await find()).toMatchObject({ sealed: 'third' });
  });

  it('purges the resolutions that have expired and no others', async () => {
    const base = { service: 'permits', sealed: 'sealed', createdAt: instant };
    const [gone, stays] = [fresh('hash'), fresh('hash')];
    await store.transaction(async (unit) => {
      await unit.keepResolution({ ...base, referenceHash: gone, expiresAt: new Date(instant.getTime() + 1) });
      await unit.keepResolution({ ...base, referenceHash: stays, expiresAt: new Date(later.getTime() + 9_000) });
      await unit.purgeResolutions(new Date(later.getTime() + 5_000));
    });
    expect(await store.transaction((unit) => unit.findResolution(gone))).toBeUndefined();
    expect(await store.transaction((unit) => unit.findResolution(stays))).toBeDefined();
  });

  it('gives a submission’s answer back to the byte', async () => {
    const submission = await store.transaction(async (unit) => {
      const { customerId, recordId } = await addCustomer(unit);
      const answer = '{"outcome":"new","b":1,"a":  2}';
      const stored = { service: 'permits', caseReference: fresh('case'), contentDigest: 'd', customerId, recordId, answer };
      const whole = { ...stored, alteredFields: ['name'], createdAt: instant };
      await unit.addSubmission(whole);
      return whole;
    });
    const find = (service: string) => store.transaction((unit) => unit.findSubmission(service, submission.caseReference));
    expect(await find('permits')).toEqual(submission);
    expect(await find('another-service')).toBeUndefined();
  });

  it('keeps review tasks', async () => {
    const task = store.transaction(async (unit) => {
      const { customerId, recordId } = await addCustomer(unit);
      await unit.addReviewTasks([{ taskId: randomUUID(), customerId, recordId, candidates: '[]', createdAt: instant }]);
    });
    await expect(task).resolves.toBeUndefined();
  });

  it('keeps the first value of a setting', async () => {
    const name = fresh('setting');
    expect(await store.transaction((unit) => unit.keepSetting(name, 'first'))).toBe('first');
    expect(await store.transaction((unit) => unit.keepSetting(name, 'second'))).toBe('first');
  });
});
