/** Customer IDs: readable, forgiving of how they are typed, and never forgiving a wrong character. */
import { describe, expect, it } from 'vitest';
import { createCustomerId, isAuthority, parseCustomerId } from '../../src/service/customer-id.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const fixed = 'GBX-0123-4567-89AR';

describe('A customer ID', () => {
  it('has its authority in front and three groups of four', () => {
    expect(createCustomerId('GBX')).toMatch(/^GBX(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  });

  it('is another one every time, and always reads back as itself', () => {
    const ids = Array.from({ length: 2_000 }, () => createCustomerId('LDS'));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.map(parseCustomerId)).toEqual(ids);
  });

  it.each([
    ['gbx-0123-4567-89ar', 'small letters'],
    ['GBX0123456789AR', 'no hyphens'],
    [' GBX 0123 4567 89AR ', 'spaces'],
    ['GBX-OI23-4567-89AR', 'O for 0 and I for 1'],
    ['gbx-ol23-4567-89ar', 'o for 0 and l for 1'],
  ])('is read from %j (%s)', (typed) => {
    expect(parseCustomerId(typed)).toBe(fixed);
  });

  it.each([
    ['', 'nothing'],
    ['GBX', 'the authority alone'],
    ['0123-4567-89AR', 'no authority'],
    ['GBX-0123-4567-89A', 'a character short'],
    ['GBX-0123-4567-89AR4', 'a character too many'],
    ['GBX-U123-4567-89AR', 'U, which the alphabet leaves out'],
    ['G2X-0123-4567-89AR', 'a digit in the authority'],
    ['ABCDEFG-0123-4567-89AR', 'seven letters of authority'],
    ['GBX-0123-4567-89AR\u0000', 'a control character'],
  ])('is not read from %j (%s)', (typed) => {
    expect(parseCustomerId(typed)).toBeUndefined();
  });

  it('is refused with any one character wrong', () => {
    const compact = fixed.replaceAll('-', '');
    const wrong = Array.from(compact).flatMap((right, place) =>
      Array.from(place < 3 ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' : alphabet)
        .filter((character) => character !== right)
        .map((character) => compact.slice(0, place) + character + compact.slice(place + 1)),
    );
    expect(wrong).toHaveLength(3 * 25 + 12 * 31);
    expect(wrong.filter((id) => parseCustomerId(id) !== undefined)).toEqual([]);
  });

  it('is refused with any two characters swapped, neighbours or not', () => {
    const body = fixed.replaceAll('-', '').slice(3);
    const swapped = Array.from(body).flatMap((left, a) =>
      Array.from(body).flatMap((right, b) => {
        const characters = Array.from(body);
        characters[a] = right;
        characters[b] = left;
        return left === right ? [] : [`GBX${characters.join('')}`];
      }),
    );
    expect(swapped.length).toBeGreaterThan(100);
    expect(swapped.filter((id) => parseCustomerId(id) !== undefined)).toEqual([]);
  });
});

describe('An authority', () => {
  it.each(['GB', 'GBX', 'LEEDSC'])('may be %s', (text) => expect(isAuthority(text)).toBe(true));
  it.each(['', 'G', 'gbx', 'GB1', 'LEEDSCC', 'GB-X'])('may not be %j', (text) => expect(isAuthority(text)).toBe(false));
});
