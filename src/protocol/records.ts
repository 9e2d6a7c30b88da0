/**
 * What a source system's load and a look at one customer say on the wire. Types only; schemas.ts has the wire.
 * For services with the permission to do so; never for a browser.
 */
import type { Entries, FieldName, PostalAddress } from '../standard/identity.ts';
import type { Issue } from '../standard/issue.ts';

/** `source` where it is another than the request's; `recordedAt` is an ISO 8601 date or instant, the moment of loading where absent. */
export interface SourceRecord {
  readonly recordId: string;
  readonly source?: string;
  readonly recordedAt?: string;
  readonly fields: Entries;
}

/** `source` names the system; several systems' records may come in one call, which clusters them best on a first load. The same record again changes nothing; a changed one replaces what it said before. */
export interface RecordsRequest {
  readonly source: string;
  readonly records: readonly SourceRecord[];
}

/** A bad value is left out with a warning; the record never is. Results stand in the order of the request. */
export interface RecordResult {
  readonly recordId: string;
  readonly customerId: string;
  readonly warnings: readonly Issue[];
}

/** `customers`: how many the index holds now. */
export interface RecordsAnswer {
  readonly results: readonly RecordResult[];
  readonly customers: number;
}

/** How far a value can be trusted, least first. */
export type ValueAssurance = 'self-asserted' | 'signed-in' | 'staff-verified' | 'source-system';

/** One value that one record holds. `value` has the shape the field has in `Identity`; `recordedAt` is an ISO 8601 instant. */
export interface CustomerValue {
  readonly field: FieldName;
  readonly value: unknown;
  readonly assurance: ValueAssurance;
  readonly source: string;
  readonly recordId: string;
  readonly recordedAt: string;
}

/** `provisional`: too little to match on, or in doubt and waiting for review. Values oldest first. */
export interface CustomerView {
  /** Of whoever answers for the ID that was asked for. */
  readonly customerId: string;
  /** Rises with every change; a split names it. */
  readonly version: number;
  readonly status: 'confirmed' | 'provisional';
  readonly createdAt: string;
  readonly values: readonly CustomerValue[];
  /** Of each field the value to go by: a source system's or staff-verified one before any that somebody only asserts, then the latest. */
  readonly best: readonly CustomerValue[];
  /** Every postal address that is or was known, with its periods; earliest first. */
  readonly addresses: readonly AddressPeriod[];
}

/** An address and since when it was known; until when, where no record says it any longer. ISO 8601 instants. */
export interface AddressPeriod {
  readonly address: PostalAddress;
  readonly from: string;
  readonly until?: string;
  readonly sources: readonly string[];
}
