/**
 * An identity made ready for comparing: folded, cut into parts, with what says nothing left out. That of an identity which is asked about
 * is remembered as long as that object lives. Reads legacy data leniently: a part that cannot be used is simply missing.
 */
import { prepareCategory } from './comparisons/category.ts';
import { type PreparedBirthday, prepareDateOfBirth } from './comparisons/date-of-birth.ts';
import { type PreparedEmailAddress, prepareEmailAddress } from './comparisons/email-address.ts';
import { prepareIdentifier } from './comparisons/identifier.ts';
import { type PreparedName, prepareName } from './comparisons/name.ts';
import {
  hasOwnDomain,
  looksLikeOrganisation,
  type PreparedOrganisation,
  prepareOrganisation,
} from './comparisons/organisation.ts';
import { type PreparedPlace, preparePostalAddress } from './comparisons/postal-address.ts';
import { type PreparedTelephoneNumber, prepareTelephoneNumber } from './comparisons/telephone-number.ts';
import type { MatchIdentity } from './match-record.ts';
import type { CustomerKind } from './model.ts';
import type { Words } from './words.ts';

export interface PreparedIdentity {
  readonly kind: CustomerKind;
  /** A person's. */
  readonly name: PreparedName | undefined;
  readonly birthday: PreparedBirthday | undefined;
  readonly organisation: PreparedOrganisation | undefined;
  readonly place: PreparedPlace | undefined;
  readonly emailAddress: PreparedEmailAddress | undefined;
  readonly telephoneNumber: PreparedTelephoneNumber | undefined;
  /** Names used before or besides, and further places: whichever fits the other side best is compared. Absent where there are none. */
  readonly otherNames?: readonly PreparedName[];
  readonly otherPlaces?: readonly PreparedPlace[];
  /** By comparison name (`identifier.library-card`). */
  readonly identifiers: Readonly<Record<string, string>>;
  readonly categories: Readonly<Record<string, Words>>;
}

/** Whoever is looked up comes from no source, and sources are compared where both have one. */
export type PreparedAlone = PreparedIdentity & { readonly source: -1 };

const remembered = new WeakMap<MatchIdentity, PreparedAlone>();

/** The prepared form of an identity, which must not be changed afterwards (its type says so). */
export function prepareIdentity(identity: MatchIdentity): PreparedAlone {
  const known = remembered.get(identity);
  if (known) return known;
  const prepared = prepareAnew(identity);
  remembered.set(identity, prepared);
  return prepared;
}

/** How the parts of an identity are prepared. */
export interface PartPreparer {
  readonly name: typeof prepareName;
  readonly place: typeof preparePostalAddress;
  readonly birthday: typeof prepareDateOfBirth;
  readonly emailAddress: typeof prepareEmailAddress;
  readonly telephoneNumber: typeof prepareTelephoneNumber;
  readonly isOrganisationName: typeof isOrganisationName;
}

/** Each anew. */
export const plainParts: PartPreparer = {
  name: prepareName,
  place: preparePostalAddress,
  birthday: prepareDateOfBirth,
  emailAddress: prepareEmailAddress,
  telephoneNumber: prepareTelephoneNumber,
  isOrganisationName,
};

/** The same, not remembered: for an identity that is asked for once, as those of a decision's many candidates are. */
export function prepareAnew(identity: MatchIdentity): PreparedAlone {
  return prepareRow(identity, -1, plainParts);
}

/** The same, with the number of its source, as a row of a table. */
export function prepareRow<Source extends number>(
  identity: MatchIdentity,
  source: Source,
  parts: PartPreparer,
): PreparedIdentity & { readonly source: Source } {
  const isOrganisation = isOrganisationRecord(identity, parts);
  const prepared: Draft & { readonly source: Source } = {
    source,
    kind: isOrganisation ? 'organisation' : 'person',
    name: isOrganisation ? undefined : parts.name(identity.name),
    birthday: isOrganisation ? undefined : parts.birthday(identity.dateOfBirth),
    organisation: isOrganisation ? prepareOrganisation(identity) : undefined,
    place: parts.place(identity.postalAddress),
    emailAddress: parts.emailAddress(identity.emailAddress),
    telephoneNumber: parts.telephoneNumber(identity.telephoneNumber),
    identifiers: prepareAll('identifier', identifiersOf(identity), prepareIdentifier),
    categories: prepareAll('category', identity.categories, prepareCategory),
  };
  const otherNames = isOrganisation ? [] : otherNamesOf(identity);
  if (otherNames.length > 0) prepared.otherNames = otherNames;
  const otherPlaces = otherPlacesOf(identity);
  if (otherPlaces.length > 0) prepared.otherPlaces = otherPlaces;
  return prepared;
}

