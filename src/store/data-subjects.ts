/** The part of the store's port that is about what people may ask for: what is held, and that it goes; and how long sources' records are kept. */
import type { StoredSubmission } from './store.ts';

export interface DataSubjectVerbs {
  /** What cases were answered whose record is with the customer now. */
  answersOf(customerId: string): Promise<readonly Pick<StoredSubmission, 'service' | 'caseReference' | 'answer'>[]>;
  /** What the audit trail noted of a customer, by its digest there: JSON texts. Reads the whole trail. */
  auditContentNaming(digest: string): Promise<readonly string[]>;
  /** The records and all that hangs on them: keys, words, former content, links, cases, rulings, reviews. For good. */
  eraseRecords(recordIds: readonly string[]): Promise<void>;
  /** A customer without a record left answers to nobody any more; the ID stays. */
  markErased(customerId: string, at: Date): Promise<void>;
  setRetention(retention: SourceRetention): Promise<void>;
  /** Of every source that has any, by name. */
  listRetentions(): Promise<readonly SourceRetention[]>;
  /** Records of the source that ended, or cases that were submitted, at or before the instant. */
  findOutdated(outdated: {
    readonly source: string;
    readonly before: Date;
    readonly limit: number;
  }): Promise<readonly OutdatedRecord[]>;
}

/** `keepDays` after a record has ended; for ever where absent. While `holdReason` stands, nothing of the source is erased. */
export interface SourceRetention {
  readonly source: string;
  readonly keepDays?: number;
  readonly holdReason?: string;
  readonly setAt: Date;
}

export interface OutdatedRecord {
  readonly recordId: string;
  readonly customerId: string;
}
