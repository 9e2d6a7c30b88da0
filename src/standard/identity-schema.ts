/**
 * The identity on the wire: a zod schema, and JSON Schema 2020-12 for each profile. Shapes and sizes only: whether a value
 * keeps the standard is the parsers' to say. For servers and documentation; nothing that a browser loads imports it.
 */
import * as z from 'zod/mini';
import { longestEmailAddress } from './fields/email-address.ts';
import type { Identity } from './identity.ts';
import { fieldsByName } from './fields/all-fields.ts';
import type { Profile } from './profiles/profile.ts';

/** Long enough for any canonical value, in UTF-16 units (a name part of 128 characters may take two each). */
const longestText = 256;

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

/** Strict: an unknown member is refused, so that nothing is taken in that nobody reads. */
export const identitySchema: z.ZodMiniType<Identity> = z.strictObject({
  name: z.exactOptional(personName),
  dateOfBirth: z.exactOptional(calendarDate),
  postalAddress: z.exactOptional(postalAddress),
  emailAddress: z.exactOptional(z.string().check(z.minLength(3), z.maxLength(longestEmailAddress))),
  telephoneNumber: z.exactOptional(telephoneNumber),
});

/** JSON Schema 2020-12 of an identity whose required fields are the profile's. */
export function identityJsonSchema(profile: Profile): Readonly<Record<string, unknown>> {
  const required = profile.requiredFields.map((name) => fieldsByName[name].key);
  return { ...z.toJSONSchema(identitySchema, { target: 'draft-2020-12' }), title: `Identity (${profile.id})`, required };
}
