/** Which names are organisations', and which level holds for which two. */
import { describe, expect, it } from 'vitest';
import {
  compareOrganisations,
  hasOwnDomain,
  looksLikeOrganisation,
  prepareOrganisation,
} from '../../../src/matching/comparisons/organisation.ts';
import { prepareIdentity } from '../../../src/matching/prepared.ts';

describe('a name', () => {
  it.each([
    'Featherby Ltd',
    'FEATHERBY AND SONS LIMITED.',
    'Blue Heron LLC',
    'Featherby Plumbing', // no legal form
    'Marlowick Primary School',
    'Thornmere & Lockwood', // partners
    'Rosalind Featherby & Sons', // what follows an owner's name
    'featherby and co', // the same in words
    'Featherby Limited t/a Blue Heron', // a trading name behind
    'Wexcombe Property Managem', // cut short behind a trade
    'Marlowick Baptist Church', // where Church alone is a surname
    'Blue Heron Food Bank',
  ])('%s is an organisation', (name) => {
    expect(looksLikeOrganisation(name)).toBe(true);
  });

  it.each([
    'Rosalind Featherby',
    'Charlotte Church', // a surname as well
    'John & Mary Smith', // a couple
    'Mason Baker',
    'Albert Fish',
    'Anderson Featherby', // and, within a word
    'Sulastri',
    'Ltd', // one word is whatever it is
    '',
  ])('%j is a person, or not told', (name) => {
    expect(looksLikeOrganisation(name)).toBe(false);
  });
});

describe('a mailbox of a role', () => {
  it.each([
    ['Golde nAcademy', 'info@goldenacademy.example.com'],
    ['Rosalind Featherby Limkted', 'Accounts@rosalind-featherbyltd.example.com'], // a slip in the legal form
    ['UNITY PIZA', 'office@unitypizza.example.com'],
  ])('tells that %s is an organisation, at %s', (name, emailAddress) => {
    expect(hasOwnDomain(name, emailAddress)).toBe(true);
  });

  it.each([
    ['Rosalind Featherby', 'info@goldenacademy.example.com'], // works there
    ['Rosalind Featherby', 'info@rosalindfeatherby.example.com'], // may be her own
    ['Rosalind Featherby', 'rosalind@featherbymotors.example.com'], // somebody's own mailbox
    ['Rosalind Featherby', 'info@'],
    ['', 'info@motors.example.com'], // a trade and no name
  ])('tells nothing of %s at %s', (name, emailAddress) => {
    expect(hasOwnDomain(name, emailAddress)).toBe(false);
  });

  it('makes no organisation of whoever has a birthday', () => {
    const identity = { name: { given: 'Unity', family: 'Piza' }, emailAddress: 'office@unitypizza.example.com' };
    expect(prepareIdentity(identity).kind).toBe('organisation');
    expect(prepareIdentity({ ...identity, dateOfBirth: { year: 1984, month: 3, day: 12 } }).kind).toBe('person');
  });
});

describe('two organisations', () => {
  const prepare = (legalName: string, tradingName?: string) =>
    prepareOrganisation({ organisation: { legalName, ...(tradingName && { tradingName }) } });
  it.each([
    ['Featherby & Sons Ltd', 'FEATHERBY AND SONS LIMITED', 'exact'], // legal form and "and" apart
    ['Thornmere Bakery Ltd', 'Thornmere Bakrey', 'near'], // a slip
    ['Thornmere Bakery', 'Thornmere Bakery Logistics', 'part'],
    ['Thornmere Bakery', 'Larkspur Motors', 'differ'],
  ])('%s and %s: %s', (left, right, level) => {
    const [a, b] = [prepare(left), prepare(right)];
    expect(a && b && compareOrganisations(a, b)).toBe(level);
    expect(a && b && compareOrganisations(b, a)).toBe(level);
  });

  it('are one by either name', () => {
    const [a, b] = [prepare('Thornmere Holdings Ltd', 'Blue Heron'), prepare('Blue Heron')];
    expect(a && b && compareOrganisations(a, b)).toBe('exact');
  });
});
