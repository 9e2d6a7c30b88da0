import { describe, expect, it } from 'vitest';
import { fieldsByName, isFieldName, readFieldNames } from '../../../src/standard/fields/all-fields.ts';
import { fieldNames } from '../../../src/standard/identity.ts';
import { gb } from '../../../src/standard/profiles/gb.ts';

describe('the fields', () => {
  it('are each found under their own name, with a key and entries of their own', () => {
    const fields = Object.values(fieldsByName);
    const entries = fields.flatMap((field) => field.entries);
    expect(fields.map(({ name }) => name)).toEqual(fieldNames);
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
    expect(new Set(entries).size).toBe(entries.length);
  });

  it.each(Object.values(fieldsByName))('$name is refused as missing at its first entry where it is blank', (field) => {
    const parsed = field.parse({}, { profile: gb, today: { year: 2025, month: 6, day: 15 } });
    expect([field.isBlank({}), parsed]).toEqual([
      true,
      { ok: false, issues: [{ code: `${field.name}/missing`, path: field.entries[0] }] },
    ]);
  });
});

describe('isFieldName', () => {
  it.each(['toString', '__proto__', 'Name', ''])('does not take %j for a field', (word) => {
    expect(isFieldName(word)).toBe(false);
  });
});

describe('readFieldNames', () => {
  it('reads a list in its order, each field once, and tells the words that name none', () => {
    const list = '  date-of-birth name\n name nickname ';
    expect(readFieldNames(list)).toEqual({ names: ['date-of-birth', 'name'], unknown: ['nickname'] });
  });
});
