/**
 * Another secret, and another version of match keys: while everybody is given the new keys, whoever serves with the old ones, the new ones
 * or both finds everybody, and what was made with the old secret counts. And what is refused, and what is lost with a secret.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkAudit } from '../../src/service/audit-check.ts';
import type { Matching } from '../../src/service/context.ts';
import { openKeyRing, ringOf } from '../../src/service/key-ring.ts';
import { hashedKeys } from '../../src/service/link.ts';
import { builtInMatching } from '../../src/service/open-context.ts';
import { rekey, removeFormerKeys, type KeyTarget } from '../../src/service/rekey.ts';
import { engines, type TestDatabase } from '../store/engines.ts';
import {
  createTestIndex,
  credentialsOf,
  entriesOf,
  jsonOf,
  masterSecret,
  permitsOrigin,
  personOf,
  post,
  resolveRequest,
  type TestIndex,
} from './test-index.ts';

const people = 10;
/** The one on which several serve at the same time, where there is one. */
const engine = engines.at(-1);
const newSecret = new Uint8Array(32).fill(8);

/** A version after the shipped one, which makes none of its keys. */
const nextVersion: Matching = {
  ...builtInMatching,
  blockingVersion: builtInMatching.blockingVersion + 1,
  blockingKeys: (identity) => builtInMatching.blockingKeys(identity).map((key) => `next ${key}`),
  formerBlockingKeys: new Map([[builtInMatching.blockingVersion, builtInMatching.blockingKeys]]),
};

function targetOf(secret: Uint8Array, matching: Matching): KeyTarget {
  const { fingerprint, matching: hashing } = ringOf([secret]);
  const { blockingKeys, blockingVersion } = matching;
  return { fingerprint, blockingVersion, matchKeysOf: hashedKeys.bind(undefined, { secret: hashing, blockingKeys }) };
}

