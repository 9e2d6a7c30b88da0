/**
 * Profile `gb`: the United Kingdom and the Crown Dependencies. Without telephone rules, which are heavy:
 * `loadTelephoneRules(gb)` adds them, and `profiles.gb` (profiles.ts) has them from the start.
 */
import type { Profile } from './profile.ts';

export const gb: Profile = {
  id: 'gb',
  country: 'GB',
  locale: 'en-GB',
  fields: ['name', 'date-of-birth', 'postal-address', 'email-address', 'telephone-number'],
  requiredFields: ['name', 'date-of-birth', 'postal-address'],
  dateOrder: ['day', 'month', 'year'],
  oldestAge: 125,
  telephone: {
    country: 'GB',
    callingCode: '44',
    trunkPrefix: '0',
    exitPrefix: '00',
    nationalDigits: { fewest: 9, most: 10 },
  },
};
