/** What the variants change and what they leave: tests of a matcher rest on it. */
import { describe, expect, it } from 'vitest';
import { alignmentDistance } from '../../../src/matching/string-distance.ts';
import { foldText } from '../../../src/standard/fold.ts';
import { parseIdentity } from '../../../src/standard/identity.ts';
import { profiles } from '../../../src/standard/profiles.ts';
import {
  createRandom,
  drawPeople,
  flatmateOf,
  hasNickname,
  type Person,
  sonOf,
  twinOf,
  withAddressRespelled,
  withNickname,
  withoutContacts,
  withSurnameTypo,
} from '../../../src/testing/index.ts';

const today = { year: 2025, month: 6, day: 1 };
const people = drawPeople('variants-test', 300);
const nicknamed = people.filter(hasNickname);

/** The entries in which two people differ. */
const changed = (a: Person, b: Person): string[] =>
  [...new Set([...Object.keys(a.entries), ...Object.keys(b.entries)])].filter((key) => a.entries[key] !== b.entries[key]);

const sameBirthday = (a: Person, b: Person): boolean => JSON.stringify(a.dateOfBirth) === JSON.stringify(b.dateOfBirth);

describe.each([
  ['withSurnameTypo', withSurnameTypo, people],
  ['withNickname', withNickname, nicknamed],
  ['withAddressRespelled', withAddressRespelled, people],
  ['twinOf', twinOf, people],
  ['sonOf', sonOf, people],
  ['flatmateOf', flatmateOf, people],
] as const)('%s', (_, vary, subjects) => {
  it('gives entries that the standard accepts', () => {
    const random = createRandom('accepted');
    const refused = subjects.flatMap((person) => {
      const { entries } = vary(person, random);
      const parsed = parseIdentity(entries, profiles.gb, { today });
      return parsed.ok ? [] : [{ entries, issues: parsed.issues }];
    });
    expect(refused).toEqual([]);
  });

  it('draws the same again from the same generator', () => {
    const draw = (): Person[] => subjects.map((person) => vary(person, createRandom('again')));
    expect(draw()).toEqual(draw());
  });
});

describe('variants of a person', () => {
  it('are the same person with one edit in the surname', () => {
    const random = createRandom('typo');
    for (const person of people) {
      const variant = withSurnameTypo(person, random);
      const key = person.family === undefined ? 'name.given' : 'name.family';
      const [before = '', after = ''] = [person.entries[key], variant.entries[key]].map((text) => foldText(text ?? ''));
      expect(variant.personId).toBe(person.personId);
      expect(changed(person, variant)).toEqual([key]);
      expect(alignmentDistance(before, after)).toBe(1);
    }
  });

  it('are the same person by another forename', () => {
    const random = createRandom('nickname');
    expect(nicknamed.length).toBeGreaterThan(150);
    for (const person of nicknamed) expect(changed(person, withNickname(person, random))).toEqual(['name.given']);
  });

  it('say so where there is no nickname', () => {
    const [nobody] = people.filter((person) => !hasNickname(person));
    expect(() => nobody && withNickname(nobody, createRandom(1))).toThrow(RangeError);
  });

  it('are the same person at the same address, written otherwise', () => {
    const random = createRandom('address');
    for (const person of people) {
      const variant = withAddressRespelled(person, random);
      expect(changed(person, variant)).toContain('postalAddress.line1');
      expect(changed(person, variant).filter((key) => !key.startsWith('postalAddress.'))).toEqual([]);
    }
  });

  it('lose their contacts, and no more', () => {
    for (const person of people) {
      const entries = Object.keys(withoutContacts(person).entries);
      expect(entries).toEqual(Object.keys(person.entries).filter((key) => key !== 'emailAddress' && key !== 'telephoneNumber'));
    }
  });
});

describe('others who are easily taken for a person', () => {
  it.each([
    ['a twin: forename other, birthday same', twinOf, false, true],
    ['a son: forename same, birthday other', sonOf, true, false],
    ['a flatmate: forename other, birthday other', flatmateOf, false, false],
  ])('is %s; surname and home same; no mobile shared', (_, vary, isNameSame, isBirthdaySame) => {
    const random = createRandom('others');
    for (const person of people) {
      const other = vary(person, random);
      expect(other.personId).not.toBe(person.personId);
      expect(other.family).toBe(person.family);
      expect(other.dwelling).toEqual(person.dwelling);
      expect(other.given === person.given).toBe(isNameSame);
      expect(sameBirthday(other, person)).toBe(isBirthdaySame);
      expect(other.telephoneNumber ?? '').not.toMatch(/^07/);
    }
  });
});
