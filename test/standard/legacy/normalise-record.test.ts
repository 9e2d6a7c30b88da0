import { describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/standard/identity.ts';
import type { LegacyIdentity } from '../../../src/standard/legacy/legacy-identity.ts';
import { normaliseRecord } from '../../../src/standard/legacy/normalise-record.ts';
import { profiles } from '../../../src/standard/profiles.ts';

const options = { profile: profiles.gb, today: { year: 2025, month: 6, day: 15 } };
const read = (columns: Record<string, string>) => normaliseRecord(columns, options);
const codesOf = (columns: Record<string, string>) => read(columns).changes.map(({ code }) => code);

describe('normaliseRecord', () => {
  it('takes an empty record', () => {
    expect(read({})).toEqual({ identity: {}, changes: [] });
  });

  it('leaves a record alone that keeps the standard', () => {
    const columns = {
      'name.given': 'Ada',
      'name.family': 'Example',
      dateOfBirth: '1985-03-27',
      'postalAddress.line1': '1 Example Street',
      'postalAddress.town': 'Leeds',
      'postalAddress.postcode': 'LS1 4AP',
      emailAddress: 'ada@example.com',
      telephoneNumber: '+447700900123',
    };
    expect(read(columns)).toEqual({
      identity: {
        name: { given: 'Ada', family: 'Example' },
        dateOfBirth: { year: 1985, month: 3, day: 27 },
        postalAddress: { kind: 'written', line1: '1 Example Street', town: 'Leeds', postcode: 'LS1 4AP', country: 'GB' },
        emailAddress: 'ada@example.com',
        telephoneNumber: { typed: '+447700900123', e164: '+447700900123' },
      },
      changes: [],
    });
  });

  it('reads a record as an old system holds it, and says what it did', () => {
    const columns = {
      'name.full': 'MR EXAMPLE, ADAM J',
      dateOfBirth: '27031985',
      postalAddress: 'FLAT 2, 14 HIGH STREET, LEEDS, LS1 4AP',
      emailAddress: ' ADAM@EXAMPLE.COM,',
      telephoneNumber: '07700 900123',
      'identifier.library': '00-12 34',
      'category.ward': 'UNKNOWN',
    };
    const { identity, changes } = read(columns);
    expect(identity).toEqual({
      name: { given: 'Adam', middle: 'J', family: 'Example', full: 'MR EXAMPLE, ADAM J' },
      dateOfBirth: { year: 1985, month: 3, day: 27 },
      postalAddress: {
        kind: 'written',
        line1: 'Flat 2',
        line2: '14 High Street',
        town: 'Leeds',
        postcode: 'LS1 4AP',
        country: 'GB',
      },
      emailAddress: 'adam@example.com',
      telephoneNumber: { typed: '07700 900123', e164: '+447700900123' },
      identifiers: { library: '001234' },
    });
    expect(new Set(changes.map(({ code }) => code))).toEqual(
      new Set([
        'name/title-apart',
        'name/one-string',
        'name/family-first',
        'name/letter-case',
        'date-of-birth/rewritten',
        'postal-address/postcode-found',
        'postal-address/town-found',
        'postal-address/letter-case',
        'email-address/rewritten',
        'email-address/letter-case',
        'telephone-number/rewritten',
        'identifier/rewritten',
        'text/placeholder',
      ]),
    );
  });

  it('takes no organisation for a person', () => {
    const { identity } = read({ 'name.family': 'EXAMPLE FOODS LTD' });
    expect(identity).toEqual({ customerKind: 'organisation', organisation: { legalName: 'EXAMPLE FOODS LTD' } });
    expect(codesOf({ 'name.family': 'EXAMPLE FOODS LTD' })).toEqual(['name/organisation']);
  });

  it.each<[Record<string, string>, string | undefined, string | undefined, string]>([
    [{ customerKind: 'organisation', 'name.full': 'Ada Example' }, 'organisation', undefined, 'a shop named as a person'],
    [
      { customerKind: ' PERSON ', 'name.family': 'Church Ltd', 'name.given': 'Ada' },
      'person',
      'Church Ltd',
      'a person named as a firm',
    ],
    [
      { customerKind: 'ORGANISATION', 'organisation.legalName': 'Example Ltd', 'name.given': 'Ada', 'name.family': 'Example' },
      'organisation',
      'Example',
      'who works there',
    ],
    [{ customerKind: 'cat', 'name.given': 'Ada', 'name.family': 'Example' }, undefined, 'Example', 'a kind that is none'],
  ])('heeds the kind of customer in %j: %s, surname %s (%s)', (columns, kind, family) => {
    const { customerKind, name } = read(columns).identity;
    expect([customerKind, name?.family]).toEqual([kind, family]);
  });

  it.each<[Record<string, string>, boolean, string]>([
    [{ 'name.family': 'Featherstonehaug' }, true, 'sixteen letters, of which an end may be missing'],
    [{ 'name.family': 'Featherstonehaugh' }, false, 'seventeen'],
    [{ 'name.family': 'Featherstone    ' }, false, 'padded to sixteen'],
    [{ 'name.given': 'Maria Magdalena de l' }, true, 'twenty, cut inside a word'],
    [{ 'name.full': 'Alexandra Example' }, false, 'a whole name of ordinary length'],
    [{ 'name.full': 'EXAMPLE, MARIA MAGDALENA DE LA' }, true, 'thirty'],
    [{ 'postalAddress.line1': 'Flat 12, Exampleborough House,' }, false, 'thirty, but it ends with a comma'],
    [{ 'postalAddress.line1': '144 Upper Examplethorpe Street' }, false, 'thirty, but it ends as streets do'],
    [{ 'postalAddress.line1': '144 Upper Exampleborough Stree' }, true, 'thirty, and the street is cut'],
    [{ postalAddress: '14 High Street, Leeds, LS1 4AP' }, false, 'thirty, but it ends with a postcode'],
    [{ emailAddress: 'a@abcdefghi.org' }, false, 'an address of another kind'],
  ])('says of %j whether it is perhaps cut short: %s, %s', (columns, isMarked) => {
    expect(codesOf(columns).includes('text/perhaps-cut-short')).toBe(isMarked);
  });

  it('leaves out what says nothing', () => {
    const columns = {
      'name.given': 'UNKNOWN',
      dateOfBirth: '1900-01-01',
      emailAddress: 'test@example.com',
      telephoneNumber: '00000000000',
      'identifier.number': '0000000',
    };
    expect(read(columns).identity).toEqual({});
  });

  it('ignores columns that it does not know', () => {
    expect(read({ colour: 'red' })).toEqual({ identity: {}, changes: [] });
  });

  it('gives what any captured identity is too', () => {
    const captured: Identity = { name: { given: 'Ada' }, dateOfBirth: { year: 1985, month: 3, day: 27 } };
    const legacy: LegacyIdentity = captured;
    expect(legacy).toBe(captured);
  });
});
