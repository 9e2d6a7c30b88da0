/** The index's codes in plain words for caseworkers. A code that is new here is shown as it stands. */
import type { Case } from '../cases/case.ts';
import type { FieldEvidence, MatchGrade } from '../../src/standard/match-evidence.ts';

const outcomes: Readonly<Record<string, string>> = {
  existing: 'Existing customer',
  new: 'New customer',
  review: 'For review',
  insufficient: 'Too little to match on',
  invalid: 'Refused by the index',
};

const outcomeNotes: Readonly<Record<string, string>> = {
  existing: 'Exactly one customer is certain enough.',
  new: 'Nobody in the index comes close, so this person is a new customer.',
  review:
    'More than one customer may be this person, or one is likely but not certain: a person must decide. Until then, the case has a provisional customer ID.',
  insufficient: 'What was given fits too many people. The case has a provisional customer ID.',
  invalid: 'The index did not accept what arrived with this case. It may have been altered on its way.',
};

const grades: Readonly<Record<MatchGrade, string>> = {
  certain: 'Certain',
  probable: 'Probable',
  possible: 'Possible',
  'certainly-not': 'No match',
};

const fields: Readonly<Record<string, string>> = {
  given: 'First name',
  middle: 'Middle name',
  family: 'Last name',
  name: 'Name',
  'date-of-birth': 'Date of birth',
  place: 'Address',
  'postal-address': 'Address',
  postcode: 'Postcode',
  'email-address': 'Email address',
  'telephone-number': 'Phone number',
  household: 'Household',
  prior: 'Before any comparison',
};

/** `deferred` where nothing was heard from the index, else the outcome. */
export const stateOf = (one: Case): string => one.result?.outcome ?? 'deferred';

export const outcomeWords = (outcome: string): string => outcomes[outcome] ?? outcome;
export const outcomeNote = (outcome: string): string => outcomeNotes[outcome] ?? '';
export const gradeWords = (grade: MatchGrade): string => grades[grade];
export const fieldWords = (field: string): string => fields[field] ?? sentence(field);
export const levelWords = (level: string): string => sentence(level);

/** `+9.8`, with a real minus sign. */
export function bitsWords(bits: number): string {
  const figure = Math.abs(bits).toFixed(1);
  if (Number(figure) === 0) return '0.0';
  return `${bits < 0 ? '−' : '+'}${figure}`;
}

/** What one field says, for readers who do not think in bits: each bit doubles the odds. */
export function bitsMeaning({ bits }: FieldEvidence): string {
  if (bits >= 10) return 'Speaks very strongly for the same person';
  if (bits >= 4) return 'Speaks strongly for the same person';
  if (bits >= 0.5) return 'Speaks for the same person';
  if (bits > -0.5) return 'Says little';
  if (bits > -4) return 'Speaks against';
  return 'Speaks strongly against';
}

function sentence(words: string): string {
  const spaced = words.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
