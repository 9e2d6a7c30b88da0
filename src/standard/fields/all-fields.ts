/**
 * Every field of the standard by its name: the one place that lists them. For servers and tools; a browser's profile holds the
 * fields that it asks. How a field is read is its profile's: this is for what they are called, and for writing them out.
 */
import type { FieldName } from '../identity.ts';
import { customerKindField } from './customer-kind.ts';
import { dateOfBirthField } from './date-of-birth.ts';
import { driverLicenseField } from './driver-license.ts';
import { emailAddressField } from './email-address.ts';
import type { Field } from './field.ts';
import { individualTaxpayerNumberField } from './individual-taxpayer-number.ts';
import { locationsField } from './locations.ts';
import { mailingAddressField } from './mailing-address.ts';
import { nameField } from './name.ts';
import { nationalInsuranceNumberField } from './national-insurance-number.ts';
import { nhsNumberField } from './nhs-number.ts';
import { organisationField } from './organisation.ts';
import { postalAddressField } from './postal-address.ts';
import { preferredNameField } from './preferred-name.ts';
import { previousNameField } from './previous-name.ts';
import { socialSecurityNumberField } from './social-security-number.ts';
import { telephoneNumberField } from './telephone-number.ts';

export const fieldsByName: Readonly<Record<FieldName, Field>> = {
  'customer-kind': customerKindField,
  name: nameField,
  'previous-name': previousNameField,
  'preferred-name': preferredNameField,
  organisation: organisationField,
  'date-of-birth': dateOfBirthField,
  'postal-address': postalAddressField,
  'mailing-address': mailingAddressField,
  locations: locationsField,
  'email-address': emailAddressField,
  'telephone-number': telephoneNumberField,
  'national-insurance-number': nationalInsuranceNumberField,
  'nhs-number': nhsNumberField,
  'driver-license': driverLicenseField,
  'social-security-number': socialSecurityNumberField,
  'individual-taxpayer-number': individualTaxpayerNumberField,
};

/** Whether a word, say of a `fields` attribute, names a field. */
export function isFieldName(word: string): word is FieldName {
  return Object.hasOwn(fieldsByName, word);
}

/** The field names in a space-separated list, in its order, each once; `unknown` holds the words that name none. */
export function readFieldNames(list: string): { readonly names: readonly FieldName[]; readonly unknown: readonly string[] } {
  const words = [...new Set(list.split(/\s+/u).filter((word) => word !== ''))];
  return { names: words.filter(isFieldName), unknown: words.filter((word) => !isFieldName(word)) };
}
