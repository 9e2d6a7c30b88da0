/** What other records of a name and address tell of one that has no birthday. */
import { describe, expect, it } from 'vitest';
import { mostRecords } from '../../src/matching/candidates.ts';
import { compileKind } from '../../src/matching/compiled-model.ts';
import type { MatchIdentity } from '../../src/matching/index.ts';
import { logNamesakesOf, namesakesOf } from '../../src/matching/namesakes.ts';
import { scorePairs } from '../../src/matching/pair-scores.ts';
import { comparePairs } from '../../src/matching/pair-set.ts';
import { prepareRecords } from '../../src/matching/record-table.ts';
import { startingOrganisationModel, startingPersonModel } from '../../src/matching/starting-model.ts';

const model = compileKind(startingPersonModel());

const record = (given: string, year?: number, line1 = '8 Tallow Lane'): MatchIdentity => ({
  name: { given, family: 'Featherby' },
  ...(year !== undefined && { dateOfBirth: { year, month: (year % 12) + 1, day: (year % 28) + 1 } }),
  postalAddress: { kind: 'written', line1, postcode: 'BX21 4AD' },
});

/** All pairs of these records compared, and what each tells of namesakes. */
function toldOf(identities: readonly MatchIdentity[], compiled = model) {
  const rows = identities.map((identity, index) => ({ recordId: String(index), identity }));
  const [table] = prepareRecords(rows).tables;
  if (table === undefined) throw new TypeError('no table');
  const pairs = identities.flatMap((_, left) => identities.slice(left + 1).map((__, at) => left * mostRecords + left + 1 + at));
  const set = comparePairs(table, Float64Array.from(pairs), compiled);
  return { set, namesakes: namesakesOf(set, table.rows) };
}

/** What it tells of the first two records. */
const toldOfFirst = (identities: readonly MatchIdentity[]): number => {
  const { namesakes } = toldOf(identities);
  return namesakes ? logNamesakesOf(namesakes, 0, 1) : NaN;
};

const [without, father, son] = [record('Humphrey'), record('Humphrey', 1951), record('Humphrey', 1983)];
const others = Array.from({ length: 12 }, (_, house) =>
  [1960, 1960].map((year) => record('Prudence', year, `${house + 20} Tallow Lane`)),
);

describe('two records of one name at one address, one without a birthday', () => {
  it.each([
    ['nothing where no third is known', [without, father], 0],
    ['against one person where another record has another birthday', [without, father, son], 1],
    ['the same where the name was mistyped', [without, father, record('Humprhey', 1983)], 1],
    ['for one person where another record has the same birthday', [without, father, father], -1],
    ['nothing of a father at another address', [without, father, record('Humphrey', 1983, '5 Heron Way')], 0],
    ['nothing of another name', [without, father, record('Prudence', 1983)], 0],
  ])('tell %s', (_, identities, sign) => {
    expect(Math.sign(toldOfFirst([...identities, ...others.flat()]))).toBe(sign);
  });

  it('tell more against one person where one person has one birthday mostly, so that it comes to even odds', () => {
    const few = toldOfFirst([without, father, son, ...others.slice(0, 2).flat()]);
    const many = toldOfFirst([without, father, son, ...others.flat()]);
    expect(many).toBeGreaterThan(few);
  });

  it('tell the more for one person the more records agree', () => {
    expect(toldOfFirst([without, father, father, father])).toBeLessThan(toldOfFirst([without, father, father]));
  });

  it('score less where it may be either, and no less where both have a birthday', () => {
    const { set, namesakes } = toldOf([without, father, son, ...others.flat()]);
    const [plain, told] = [scorePairs(set, model), scorePairs({ ...set, namesakes }, model)];
    const place = (left: number, right: number): number =>
      set.left.findIndex((row, index) => row === left && set.right[index] === right);
    expect(told[place(0, 1)]).toBeLessThan(plain[place(0, 1)] ?? 0);
    expect(told[place(1, 2)]).toBe(plain[place(1, 2)]);
  });

  it('tell nothing of organisations, which have no birthdays', () => {
    const firm: MatchIdentity = { organisation: { legalName: 'Featherby Heating' } };
    expect(toldOf([firm, firm], compileKind(startingOrganisationModel())).namesakes).toBeUndefined();
  });
});
