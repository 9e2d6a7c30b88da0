/** Decisions: who is taken for whom, and when nobody is. */
import { describe, expect, it } from 'vitest';
import { blockingKeys, decide, type CandidateCustomer } from '../../src/matching/index.ts';
import type { Entries, Identity } from '../../src/standard/identity.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { parseRecord } from '../../src/standard/record.ts';
import {
  createRandom,
  drawPeople,
  flatmateOf,
  hasNickname,
  type Person,
  type Random,
  sonOf,
  twinOf,
  withAddressRespelled,
  withNickname,
  withoutContacts,
  withSurnameTypo,
} from '../../src/testing/index.ts';

const today = { year: 2025, month: 6, day: 1 };
const read = (entries: Entries): Identity => parseRecord(entries, profiles.gb, { today }).identity;
const people = drawPeople('decide-test', 400);

const outcomesOf = (subjects: readonly Person[], vary: (person: Person, random: Random) => Person): Record<string, number> => {
  const random = createRandom('decide-test');
  const outcomes: Record<string, number> = {};
  for (const person of subjects) {
    const { outcome } = decide(read(vary(person, random).entries), [{ customerId: 'known', records: [read(person.entries)] }]);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return outcomes;
};

describe.each([
  ['with the contacts they have', people],
  ['without any contact', people.map(withoutContacts)],
])('a resident who comes again, %s', (_, subjects) => {
  it.each([
    ['as before', (person: Person) => person, subjects],
    ['with a typo in the surname', withSurnameTypo, subjects.filter((person) => person.family !== undefined)],
    ['by a nickname', withNickname, subjects.filter(hasNickname)],
    ['with the address written otherwise', withAddressRespelled, subjects],
  ])('%s, is the same customer', (_name, vary, some) => {
    const outcomes = outcomesOf(some, vary);
    // One in a thousand may go to a person instead: born on a day that systems write for want of a date.
    expect(outcomes['existing'] ?? 0).toBeGreaterThanOrEqual(some.length - 1);
    expect(some.length).toBeGreaterThan(200);
  });

  it.each([
    ['a twin', twinOf],
    ['a father or a son of the same name', sonOf],
    ['a flatmate of the same surname', flatmateOf],
  ])('is not taken for %s', (_name, vary) => {
    expect(outcomesOf(subjects, vary)['existing']).toBeUndefined();
  });
});

const resident: Identity = {
  name: { given: 'Rosalind', family: 'Featherby' },
  dateOfBirth: { year: 1971, month: 8, day: 23 },
  postalAddress: { kind: 'written', line1: '8 Tallow Lane', town: 'Marlowick', postcode: 'BX21 4AD' },
  emailAddress: 'rosalind.featherby@example.org',
};
const { name, dateOfBirth, postalAddress } = resident;
const known = (customerId: string, ...records: readonly Identity[]): CandidateCustomer => ({ customerId, records });

describe('a decision', () => {
  it('is new where there is no candidate, and where none is near', () => {
    expect(decide(resident, [])).toEqual({ outcome: 'new', grade: 'certainly-not', ranked: [] });
    const stranger = known('a', { name: { given: 'Kwame', family: 'Mensah' }, dateOfBirth: { year: 1990, month: 1, day: 2 } });
    expect(decide(resident, [stranger])).toMatchObject({ outcome: 'new', grade: 'certainly-not' });
  });

  it('is for review where two customers are certain, and names neither', () => {
    const decision = decide(resident, [known('b', resident), known('a', resident)]);
    expect(decision).toMatchObject({ outcome: 'review', grade: 'probable' });
    expect(decision.customerId).toBeUndefined();
    expect(decision.ranked.map((candidate) => candidate.customerId)).toEqual(['a', 'b']);
  });

  it('is for review where the same doubt was met before, and names the provisional customer that it got then', () => {
    const provisional: CandidateCustomer = { ...known('c', resident), isProvisional: true };
    const decision = decide(resident, [known('b', resident), known('a', resident), provisional]);
    expect(decision).toMatchObject({ outcome: 'review', grade: 'probable', customerId: 'c' });
    expect(decide(resident, [provisional])).toMatchObject({ outcome: 'existing', customerId: 'c' });
    const another: CandidateCustomer = { ...known('c', { name: { given: 'Kwame', family: 'Mensah' } }), isProvisional: true };
    expect(decide(resident, [known('b', resident), known('a', resident), another]).customerId).toBeUndefined();
  });

  it('is for review where one customer is certain alone, and another is likely who is somebody else', () => {
    const { dateOfBirth: _, ...withoutBirthday } = resident;
    const { dateOfBirth: __, emailAddress: ___, ...atHome } = resident;
    const father: Identity = { ...atHome, dateOfBirth: { year: 1939, month: 2, day: 11 } };
    const ask = (...candidates: readonly CandidateCustomer[]) =>
      decide(withoutBirthday, [known('son', resident, resident), ...candidates], { precision: 0.99, minimumStrength: 0 });
    const alone = ask();
    expect(alone).toMatchObject({ outcome: 'existing', customerId: 'son' });
    const decision = ask(known('father', father));
    expect(decision).toMatchObject({ outcome: 'review', grade: 'probable' });
    expect(decision.customerId).toBeUndefined();
    expect(decision.ranked.map(({ customerId, grade }) => `${customerId} ${grade}`)).toEqual(['son probable', 'father probable']);
    expect(decision.ranked[0]?.probability).toBe(alone.ranked[0]?.probability);
    // The same person under another ID is nobody else.
    expect(ask(known('copy', { ...atHome, ...(dateOfBirth && { dateOfBirth }) }))).toMatchObject({ outcome: 'existing' });
    // Nor is whoever was made of this doubt, who is one of them.
    const provisional: CandidateCustomer = { ...known('doubt', withoutBirthday), isProvisional: true };
    expect(ask(known('father', father), provisional)).toMatchObject({ outcome: 'review', customerId: 'doubt' });
  });

  it('is for review where one customer is likely and not certain', () => {
    const withoutBirthday: Identity = { ...(name && { name }), ...(postalAddress && { postalAddress }) };
    expect(decide(resident, [known('a', withoutBirthday)])).toMatchObject({ outcome: 'review', grade: 'probable' });
  });

  it.each([
    ['a name alone', { ...(name && { name }) }],
    ['a name and a birthday', { ...(name && { name }), ...(dateOfBirth && { dateOfBirth }) }],
    ['a name and an address', { ...(name && { name }), ...(postalAddress && { postalAddress }) }],
    ['nothing', {}],
  ])('is insufficient for %s, however certain it looks', (_, thin: Identity) => {
    const decision = decide(thin, [known('a', thin, resident)]);
    expect(decision.outcome).toBe('insufficient');
    expect(decision.customerId).toBeUndefined();
    expect(['possible', 'certainly-not']).toContain(decision.grade);
  });

  it('links a thin record of a source system on what it has, where the minimum is lifted', () => {
    const thin: Identity = {
      ...(name && { name }),
      ...(postalAddress && { postalAddress }),
      emailAddress: 'rosalind.featherby@example.org',
    };
    expect(decide(thin, [known('a', resident, resident)], { minimumStrength: 0, precision: 0.99 })).toMatchObject({
      outcome: 'existing',
      customerId: 'a',
    });
  });

  it('is not outvoted by records that hold a name alone', () => {
    const card: Identity = { ...(name && { name }) };
    expect(decide(resident, [known('a', card, resident, card, card)])).toMatchObject({ outcome: 'existing', customerId: 'a' });
  });

  it('links more at a lower precision, and never below it', () => {
    const withoutBirthday: Identity = { ...(name && { name }), ...(postalAddress && { postalAddress }) };
    const decision = decide(resident, [known('a', withoutBirthday)], { precision: 0.9 });
    expect(decision).toMatchObject({ outcome: 'existing', grade: 'certain' });
    expect(decision.ranked[0]?.probability).toBeGreaterThanOrEqual(0.9);
  });

  it('needs more evidence in a larger index', () => {
    const moved: Identity = { ...resident, postalAddress: { kind: 'written', line1: '1 Umber Way', postcode: 'BX29 1AA' } };
    const likelihood = (population: number): number =>
      decide(resident, [known('a', moved)], { population }).ranked[0]?.probability ?? 0;
    expect(likelihood(5_000)).toBeGreaterThan(likelihood(5_000_000));
  });

  it('ignores a candidate without records', () => {
    expect(decide(resident, [known('a')])).toMatchObject({ outcome: 'new', ranked: [] });
  });

  it.each([0.49, 1, Number.NaN])('refuses the precision %d', (precision) => {
    expect(() => decide(resident, [], { precision })).toThrow(RangeError);
  });

  it('explains each candidate by the record that speaks for it most', () => {
    const [best] = decide(resident, [known('a', { ...(name && { name }) }, resident)]).ranked;
    expect(best?.evidence.map((field) => `${field.field} ${field.level}`)).toEqual([
      'given exact',
      'family exact',
      'date-of-birth exact',
      'place exact',
      'email-address exact',
    ]);
  });

  it('rests on candidates that blocking can find', () => {
    const keys = new Set(blockingKeys(resident));
    expect(blockingKeys({ ...resident, name: { given: 'Ros', family: 'Featherbee' } }).some((key) => keys.has(key))).toBe(true);
  });
});
