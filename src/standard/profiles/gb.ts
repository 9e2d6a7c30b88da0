/**
 * Profile `gb`: the United Kingdom and the Crown Dependencies, with its five usual fields. Without what is heavy:
 * `loadTelephoneRules(gb)` adds the telephone rules and `loadProfile` the other fields; `profiles.gb` (profiles.ts) has it all.
 */
import { dateOfBirthField } from '../fields/date-of-birth.ts';
import { emailAddressField } from '../fields/email-address.ts';
import { nameField } from '../fields/name.ts';
import { readPostcode } from '../fields/postcode.ts';
import { telephoneNumberField } from '../fields/telephone-number.ts';
import { writtenAddressField } from '../fields/written-address.ts';
import { gbShape } from './gb-shape.ts';
import type { Profile } from './profile.ts';

export const gb: Profile = {
  ...gbShape,
  fieldsByName: {
    name: nameField,
    'date-of-birth': dateOfBirthField,
    'postal-address': writtenAddressField,
    'email-address': emailAddressField,
    'telephone-number': telephoneNumberField,
  },
  readPostcode,
};
