/** IDs of records: RFC 9562, version 7. */
import { describe, expect, it } from 'vitest';
import { createRecordId } from '../../src/service/record-id.ts';

const instant = new Date('2026-06-15T09:30:00.123Z');

describe('The ID of a record', () => {
  it('is a UUID that begins with the time', () => {
    expect(createRecordId(instant)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(createRecordId(instant).replace('-', '').slice(0, 12), 16)).toBe(instant.getTime());
  });

  it('comes after those made before, and is never one that was made', () => {
    expect(createRecordId(new Date(instant.getTime() + 1)) > createRecordId(instant)).toBe(true);
    expect(new Set(Array.from({ length: 1_000 }, () => createRecordId(instant))).size).toBe(1_000);
  });
});