describe(`Keys on ${engine?.name}`, () => {
  let database: TestDatabase;
  let old: TestIndex;
  let customerIds: readonly unknown[];
  beforeEach(async () => {
    if (engine === undefined) throw new Error('No engine');
    database = await engine.open();
    old = createTestIndex(database.store, {}, { ring: await openKeyRing(database.store, [masterSecret], builtInMatching) });
    const records = Array.from({ length: people }, (_, person) => ({ recordId: String(person), fields: entriesOf(person) }));
    await old.app.request('/v1/records', post({ source: 'library', records }, credentialsOf('loader')));
    customerIds = await found(old, 'before');
  }, 300_000);
  afterEach(() => database.remove());

  const serveWith = async (secrets: readonly [Uint8Array, ...Uint8Array[]], matching = builtInMatching) =>
    createTestIndex(database.store, {}, { ring: await openKeyRing(database.store, secrets, matching) });
  const submit = (index: TestIndex, caseReference: string, body: object) =>
    index.app.request('/v1/submissions', post({ caseReference, ...body }, credentialsOf('permits')));
  /** The customer of each, by a case that was never submitted before. */
  const found = async (index: TestIndex, name: string) => {
    const ids: unknown[] = [];
    for (let person = 0; person < people; person += 1) {
      const answer = await jsonOf(await submit(index, `${name} ${person}`, { fields: entriesOf(person) }));
      ids.push(answer['customerId']);
    }
    return ids;
  };
  const matchKeys = () =>
    database.driver.attempt((connection) =>
      connection.query<{ matchKey: string; isStray: boolean }>(
        `select match_key as "matchKey", match_key.customer_id <> record.customer_id as "isStray"
         from match_key join record on record.record_id = match_key.record_id`,
      ),
    );

  it.each<readonly [string, readonly [Uint8Array, ...Uint8Array[]], Matching]>([
    ['another secret', [newSecret, masterSecret], builtInMatching],
    ['another version', [masterSecret], nextVersion],
    ['both', [newSecret, masterSecret], nextVersion],
  ])(
    'everybody is found by whoever serves while %s takes the place of the old',
    async (_, secrets, matching) => {
      const both = await serveWith(secrets, matching);
      let batches = 0;
      const onBatch = () => void (batches += 1);
      const rekeying = rekey(database.store, targetOf(secrets[0], matching), { batchSize: 2, onBatch });
      const during = await Promise.all([found(old, 'old'), found(both, 'both')]);
      await rekeying;
      expect(batches).toBeGreaterThan(3);
      const after = [await found(old, 'still old'), await found(await serveWith(secrets, matching), 'new')];
      expect([...during, ...after]).toEqual([customerIds, customerIds, customerIds, customerIds]);
      await removeFormerKeys(database.store, targetOf(secrets[0], matching), { batchSize: 50 });
      const alone = await serveWith([secrets[0]], matching);
      expect(alone.context.comingKeys).toBeUndefined();
      expect(await found(alone, 'alone')).toEqual(customerIds);
      const wanted = Array.from({ length: people }, (__, person) => targetOf(secrets[0], matching).matchKeysOf(personOf(person)));
      const kept = await matchKeys();
      expect(new Set(kept.map(({ matchKey }) => matchKey))).toEqual(new Set(wanted.flat()));
      expect(kept.filter(({ isStray }) => isStray)).toEqual([]);
    },
    120_000,
  );

  it('what was made with the secret of before counts as long as that is there', async () => {
    const resolve = post(resolveRequest('permits', personOf(3)), { origin: permitsOrigin });
    const { reference } = await jsonOf(await old.app.request('/v1/resolutions', resolve));
    const earlier = await submit(old, 'kept', { fields: entriesOf(1) });
    await old.audit.seal();
    await rekey(database.store, targetOf(newSecret, builtInMatching));
    const index = await serveWith([newSecret, masterSecret]);
    expect(await (await submit(index, 'kept', { fields: entriesOf(1) })).text()).toBe(await earlier.text());
    expect(await jsonOf(await submit(index, 'by reference', { reference }))).toMatchObject({ customerId: customerIds[3] });
    const again = { source: 'library', records: [{ recordId: '2', fields: entriesOf(2) }] };
    await index.app.request('/v1/records', post(again, credentialsOf('loader')));
    const former = await database.store.transaction((unit) => unit.earlierContentOf(String(customerIds[2])));
    expect(former).toEqual([]);
    await index.audit.seal();
    expect((await checkAudit(database.store, index.context.keys)).findings).toEqual([]);
    const { keys } = await jsonOf(await index.app.request('/.well-known/jwks.json'));
    expect(keys).toHaveLength(6);
  }, 300_000);

  it('a run that was cut off carries on where it stopped, and one after a whole one looks at everybody again', async () => {
    const target = targetOf(newSecret, builtInMatching);
    const cutOff = rekey(database.store, target, {
      batchSize: 5,
      onBatch: (records) => {
        if (records >= people) throw new Error('the power went');
      },
    });
    await expect(cutOff).rejects.toThrow('the power went');
    expect(await removeFormerKeys(database.store, target)).toBeUndefined();
    expect(await rekey(database.store, target)).toBe(people);
    expect(await rekey(database.store, target)).toBe(2 * people);
  }, 300_000);

  it('records that change, move and go meanwhile have the keys of what they are, with whom they are', async () => {
    const target = targetOf(newSecret, builtInMatching);
    const both = await serveWith([newSecret, masterSecret]);
    const change = async () => {
      for (let person = 0; person < people; person += 1) {
        const records = [{ recordId: String(person), fields: entriesOf(500 + person) }];
        await both.app.request('/v1/records', post({ source: 'library', records }, credentialsOf('loader')));
      }
    };
    const erase = async () => {
      for (const customerId of customerIds.slice(0, 4).reverse()) {
        const headers = { ...credentialsOf('guardian'), 'index-staff': 'clerk-7', 'index-reason': 'asked for it' };
        const response = await both.app.request(`/v1/customers/${String(customerId)}/erasure`, { method: 'POST', headers });
        expect(response.status).toBe(200);
      }
    };
    await Promise.all([rekey(database.store, target, { batchSize: 3 }), change(), erase()]);
    await removeFormerKeys(database.store, target);
    const kept = await matchKeys();
    const records = await database.driver.attempt((connection) =>
      connection.query<{ identity: ReturnType<typeof personOf> }>('select identity from record'),
    );
    const wanted = records.flatMap(({ identity }) => target.matchKeysOf(identity));
    expect(new Set(kept.map(({ matchKey }) => matchKey))).toEqual(new Set(wanted));
    expect(kept.filter(({ isStray }) => isStray)).toEqual([]);
  }, 300_000);

  it('an index is not opened with a secret or a version that its database does not know, and is with a new one once re-keyed', async () => {
    await expect(serveWith([newSecret])).rejects.toThrow(/another secret/);
    const { formerBlockingKeys: _, ...alone } = nextVersion;
    await expect(serveWith([masterSecret], alone)).rejects.toThrow(/citizen-index keys rekey/);
    // The secret of before is lost for good: people are found all the same, a case of before is no repeat any more.
    await rekey(database.store, targetOf(newSecret, alone));
    const index = await serveWith([newSecret], alone);
    expect(await found(index, 'after the loss')).toEqual(customerIds);
    expect((await submit(index, 'before 1', { fields: entriesOf(1) })).status).toBe(409);
  }, 300_000);
});
