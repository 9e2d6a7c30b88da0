import { describe, expect, it } from 'vitest';
import { builtInModel, scorePair } from '../../src/matching/index.ts';
import type { Identity } from '../../src/standard/identity.ts';

const resident: Identity = {
  name: { given: 'William', family: 'Featherby' },
  dateOfBirth: { year: 1984, month: 3, day: 12 },
  postalAddress: { kind: 'written', line1: 'Flat 2, 14 High Street', town: 'Exampleton', postcode: 'EX1 1AB' },
  emailAddress: 'will.featherby@example.org',
  telephoneNumber: { typed: '07700 900123', e164: '+447700900123' },
};

const others: readonly (readonly [string, Identity])[] = [
  ['the same values', { ...resident }],
  ['another forename', { ...resident, name: { given: 'Rosalind', family: 'Featherby' } }],
  [
    'another birthday, so that the policy applies',
    { ...resident, dateOfBirth: { year: 2010, month: 11, day: 30 }, emailAddress: 'x@example.com' },
  ],
  ['nothing in common', { name: { given: 'Ola', family: 'Nordmann' }, dateOfBirth: { year: 1950, month: 1, day: 1 } }],
  ['nothing to compare', {}],
  ['no fixed address', { ...resident, postalAddress: { kind: 'no-fixed-address' } }],
];

describe('the score of a pair', () => {
  it.each(others)('is its prior and its evidence summed: %s', (_, other) => {
    const score = scorePair(resident, other);
    const sum = score.priorBits + score.evidence.reduce((total, field) => total + field.bits, 0);
    expect(sum).toBeCloseTo(score.bits, 9);
    expect(score.probability).toBeCloseTo(1 / (1 + 2 ** -score.bits), 12);
  });

  it.each(others)('is the same from either side: %s', (_, other) => {
    expect(scorePair(other, resident).bits).toBeCloseTo(scorePair(resident, other).bits, 12);
  });

  it('is the prior alone where nothing can be compared', () => {
    const score = scorePair(resident, {});
    expect(score.evidence).toEqual([]);
    expect(score.bits).toBe(score.priorBits);
  });

  it('says less for a common name than for a rare one', () => {
    const namesake = (family: string): number =>
      scorePair({ name: { given: 'David', family } }, { name: { given: 'David', family } }).bits;
    expect(namesake('Featherstonehaugh')).toBeGreaterThan(namesake('Smith') + 4);
  });

  it('lets place, surname, landline and mailbox together say no more than that two people live together', () => {
    const { emailAddress, postalAddress } = resident;
    const telephoneNumber = { typed: '01632 960123', e164: '+441632960123' };
    const father: Identity = { name: { family: 'Featherby' }, ...(postalAddress && { postalAddress }), telephoneNumber };
    const mailbox: Identity = { ...father, ...(emailAddress !== undefined && { emailAddress }) };
    expect(scorePair(father, father).probability).toBeLessThan(0.5);
    expect(scorePair(mailbox, mailbox).probability).toBeLessThan(0.95);
  });

  it('refuses a model that lacks a level, by name', () => {
    const { person } = builtInModel.kinds;
    const { given, ...comparisons } = person.comparisons;
    const lacking = {
      ...builtInModel,
      id: 'lacking',
      kinds: {
        ...builtInModel.kinds,
        person: { ...person, comparisons: { ...comparisons, given: { levels: given?.levels.slice(1) ?? [] } } },
      },
    };
    expect(() => scorePair(resident, resident, lacking)).toThrow(/lacks level exact of given/);
  });
});
