/**
 * The port to the database: small verbs that the service composes inside one transaction. Nothing here decides who is
 * who; that is matching's, and the service brings the two together. The one folder with SQL is this one.
 */
import type { Entries, Identity } from '../standard/identity.ts';
import type { AuditVerbs } from './audit.ts';
import type { DataSubjectVerbs } from './data-subjects.ts';
import type { EventVerbs } from './events.ts';
import type { HistoryVerbs } from './history.ts';
import type { RekeyingVerbs } from './rekeying.ts';
import type { ReviewVerbs } from './review.ts';

/** An open store. Every method rejects with a `StoreError` where the database is at fault, and with nothing else of the database's. */
export interface Store {
  /**
   * Runs `work` in one transaction: all of it is kept or nothing. May run it several times, when the database asks for a
   * retry, so `work` changes nothing outside the unit. An error out of `work` rolls back and comes out as it is.
   */
  transaction<T>(work: (unit: StoreUnit) => Promise<T>): Promise<T>;
  /**
   * Runs `work` with each of its statements by itself: for reading what need not be of one moment, or for one verb that is one
   * statement. Half as long as a transaction.
   */
  singly<T>(work: (unit: StoreUnit) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The verbs of one transaction. Lists may be long: they are written in many-row statements. */
export interface StoreUnit
  extends
    ResolutionVerbs,
    CustomerVerbs,
    HistoryVerbs,
    ReviewVerbs,
    MatchKeyVerbs,
    SubmissionVerbs,
    SearchVerbs,
    BudgetVerbs,
    LoadingVerbs,
    DataSubjectVerbs,
    EventVerbs,
    RekeyingVerbs,
    AuditVerbs {
  /** Keeps `value` under `name` unless there is one already, and answers the one that stands. */
  keepSetting(name: string, value: string): Promise<string>;
  putSetting(name: string, value: string): Promise<void>;
}

export interface ResolutionVerbs {
  /** Stores it, unless its hash is stored already and has not expired: then the stored one stands. Answers the expiry that stands. */
  keepResolution(resolution: StoredResolution): Promise<Date>;
  /** Expired ones too, while they are not purged: the caller looks at `expiresAt`. */
  findResolution(referenceHash: string): Promise<StoredResolution | undefined>;
  /** Deletes what expired at or before the instant; answers how many. */
  purgeResolutions(now: Date): Promise<number>;
}

export interface CustomerVerbs {
  isEmpty(): Promise<boolean>;
  countCustomers(): Promise<number>;
  addCustomers(customers: readonly NewCustomer[]): Promise<void>;
  /** The customer as it is, merged ones too; see `HistoryVerbs.findSurvivor`. */
  findCustomer(customerId: string): Promise<StoredCustomer | undefined>;
  addRecords(records: readonly StoredRecord[]): Promise<void>;
  /**
   * The record with this `recordId` takes the new values, and what it said before is kept with its period. Answers the customer
   * that it is with, which may be another than a moment ago.
   */
  replaceRecord(record: StoredRecord): Promise<string>;
  /** Which of a source's records are here already. */
  findSourceRecords(origin: RecordOrigin, source: string, sourceRecordIds: readonly string[]): Promise<readonly KnownRecord[]>;
  findRecord(recordId: string): Promise<StoredRecord | undefined>;
  /** All records of one customer, oldest first. */
  recordsOf(customerId: string): Promise<readonly StoredRecord[]>;
  /** What the customer's records said before their sources changed it, oldest first: each as a record, with when it was replaced. */
  earlierContentOf(customerId: string): Promise<readonly EarlierContent[]>;
  /** Several customers with their latest records, so many of each at most. Unknown IDs are left out. */
  holdingsOf(customerIds: readonly string[], recordsPerCustomer: number): Promise<readonly CustomerHoldings[]>;
}

export interface MatchKeyVerbs {
  /** Waits until no other transaction holds any of these keys, and holds them until this one ends. Once per transaction. */
  lockKeys(keys: readonly string[]): Promise<void>;
  addMatchKeys(keys: readonly StoredMatchKey[]): Promise<void>;
  removeMatchKeys(recordId: string): Promise<void>;
  /**
   * For each of several people, given by their keys, the customers that share a key, those sharing most first, each with the identities
   * of its records; and whether a bound cut anything off. A customer that several share is one object.
   */
  searchCandidates(lookUps: readonly (readonly string[])[], bounds: CandidateBounds): Promise<readonly FoundCandidates[]>;
  /** The candidates whom somebody is told of, as they were found: reads nothing more, but counts as reading them. */
  tellOf<Candidate extends StoredCandidate>(candidates: readonly Candidate[]): readonly Candidate[];
}

export interface BudgetVerbs {
  /** Spends on every target, unless one of them is over its limit: then on none, and answers false. */
  spendOnTargets(spending: TargetSpending): Promise<boolean>;
  /** Adds to what was spent on a day, by scope; answers the day's totals. */
  spendInDay(day: number, spent: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>>;
  /** Forgets what was spent at or before the instant; answers how many identities that were. */
  purgeSpending(before: Date): Promise<number>;
}

export interface LoadingVerbs {
  /** A source system's own records that have not ended, by their own numbers, those after `after` first. */
  currentRecordsOf(source: string, page: SourcePage): Promise<readonly Pick<StoredRecord, 'recordId' | 'sourceRecordId'>[]>;
  /** Their source has them no longer: they stay with their customers, as former ones. */
  endRecords(recordIds: readonly string[], at: Date): Promise<void>;
  /** Those that had ended have not, after all; answers which had. */
  resumeRecords(recordIds: readonly string[]): Promise<readonly string[]>;
  /**
   * Lets the database count anew how full its tables are, and note which pages everybody may see. After a load: planned as for the empty
   * tables of a minute ago, a look-up reads whole tables, and no engine looks by itself at once (PGlite never does). Not in a transaction.
   */
  refreshStatistics(): Promise<void>;
}

export interface SearchVerbs {
  /** Customers with a record whose names hold words that begin so, all of them; folded and cut as `wordsOf` does. In no order that says anything. */
  findByName(words: readonly string[], bounds: NameSearchBounds): Promise<readonly string[]>;
  setRestriction(restriction: CustomerRestriction): Promise<void>;
  /** Of these customers those that are restricted in any way. */
  findRestrictions(customerIds: readonly string[]): Promise<readonly CustomerRestriction[]>;
}

export interface SubmissionVerbs {
  findSubmission(service: string, caseReference: string): Promise<StoredSubmission | undefined>;
  addSubmission(submission: StoredSubmission): Promise<void>;
  /** Cases whose record is with the customer now, oldest first. */
  casesOf(customerId: string): Promise<readonly StoredCase[]>;
}

/** `referenceHash` and `sealed` are base64url text; what is sealed, and with what, is the service's. */
export interface StoredResolution {
  readonly referenceHash: string;
  readonly service: string;
  readonly sealed: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** `provisional`: too little to match on, or in doubt and waiting for review. */
export type CustomerStatus = 'confirmed' | 'provisional';

export interface NewCustomer {
  readonly customerId: string;
  readonly status: CustomerStatus;
  readonly createdAt: Date;
}

/** `version` begins at 1 and rises with every change of what the customer is made of. */
export interface StoredCustomer extends NewCustomer {
  readonly version: number;
  /** Set since a merge: the customer that took this one's records. */
  readonly mergedInto?: string;
}

/** `records` latest first. */
export interface CustomerHoldings {
  readonly restriction?: CustomerRestriction;
  readonly customer: StoredCustomer;
  readonly records: readonly StoredRecord[];
}

/** How far a record's values can be trusted, least first. */
export type Assurance = 'self-asserted' | 'signed-in' | 'staff-verified' | 'source-system';

/** Which way a record came in: a case, a disclosed resolution, or a load from a source system. */
export type RecordOrigin = 'submission' | 'resolution' | 'source';

/** `recordId` is a UUID of ours, `sourceRecordId` the source's own; `contentDigest` tells whether the source changed it. */
export interface StoredRecord {
  readonly recordId: string;
  readonly customerId: string;
  readonly origin: RecordOrigin;
  readonly source: string;
  readonly sourceRecordId: string;
  readonly assurance: Assurance;
  readonly profile: string;
  readonly recordedAt: Date;
  readonly contentDigest: string;
  readonly identity: Identity;
  readonly entries: Entries;
  /** Set where its source no longer has it. */
  readonly endedAt?: Date;
}

export interface EarlierContent extends StoredRecord {
  readonly replacedAt: Date;
}

export type KnownRecord = Pick<StoredRecord, 'recordId' | 'customerId' | 'sourceRecordId' | 'contentDigest'>;

/** `matchKey` is a keyed hash, never a plain key. */
export interface StoredMatchKey {
  readonly matchKey: string;
  readonly customerId: string;
  readonly recordId: string;
}

/** A key that more customers share than `customersPerKey` says nothing and is passed over; `customers` and `recordsPerCustomer` bound the work. */
export interface CandidateBounds {
  readonly customersPerKey: number;
  readonly customers: number;
  readonly recordsPerCustomer: number;
}

/** What a record says, since when and how far it can be trusted: enough to tell somebody of its customer. */
export type SaidRecord = Pick<StoredRecord, 'recordId' | 'source' | 'assurance' | 'recordedAt' | 'endedAt' | 'identity'>;

/** Where somebody vouches for some of its records, a source system or a member of staff, `records` are those alone. */
export interface StoredCandidate {
  readonly customerId: string;
  readonly version: number;
  readonly status: CustomerStatus;
  readonly records: readonly Identity[];
  /** Where each of `records` came from, in their order. */
  readonly sources: readonly string[];
  readonly isVouchedFor: boolean;
  readonly isProvisional: boolean;
  /** A person at risk: found like anybody, told of to hardly anybody. */
  readonly isRestricted?: true;
  /** Former values are shown to hardly anybody. */
  readonly hidesHistory?: true;
  /** All that was read, vouched for or not: for whoever is told of the customer. */
  readonly said: readonly SaidRecord[];
}

/** `isCut`: a key was passed over, or not every customer was looked at. */
export interface FoundCandidates {
  readonly candidates: readonly StoredCandidate[];
  readonly isCut: boolean;
}

/** The first `limit` after the number `after`; the empty text is before all. */
export interface SourcePage {
  readonly after: string;
  readonly limit: number;
}

/** `targets` are keyed hashes; each bears `limit` different digests since `since`. */
export interface TargetSpending {
  readonly targets: readonly string[];
  readonly contentDigest: string;
  readonly since: Date;
  readonly now: Date;
  readonly limit: number;
}

/** `records` bounds the work, `customers` what is answered. */
export interface NameSearchBounds {
  readonly records: number;
  readonly customers: number;
}

/** `isRestricted`: a person at risk. `hidesHistory`: former values, such as a former name, are shown to nobody without the permission. */
export interface CustomerRestriction {
  readonly customerId: string;
  readonly isRestricted: boolean;
  readonly hidesHistory: boolean;
  readonly setAt: Date;
}

/** `answer` is the whole answer as JSON text, so that a repeat is the same to the byte. `alteredFields`: what differed from the resolution. */
export interface StoredSubmission {
  readonly service: string;
  readonly caseReference: string;
  readonly contentDigest: string;
  readonly customerId: string;
  readonly recordId: string;
  readonly alteredFields: readonly string[];
  readonly answer: string;
  readonly createdAt: Date;
}

/** A case without its answer. `customerId` is what it was answered then. */
export type StoredCase = Pick<StoredSubmission, 'service' | 'caseReference' | 'customerId' | 'recordId' | 'createdAt'>;
