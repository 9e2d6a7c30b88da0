/**
 * Identifiers, which nobody is asked without a reason: a profile reads one only where the host states what it is for, in the
 * words that the resident is shown. Without a purpose the field is one that was not asked.
 */
import type { FieldName } from './identity.ts';
import { driverLicenseField } from './fields/driver-license.ts';
import type { Field } from './fields/field.ts';
import { individualTaxpayerNumberField } from './fields/individual-taxpayer-number.ts';
import { nationalInsuranceNumberField } from './fields/national-insurance-number.ts';
import { nhsNumberField } from './fields/nhs-number.ts';
import { socialSecurityNumberField } from './fields/social-security-number.ts';
import { offeredFields } from './offered-fields.ts';
import type { Profile, Purposes } from './profiles/profile.ts';

/** Every field that needs a purpose, by name. */
export const identifierFields: Readonly<Partial<Record<FieldName, Field>>> = {
  'national-insurance-number': nationalInsuranceNumberField,
  'nhs-number': nhsNumberField,
  'driver-license': driverLicenseField,
  'social-security-number': socialSecurityNumberField,
  'individual-taxpayer-number': individualTaxpayerNumberField,
};

/** The profile with these purposes, and the identifiers of its jurisdiction that they allow. A blank purpose is none. */
export function withPurposes(profile: Profile, stated: Purposes): Profile {
  const purposes: Purposes = Object.fromEntries(Object.entries(stated).filter(([, purpose]) => purpose.trim() !== ''));
  const allowed = Object.entries(identifierFields).filter(
    ([name]) => Object.hasOwn(purposes, name) && offeredFields[profile.id].some((offered) => offered === name),
  );
  return { ...profile, purposes, fieldsByName: { ...profile.fieldsByName, ...Object.fromEntries(allowed) } };
}
