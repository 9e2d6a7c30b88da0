/**
 * English as written in the United States, beyond the first words (../en-US.ts): where it differs from en-GB. Reviewed by a
 * native speaker: not yet.
 */
import type { FurtherMessages } from '../../messages.ts';
import { furtherEnGB } from './en-GB.ts';

export const furtherEnUS: FurtherMessages = {
  ...furtherEnGB,
  'name.middle/label': 'Middle name',
  'customerKind.organisation/label': 'An organization',
  'customer-kind/missing': 'Enter whether this is about a person or an organization',
  'customer-kind/not-valid': 'The answer must be a person or an organization',
  'organisation/legend': 'Organization',
  'organisation.parent/label': 'Parent organization',
  'organisation/missing': 'Enter the name of the organization',
  'organisation/legal-name-missing': 'Enter the legal name of the organization',
  'organisation.tradingName/label': 'Doing business as (DBA)',
  'why/organisation': 'Records of the organization are found by it',
  'why/telephone-number': 'It helps to find the right records, and staff can call it',
  'form/find-address-label': 'Find your address by ZIP code',
  'form/date': '{month} {day}, {year}',
  'someone-else/postal-address/town-missing': 'Enter their city',
};
