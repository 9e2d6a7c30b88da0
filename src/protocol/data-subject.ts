/** What a person may ask for of what is held about them, on the wire, and which customers have changed. Types only. */
import type { Entries, Identity } from '../standard/identity.ts';
import type { ValueAssurance } from './records.ts';
import type { CustomerHistory } from './review.ts';

/** Everything that is held about one customer. Instants are ISO 8601. */
export interface CustomerExport {
  readonly customerId: string;
  readonly createdAt: string;
  readonly exportedAt: string;
  readonly records: readonly ExportedRecord[];
  /** What the records said before their sources changed it. */
  readonly formerContent: readonly ExportedContent[];
  /** How the records came together, what staff decided, and the cases. */
  readonly history: CustomerHistory;
  /** What each case was answered, as it was sent. */
  readonly answers: readonly { readonly service: string; readonly caseReference: string; readonly answer: unknown }[];
  readonly restriction?: { readonly isRestricted: boolean; readonly hidesHistory: boolean; readonly setAt: string };
  /** Who looked at the customer or changed it, when and what for: the audit trail's entries about it. */
  readonly accesses: readonly CustomerAccess[];
}

export interface ExportedContent {
  readonly recordId: string;
  readonly recordedAt: string;
  readonly replacedAt?: string;
  readonly identity: Identity;
}

/** `entries` are what was typed or loaded, `identity` what the standard made of it. */
export interface ExportedRecord extends ExportedContent {
  readonly origin: 'submission' | 'resolution' | 'source';
  readonly source: string;
  readonly sourceRecordId: string;
  readonly assurance: ValueAssurance;
  readonly endedAt?: string;
  readonly entries: Entries;
}

export interface CustomerAccess {
  readonly at: string;
  readonly operation: string;
  readonly service?: string;
  readonly staff?: string;
  readonly purposes?: readonly string[];
  readonly reason?: string;
}

/** What was erased, and what a legal hold kept. Where nothing was kept, the customer is nobody's any more. */
export interface ErasureAnswer {
  readonly customerId: string;
  readonly erasedRecords: number;
  readonly kept: readonly { readonly source: string; readonly records: number; readonly reason: string }[];
}

/** That a customer has changed: read it again. `next` is what the following call sends as `after`. */
export interface CustomerChangeList {
  readonly changes: readonly { readonly customerId: string; readonly operation: string; readonly changedAt: string }[];
  readonly next?: string;
}
