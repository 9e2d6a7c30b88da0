/** Which level holds for which two names. */
import { describe, expect, it } from 'vitest';
import { compareNames, prepareName } from '../../../src/matching/comparisons/name.ts';
import type { PersonName } from '../../../src/standard/identity.ts';

const compare = (left: PersonName, right: PersonName): unknown => {
  const [a, b] = [prepareName(left), prepareName(right)];
  return a && b ? compareNames(a, b) : {};
};
const named = (given: string, family: string): PersonName => ({ given, family });

const cases: readonly (readonly [string, PersonName, PersonName, object])[] = [
  ['the same', named('Mary', 'Jones'), named('Mary', 'Jones'), { given: 'exact', family: 'exact' }],
  ['capitals and spaces', named('MARY', 'JONES'), named(' mary', 'Jones '), { given: 'exact', family: 'exact' }],
  ['accents', named('José', 'Núñez'), named('Jose', 'Nunez'), { given: 'exact', family: 'exact' }],
  ['ü as u and as ue', named('Jürgen', 'Müller'), named('Juergen', 'Muller'), { given: 'exact', family: 'exact' }],
  ['letters without a mark to strip', named('Łukasz', 'Groß'), named('Lukasz', 'Gross'), { given: 'exact', family: 'exact' }],
  ['typographic apostrophe', named('Ann', 'O’Brien'), named('Ann', "O'Brien"), { given: 'exact', family: 'exact' }],
  ['no apostrophe', named('Ann', 'O’Brien'), named('Ann', 'Obrien'), { given: 'exact', family: 'exact' }],
  [
    'hyphen or space',
    named('Anne-Marie', 'Smith-Jones'),
    named('Anne Marie', 'Smith Jones'),
    { given: 'exact', family: 'exact' },
  ],
  ['title in the forename', named('Mrs Mary', 'Jones'), named('Mary', 'Jones'), { given: 'exact', family: 'exact' }],
  ['a name that is also a title', named('Lady', 'Jones'), named('Lady', 'Jones'), { given: 'exact', family: 'exact' }],
  ['nickname', named('William', 'Jones'), named('Bill', 'Jones'), { given: 'nickname', family: 'exact' }],
  ['slip in a long forename', named('Catherine', 'Jones'), named('Cahterine', 'Jones'), { given: 'slip', family: 'exact' }],
  ['another first letter: two names', named('Kamal', 'Jones'), named('Jamal', 'Jones'), { given: 'typo', family: 'exact' }],
  ['second forename and its initial', named('Mary Ellen', 'Jones'), named('Mary E', 'Jones'), { given: 'part', family: 'exact' }],
  [
    'other second forenames, same initial',
    named('Mohammed Hassan', 'Ali'),
    named('Mohammed Hussain', 'Ali'),
    { given: 'weak', family: 'exact' },
  ],
  ['typo in a short forename', named('Jean', 'Jones'), named('Jena', 'Jones'), { given: 'typo', family: 'exact' }],
  ['typo in the surname', named('Mary', 'Thompson'), named('Mary', 'Tohmpson'), { given: 'exact', family: 'typo' }],
  ['cut short', named('Maximiliano', 'Jones'), named('Maximil', 'Jones'), { given: 'typo', family: 'exact' }],
  ['initial', named('Mary', 'Jones'), named('M', 'Jones'), { given: 'initial', family: 'exact' }],
  ['initials with dots', named('Mary Ann', 'Jones'), named('M.A.', 'Jones'), { given: 'initial', family: 'exact' }],
  ['another initial', named('Mary', 'Jones'), named('K', 'Jones'), { given: 'differ', family: 'exact' }],
  ['second forename given too', named('Mary Ellen', 'Jones'), named('Mary', 'Jones'), { given: 'part', family: 'exact' }],
  [
    'other second forenames: brothers',
    named('Mohammed Ali', 'Khan'),
    named('Mohammed Usman', 'Khan'),
    { given: 'weak', family: 'exact' },
  ],
  [
    'known by the middle name',
    { given: 'Keith', middle: 'Rupert', family: 'Jones' },
    named('Rupert', 'Jones'),
    { given: 'middle', family: 'exact' },
  ],
  [
    'known by the second forename',
    named('Keith Rupert', 'Jones'),
    named('Rupert Lee', 'Jones'),
    { given: 'middle', family: 'exact' },
  ],
  ['double-barrelled and one half', named('Mary', 'Smith-Jones'), named('Mary', 'Jones'), { given: 'exact', family: 'part' }],
  ['either Iberian surname', named('Ana', 'García López'), named('Ana', 'García'), { given: 'exact', family: 'part' }],
  ['surname of a marriage', named('Mary', 'Featherby'), named('Mary', 'Okonkwo'), { given: 'exact', family: 'differ' }],
  ['crossed', named('Featherby', 'Mary'), named('Mary', 'Featherby'), { given: 'crossed' }],
  ['crossed with a typo', named('Fetherby', 'Mary'), named('Mary', 'Featherby'), { given: 'crossed' }],
  [
    'father and son by suffix',
    { ...named('John', 'Jones'), suffix: 'Sr' },
    { ...named('John', 'Jones'), suffix: 'Jr.' },
    { given: 'generation', family: 'exact' },
  ],
  ['suffix in the surname', named('John', 'Jones Senior'), named('John', 'Jones Jr'), { given: 'generation', family: 'exact' }],
  ['suffix on one side says nothing', named('John', 'Jones Jr'), named('John', 'Jones'), { given: 'exact', family: 'exact' }],
  ['one name on both sides', { given: 'Suryani' }, { given: 'Suryani' }, { given: 'exact' }],
  ['one name, a slip', { given: 'Suryani' }, { given: 'Suryaani' }, { given: 'slip' }],
  ['one name filed as forename', { given: 'Suryani' }, named('Suryani', 'Hartono'), { given: 'exact' }],
  ['one name filed as surname', { given: 'Suryani' }, named('Dewi', 'Suryani'), { family: 'exact' }],
  ['one name in the other box', { given: 'Suryani' }, { family: 'Suryani' }, { given: 'exact' }],
  ['one name, another', { given: 'Suryani' }, { given: 'Wibowo' }, { given: 'differ' }],
  ['first name unknown', named('FNU', 'Khan'), named('Ali', 'Khan'), { family: 'exact' }],
  ['not Latin', named('伟', '李'), named('伟', '李'), { given: 'exact', family: 'exact' }],
  ['one box', { full: 'Mary Ellen Jones' }, named('Mary Ellen', 'Jones'), { given: 'exact', family: 'exact' }],
  ['one box, surname first', { full: 'JONES, Mary' }, named('Mary', 'Jones'), { given: 'exact', family: 'exact' }],
  [
    'two syllables, and one as a middle name',
    named('Yuk Mei', 'Cheng'),
    { given: 'Yuk', middle: 'Mei', family: 'Cheng' },
    { given: 'exact', family: 'exact' },
  ],
  [
    'second forename in a column of its own',
    named('Mary Ellen', 'Jones'),
    { given: 'Mary', middle: 'Ellen', family: 'Jones' },
    { given: 'exact', family: 'exact' },
  ],
  [
    'other middle names',
    { given: 'Mary', middle: 'Ellen', family: 'Jones' },
    { given: 'Mary', middle: 'Ruth', family: 'Jones' },
    { given: 'weak', family: 'exact' },
  ],
  [
    'a middle name and its initial',
    { given: 'Mary', middle: 'Ellen', family: 'Jones' },
    { given: 'Mary', middle: 'E', family: 'Jones' },
    { given: 'exact', family: 'exact' },
  ],
  [
    'the first of two surnames as a middle name',
    named('Ana', 'García'),
    { given: 'Ana', middle: 'García', family: 'López' },
    { given: 'exact', family: 'part' },
  ],
  ['Kaur beside a family name', named('Manpreet', 'Kaur'), named('Manpreet', 'Dhaliwal'), { given: 'exact' }],
  [
    'Kaur with a family name',
    named('Manpreet', 'Kaur Dhaliwal'),
    named('Manpreet Kaur', 'Dhaliwal'),
    { given: 'exact', family: 'exact' },
  ],
  ['Begum on both sides', named('Nasima', 'Begum'), named('Nasima', 'Begum'), { given: 'exact', family: 'exact' }],
  ['surname first, and an English name', named('Sandra', 'Fung'), named('Fung', 'Siu Hoi'), { family: 'part' }],
  ['an English name beside a Chinese one', named('Raymond', 'Wong'), named('Tsz Wah', 'Wong'), { family: 'exact' }],
  ['two Chinese ones', named('Siu Ming', 'Wong'), named('Tsz Wah', 'Wong'), { given: 'differ', family: 'exact' }],
  ['an English name beside another', named('Raymond', 'Wong'), named('Henry', 'Wong'), { given: 'differ', family: 'exact' }],
  ['an initial in the other box', named('S', 'Rajan'), named('Rajan', 'Sinnathurai'), { given: 'crossed-initial' }],
  ['crossed, one forename left out', named('Nguyen', 'Tuan'), named('Duc Tuan', 'Nguyen'), { given: 'crossed' }],
  [
    'one name for both, and a name that holds it',
    named('Ali', 'Ali'),
    named('Fatima', 'Ali'),
    { given: 'differ', family: 'exact' },
  ],
  [
    "a relative's middle initial",
    { ...named('Clive', 'Barnham'), middle: 'M' },
    named('Marjorie', 'Barnham'),
    { given: 'differ', family: 'exact' },
  ],
  ["the father's initial", named('Gowri', 'R'), named('Gowri', 'Rasiah'), { given: 'exact', family: 'weak' }],
  ['another initial for a surname', named('Gowri', 'S'), named('Gowri', 'Rasiah'), { given: 'exact', family: 'differ' }],
  ['nothing in common', named('Rosalind', 'Featherby'), named('Kwame', 'Okonkwo'), { given: 'differ', family: 'differ' }],
];

describe('two names', () => {
  it.each(cases)('%s', (_, left, right, levels) => {
    expect(compare(left, right)).toEqual(levels);
  });

  it.each(cases)('in the other order: %s', (_, left, right, levels) => {
    expect(compare(right, left)).toEqual(levels);
  });

  it.each([
    ['nothing', {}],
    ['a placeholder', { given: 'unknown', family: 'n/k' }],
    ['punctuation', { given: '-', family: '.' }],
  ])('are not compared where one is %s', (_, name) => {
    expect(prepareName(name)).toBeUndefined();
  });
});
