/**
 * What each profile may ask, in the order that a form has it: its usual `fields`, and all that is off by default. Apart from the
 * profiles, so that a page of the usual fields does not load it.
 */
import type { FieldName } from './identity.ts';
import type { ProfileId } from './profiles/profile.ts';

export const offeredFields: Readonly<Record<ProfileId, readonly FieldName[]>> = {
  gb: [
    'name',
    'previous-name',
    'preferred-name',
    'date-of-birth',
    'postal-address',
    'email-address',
    'telephone-number',
    'national-insurance-number',
    'nhs-number',
  ],
  'us-fl': [
    'customer-kind',
    'name',
    'previous-name',
    'preferred-name',
    'organisation',
    'date-of-birth',
    'postal-address',
    'mailing-address',
    'locations',
    'email-address',
    'telephone-number',
    'driver-license',
    'social-security-number',
    'individual-taxpayer-number',
  ],
};
