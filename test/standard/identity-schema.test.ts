import { describe, expect, it } from 'vitest';
import { identityJsonSchema, identitySchema } from '../../src/standard/identity-schema.ts';
import { gb } from '../../src/standard/profiles/gb.ts';

const accepts = (value: unknown) => identitySchema.safeParse(value).success;

describe('identitySchema', () => {
  it.each<[unknown, string]>([
    [{}, 'nothing at all'],
    [{ name: { given: 'A'.repeat(128) } }, 'the longest part of a name'],
    [{ name: { given: '𠀀'.repeat(128) } }, 'the longest part of a name outside the basic plane'],
    [{ postalAddress: { kind: 'found', line1: '1', uprn: '100000000001' } }, 'an address that was found'],
    [{ postalAddress: { kind: 'no-fixed-address' } }, 'no fixed address'],
  ])('accepts $0: $1', (value) => {
    expect(accepts(value)).toBe(true);
  });

  it.each<[unknown, string]>([
    [null, 'null'],
    [[], 'a list'],
    [{ name: 'Ada' }, 'a name that is text'],
    [{ name: { given: '' } }, 'an empty part'],
    [{ name: { given: 'A'.repeat(257) } }, 'a part without end'],
    [{ name: { given: 'Ada', title: 'Dr' } }, 'a part that nobody knows'],
    [{ nickname: 'Ada' }, 'a field that nobody knows'],
    [{ dateOfBirth: '1985-03-27' }, 'a date that is text'],
    [{ dateOfBirth: { year: 1985, month: 13, day: 1 } }, 'month 13'],
    [{ dateOfBirth: { year: 1985.5, month: 1, day: 1 } }, 'half a year'],
    [{ postalAddress: { line1: '1' } }, 'an address of no kind'],
    [{ postalAddress: { kind: 'written', country: 'gb' } }, 'a country in small letters'],
    [{ emailAddress: 'a'.repeat(255) }, 'an e-mail address without end'],
    [{ telephoneNumber: { typed: '1', e164: '07700900123' } }, 'a number that is not E.164'],
    [{ emailAddress: undefined }, 'a field that is there and is nothing'],
  ])('refuses $0: $1', (value) => {
    expect(accepts(value)).toBe(false);
  });
});

describe('identityJsonSchema', () => {
  const schema = identityJsonSchema(gb);

  it('is JSON Schema 2020-12 of an object that takes no other members', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
    });
  });

  it('requires what the profile requires', () => {
    expect(schema['required']).toEqual(['name', 'dateOfBirth', 'postalAddress']);
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});
