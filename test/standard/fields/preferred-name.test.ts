import { describe, expect, it } from 'vitest';
import { parsePreferredName } from '../../../src/standard/fields/preferred-name.ts';

const read = (text: string) => {
  const parsed = parsePreferredName(text);
  return parsed.ok ? parsed.value : parsed.issues.map(({ code }) => code).join();
};

describe('a preferred name', () => {
  it.each([
    ['Ada', 'Ada', 'a name'],
    ['7', '7', 'a digit is enough'],
    ['😀', 'name/no-letter', 'a picture is none'],
    ['x'.repeat(10_000_000), 'name/too-long', 'ten million letters'],
    ['A\ud800', 'text/lone-surrogate', 'half of a surrogate pair'],
  ])('reads $0 as $1: $2', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
