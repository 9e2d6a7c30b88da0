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
import type { Profile } from './profile.ts';

export const gb: Profile = {
  id: 'gb',
  country: 'GB',
  locale: 'en-GB',
  fields: ['name', 'date-of-birth', 'postal-address', 'email-address', 'telephone-number'],
  requiredFields: ['name', 'date-of-birth', 'postal-address'],
  fieldsByName: {
    name: nameField,
    'date-of-birth': dateOfBirthField,
    'postal-address': writtenAddressField,
    'email-address': emailAddressField,
    'telephone-number': telephoneNumberField,
  },
  dateOrder: ['day', 'month', 'year'],
  oldestAge: 125,
  readPostcode,
  telephone: {
    country: 'GB',
    callingCode: '44',
    trunkPrefix: '0',
    exitPrefix: '00',
    nationalDigits: { fewest: 9, most: 10 },
  },
};
