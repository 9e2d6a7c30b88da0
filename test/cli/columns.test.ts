/** The map of columns: what is accepted, and that every mistake names the column. */
import { describe, expect, it } from 'vitest';
import { bindColumns, parseColumnMap, valuesOf } from '../../src/cli/columns.ts';
import { CommandError } from '../../src/cli/command.ts';

const header = ['id', 'system', 'forename', 'surname', 'born', 'notes'];
const good = '{"id":"recordId","system":"source","forename":"name.given","surname":"name.family","born":"dateOfBirth"}';

describe('A map of columns', () => {
  it('says where in a row each field stands', () => {
    expect(bindColumns(parseColumnMap(good, 'map.json'), header, 'a.csv')).toEqual({
      recordId: 0,
      source: 1,
      fields: [
        { position: 2, field: 'name.given' },
        { position: 3, field: 'name.family' },
        { position: 4, field: 'dateOfBirth' },
      ],
    });
  });

  it('gives the values of a row by field, those that are there', () => {
    const bound = bindColumns(parseColumnMap(good, 'map.json'), header, 'a.csv');
    expect(valuesOf(['1', 'tax', 'Jo', '', '1 May', 'x'], bound)).toEqual({ 'name.given': 'Jo', dateOfBirth: '1 May' });
  });

  it.each([
    '{"born":"identifier.passport"}', // any identifier
    '{"born":"category.birth_place"}', // any category
    '\uFEFF{"born":"postalAddress.houseNumber"}', // a byte order mark
  ])('may be %s', (text) => {
    expect(parseColumnMap(text, 'map.json')).toHaveLength(1);
  });

  it.each([
    ['', /not JSON/],
    ['{"a":', /not JSON/],
    ['[]', /must be one object/],
    ['null', /must be one object/],
    ['{}', /no column that says who/],
    ['{"id":"recordId","s":"source"}', /no column that says who/],
    ['{"born":1}', /"born"/], // not a text
    ['{"born":"date_of_birth"}', /"born".*"date_of_birth".*Did you mean "dateOfBirth"/],
    ['{"post":"postcode"}', /"post".*Did you mean "postalAddress.postcode"/],
    ['{"x":"shoeSize"}', /"x".*"shoeSize".*Fields: recordId/],
    ['{"x":"identifier."}', /"x"/], // without its name
    ['{"x":"identifier.__proto__\\u0000"}', /"x"/], // nor with any name
    ['{"a":"name.given","b":"name.given"}', /"a" and "b" to "name.given"/],
  ])('cannot be %j', (text, words) => {
    expect(() => parseColumnMap(text, 'map.json')).toThrow(CommandError);
    expect(() => parseColumnMap(text, 'map.json')).toThrow(words);
  });

  it.each([
    [['id', 'system', 'forename', 'surname'], /a\.csv has no column "born".*"forename"/],
    [[...header, 'surname'], /a\.csv has two columns "surname"/],
  ])('does not fit the header %j', (columns, words) => {
    expect(() => bindColumns(parseColumnMap(good, 'map.json'), columns, 'a.csv')).toThrow(words);
  });
});
