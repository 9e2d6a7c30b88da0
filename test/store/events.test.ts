/** What has changed, for other systems: none is passed over, however long the transaction took that wrote it. */
import { describe, expect, it, vi } from 'vitest';
import type { EventPlace } from '../../src/store/events.ts';
import { storeEngines, useDatabase } from './engines.ts';
import { fresh, instant, later } from './sample-records.ts';

describe.each(storeEngines)('Events on $name', ({ open }) => {
  const database = useDatabase(open);
  const eventOf = (customerId: string) => ({ customerId, operation: 'load', occurredAt: instant });

  it('written by eight at once, of which some take their time, are all read by one who polls meanwhile', async () => {
    const { store } = database;
    const writes = 60;
    const read = new Set<string>();
    let after: EventPlace | undefined;
    const poll = async () => {
      const events = await store.singly((unit) => unit.listCustomerEvents(after, 50));
      for (const { customerId } of events) read.add(customerId);
      after = events.at(-1) ?? after;
    };
    const queue = Array.from({ length: writes }, () => fresh('customer'));
    const writer = async () => {
      for (let customerId = queue.pop(); customerId !== undefined; customerId = queue.pop()) {
        const event = eventOf(customerId);
        await store.transaction(async (unit) => {
          await unit.addCustomerEvents([event]);
          for (let wait = Math.random() * 4; wait > 1; wait -= 1) await unit.isEmpty();
        });
      }
    };
    const writers = Promise.all(Array.from({ length: 8 }, writer));
    let isDone = false;
    void writers.then(() => (isDone = true));
    while (!isDone) await poll();
    // A transaction that runs elsewhere on the server holds events back for a moment.
    await vi.waitFor(async () => {
      await poll();
      expect(read.size).toBe(writes);
    }, 15_000);
  });

  it('are forgotten when their time has come', async () => {
    const { store } = database;
    await store.transaction((unit) =>
      unit.addCustomerEvents([eventOf(fresh('customer')), { ...eventOf('late'), occurredAt: later }]),
    );
    await store.transaction((unit) => unit.purgeCustomerEvents(instant));
    await vi.waitFor(async () => {
      const left = await store.singly((unit) => unit.listCustomerEvents(undefined, 500));
      expect(left.map(({ customerId }) => customerId)).toEqual(['late']);
    }, 15_000);
  });
});
