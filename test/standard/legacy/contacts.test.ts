/** How addresses, e-mail addresses, telephone numbers and codes of legacy records are read: a row per habit of a system. */
import { describe, expect, it } from 'vitest';
import { normaliseEmailAddress } from '../../../src/standard/legacy/email-address.ts';
import { normaliseIdentifiers } from '../../../src/standard/legacy/identifier.ts';
import type { Change } from '../../../src/standard/legacy/change.ts';
import { normalisePostalAddress } from '../../../src/standard/legacy/postal-address.ts';
import { normaliseTelephoneNumber } from '../../../src/standard/legacy/telephone-number.ts';
import { profiles } from '../../../src/standard/profiles.ts';

const addressOf = (columns: Record<string, string>, country = 'GB') => {
  const pathOf = (part: string) => (part === 'whole' ? 'postalAddress' : `postalAddress.${part}`);
  const named = Object.entries(columns).map(([part, text]) => [pathOf(part), text] as const);
  const { kind: _kind, country: _country, ...parts } = normalisePostalAddress(Object.fromEntries(named), country).value ?? {};
  return parts;
};

describe('a postal address of the United Kingdom', () => {
  it.each<[Record<string, string>, Record<string, string>, string]>([
    [{ whole: '14 HIGH STREET, LEEDS, LS1 4AP' }, { line1: '14 High Street', town: 'Leeds', postcode: 'LS1 4AP' }, 'one line'],
    [
      { whole: '14 HIGH STREET LEEDS LS14AP' },
      { line1: '14 High Street', town: 'Leeds', postcode: 'LS1 4AP' },
      'without a comma',
    ],
    [{ whole: '14 High Street\nLeeds\nLS1 4AP' }, { line1: '14 High Street', town: 'Leeds', postcode: 'LS1 4AP' }, 'over lines'],
    [
      { whole: 'Flat 2, 14 High Street, Guildford, Surrey, GU1 4AP' },
      { line1: 'Flat 2', line2: '14 High Street', town: 'Guildford', region: 'Surrey', postcode: 'GU1 4AP' },
      'a flat and a county',
    ],
    [{ whole: '14, High Street, Leeds' }, { line1: '14 High Street', town: 'Leeds' }, 'a comma behind the number'],
    [{ whole: '32 kins street', postcode: 'BN1 3AE' }, { line1: '32 Kins Street', postcode: 'BN1 3AE' }, 'a street alone'],
    [{ whole: 'c/o Ms Example, 14 High Street, Leeds' }, { line1: '14 High Street', town: 'Leeds' }, 'care of'],
    [{ houseNumber: '7.0', street: 'wallaby place' }, { line1: '7 Wallaby Place' }, 'a number that was a fraction'],
    [
      { line1: '14 High Street', town: 'LEEDS LS1 4AP' },
      { line1: '14 High Street', town: 'Leeds', postcode: 'LS1 4AP' },
      'behind the town',
    ],
    [{ postcode: 'LSI 4AP' }, { postcode: 'LS1 4AP' }, 'I for 1'],
    [{ postcode: 'SWlA 1AA' }, { postcode: 'SW1A 1AA' }, 'small L for 1'],
    [{ postcode: 'M1 OSE' }, { postcode: 'M1 0SE' }, 'O for 0'],
    [{ postcode: '0X1 2JD' }, { postcode: 'OX1 2JD' }, '0 for O'],
    [{ postcode: 'ls14ap' }, { postcode: 'LS1 4AP' }, 'no space, small letters'],
    [{ postcode: '2119' }, { postcode: '2119' }, 'another country’s is kept'],
    [{ postcode: 'n/a', line1: '1 Example Street' }, { line1: '1 Example Street' }, 'none'],
    [{ town: 'UNKNOWN' }, {}, 'a placeholder'],
    [{ line1: 'No fixed abode' }, {}, 'no address'],
  ])('reads %j as %j: %s', (columns, parts) => {
    expect(addressOf(columns)).toEqual(parts);
  });

  it('says that there is no fixed address', () => {
    expect(normalisePostalAddress({ postalAddress: 'NFA, LEEDS' }, 'GB').value).toEqual({ kind: 'no-fixed-address' });
  });

  it('knows the islands that share the postcodes', () => {
    expect(normalisePostalAddress({ 'postalAddress.postcode': 'JE2 3AB' }, 'GB').value?.country).toBe('JE');
  });
});

