/** How names of legacy records are read: a row per habit of a system, whatever the tradition of the name. */
import { describe, expect, it } from 'vitest';
import { normaliseAnyName, normaliseName } from '../../../src/standard/legacy/name.ts';

const read = (columns: Record<string, string>) => normaliseName(columns);
const partsOf = (columns: Record<string, string>) => {
  const { full: _, ...parts } = read(columns).value?.name ?? {};
  return parts;
};
const codesOf = (columns: Record<string, string>) => read(columns).changes.map(({ code }) => code);

describe('a name in one string', () => {
  it.each<[string, Record<string, string>, string]>([
    ['SMITH, JOHN A', { family: 'Smith', given: 'John', middle: 'A' }, 'a comma behind the family name'],
    ['Smith,John', { family: 'Smith', given: 'John' }, 'no space behind the comma'],
    ['SMITH JR, JOHN', { family: 'Smith', given: 'John', suffix: 'JR' }, 'a suffix before the comma'],
    ['Smith, John, Jr.', { family: 'Smith', given: 'John', suffix: 'JR' }, 'a suffix behind a second comma'],
    ['John A Smith', { given: 'John', middle: 'A', family: 'Smith' }, 'as it is spoken'],
    ['John Smith III', { given: 'John', family: 'Smith', suffix: 'III' }, 'a roman number'],
    ['MR J SMITH', { given: 'J', family: 'Smith' }, 'a title and an initial'],
    ['MR & MRS J SMITH', { given: 'J', family: 'Smith' }, 'a couple under one initial'],
    ['JOHN AND MARY SMITH', { given: 'John', family: 'Smith' }, 'a couple: the first of them'],
    ['SMITH J A', { family: 'Smith', given: 'J', middle: 'A' }, 'initials at the end'],
    ['SMITH MR J', { family: 'Smith', given: 'J' }, 'a title behind the family name'],
    ['Dr. Prof. Ada Example', { given: 'Ada', family: 'Example' }, 'two titles'],
    ['ADA EXAMPLE MBE', { given: 'Ada', family: 'Example' }, 'an honour'],
    ['ADA EXAMPLE (DECEASED)', { given: 'Ada', family: 'Example' }, 'a remark in brackets'],
    ['THE ESTATE OF ADA EXAMPLE', { given: 'Ada', family: 'Example' }, 'a remark in words'],
    ['Ludwig van der Berg', { given: 'Ludwig', family: 'van der Berg' }, 'Dutch particles'],
    ['MR TUAN VAN HO', { given: 'Tuan', middle: 'van', family: 'Ho' }, 'Vietnamese: neither a Malay title nor a Dutch particle'],
    ['Tuan Van Nguyen', { given: 'Tuan', middle: 'Van', family: 'Nguyen' }, 'the same without a title'],
    ['Tuan Hassan Ali', { given: 'Hassan', family: 'Ali' }, 'a Malay title'],
    ['PIET VAN DYK', { given: 'Piet', family: 'van Dyk' }, 'a Dutch particle, in capitals'],
    ['MARIA DE LA CRUZ', { given: 'Maria', family: 'de la Cruz' }, 'Spanish particles, in capitals'],
    ['José Ortega y Medina', { given: 'José', family: 'Ortega y Medina' }, 'two surnames with y'],
    ['Ahmed bin Rashid Al Said', { given: 'Ahmed', middle: 'bin Rashid', family: 'Al Said' }, 'Arabic, with the father’s name'],
    ['Abdul Rahman Khan', { given: 'Abdul Rahman', family: 'Khan' }, 'a given name of two words'],
    ['NAGY István', { family: 'Nagy', given: 'István' }, 'Hungarian order, told by capitals'],
    ['Siân ap Gwilym', { given: 'Siân', family: 'ap Gwilym' }, 'Welsh'],
    [
      'Nguyễn Văn An',
      { given: 'Nguyễn', middle: 'Văn', family: 'An' },
      'order cannot be told: the last is taken, the whole is kept',
    ],
    ['Budiwati', { given: 'Budiwati' }, 'one name'],
    ['McDONALD', { given: 'McDONALD' }, 'mixed case stays'],
    ['Sir', { given: 'Sir' }, 'a title that is all there is'],
    ['李 明', { given: '李', family: '明' }, 'Chinese letters with a space'],
    ['Иван Петров', { given: 'Иван', family: 'Петров' }, 'Cyrillic'],
    ['محمد علي', { given: 'محمد', family: 'علي' }, 'Arabic letters'],
  ])('reads %j as %j: %s', (full, parts) => {
    expect(partsOf({ 'name.full': full })).toEqual(parts);
  });

  it('is kept whole beside its parts', () => {
    expect(read({ 'name.full': 'SMITH, JOHN' }).value?.name?.full).toBe('SMITH, JOHN');
    expect(codesOf({ 'name.full': 'SMITH, JOHN' })).toContain('name/family-first');
  });

  it('of one word is that word, and nothing else is kept', () => {
    expect(read({ 'name.full': 'Budiwati' }).value?.name).toEqual({ given: 'Budiwati' });
  });

  it('holds an earlier surname', () => {
    expect(read({ 'name.full': 'JANE SMITH NEE JONES' }).value).toMatchObject({
      name: { given: 'Jane', family: 'Smith' },
      earlierFamily: 'Jones',
    });
  });
});

