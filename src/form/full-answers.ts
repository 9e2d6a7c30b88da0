/** One full answer to every field that counts in a match: to tell what a form's fields can say at most. Nobody's. Fetched late. */
import type { Identity } from '../standard/identity.ts';

export const fullAnswers: Identity = {
  name: { given: 'A', family: 'B' },
  dateOfBirth: { year: 2000, month: 1, day: 1 },
  postalAddress: { kind: 'written', line1: '1', town: 'C', postcode: 'LS1 4AP', country: 'GB' },
  emailAddress: 'a@example.com',
  telephoneNumber: { typed: '07700 900123', e164: '+447700900123' },
  nationalInsuranceNumber: 'QQ123456C',
  nhsNumber: '9991234567',
};
