/**
 * One record of a source system, made ready to be linked: read leniently by the standard, so that a house number in the date
 * of birth does not cost a library its reader, with its digest and its match keys.
 */
import type { SourceRecord } from '../protocol/records.ts';
import type { CalendarDate } from '../standard/calendar-date.ts';
import type { Issue } from '../standard/issue.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import { parseRecord } from '../standard/record.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ServiceContext } from './context.ts';
import { storableEntries } from './entries.ts';
import { shortHash } from './keys.ts';
import { matchKeysOf, type PersonSeen, type PersonToLink } from './link.ts';

/** A record ready to be linked. */
export interface ReadRecord extends PersonToLink {
  readonly warnings: readonly Issue[];
}

export interface LoadSettings {
  /** Of records that name none. */
  readonly source: string;
  readonly profile: Profile;
  readonly today: CalendarDate;
  readonly loadedAt: Date;
  /** For what the records may be matched: policy.ts. */
  readonly purposes: readonly string[];
}

/** The record with what could be read of it, and a warning for whatever could not. */
export function readSourceRecord(context: ServiceContext, record: SourceRecord, settings: LoadSettings): ReadRecord {
  const { recordId, recordedAt, fields, source = settings.source } = record;
  const { identity, warnings } = parseRecord(fields, settings.profile, { today: settings.today });
  const seen: PersonSeen = {
    origin: 'source',
    source,
    sourceRecordId: recordId,
    assurance: 'source-system',
    profile: settings.profile.id,
    recordedAt: recordedAt === undefined ? settings.loadedAt : new Date(recordedAt),
    contentDigest: shortHash(context.keys.digest, canonicalJson({ fields, recordedAt })),
    identity,
    entries: storableEntries(fields, settings.profile),
  };
  return { seen, matchKeys: matchKeysOf(context, identity), purposes: settings.purposes, warnings };
}
