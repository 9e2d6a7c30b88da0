/** One full answer to every field that counts in a match: to tell what a form's fields can say at most. Nobody's. Fetched late. */
import { fieldNames, type FieldName, type Identity, type PostalAddress } from '../standard/identity.ts';
import { matchStrength, minimumMatchStrength } from '../standard/match-strength.ts';
import type { Profile } from '../standard/profiles/profile.ts';

const address: PostalAddress = { kind: 'written', line1: '1', town: 'C', postcode: 'LS1 4AP', country: 'GB' };

export const fullAnswers: Identity = {
  name: { given: 'A', family: 'B' },
  dateOfBirth: { year: 2000, month: 1, day: 1 },
  postalAddress: address,
  mailingAddress: address,
  locations: [{ address, uses: ['bill-to'], primaryFor: ['bill-to'] }],
  emailAddress: 'a@example.com',
  telephoneNumber: { typed: '07700 900123', e164: '+447700900123' },
  nationalInsuranceNumber: 'QQ123456C',
  nhsNumber: '9991234567',
  driverLicense: 'A000000000000',
};

/** The match strength of a person who answers all of these fields in full; an identifier counts where the profile has its purpose. */
function bestStrength(fields: readonly FieldName[], { fieldsByName }: Pick<Profile, 'fieldsByName'>): number {
  const keys = fields.flatMap((field) => fieldsByName[field]?.key ?? []);
  const best: Identity = Object.fromEntries(keys.map((key) => [key, fullAnswers[key]]));
  return matchStrength(best);
}

/**
 * What to tell a developer whose fields can never say enough to find a customer: how much they can say, and what to add. Nothing where
 * they can, and where organisations are asked for, which are not matched by what people are.
 */
export function strengthAdvice(fields: readonly FieldName[], profile: Pick<Profile, 'fieldsByName'>): string | undefined {
  const strength = bestStrength(fields, profile);
  if (strength >= minimumMatchStrength || fields.includes('organisation')) return undefined;
  const isEnough = (field: FieldName) => bestStrength([...fields, field], profile) >= minimumMatchStrength;
  const helpful = fieldNames.filter((field) => !fields.includes(field) && isEnough(field));
  return (
    `can never say enough to find a customer (${strength} of ${minimumMatchStrength}): ` +
    `every submission will end as "insufficient". Add ${helpful.length > 0 ? helpful.join(' or ') : 'more than one field'}.`
  );
}
