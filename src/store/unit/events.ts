/**
 * SQL for what has changed: table `customer_event`. The one place that asks for numbers of transactions, which are PostgreSQL's own:
 * polled by a serial number alone, 8 writers made a reader lose 899 to 1,008 of 4,000 events; below the oldest running transaction none.
 */
import { randomUUID } from 'node:crypto';
import type { Connection } from '../driver.ts';
import type { EventPlace, EventVerbs, StoredCustomerEvent } from '../events.ts';
import { insertRows } from './insert.ts';

/** See `EventVerbs`. */
export function eventVerbs(connection: Connection): EventVerbs {
  return {
    addCustomerEvents: (events) =>
      insertRows(
        connection,
        { into: 'customer_event (event_id uuid, customer_id text, operation text, occurred_at timestamptz)' },
        events.map(({ customerId, operation, occurredAt }) => [randomUUID(), customerId, operation, occurredAt]),
      ),
    listCustomerEvents: (after, limit) => listCustomerEvents(connection, after, limit),
    purgeCustomerEvents: async (before) => {
      const rows = await connection.query('delete from customer_event where occurred_at <= $1 returning 1', [before]);
      return rows.length;
    },
  };
}

const beforeAll: EventPlace = { transaction: '0', eventId: '00000000-0000-0000-0000-000000000000' };

async function listCustomerEvents(
  connection: Connection,
  { transaction, eventId }: EventPlace = beforeAll,
  limit: number,
): Promise<readonly StoredCustomerEvent[]> {
  return connection.query<StoredCustomerEvent>(
    `select transaction_id::text as transaction, event_id as "eventId", customer_id as "customerId", operation,
       occurred_at as "occurredAt"
     from customer_event
     where (transaction_id, event_id) > ($1::text::xid8, $2::uuid) and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
     order by transaction_id, event_id limit $3::int`,
    [transaction, eventId, limit],
  );
}
