/** The nickname table: what stands for what, and what does not. */
import { describe, expect, it } from 'vitest';
import { isNickname, nicknameGroups, nicknamesOf } from '../../src/matching/nicknames.ts';

describe('nicknames', () => {
  it.each([
    ['william', 'bill'],
    ['william', 'liam'],
    ['bill', 'will'], // two short forms of one name
    ['margaret', 'peggy'],
    ['elizabeth', 'betty'],
    ['robert', 'bob'],
    ['samantha', 'sam'],
    ['samuel', 'sam'], // a short form of two names
    ['patrick', 'paddy'],
    ['seamus', 'james'],
    ['malgorzata', 'gosia'],
    ['muhammad', 'mohammed'],
    ['zzyzx', 'zzyzx'], // equal names, in the table or not
  ])('%s may be %s', (left, right) => {
    expect(isNickname(left, right)).toBe(true);
    expect(isNickname(right, left)).toBe(true);
  });

  it.each([
    ['samuel', 'samantha'], // only their short form is common
    ['william', 'robert'],
    ['john', 'zzyzx'],
    ['', 'bill'],
  ])('%s is not %s', (left, right) => {
    expect(isNickname(left, right)).toBe(false);
    expect(isNickname(right, left)).toBe(false);
  });

  it('lists the others of a name, never the name itself', () => {
    expect(nicknamesOf('william')).toContain('bill');
    expect(nicknamesOf('william')).not.toContain('william');
    expect(nicknamesOf('zzyzx')).toEqual([]);
  });

  it('holds folded names in more than 150 groups', () => {
    expect(nicknameGroups).toBeGreaterThan(150);
    const listed = ['william', 'margaret', 'jan', 'jose'].flatMap(nicknamesOf);
    expect(listed.filter((name) => !/^[a-z]+$/.test(name))).toEqual([]);
  });
});
