/** The part of the store's port that is about the audit trail: rows that are only ever added. What their words mean is the service's. */

export interface AuditVerbs {
  addAuditEntries(entries: readonly AuditRow[]): Promise<void>;
  /**
   * The same with no wait for the database's disk: whoever asks finds them at once, and a process that is killed loses none. Where the
   * database itself loses power in the half second until they are on its disk, they are gone: see `restoreAuditEntries`. Alone, outside
   * a transaction, whose other writes would not be waited for either.
   */
  addAuditEntriesUnflushed(entries: readonly AuditRow[]): Promise<void>;
  /** Adds those of these entries of one chain that are not there any more. */
  restoreAuditEntries(entries: readonly AuditRow[]): Promise<void>;
  addAuditSeal(seal: AuditRow): Promise<void>;
  addAuditCheckpoint(checkpoint: NumberedAuditRow): Promise<void>;
  lastAuditCheckpoint(): Promise<NumberedAuditRow | undefined>;
  /** All chains there are, and how far each is sealed. */
  auditChains(): Promise<readonly AuditChain[]>;
  /** By number, those above `after`. */
  listAuditEntries(chain: string, after: number, limit: number): Promise<readonly AuditRow[]>;
  listAuditSeals(chain: string, after: number, limit: number): Promise<readonly AuditRow[]>;
  listAuditCheckpoints(after: number, limit: number): Promise<readonly NumberedAuditRow[]>;
}

/** `content` is JSON text, kept to the byte. `code` is made from everything else in the row. */
export interface NumberedAuditRow {
  readonly number: number;
  readonly content: string;
  readonly code: string;
}

export interface AuditRow extends NumberedAuditRow {
  readonly chain: string;
}

/** `lastSeal` is 0, and `code` empty, where the chain has none. */
export interface AuditChain {
  readonly chain: string;
  readonly lastSeal: number;
  readonly code: string;
}
