import { describe, expect, it } from 'vitest';
import { previousNameField } from '../../../src/standard/fields/previous-name.ts';
import { gb } from '../../../src/standard/profiles/gb.ts';

const context = { profile: gb, today: { year: 2025, month: 6, day: 15 } };

describe('a previous name', () => {
  it('does not read the entries of the present one', () => {
    expect(previousNameField.isBlank({ 'name.given': 'Ada', 'name.family': 'Example' })).toBe(true);
  });

  it('tells what is wrong at its own entries, several at once', () => {
    const parsed = previousNameField.parse({ 'previousName.given': '.', 'previousName.family': 'A\u0000' }, context);
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} at ${path}`)).toEqual([
      'name/no-letter at previousName.given',
      'text/control-character at previousName.family',
    ]);
  });
});