/** Mutable while it is being made. */
type Draft = { -readonly [Part in keyof PreparedIdentity]: PreparedIdentity[Part] };

function isOrganisationRecord(identity: MatchIdentity, parts: PartPreparer): boolean {
  const { customerKind, organisation, name } = identity;
  if (customerKind !== undefined) return customerKind === 'organisation';
  return organisation !== undefined || parts.isOrganisationName(name) === true || isAtOwnDomain(identity);
}

/** A birthday is a person's, whatever mailbox they give. */
function isAtOwnDomain({ name, emailAddress, dateOfBirth }: MatchIdentity): boolean {
  return (
    name !== undefined && emailAddress !== undefined && dateOfBirth === undefined && hasOwnDomain(wholeName(name), emailAddress)
  );
}

function wholeName({ full, given, middle, family }: NonNullable<MatchIdentity['name']>): string {
  return full ?? [given, middle, family].filter((part) => part !== undefined).join(' ');
}

/** Whether what stands where a person's name is asked for is an organisation's; nothing where nothing stands there. */
function isOrganisationName(name: MatchIdentity['name']): boolean | undefined {
  if (name === undefined) return undefined;
  return (
    looksLikeOrganisation(wholeName(name)) ||
    [name.family, name.given].some((part) => part !== undefined && looksLikeOrganisation(part))
  );
}

const nobody: readonly PreparedName[] = [];

/** An earlier name, and the name somebody prefers beside the surname they have. */
function otherNamesOf({ name, previousName, preferredName }: MatchIdentity): readonly PreparedName[] {
  if (previousName === undefined && preferredName === undefined) return nobody;
  const family = name?.family;
  const preferred = preferredName === undefined ? undefined : { given: preferredName, ...(family !== undefined && { family }) };
  const earlier = previousName && { ...(name?.given !== undefined && { given: name.given }), ...previousName };
  return [prepareName(earlier), prepareName(preferred)].filter((other) => other !== undefined);
}

const nowhere: readonly PreparedPlace[] = [];

function otherPlacesOf({ mailingAddress, locations }: MatchIdentity): readonly PreparedPlace[] {
  if (mailingAddress === undefined && locations === undefined) return nowhere;
  return [mailingAddress, ...(locations ?? []).map(({ address }) => address)]
    .map(preparePostalAddress)
    .filter((place) => place !== undefined);
}

const stateNumbers: readonly (readonly [string, (identity: MatchIdentity) => string | undefined])[] = [
  ['national-insurance-number', (identity) => identity.nationalInsuranceNumber],
  ['nhs-number', (identity) => identity.nhsNumber],
  ['driver-license', (identity) => identity.driverLicense],
  ['social-security-number', (identity) => identity.socialSecurityNumber],
  ['individual-taxpayer-number', (identity) => identity.individualTaxpayerNumber],
  ['federal-employer-identification-number', ({ organisation }) => organisation?.federalEmployerIdentificationNumber],
];

/** Numbers that the state gave, beside those a source gave, by their field names. */
function identifiersOf(identity: MatchIdentity): Readonly<Record<string, string>> | undefined {
  let all: Record<string, string> | undefined;
  for (const [name, read] of stateNumbers) {
    const value = read(identity);
    if (value === undefined) continue;
    all ??= { ...identity.identifiers };
    all[name] = value;
  }
  return all ?? identity.identifiers;
}

const none = {};

function prepareAll<Value>(
  kind: 'identifier' | 'category',
  values: Readonly<Record<string, string>> | undefined,
  prepare: (text: string) => Value | undefined,
): Readonly<Record<string, Value>> {
  if (values === undefined) return none;
  const prepared: Record<string, Value> = {};
  for (const [name, text] of Object.entries(values)) {
    const value = prepare(text);
    if (value !== undefined) prepared[`${kind}.${name}`] = value;
  }
  return prepared;
}