describe('a name in parts', () => {
  it.each<[Record<string, string>, Record<string, string>, string]>([
    [{ given: 'MR JOHN', family: 'SMITH' }, { given: 'John', family: 'Smith' }, 'a title before the given name'],
    [{ given: 'John A', family: 'Smith' }, { given: 'John', middle: 'A', family: 'Smith' }, 'an initial behind it'],
    [{ given: 'Mary Ann', family: 'Smith' }, { given: 'Mary Ann', family: 'Smith' }, 'a given name of two words stays'],
    [{ given: 'John', family: 'Smith Jr' }, { given: 'John', family: 'Smith', suffix: 'JR' }, 'a suffix'],
    [
      { given: 'John', family: 'Smith', suffix: 'junior' },
      { given: 'John', family: 'Smith', suffix: 'JR' },
      'one spelling of it',
    ],
    [{ given: 'SINÉAD', family: "O'BRIEN" }, { given: 'Sinéad', family: "O'Brien" }, 'capitals with an apostrophe'],
    [{ given: 'anne-marie', family: 'mcdonald' }, { given: 'Anne-Marie', family: 'McDonald' }, 'small letters'],
    [{ given: 'UNKNOWN', family: 'Smith' }, { family: 'Smith' }, 'a placeholder'],
    [{ given: 'FNU', family: 'Rashid' }, { family: 'Rashid' }, 'first name unknown, as visas have it'],
    [{ given: 'Ada', family: 'Null' }, { given: 'Ada', family: 'Null' }, 'Null is a surname'],
    [{ given: 'Na', family: 'Li' }, { given: 'Na', family: 'Li' }, 'Na is a name'],
    [{ given: 'N/A', family: 'Li' }, { family: 'Li' }, 'N/A is none'],
    [{ family: 'SMITH, JOHN' }, { given: 'John', family: 'Smith' }, 'a whole name in the column of the surname'],
    [{ given: 'John Smith' }, { given: 'John', family: 'Smith' }, 'a whole name in the column of the given name'],
    [{ given: 'Siti Aminah', kind: 'single' }, { given: 'Siti Aminah' }, 'declared to be one name'],
    [{ given: '?', family: '-' }, {}, 'punctuation'],
    [{ given: 'John', family: 'Sm\u0000ith' }, { given: 'John', family: 'Sm ith' }, 'a control character'],
  ])('reads %j as %j: %s', (columns, parts) => {
    const named = Object.entries(columns).map(([part, text]) => [`name.${part}`, text] as const);
    expect(partsOf(Object.fromEntries(named))).toEqual(parts);
  });
});

describe('an organisation where a name is kept', () => {
  it.each([
    ['EXAMPLE FOODS LTD', 'a legal form'],
    ['Example & Sons, L.L.C.', 'a legal form in full stops'],
    ['Riverside Baptist Church', 'a church'],
    ['The Church of Example', 'a church by its words'],
    ['Example Residents Association', 'a word that no person is called by'],
    ['St Example Primary School', 'a school'],
    ['Example Family Trust', 'a trust'],
    ['Jan Example t/a Example Cafe', 'a trader'],
  ])('is told from a person: %s, %s', (full) => {
    expect(read({ 'name.full': full }).value?.organisation?.legalName).toBeDefined();
    expect(read({ 'name.full': full }).value?.name).toBeUndefined();
  });

  it.each([
    ['Ada Church', 'a surname'],
    ['Ada Service', 'a surname'],
    ['Charity Example', 'a given name'],
    ['Ana Council', 'a surname'],
    ['Ivan Cic', 'a surname that is also a legal form'],
    ['Temple Example', 'a given name'],
    ['Farm', 'one word'],
    ['MRS ADA EXAMPLE-HALL', 'a surname behind a title'],
  ])('is not seen in a person: %s, %s', (full) => {
    expect(read({ 'name.full': full }).value?.organisation).toBeUndefined();
  });

  it('has both its names', () => {
    expect(read({ 'name.full': 'Example Ltd t/a Example Cafe' }).value?.organisation).toEqual({
      legalName: 'Example Ltd',
      tradingName: 'Example Cafe',
    });
  });
});

describe('a name of two plain words', () => {
  const words = [
    ...['ada', 'EXAMPLE', 'McDonald', 'Null', 'none', 'xx', 'test', 'j', 'de', 'Mrs', 'Jr', 'née', "O'Brien", 'Anne-Marie', 'A.'],
    // Words of organisations, surnames too or not; and what is no plain word.
    ...['Ltd', 'Church', 'CHURCH', 'of', 'First', 'Baptist', 'and', 'x'.repeat(31), 'Mary Ann', '李', '', '7', 'Smith,'],
  ];
  const pairs = words.flatMap((given) => words.map((family) => ({ 'name.given': given, 'name.family': family })));

  it.each([undefined, 'person', 'organisation'] as const)('is read as every rule reads it, kind %s', (kind) => {
    for (const columns of pairs)
      expect(normaliseName(columns, kind), JSON.stringify(columns)).toEqual(normaliseAnyName(columns, kind));
  });
});
