/**
 * Reads a whole legacy record leniently: every value that can be read, in canonical form, with what was changed and why. For loading
 * and matching what systems already hold. Never for a form: a resident can be asked again (`parseIdentity`).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { CustomerKind, PostalAddress } from '../identity.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Change, Normalised } from './change.ts';
import { findPerhapsCutShort } from './cut-short.ts';
import { normaliseDateOfBirth } from './date-of-birth.ts';
import { normaliseEmailAddress } from './email-address.ts';
import { normaliseFurtherFields } from './further-fields.ts';
import { normaliseCategories, normaliseIdentifiers } from './identifier.ts';
import type { Columns, LegacyIdentity, LegacyTelephoneNumber, PartialDate } from './legacy-identity.ts';
import { type LegacyName, normaliseName } from './name.ts';
import { normaliseOrganisation } from './organisation.ts';
import { normalisePostalAddress } from './postal-address.ts';
import { normaliseTelephoneNumber } from './telephone-number.ts';

export interface NormaliseOptions {
  readonly profile: Profile;
  /** The day it is: nobody was born later, and two-digit years end here. */
  readonly today: CalendarDate;
}

/** `changes` holds values of people: it stays in memory. Count its codes, never log it. */
export interface NormalisedRecord {
  readonly identity: LegacyIdentity;
  readonly changes: readonly Change[];
}

/**
 * Reads columns named as the standard's fields: `name.full`, `name.given`, `dateOfBirth`, `postalAddress`, `postalAddress.street`,
 * `identifier.<name>` and so on, with `customerKind` (person, organisation) where the record knows it; others are ignored. Never throws, takes time linear in its input, and reading what it made of a
 * record again changes nothing.
 */
export function normaliseRecord(columns: Columns, options: NormaliseOptions): NormalisedRecord {
  return readRecord(columns, options, readersFor(options));
}

/**
 * The same for many records of one file: a value that was read before is not read again, and records that have it share it. Remembers
 * so many values of each field at most.
 */
export function createRecordNormaliser(options: NormaliseOptions, most = 300_000): (columns: Columns) => NormalisedRecord {
  const plain = readersFor(options);
  const readers: Readers = {
    name: remember(nameColumns, most, plain.name),
    dateOfBirth: remember(dateColumns, most, plain.dateOfBirth),
    postalAddress: remember(addressColumns, most, plain.postalAddress),
    telephoneNumber: remember(['telephoneNumber'], most, plain.telephoneNumber),
  };
  return (columns) => readRecord(columns, options, readers);
}

type Reader<Value> = (columns: Columns, kind?: CustomerKind) => Normalised<Value>;

interface Readers {
  readonly name: Reader<LegacyName>;
  readonly dateOfBirth: Reader<PartialDate>;
  readonly postalAddress: Reader<PostalAddress>;
  readonly telephoneNumber: Reader<LegacyTelephoneNumber>;
}

function readersFor({ profile, today }: NormaliseOptions): Readers {
  return {
    name: normaliseName,
    dateOfBirth: (columns) => normaliseDateOfBirth(columns, { today, isDayFirst: isDayFirst(profile) }),
    postalAddress: (columns) => normalisePostalAddress(columns, profile.country),
    telephoneNumber: (columns) => normaliseTelephoneNumber(columns, profile.telephone),
  };
}

/** What each reader reads, and nothing beside it. */
const nameColumns = ['name.given', 'name.middle', 'name.family', 'name.suffix', 'name.full', 'name.kind'];
const dateColumns = ['dateOfBirth', 'dateOfBirth.year', 'dateOfBirth.month', 'dateOfBirth.day'];
const addressColumns = [
  'postalAddress',
  ...'kind houseNumber street line1 line2 town region postcode country uprn'.split(' ').map((part) => `postalAddress.${part}`),
];
/** Longer values than that are hardly anybody's again. */
const longestRemembered = 200;

function remember<Value>(paths: readonly string[], most: number, read: Reader<Value>): Reader<Value> {
  const known = new Map<string, Normalised<Value>>();
  return (columns, kind) => {
    let key = kind ?? '';
    for (const path of paths) key += `\n${columns[path] ?? ''}`;
    const found = known.get(key);
    if (found) return found;
    const value = read(columns, kind);
    if (known.size >= most) known.clear();
    if (key.length <= longestRemembered) known.set(key, value);
    return value;
  };
}

function readRecord(columns: Columns, { profile }: NormaliseOptions, readers: Readers): NormalisedRecord {
  const said = readKind(columns);
  const organisationChanges: Change[] = [];
  const ownOrganisation = normaliseOrganisation(columns, organisationChanges);
  // Beside an organisation's own name, a name is somebody's who works there.
  const name = readers.name(columns, said === 'organisation' && ownOrganisation ? undefined : said);
  const dateOfBirth = readers.dateOfBirth(columns);
  const postalAddress = readers.postalAddress(columns);
  const emailAddress = normaliseEmailAddress(columns);
  const telephoneNumber = readers.telephoneNumber(columns);
  const changes: Change[] = [];
  for (const field of [name, dateOfBirth, postalAddress, emailAddress, telephoneNumber]) changes.push(...field.changes);
  changes.push(...organisationChanges, ...findPerhapsCutShort(columns));
  const identity: Draft = {};
  if (name.value?.name) identity.name = name.value.name;
  const organisation = ownOrganisation ?? name.value?.organisation;
  const kind = said ?? (organisation && 'organisation');
  if (kind) identity.customerKind = kind;
  if (organisation) identity.organisation = organisation;
  if (dateOfBirth.value) identity.dateOfBirth = dateOfBirth.value;
  if (postalAddress.value) identity.postalAddress = postalAddress.value;
  if (emailAddress.value !== undefined) identity.emailAddress = emailAddress.value;
  if (telephoneNumber.value) identity.telephoneNumber = telephoneNumber.value;
  Object.assign(identity, normaliseFurtherFields(columns, changes, profile.country));
  const earlier = name.value?.earlierFamily;
  if (earlier !== undefined) identity.previousName ??= { family: earlier };
  const identifiers = normaliseIdentifiers(columns, changes);
  if (identifiers) identity.identifiers = identifiers;
  const categories = normaliseCategories(columns, changes);
  if (categories) identity.categories = categories;
  return { identity, changes };
}

/** Mutable while it is being read. */
type Draft = { -readonly [Key in keyof LegacyIdentity]: LegacyIdentity[Key] };

/** `customerKind` in any case and spacing; anything else says nothing. */
function readKind(columns: Columns): CustomerKind | undefined {
  const text = columns['customerKind']?.trim().toLowerCase();
  return text === 'person' || text === 'organisation' ? text : undefined;
}

function isDayFirst({ dateOrder }: Profile): boolean {
  return dateOrder.indexOf('day') < dateOrder.indexOf('month');
}
