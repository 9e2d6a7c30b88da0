/**
 * Completeness: a field has the same basename everywhere, so that it is known where to look. A new field in the standard
 * fails here until it can be typed in, compared, tested and shown by example.
 */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { profiles } from '../src/standard/index.ts';
import { offeredFields } from '../src/standard/offered-fields.ts';

const places = [
  'src/standard/fields/*.ts',
  'src/standard/conformance/*.json',
  'src/form/fields/*.ts',
  'src/matching/comparisons/*.ts',
  'test/standard/fields/*.test.ts',
];
const at = (place: string) => fileURLToPath(new URL(`../${place}`, import.meta.url));
const fields = [...new Set(Object.values(profiles).flatMap((profile) => [...profile.fields]))];
const offered = [...new Set(Object.values(offeredFields).flat())];

describe('Every field of a profile', () => {
  it.each(fields.flatMap((field) => places.map((place) => place.replace('*', field))))('has %s', (file) => {
    expect(existsSync(at(file))).toBe(true);
  });

  const placesOfAny = places.filter((place) => !place.startsWith('src/matching'));

  it.each(offered.flatMap((field) => placesOfAny.map((place) => place.replace('*', field))))(
    'can be asked, also where it is off by default: %s',
    (file) => {
      expect(existsSync(at(file))).toBe(true);
    },
  );

  it('is the only thing with an element template', () => {
    const templates = readdirSync(at('src/form/fields')).map((file) => file.replace(/\.ts$/, ''));
    expect(templates.filter((name) => !offered.some((field) => name.startsWith(field)) && name !== 'field')).toEqual([]);
  });
});
