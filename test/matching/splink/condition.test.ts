/** SQL conditions as Splink writes them: what holds, what a missing value does, and what is refused by name. */
import { describe, expect, it } from 'vitest';
import { compileCondition, type SplinkRecord, UnsupportedCondition } from '../../../src/matching/splink/condition.ts';

const compile = (sql: string) => compileCondition(sql, { textOf: (text) => text });

const jo: SplinkRecord = { name: 'martha', other: 'jones', dob: '1990-03-01', email: 'm.jones@example.org' };
const near: SplinkRecord = { name: 'marhta', other: 'jones', dob: '1990-03-31', email: 'm.jones@example.com' };
const crossed: SplinkRecord = { name: 'jones', other: 'martha', dob: '1990-13-01' };
const nobody: SplinkRecord = {};

const year = 365.25 * 24 * 3600;
const months = `ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d')))`;
const username = (side: string) => `NULLIF(regexp_extract("email_${side}", '^[^@]+', 0), '')`;

describe('A condition', () => {
  it.each([
    ['"name_l" = "name_r"', jo, jo, true],
    ['"name_l" = "name_r"', jo, near, false],
    ['name_l = name_r', jo, jo, true], // without quotation marks
    ['("name_l" = "name_r") AND ("other_l" = "other_r")', jo, near, false],
    ['("name_l" = "name_r") OR ("other_l" = "other_r")', jo, near, true],
    ['"name_l" = "name_r" AND "name_l" = \'x\' OR "other_l" = "other_r"', jo, near, true], // AND binds tighter
    ['NOT "name_l" = "name_r"', jo, near, true],
    ['"name_l" = "other_r" AND "name_r" = "other_l"', jo, crossed, true],
    ['jaro_winkler_similarity("name_l", "name_r") >= 0.96', jo, near, true],
    ['jaro_winkler_similarity("name_l", "name_r") >= 0.97', jo, near, false],
    ['jaro_similarity("name_l", "name_r") >= 0.95', jo, near, false],
    ['levenshtein("name_l", "name_r") <= 1', jo, near, false],
    ['damerau_levenshtein("name_l", "name_r") <= 1', jo, near, true],
    [`${months} <= ${30 * 24 * 3600}.0`, jo, near, true],
    [`${months} < ${30 * 24 * 3600}.0`, jo, near, false],
    [`${months} <= ${year}`, jo, crossed, false], // no such date
    [`try_strptime("dob_l", '%Y-%m-%d') IS NULL OR try_strptime("dob_r", '%Y-%m-%d') IS NULL`, jo, crossed, true],
    [`${username('l')} = ${username('r')}`, jo, near, true],
    [`${username('l')} = ${username('r')}`, nobody, near, false],
    ['LOWER("name_l") = \'martha\'', jo, near, true],
    ["\"name_l\" <> 'it''s'", jo, near, true], // a quotation mark in a text
    ['TRUE', nobody, nobody, true],
  ])('%s', (sql, left, right, holds) => {
    expect(compile(sql).holds(left, right)).toBe(holds);
  });

  it.each([
    ['"name_l" = "name_r"', false], // neither true
    ['NOT "name_l" = "name_r"', false], // nor false
    ['"name_l" IS NULL', true],
    ['"name_l" IS NOT NULL', false],
    ['"name_l" = "name_r" OR "other_r" = \'jones\'', true], // one truth is enough
    ['"name_l" = "name_r" AND "other_r" = \'jones\'', false],
    ['NOT ("name_l" = "name_r" AND "other_r" = \'x\')', true], // false, whatever the unknown part is
    ['levenshtein("name_l", "name_r") <= 5', false],
  ])('%s, where the left record has nothing, is %s', (sql, holds) => {
    expect(compile(sql).holds(nobody, jo)).toBe(holds);
  });

  it('knows its columns', () => {
    expect([...compile(`${username('l')} = ${username('r')} AND "first_name_l" = name_r`).columns]).toEqual([
      'email',
      'first_name',
      'name',
    ]);
  });

  it.each([
    ['', /ends too early/],
    ['"name_l" =', /ends too early/],
    ['"name" = \'x\'', /"name"/], // of neither side
    ['soundex("name_l") = soundex("name_r")', /soundex/],
    ['array_length("name_l") > 0', /array_length/],
    ['levenshtein("name_l") <= 1', /levenshtein takes 2/],
    ['"name_l" || "name_r" = \'x\'', /\|\|/],
    ['"name_l" = "name_r" "other_l"', /"other_l"/],
    ['("name_l" = "name_r"', /"\)"/],
    ['"name_l" IS 3', /"NULL"/],
    ['"name_l" = \'x', /not supported/], // a text without an end
    ['* = 1', /not supported/],
    ['constructor("name_l") = 1', /constructor/], // what every object has is no function
  ])('%j is refused', (sql, words) => {
    expect(() => compile(sql)).toThrow(UnsupportedCondition);
    expect(() => compile(sql)).toThrow(words);
  });
});
