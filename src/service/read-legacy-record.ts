/**
 * One record of a source system, made ready to be linked, whether it comes over HTTP or from a file: read leniently, with every value
 * that did not make it into the identity named. What the identity has no place for is kept as it was written.
 */
import type { CalendarDate } from '../standard/calendar-date.ts';
import { fieldsByName } from '../standard/fields/all-fields.ts';
import type { Identity } from '../standard/identity.ts';
import { normaliseRecord, type LegacyIdentity } from '../standard/index.ts';
import type { Issue } from '../standard/issue.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ServiceContext } from './context.ts';
import { everyKey, shortHash } from './keys.ts';
import { matchKeysOf, type PersonToLink } from './link.ts';
import { isSensitiveField } from './sensitive-fields.ts';

export interface LoadSettings {
  /** Of records that name none. */
  readonly source: string;
  readonly profile: Profile;
  readonly today: CalendarDate;
  readonly loadedAt: Date;
  /** For what the records may be matched: policy.ts. */
  readonly purposes: readonly string[];
}

/** `columns` by the standard's field names, as `normaliseRecord` takes them; `recordedAt` an ISO 8601 date or instant. */
export interface LegacyRow {
  readonly recordId: string;
  readonly source?: string | undefined;
  readonly recordedAt?: string | undefined;
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * A record ready to be linked. `leftOut` says what became of values that are not in the identity, without the values;
 * `contentDigests` are what an earlier load may have kept of the same content: one by each secret that still counts.
 */
export interface ReadRecord extends PersonToLink {
  readonly leftOut: readonly Issue[];
  readonly contentDigests: readonly string[];
}

/** Always a record, though nothing of it may be readable: then its identity is empty. */
export function readLegacyRecord(context: ServiceContext, row: LegacyRow, settings: LoadSettings): ReadRecord {
  const { columns: permitted, leftOut: barred } = permittedColumns(row.columns, settings.purposes);
  const columns = storable(permitted);
  const { recordedAt } = row;
  const { identity: legacy, changes } = normaliseRecord(permitted, settings);
  const identity = completeParts(legacy);
  const dropped = changes.filter(({ to }) => to === undefined).map(({ path, code }): Issue => ({ code, path }));
  const content = canonicalJson({ columns, recordedAt });
  const contentDigests = everyKey(context.keys).map(({ digest }) => shortHash(digest, content));
  const seen = {
    origin: 'source' as const,
    source: row.source ?? settings.source,
    sourceRecordId: row.recordId,
    assurance: 'source-system' as const,
    profile: settings.profile.id,
    recordedAt: recordedAt === undefined ? settings.loadedAt : new Date(recordedAt),
    contentDigest: contentDigests[0] ?? '',
    identity,
    entries: columns,
  };
  const leftOut = [...barred, ...dropped, ...keptAsWritten(legacy, identity)];
  return { seen, matchKeys: matchKeysOf(context, identity), purposes: settings.purposes, leftOut, contentDigests };
}

/** What the identity can hold: a whole date, a number that fits a plan. */
function completeParts({ dateOfBirth, telephoneNumber, identifiers: _, categories: __, ...rest }: LegacyIdentity): Identity {
  const { year, month, day, digits } = dateOfBirth ?? {};
  const { typed = '', e164, extension } = telephoneNumber ?? {};
  const isWhole = year !== undefined && month !== undefined && day !== undefined && digits === undefined;
  return {
    ...rest,
    ...(isWhole && { dateOfBirth: { year, month, day } }),
    ...(e164 !== undefined && { telephoneNumber: { typed, e164, ...(extension === undefined ? {} : { extension }) } }),
  };
}

/** By the name of the entry, the purpose that a number needs which one authority gave for its own business. */
const neededPurposes: ReadonlyMap<string, string> = new Map(
  Object.values(fieldsByName).flatMap(({ name, entries }) =>
    isSensitiveField(name) ? entries.map((entry) => [entry, name] as const) : [],
  ),
);

/** Without the identifiers that no purpose is stated for: nobody keeps them. */
function permittedColumns(columns: LegacyRow['columns'], purposes: readonly string[]) {
  const isPermitted = (column: string) => {
    const needed = neededPurposes.get(column);
    return needed === undefined || purposes.includes(needed);
  };
  const barred = Object.keys(columns).filter((column) => !isPermitted(column));
  if (barred.length === 0) return { columns, leftOut: [] };
  return {
    columns: Object.fromEntries(Object.entries(columns).filter(([column]) => isPermitted(column))),
    leftOut: barred.map((path): Issue => ({ code: 'load/purpose-missing', path })),
  };
}

/** Read, but with no place in the identity: kept among what was written, and not matched on. */
function keptAsWritten(legacy: LegacyIdentity, identity: Identity): readonly Issue[] {
  return Object.keys(legacy)
    .filter((field) => !Object.hasOwn(identity, field))
    .map((path) => ({ code: 'load/kept-as-written', path }));
}

/** No database stores NUL or half a surrogate pair. */
function storable(columns: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(columns).map(([field, text]) => [field, text.replace(/[\u0000\p{Cs}]/gu, '\uFFFD')]));
}
