/**
 * The part of the store's port that is about customers over time: links, merges, splits and rulings. Nothing here is ever
 * deleted; what was wrong is undone by another row that says so.
 */
import type { FieldEvidence } from '../standard/match-evidence.ts';
import type { StoredCustomer } from './store.ts';

export interface HistoryVerbs {
  /** The customer that answers for this ID: itself, or whoever it was merged into, however often. Nobody where that one was erased. */
  findSurvivor(customerId: string): Promise<StoredCustomer | undefined>;
  /** The IDs that the customer answers for beside its own. */
  mergedIdsOf(customerId: string): Promise<readonly string[]>;
  /**
   * Raises the version, and holds the customer until the transaction ends. Where it is no longer at `version`, or was merged,
   * the whole transaction is tried again: what it read is out of date.
   */
  claimCustomer(customerId: string, version: number): Promise<void>;
  /** The same for many: by ID, the version that was looked at. */
  claimCustomers(versions: ReadonlyMap<string, number>): Promise<void>;
  confirmCustomer(customerId: string): Promise<void>;
  /** `survivor` answers for the customer from now on; with undefined it answers for itself again. */
  setSurvivor(customerId: string, survivor: string | undefined): Promise<void>;
  /** The customer that a record is with now, whichever it was given to at first. */
  customerOf(recordId: string): Promise<string | undefined>;
  /** The customers that any of the records are with. */
  customersOf(recordIds: readonly string[]): Promise<readonly string[]>;
  /** The first links of new records. */
  addLinks(links: readonly FirstLink[]): Promise<void>;
  /** The records, their keys, and a link of each that says why. */
  moveRecords(recordIds: readonly string[], to: MoveTarget): Promise<void>;
  /** A member of staff says, or no longer says, whose record this is. */
  vouchFor(recordIds: readonly string[], isVouchedFor: boolean): Promise<void>;
  /** All links of the customer's present records, and those that others once had to it; by record, oldest first. */
  linksOf(customerId: string): Promise<readonly StoredLink[]>;
  addChange(change: StoredChange): Promise<void>;
  findChange(changeId: string): Promise<StoredChange | undefined>;
  /** Merges and splits that name the customer, oldest first. */
  changesOf(customerId: string): Promise<readonly StoredChange[]>;
  /** The records that a change moved, and where each is now. */
  recordsMovedBy(changeId: string): Promise<readonly { readonly recordId: string; readonly customerId: string }[]>;
  addRulings(rulings: readonly StoredRuling[]): Promise<void>;
  /** Lifts what stands between any record of the one list and any of the other. */
  liftRulings(left: readonly string[], right: readonly string[], liftedAt: Date): Promise<void>;
  liftRulingsOf(changeId: string, liftedAt: Date): Promise<void>;
  /** Which of the customers hold a record that stands ruled apart from a record of this customer. */
  ruledApart(customerId: string, others: readonly string[]): Promise<readonly string[]>;
  /** Standing rulings on the customer's records. */
  rulingsOf(customerId: string): Promise<readonly StoredRuling[]>;
}

/** Why a record came to its customer: how matching decided, in a first load, or by a person's merge or split. */
export type LinkCause = 'matched' | 'new' | 'review' | 'insufficient' | 'first-load' | 'merge' | 'split';

/** `weight` in bits and `evidence` against the best candidate; absent and empty where there was none. */
export interface FirstLink {
  readonly recordId: string;
  readonly customerId: string;
  readonly cause: LinkCause;
  readonly weight?: number;
  readonly evidence: readonly FieldEvidence[];
  readonly modelVersion: string;
  readonly createdAt: Date;
}

export interface StoredLink extends FirstLink {
  /** 1, 2, 3, … for each record. */
  readonly number: number;
  readonly previousCustomerId?: string;
  readonly changeId?: string;
}

/** `modelVersion` is of the model in use then, though a person decided. */
export interface MoveTarget {
  readonly customerId: string;
  readonly cause: 'merge' | 'split';
  readonly changeId: string;
  readonly modelVersion: string;
  readonly createdAt: Date;
}

/** `otherCustomerId` is merged into `customerId`, or split off from it. */
export interface StoredChange {
  readonly changeId: string;
  readonly kind: 'merge' | 'split';
  readonly customerId: string;
  readonly otherCustomerId: string;
  /** The change that this one takes back. */
  readonly undoes?: string;
  /** Set on what is read, where a later change took this one back. */
  readonly undoneBy?: string;
  readonly service: string;
  readonly decidedBy: string;
  readonly secondedBy?: string;
  readonly reason: string;
  readonly createdAt: Date;
}

/** A person's word on two records, which matching keeps to: one person's, or two people's. */
export interface StoredRuling {
  readonly rulingId: string;
  readonly kind: 'together' | 'apart';
  readonly leftRecordId: string;
  readonly rightRecordId: string;
  readonly changeId?: string;
  readonly createdAt: Date;
}
