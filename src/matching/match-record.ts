/**
 * What the engine is given: records, each with what its source says of a person or an organisation. Reads legacy data leniently,
 * so every part may be missing or incomplete. Not the record of the index (store/) and not a customer.
 */
import type { LegacyIdentity } from '../standard/legacy/legacy-identity.ts';

/** What is compared: every captured `Identity` is one too. */
export type MatchIdentity = LegacyIdentity;

export interface MatchRecord {
  /** Unique within its source; the order of records never matters, only these do. */
  readonly recordId: string;
  /** The system it comes from. */
  readonly source?: string;
  readonly identity: MatchIdentity;
}
