/**
 * Profile `gb` with every field but the identifiers (purposes.ts): also addresses that were found and those abroad. Loaded by a
 * browser only where more than the five usual fields is asked.
 */
import { suggestProvider } from '../email-providers.ts';
import { furtherMonthNames } from '../further-month-names.ts';
import { postalAddressField } from '../fields/postal-address.ts';
import { preferredNameField } from '../fields/preferred-name.ts';
import { previousNameField } from '../fields/previous-name.ts';
import { gb } from './gb.ts';
import type { Profile } from './profile.ts';

export const wholeGb: Profile = {
  ...gb,
  monthNames: furtherMonthNames,
  suggestProvider,
  fieldsByName: {
    ...gb.fieldsByName,
    'previous-name': previousNameField,
    'preferred-name': preferredNameField,
    'postal-address': postalAddressField,
  },
};
