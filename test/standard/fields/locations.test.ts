import { describe, expect, it } from 'vitest';
import { mostLocations, parseLocations } from '../../../src/standard/fields/locations.ts';
import type { Entries } from '../../../src/standard/identity.ts';
import { profiles } from '../../../src/standard/profiles.ts';

const context = { profile: profiles['us-fl'], today: { year: 2025, month: 6, day: 15 } };
const place = (number: number, uses: Entries): Entries => {
  const parts = { line1: `${number} Example St`, town: 'Testville', region: 'FL', postcode: '32399', ...uses };
  return Object.fromEntries(Object.entries(parts).map(([part, text]) => [`locations.${number}.${part}`, text]));
};
const places = (count: number) =>
  Array.from({ length: count }, (_, index) => place(index + 1, { billTo: index === 0 ? 'primary' : 'use' })).reduce<Entries>(
    (all, one) => ({ ...all, ...one }),
    {},
  );

describe('locations', () => {
  it('are read up to the last number, and no further', () => {
    const parsed = parseLocations(places(mostLocations + 1), context);
    expect(parsed.ok && parsed.value.length).toBe(mostLocations);
  });

  it('have exactly one first place for each use', () => {
    const entries = { ...place(1, { billTo: 'use', shipTo: 'primary' }), ...place(2, { shipTo: 'use', soldTo: 'use' }) };
    const parsed = parseLocations(entries, context);
    expect(parsed.ok && parsed.value.map(({ primaryFor }) => primaryFor)).toEqual([['bill-to', 'ship-to'], ['sold-to']]);
  });

  it('tell every use that has no first place, or two', () => {
    const entries = { ...place(1, { billTo: 'use', shipTo: 'primary' }), ...place(2, { billTo: 'use', shipTo: 'primary' }) };
    const parsed = parseLocations(entries, context);
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} at ${path}`)).toEqual([
      'locations/primary-missing at locations.1.billTo',
      'locations/several-primaries at locations.2.shipTo',
    ]);
  });

  it('of a record need no use', () => {
    const parsed = parseLocations(place(1, {}), { ...context, reading: 'record' });
    expect(parsed.ok && parsed.value.map(({ uses }) => uses)).toEqual([[]]);
  });
});
