/**
 * The identity on the wire: a zod schema, and JSON Schema 2020-12 for each profile. Shapes and sizes only: whether a value
 * keeps the standard is the parsers' to say. For servers and documentation; nothing that a browser loads imports it.
 */
import * as z from 'zod/mini';
import { longestEmailAddress } from './fields/email-address.ts';
import type { Identity, PostalAddress } from './identity.ts';
import { mostLocations } from './fields/locations.ts';
import { longestOrganisationName } from './fields/organisation.ts';
import { offeredFields } from './offered-fields.ts';
import type { Profile } from './profiles/profile.ts';

/** Long enough for any canonical value, in UTF-16 units (a name part of 128 characters may take two each). */
const longestText = 256;

const longText = z.string().check(z.minLength(1), z.maxLength(2 * longestOrganisationName));

const digits = (count: number) => z.string().check(z.regex(new RegExp(`^\\d{${count}}$`)));

const shortText = z.string().check(z.minLength(1), z.maxLength(longestText));

const personName = z.strictObject({
  given: z.exactOptional(shortText),
  middle: z.exactOptional(shortText),
  family: z.exactOptional(shortText),
  suffix: z.exactOptional(shortText),
  full: z.exactOptional(shortText),
});

const calendarDate = z.strictObject({
  year: z.int().check(z.minimum(1), z.maximum(9999)),
  month: z.int().check(z.minimum(1), z.maximum(12)),
  day: z.int().check(z.minimum(1), z.maximum(31)),
});

const postalAddress = z.strictObject({
  kind: z.enum(['found', 'written', 'no-fixed-address', 'abroad']),
  line1: z.exactOptional(shortText),
  line2: z.exactOptional(shortText),
  town: z.exactOptional(shortText),
  region: z.exactOptional(shortText),
  postcode: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(16))),
  country: z.exactOptional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  uprn: z.exactOptional(z.string().check(z.regex(/^\d{1,12}$/))),
});

const telephoneNumber = z.strictObject({
  typed: z.string().check(z.minLength(1), z.maxLength(64)),
  e164: z.string().check(z.regex(/^\+[1-9]\d{1,14}$/)),
  extension: z.exactOptional(z.string().check(z.regex(/^\d{1,7}$/))),
});

const locationUses = z.array(z.enum(['bill-to', 'ship-to', 'sold-to'])).check(z.maxLength(3));

const location = z.strictObject({ address: postalAddress, uses: locationUses, primaryFor: locationUses });

const organisation = z.strictObject({
  legalName: longText,
  tradingName: z.exactOptional(longText),
  federalEmployerIdentificationNumber: z.exactOptional(digits(9)),
  parent: z.exactOptional(longText),
});

/** Each member by its key, in the order of the standard. */
const members = {
  customerKind: z.exactOptional(z.enum(['person', 'organisation'])),
  name: z.exactOptional(personName),
  previousName: z.exactOptional(personName),
  preferredName: z.exactOptional(shortText),
  organisation: z.exactOptional(organisation),
  dateOfBirth: z.exactOptional(calendarDate),
  postalAddress: z.exactOptional(postalAddress),
  mailingAddress: z.exactOptional(postalAddress),
  locations: z.exactOptional(z.array(location).check(z.minLength(1), z.maxLength(mostLocations))),
  emailAddress: z.exactOptional(z.string().check(z.minLength(3), z.maxLength(longestEmailAddress))),
  telephoneNumber: z.exactOptional(telephoneNumber),
  nationalInsuranceNumber: z.exactOptional(z.string().check(z.regex(/^[A-Z]{2}\d{6}[A-D]$/))),
  nhsNumber: z.exactOptional(digits(10)),
  driverLicense: z.exactOptional(z.string().check(z.regex(/^[A-Z]\d{12}$/))),
  socialSecurityNumber: z.exactOptional(digits(9)),
  individualTaxpayerNumber: z.exactOptional(digits(9)),
};

/** Strict: an unknown member is refused, so that nothing is taken in that nobody reads. */
export const identitySchema: z.ZodMiniType<Identity> = z.strictObject(members);

/**
 * JSON Schema 2020-12 of an identity of this profile: the members of the fields that it offers (an identifier only where the
 * profile states a purpose), and its required fields required.
 */
export function identityJsonSchema(profile: Profile): Readonly<Record<string, unknown>> {
  const keys = offeredFields[profile.id].flatMap((name) => profile.fieldsByName[name]?.key ?? []);
  const own = z.strictObject(Object.fromEntries(keys.map((key) => [key, members[key]])));
  const required = profile.requiredFields.flatMap((name) => profile.fieldsByName[name]?.key ?? []);
  return { ...z.toJSONSchema(own, { target: 'draft-2020-12' }), title: `Identity (${profile.id})`, required };
}

/** An address by itself, as it stands in an identity. */
export const postalAddressSchema: z.ZodMiniType<PostalAddress> = postalAddress;
