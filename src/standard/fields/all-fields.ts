/**
 * Every field of the standard by its name: the one place that lists them.
 */
import type { FieldName } from '../identity.ts';
import { dateOfBirthField } from './date-of-birth.ts';
import { emailAddressField } from './email-address.ts';
import type { Field } from './field.ts';
import { nameField } from './name.ts';
import { postalAddressField } from './postal-address.ts';
import { telephoneNumberField } from './telephone-number.ts';

export const fieldsByName: Readonly<Record<FieldName, Field>> = {
  name: nameField,
  'date-of-birth': dateOfBirthField,
  'postal-address': postalAddressField,
  'email-address': emailAddressField,
  'telephone-number': telephoneNumberField,
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