describe('a postal address of the United States', () => {
  it.each<[Record<string, string>, Record<string, string>, string]>([
    [
      { whole: '100 EXAMPLE ST APT 4, TALLAHASSEE, FL 32301' },
      { line1: '100 Example St Apt 4', town: 'Tallahassee', region: 'FL', postcode: '32301' },
      'one line',
    ],
    [
      { whole: '100 EXAMPLE ST TALLAHASSEE FL 32301-1234' },
      { line1: '100 Example St', town: 'Tallahassee', region: 'FL', postcode: '32301-1234' },
      'without a comma',
    ],
    [{ postcode: '323011234' }, { postcode: '32301-1234' }, 'nine digits'],
    [{ postcode: '32301-0000' }, { postcode: '32301' }, 'four zeros for none'],
    [{ postcode: '2139' }, { postcode: '02139' }, 'a spreadsheet lost the zero'],
    [{ postcode: '3230l' }, { postcode: '32301' }, 'small L for 1'],
  ])('reads %j as %j: %s', (columns, parts) => {
    expect(addressOf(columns, 'US')).toEqual(parts);
  });
});

describe('normaliseEmailAddress', () => {
  it.each<[string, string | undefined, string]>([
    ['ada@example.com', 'ada@example.com', 'as it should be'],
    [' ADA @EXAMPLE.COM, ', 'ada@example.com', 'capitals, a space inside, a comma behind'],
    ['mailto:ada@example.com', 'ada@example.com', 'a link'],
    ['Ada Example <ada@example.com>', 'ada@example.com', 'a name before'],
    ['ada@example.com; bea@example.com', 'ada@example.com', 'two'],
    ['ada@example,com', 'ada@example.com', 'a comma for a full stop'],
    ['ada@@example..com', 'ada@example.com', 'typed twice'],
    ['ada@examplecom', 'ada@examplecom', 'no full domain: the first half still says much'],
    ['test@example.com', undefined, 'a placeholder'],
    ['none@none.com', undefined, 'a placeholder'],
    ['N/A', undefined, 'a placeholder in words'],
    ['ada.example.com', undefined, 'no @'],
  ])('reads %j as %j: %s', (emailAddress, expected) => {
    expect(normaliseEmailAddress({ emailAddress }).value).toBe(expected);
  });
});

describe('normaliseTelephoneNumber', () => {
  const read = (telephoneNumber: string, id: 'gb' | 'us-fl' = 'gb') =>
    normaliseTelephoneNumber({ telephoneNumber }, profiles[id].telephone).value;

  it.each<[string, string | undefined, string]>([
    ['07700 900123', '+447700900123', 'as it is dialled'],
    ['7700900123', '+447700900123', 'a spreadsheet lost the zero'],
    ['7700900123.0', '+447700900123', 'a fraction'],
    ['+44 (0)7700 900123', '+447700900123', 'a trunk prefix in brackets'],
    ['0044-7700-900123', '+447700900123', 'an exit prefix'],
    ['447700900123', '+447700900123', 'a calling code without plus'],
    ['07700 900123 (mum)', '+447700900123', 'a remark'],
    ['01632 960001 / 07700 900123', '+441632960001', 'two: the first'],
    ['960123', undefined, 'no area code'],
    ['+33 1 99 00 12 34', '+33199001234', 'abroad'],
  ])('reads %j as %j: %s', (text, e164) => {
    expect(read(text)?.e164).toBe(e164);
  });

  it('keeps the extension', () => {
    expect(read('01632 960001 ext. 12')).toMatchObject({ e164: '+441632960001', extension: '12' });
  });

  it.each(['00000000000', '07777777777', '1111111', '01234567890', 'none', '12', 'ex-directory'])('takes %j for none', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it.each(['850-555-0100', '(850) 555-0100', '1 850 555 0100', '+1.850.555.0100'])('reads %j in Florida', (text) => {
    expect(read(text, 'us-fl')?.e164).toBe('+18505550100');
  });
});

describe('normaliseIdentifiers', () => {
  const read = (columns: Record<string, string>) => {
    const changes: Change[] = [];
    return [normaliseIdentifiers(columns, changes), changes.map(({ code }) => code)];
  };

  it.each<[string, Record<string, string> | undefined, string[], string]>([
    ['00-12 34', { card: '001234' }, ['identifier/rewritten'], 'separators'],
    ['1804974', { card: '1804974' }, [], 'as it is'],
    ['1804974.0', { card: '1804974' }, ['identifier/rewritten'], 'a fraction'],
    ['000-00-0000', undefined, ['identifier/placeholder'], 'one digit'],
    ['123456789', undefined, ['identifier/placeholder'], 'digits in their order'],
    ['N/A', undefined, ['text/placeholder'], 'words'],
  ])('reads %j as %j: %s', (text, values, codes) => {
    expect(read({ 'identifier.card': text })).toEqual([values, codes]);
  });
});
