/**
 * One row of a source system's file, made ready to be linked: read leniently, with every value that did not make it into the
 * identity named. What the identity has no place for is kept as it was written.
 */
import type { Identity } from '../standard/identity.ts';
import { normaliseRecord, type LegacyIdentity } from '../standard/index.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ServiceContext } from './context.ts';
import { shortHash } from './keys.ts';
import { matchKeysOf } from './link.ts';
import type { LoadSettings, ReadRecord } from './read-source-record.ts';

/** `columns` by the standard's field names, as `normaliseRecord` takes them. */
export interface LegacyRow {
  readonly recordId: string;
  readonly source?: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** What became of one value, without the value: the column's field name and a code. */
export interface LeftOut {
  readonly field: string;
  readonly code: string;
}

export interface ReadLegacyRecord {
  readonly record: ReadRecord;
  readonly leftOut: readonly LeftOut[];
}

/** Undefined where nothing at all could be read. */
export function readLegacyRecord(context: ServiceContext, row: LegacyRow, settings: LoadSettings): ReadLegacyRecord | undefined {
  const columns = storable(row.columns);
  const { identity: legacy, changes } = normaliseRecord(columns, settings);
  const identity = completeParts(legacy);
  if (Object.keys(identity).length === 0) return undefined;
  const dropped = changes.filter(({ to }) => to === undefined).map(({ path, code }): LeftOut => ({ field: path, code }));
  const seen = {
    origin: 'source' as const,
    source: row.source ?? settings.source,
    sourceRecordId: row.recordId,
    assurance: 'source-system' as const,
    profile: settings.profile.id,
    recordedAt: settings.loadedAt,
    contentDigest: shortHash(context.keys.digest, canonicalJson(columns)),
    identity,
    entries: columns,
  };
  const record = { seen, matchKeys: matchKeysOf(context, identity), purposes: settings.purposes, warnings: [] };
  return { record, leftOut: [...dropped, ...keptAsWritten(legacy, identity)] };
}

/** What the identity can hold: a whole date, a number that fits a plan, a person. */
function completeParts(legacy: LegacyIdentity): Identity {
  const { year, month, day, digits } = legacy.dateOfBirth ?? {};
  const { typed = '', e164, extension } = legacy.telephoneNumber ?? {};
  const isWhole = year !== undefined && month !== undefined && day !== undefined && digits === undefined;
  return {
    ...(legacy.name && { name: legacy.name }),
    ...(isWhole && { dateOfBirth: { year, month, day } }),
    ...(legacy.postalAddress && { postalAddress: legacy.postalAddress }),
    ...(legacy.emailAddress !== undefined && { emailAddress: legacy.emailAddress }),
    ...(e164 !== undefined && { telephoneNumber: { typed, e164, ...(extension === undefined ? {} : { extension }) } }),
  };
}

/** Read, but with no place in the identity: kept among what was written, and not matched on. */
function keptAsWritten(legacy: LegacyIdentity, identity: Identity): readonly LeftOut[] {
  return Object.keys(legacy)
    .filter((field) => !Object.hasOwn(identity, field) && field !== 'customerKind')
    .map((field) => ({ field, code: 'load/kept-as-written' }));
}

/** No database stores NUL or half a surrogate pair. */
function storable(columns: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(columns).map(([field, text]) => [field, text.replace(/[\u0000\p{Cs}]/gu, '\uFFFD')]));
}
