/** The contract of customers over time, on every engine: links, merges, splits, rulings, versions. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { MoveTarget, StoredChange } from '../../src/store/history.ts';
import type { StoredRecord, StoreUnit } from '../../src/store/store.ts';
import { storeEngines, useDatabase } from './engines.ts';
import { addCustomer, addRecord, bounds, candidatesOf, fresh, instant, later, recordOf } from './sample-records.ts';

function changeOf(kind: StoredChange['kind'], customerId: string, otherCustomerId: string): StoredChange {
  const words = { service: 'desk', decidedBy: 'clerk-1', reason: 'same person, seen with papers' };
  return { changeId: randomUUID(), kind, customerId, otherCustomerId, ...words, createdAt: later };
}

const targetOf = (change: StoredChange, customerId: string): MoveTarget => ({
  customerId,
  cause: change.kind,
  changeId: change.changeId,
  modelVersion: 'test-1',
  createdAt: later,
});

/** A merge as the service makes one. */
async function merge(unit: StoreUnit, into: StoredRecord, merged: StoredRecord): Promise<StoredChange> {
  const change = changeOf('merge', into.customerId, merged.customerId);
  await unit.addChange(change);
  await unit.moveRecords([merged.recordId], targetOf(change, into.customerId));
  await unit.setSurvivor(merged.customerId, into.customerId);
  return change;
}

