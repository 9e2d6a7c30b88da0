/**
 * Profile `us-fl`: the State of Florida, with every field but the identifiers (purposes.ts). Without telephone rules, which
 * `loadTelephoneRules` adds. A browser loads it through load-profile.ts.
 */
import { suggestProvider } from '../email-providers.ts';
import { furtherMonthNames } from '../further-month-names.ts';
import { customerKindField } from '../fields/customer-kind.ts';
import { locationsField } from '../fields/locations.ts';
import { mailingAddressField } from '../fields/mailing-address.ts';
import { organisationField } from '../fields/organisation.ts';
import { suffixedNameField } from '../fields/name-suffix.ts';
import { readUsPostcode } from '../fields/zip-code.ts';
import type { Profile } from './profile.ts';
import { wholeGb } from './whole-gb.ts';

export const usFl: Profile = {
  id: 'us-fl',
  country: 'US',
  locale: 'en-US',
  fields: ['name', 'date-of-birth', 'postal-address', 'email-address', 'telephone-number'],
  requiredFields: ['name', 'date-of-birth', 'postal-address'],
  fieldsByName: {
    ...wholeGb.fieldsByName,
    'customer-kind': customerKindField,
    name: suffixedNameField,
    organisation: organisationField,
    'mailing-address': mailingAddressField,
    locations: locationsField,
  },
  needsOneName: true,
  monthNames: furtherMonthNames,
  suggestProvider,
  dateOrder: ['month', 'day', 'year'],
  oldestAge: 125,
  readPostcode: readUsPostcode,
  telephone: {
    country: 'US',
    callingCode: '1',
    trunkPrefix: '1',
    exitPrefix: '011',
    nationalDigits: { fewest: 10, most: 10 },
  },
};
