/**
 * What profile `gb` asks and in which shape: enough to draw it. Not how an answer is read (gb.ts), which a browser can fetch
 * once the questions are there.
 */
import type { Profile } from './profile.ts';

export const gbShape: Omit<Profile, 'fieldsByName' | 'readPostcode'> = {
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