describe.each(storeEngines)('Customers over time on $name', ({ open }) => {
  const database = useDatabase(open);
  const inUnit = <T>(work: (unit: StoreUnit) => Promise<T>) => database.store.transaction(work);
  const customers = (keys: readonly string[] = []) =>
    inUnit(
      async (unit) => [await addCustomer(unit, keys), await addCustomer(unit, keys), await addCustomer(unit, keys)] as const,
    );

  it('a merged ID answers with the survivor, however long the chain, and itself again once that is undone', async () => {
    const [a, b, c] = await customers();
    await inUnit((unit) => merge(unit, b, c));
    await inUnit((unit) => merge(unit, a, b));
    const survivorOf = (customerId: string) => inUnit(async (unit) => (await unit.findSurvivor(customerId))?.customerId);
    expect(await survivorOf(c.customerId)).toBe(a.customerId);
    expect(await survivorOf(a.customerId)).toBe(a.customerId);
    expect(await survivorOf('unheard-of')).toBeUndefined();
    expect(await inUnit((unit) => unit.mergedIdsOf(a.customerId))).toEqual([b.customerId, c.customerId].sort());
    await inUnit((unit) => unit.setSurvivor(b.customerId, undefined));
    expect(await survivorOf(c.customerId)).toBe(b.customerId);
    expect(await inUnit((unit) => unit.findCustomer(b.customerId))).not.toHaveProperty('mergedInto');
  });

  it('a record that moves takes its customer’s restriction along, and lifts none', async () => {
    const [a, b, c] = await customers();
    const restrictionsOf = (...asked: readonly StoredRecord[]) =>
      inUnit((unit) => unit.findRestrictions(asked.map(({ customerId }) => customerId)));
    await inUnit((unit) =>
      unit.setRestriction({ customerId: b.customerId, isRestricted: true, hidesHistory: false, setAt: instant }),
    );
    await inUnit((unit) => merge(unit, a, b));
    expect(await restrictionsOf(a)).toMatchObject([{ customerId: a.customerId, isRestricted: true }]);
    await inUnit((unit) => merge(unit, a, c));
    expect(await restrictionsOf(a, c)).toMatchObject([{ customerId: a.customerId, isRestricted: true, hidesHistory: false }]);
  });

  it('a record that moves takes its keys along and keeps every link it ever had', async () => {
    const key = fresh('key');
    const [a, b] = await customers([key]);
    const change = await inUnit((unit) => merge(unit, a, b));
    const { links, found, at } = await inUnit(async (unit) => ({
      links: await unit.linksOf(a.customerId),
      found: await candidatesOf(unit, [key], bounds),
      at: await unit.customerOf(b.recordId),
    }));
    expect(at).toBe(a.customerId);
    expect(found.map(({ customerId }) => customerId)).not.toContain(b.customerId);
    expect(links.filter(({ recordId }) => recordId === b.recordId)).toEqual([
      expect.objectContaining({ number: 1, customerId: b.customerId, cause: 'new' }),
      {
        recordId: b.recordId,
        number: 2,
        customerId: a.customerId,
        previousCustomerId: b.customerId,
        cause: 'merge',
        changeId: change.changeId,
        evidence: [],
        modelVersion: 'test-1',
        createdAt: later,
      },
    ]);
    expect(await inUnit((unit) => unit.linksOf(b.customerId))).toHaveLength(2);
    expect(await inUnit((unit) => unit.recordsMovedBy(change.changeId))).toEqual([
      { recordId: b.recordId, customerId: a.customerId },
    ]);
  });

  it('a change names who decided, and what took it back', async () => {
    const [a, b] = await customers();
    const change = await inUnit((unit) => merge(unit, a, b));
    const undoing = { ...changeOf('split', a.customerId, b.customerId), undoes: change.changeId, secondedBy: 'clerk-2' };
    await inUnit((unit) => unit.addChange(undoing));
    expect(await inUnit((unit) => unit.findChange(change.changeId))).toEqual({ ...change, undoneBy: undoing.changeId });
    const changes = await inUnit((unit) => unit.changesOf(b.customerId));
    expect(changes).toHaveLength(2);
    expect(changes).toContainEqual(undoing);
    const twice = inUnit((unit) => unit.addChange({ ...undoing, changeId: randomUUID() }));
    await expect(twice).rejects.toMatchObject({ sqlState: '23505' });
  });

  it('only one of many that looked at the same version may change a customer; the others look again', async () => {
    const [a] = await customers();
    const versions: number[] = [];
    const change = () =>
      inUnit(async (unit) => {
        const version = (await unit.findCustomer(a.customerId))?.version ?? 0;
        await unit.claimCustomer(a.customerId, version);
        return version;
      });
    versions.push(...(await Promise.all(Array.from({ length: 6 }, change))));
    expect(versions.sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('a merged customer cannot be claimed', async () => {
    const [a, b] = await customers();
    await inUnit((unit) => merge(unit, a, b));
    const claim = inUnit((unit) => unit.claimCustomer(b.customerId, 1));
    await expect(claim).rejects.toMatchObject({ code: 'STORE_CONFLICT', sqlState: '40001' });
  });

  it('records ruled apart keep their customers apart wherever they go, until the ruling is lifted', async () => {
    const [a, b, c] = await customers();
    const ruling = { kind: 'apart', leftRecordId: a.recordId, rightRecordId: b.recordId, createdAt: instant } as const;
    await inUnit((unit) => unit.addRulings([{ ...ruling, rulingId: randomUUID() }]));
    const apartFrom = (customerId: string) =>
      inUnit((unit) =>
        unit.ruledApart(
          customerId,
          [a, b, c].map((one) => one.customerId),
        ),
      );
    expect([await apartFrom(a.customerId), await apartFrom(b.customerId)]).toEqual([[b.customerId], [a.customerId]]);
    await inUnit((unit) => merge(unit, c, b));
    expect(await apartFrom(a.customerId)).toEqual([c.customerId]);
    expect(await inUnit((unit) => unit.rulingsOf(c.customerId))).toMatchObject([ruling]);
    await inUnit((unit) => unit.liftRulings([b.recordId], [a.recordId], later));
    expect(await apartFrom(a.customerId)).toEqual([]);
  });

  it('rulings of a change are lifted with it, and no others', async () => {
    const [a, b, c] = await customers();
    const change = await inUnit((unit) => merge(unit, a, b));
    const between = (other: StoredRecord, changeId?: string) => ({
      rulingId: randomUUID(),
      kind: 'apart' as const,
      leftRecordId: a.recordId,
      rightRecordId: other.recordId,
      createdAt: instant,
      ...(changeId === undefined ? {} : { changeId }),
    });
    const stays = between(c);
    await inUnit((unit) => unit.addRulings([between(b, change.changeId), stays]));
    await inUnit((unit) => unit.liftRulingsOf(change.changeId, later));
    expect(await inUnit((unit) => unit.rulingsOf(a.customerId))).toEqual([stays]);
  });

  it('where somebody vouches for some of a customer’s records, the others are no evidence', async () => {
    const [key, both] = [fresh('key'), fresh('key')];
    const selfAsserted = (customerId: string) =>
      recordOf(customerId, { assurance: 'self-asserted', origin: 'submission', identity: { emailAddress: 'x@example.org' } });
    const record = await inUnit((unit) => addCustomer(unit, [both]));
    const claimed = selfAsserted(record.customerId);
    await inUnit((unit) => addRecord(unit, claimed, [key]));
    const evidence = async (of: string) => {
      const found = await inUnit((unit) => candidatesOf(unit, [of], bounds));
      return found.flatMap(({ records }) => records);
    };
    expect(await evidence(key)).toEqual([record.identity]);
    await inUnit((unit) => unit.vouchFor([claimed.recordId], true));
    expect(await evidence(key)).toHaveLength(2);
    await inUnit((unit) => unit.vouchFor([claimed.recordId], false));
    expect(await evidence(both)).toEqual([record.identity]);
  });

  it('a record that its source changed keeps what it said before, and its customer’s version rises', async () => {
    const record = await inUnit((unit) => addCustomer(unit));
    const moved = await inUnit((unit) => unit.replaceRecord({ ...record, identity: {}, recordedAt: later }));
    const { rows, customer } = {
      rows: await database.driver.attempt((connection) =>
        connection.query('select identity, recorded_at, replaced_at from earlier_content where record_id = $1', [
          record.recordId,
        ]),
      ),
      customer: await inUnit((unit) => unit.findCustomer(record.customerId)),
    };
    expect(moved).toBe(record.customerId);
    expect(rows).toEqual([{ identity: record.identity, recorded_at: instant, replaced_at: later }]);
    expect(customer?.version).toBe(2);
  });
});
