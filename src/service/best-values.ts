/**
 * Survivorship: of everything that is said about a customer, what to go by. Pure: takes the records that a caller may see.
 * What somebody only asserts never stands above what a source system says or staff have verified, however new it is.
 */
import type { AddressPeriod, CustomerValue } from '../protocol/records.ts';
import { fieldsByName } from '../standard/fields/all-fields.ts';
import type { Identity, PostalAddress } from '../standard/identity.ts';
import type { Assurance, EarlierContent, SaidRecord, StoredRecord } from '../store/store.ts';
import { canonicalJson } from './canonical-json.ts';

/** Source systems and staff stand equal: of theirs the latest counts, or a move told at the desk would never win over an old register. */
const standing: Readonly<Record<Assurance, number>> = {
  'self-asserted': 0,
  'signed-in': 1,
  'staff-verified': 2,
  'source-system': 2,
};

/** Of each field the value to go by, with where it is from; in the order of the standard's fields. */
export function bestValues(records: readonly StoredRecord[]): readonly CustomerValue[] {
  const descending = [...records].sort((a, b) => ascending(b, a));
  return Object.values(fieldsByName).flatMap(
    ({ name }) => descending.flatMap(valuesOf).find(({ field }) => field === name) ?? [],
  );
}

/** The same values as an identity. */
export function summaryOf(records: readonly SaidRecord[]): Identity {
  return [...records].sort(ascending).reduce<Identity>((summary, { identity }) => ({ ...summary, ...identity }), {});
}

function ascending(a: SaidRecord, b: SaidRecord): number {
  return (
    standing[a.assurance] - standing[b.assurance] ||
    // What its source no longer has is a former value.
    Number(b.endedAt !== undefined) - Number(a.endedAt !== undefined) ||
    a.recordedAt.getTime() - b.recordedAt.getTime() ||
    (a.recordId < b.recordId ? -1 : 1)
  );
}

/** Every value that the record holds. */
export function valuesOf(record: StoredRecord): readonly CustomerValue[] {
  return Object.values(fieldsByName).flatMap(({ name, key }) => {
    const value = record.identity[key];
    if (value === undefined) return [];
    const { assurance, source, sourceRecordId, recordedAt } = record;
    return [{ field: name, value, assurance, source, recordId: sourceRecordId, recordedAt: recordedAt.toISOString() }];
  });
}

/** An address as one record says it; until now where `until` is absent. */
interface Stay {
  readonly address: PostalAddress;
  readonly from: Date;
  readonly until?: Date;
  readonly source: string;
}

/** Addresses with their periods, earliest first: from when the first record said it until the last that did was changed. */
export function addressPeriods(records: readonly (StoredRecord | EarlierContent)[]): readonly AddressPeriod[] {
  const stays = new Map<string, Stay[]>();
  for (const record of records) {
    const address = record.identity.postalAddress;
    if (address === undefined) continue;
    const key = canonicalJson(address);
    const ended = 'replacedAt' in record ? record.replacedAt : record.endedAt;
    const until = ended === undefined ? {} : { until: ended };
    stays.set(key, [...(stays.get(key) ?? []), { address, from: record.recordedAt, source: record.source, ...until }]);
  }
  return [...stays.values()].flatMap(periodOf).sort((a, b) => (a.from < b.from ? -1 : 1));
}

function periodOf(stays: readonly Stay[]): readonly AddressPeriod[] {
  const [first] = [...stays].sort((a, b) => a.from.getTime() - b.from.getTime());
  if (first === undefined) return [];
  const ends = stays.flatMap(({ until }) => (until === undefined ? [] : until.getTime()));
  const isCurrent = ends.length < stays.length;
  const until = isCurrent ? {} : { until: new Date(Math.max(...ends)).toISOString() };
  const sources = [...new Set(stays.map(({ source }) => source))].sort();
  return [{ address: first.address, from: first.from.toISOString(), ...until, sources }];
}
