/** The part of the store's port that is about doubts: tasks for people, and what they decided. */

export interface ReviewVerbs {
  addReviewTasks(tasks: readonly NewReviewTask[]): Promise<void>;
  findReviewTask(taskId: string): Promise<StoredReviewTask | undefined>;
  /** Oldest first, after the place given. */
  listReviewTasks(page: ReviewPage): Promise<readonly StoredReviewTask[]>;
  countOpenReviewTasks(): Promise<number>;
  /** Raises the task's version and sets its status; where it is no longer at `version`, the transaction is tried again. */
  claimReviewTask(taskId: string, version: number, status: ReviewStatus): Promise<void>;
  addDecisions(decisions: readonly StoredDecision[]): Promise<void>;
  /** Oldest first. */
  decisionsOf(taskId: string): Promise<readonly StoredDecision[]>;
  /** Final decisions of all tasks, oldest first, after the place given. */
  listLabels(page: Page): Promise<readonly StoredDecision[]>;
}

export type ReviewStatus = 'open' | 'settled';

/** Where a list goes on: after the row made at this instant with this ID. */
export interface Place {
  readonly createdAt: Date;
  readonly id: string;
}

export interface Page {
  readonly after?: Place;
  readonly limit: number;
}

export interface ReviewPage extends Page {
  readonly status: ReviewStatus;
}

/** `candidates` is JSON text: each candidate's customer ID, score and evidence. */
export interface NewReviewTask {
  readonly taskId: string;
  readonly recordId: string;
  readonly customerId: string;
  readonly candidates: string;
  readonly createdAt: Date;
}

/** `customerId` is the one that the record was with when the doubt arose. */
export interface StoredReviewTask extends NewReviewTask {
  readonly status: ReviewStatus;
  readonly version: number;
}

export type ReviewDecision = 'same' | 'different' | 'cannot-tell';

/** `recordId` and each of `otherRecordIds` are one person's, two people's, or nobody can say. */
export interface StoredDecision {
  readonly decisionId: string;
  readonly taskId: string;
  readonly decision: ReviewDecision;
  readonly candidateId?: string;
  readonly recordId: string;
  readonly otherRecordIds: readonly string[];
  /** What matching held of it. */
  readonly probability?: number;
  readonly isFinal: boolean;
  readonly service: string;
  readonly decidedBy: string;
  readonly reason: string;
  readonly createdAt: Date;
}
