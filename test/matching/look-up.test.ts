/** Customers in memory, found by an identity. */
import { describe, expect, it } from 'vitest';
import { builtInModel, createLookUp, type CustomerRecord, type MatchIdentity } from '../../src/matching/index.ts';

const resident = (given: string, family: string): MatchIdentity => ({
  name: { given, family },
  dateOfBirth: { year: 1984, month: 3, day: 12 },
  postalAddress: { kind: 'written', line1: '8 Tallow Lane', postcode: 'BX21 4AD' },
});
const records: readonly CustomerRecord[] = [
  { customerId: 'b', identity: resident('Rosalind', 'Featherby') },
  { customerId: 'b', identity: resident('Ros', 'Featherby') },
  { customerId: 'a', identity: resident('Kwame', 'Featherby') },
];

describe('a look-up in memory', () => {
  const lookUp = createLookUp(records, { model: builtInModel });

  it('finds the customers that share a key, the likeliest first', () => {
    const found = lookUp.findCandidates(resident('Rosalind', 'Fetherby'));
    expect(found.map(({ customerId }) => customerId)).toEqual(['b', 'a']);
    expect(found[0]?.score).toBeGreaterThan(0);
    expect(found[1]?.score).toBeLessThan(0);
  });

  it('knows how many customers it holds, and finds nobody by nothing', () => {
    expect(lookUp.customers).toBe(2);
    expect(lookUp.findCandidates({})).toEqual([]);
  });

  it('does not follow a key that too many share', () => {
    const crowd = Array.from({ length: 5 }, (_, index) => ({
      customerId: String(index),
      identity: { emailAddress: 'one@example.org' },
    }));
    const find = (largestBlock: number): number =>
      createLookUp(crowd, { model: builtInModel, largestBlock }).findCandidates({ emailAddress: 'one@example.org' }).length;
    expect(find(5)).toBe(5);
    expect(find(4)).toBe(0);
  });

  it('follows the keys that its model names, and holds no others', () => {
    const person = { ...builtInModel.kinds.person, lookUpKeys: ['email-address'] };
    const model = { ...builtInModel, kinds: { ...builtInModel.kinds, person } };
    const known = { ...resident('Rosalind', 'Featherby'), emailAddress: 'rosalind.featherby@example.org' };
    const byMail = createLookUp([{ customerId: 'a', identity: known }], { model });
    expect(byMail.keys).toBe(1);
    expect(byMail.findCandidates(resident('Rosalind', 'Featherby'))).toEqual([]);
    expect(byMail.findCandidates({ emailAddress: known.emailAddress })).toHaveLength(1);
  });

  it('is sure of neither of two people who fit alike, and of one who is held under two IDs', () => {
    const { dateOfBirth: _, ...asked } = resident('Rosalind', 'Featherby');
    const other: MatchIdentity = { ...asked, dateOfBirth: { year: 1951, month: 11, day: 30 } };
    const scores = (...identities: readonly MatchIdentity[]): readonly number[] => {
      const customers = identities.map((identity, index) => ({ customerId: String(index), identity }));
      return createLookUp(customers, { model: builtInModel })
        .findCandidates(asked)
        .map(({ score }) => score);
    };
    const [alone = NaN] = scores(resident('Rosalind', 'Featherby'));
    const [ofTwo = NaN] = scores(resident('Rosalind', 'Featherby'), other);
    expect(alone).toBeGreaterThan(2);
    expect(ofTwo).toBeLessThan(0.1);
    expect(scores(resident('Rosalind', 'Featherby'), resident('Rosalind', 'Featherby'))[0]).toBeGreaterThan(alone - 0.1);
  });

  it('holds a name that many customers have for less', () => {
    const elsewhere = (number: number): MatchIdentity => ({
      name: { given: 'Rosalind', family: 'Featherby' },
      postalAddress: { kind: 'written', line1: `${number} Umber Way`, postcode: 'BX29 1AA' },
    });
    const others = Array.from({ length: 2000 }, (_, index) => ({
      name: { given: `Kwame${index % 40}`, family: `Mensah${index % 50}` },
    }));
    const score = (bearers: number): number => {
      const customers = [
        resident('Rosalind', 'Featherby'),
        ...Array.from({ length: bearers }, (_, index) => elsewhere(index)),
        ...others,
      ];
      const lookUp = createLookUp(
        customers.map((identity, index) => ({ customerId: String(index), identity })),
        { model: builtInModel },
      );
      return lookUp.findCandidates(resident('Rosalind', 'Featherby')).find(({ customerId }) => customerId === '0')?.score ?? NaN;
    };
    expect(score(30)).toBeLessThan(score(0));
  });

  it('is less sure of a name at an address where many of that surname live', () => {
    const at = (family: string, line1: string): readonly MatchIdentity[] =>
      ['Kwame', 'Oluwaseun', 'Bethan', 'Ingrid'].map((given) => ({
        name: { given, family },
        postalAddress: { kind: 'written', line1, postcode: 'BX21 4AD' },
      }));
    const others = Array.from({ length: 2000 }, (_, index) => ({ name: { given: `G${index % 40}`, family: `F${index % 50}` } }));
    const { dateOfBirth: _, ...asked } = resident('Rosalind', 'Featherby');
    const score = (...neighbours: readonly MatchIdentity[]): number => {
      const identities = [resident('Rosalind', 'Featherby'), ...neighbours, ...others];
      const customers = identities.map((identity, index) => ({ customerId: String(index), identity }));
      const found = createLookUp(customers, { model: builtInModel }).findCandidates(asked);
      return found.find(({ customerId }) => customerId === '0')?.score ?? NaN;
    };
    // The same names and addresses as often: only who lives with whom differs.
    const withFamily = score(...at('Featherby', '8 Tallow Lane'), ...at('Mensah', '9 Tallow Lane'));
    const apart = score(...at('Mensah', '8 Tallow Lane'), ...at('Featherby', '9 Tallow Lane'));
    expect(withFamily).toBeLessThan(apart - 0.5);
  });

  it('never finds a person by an organisation', () => {
    const emailAddress = 'featherby@example.org';
    const organisation = { organisation: { legalName: 'Featherby Ltd' }, emailAddress };
    const both = [
      { customerId: 'firm', identity: organisation },
      { customerId: 'person', identity: { ...resident('Rosalind', 'Featherby'), emailAddress } },
    ];
    const found = createLookUp(both, { model: builtInModel }).findCandidates(organisation);
    expect(found.map(({ customerId }) => customerId)).toEqual(['firm']);
  });
});
