/**
 * IDs of records: UUIDs that begin with the time they were made at (RFC 9562, version 7), so that what is written together lies together
 * in the database's indexes. Not customer IDs, which tell nothing.
 */
import { randomUUID } from 'node:crypto';

/** A new ID, in the lower-case text that the database gives it back in; 74 of its bits are random. */
export function createRecordId(now: Date): string {
  const milliseconds = now.getTime().toString(16).padStart(12, '0');
  const random = randomUUID();
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7${random.slice('xxxxxxxx-xxxx-x'.length)}`;
}
