import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { compareEditions, type Edition } from '../../src/standard/editions.ts';
import { acceptedVersions, standardVersion } from '../../src/standard/version.ts';
import { describePresentEdition } from './present-edition.ts';

const folder = new URL('../../src/standard/editions/', import.meta.url);
const texts = z.array(z.string());
const field = z.strictObject({
  usual: z.boolean(),
  required: z.boolean(),
  purposeNeeded: z.boolean(),
  entries: texts,
  issues: texts,
  warnings: texts,
  matchStrength: z.int(),
});
const profile = z.strictObject({
  country: z.string(),
  locale: z.string(),
  dateOrder: texts,
  oldestAge: z.int(),
  fields: z.record(z.string(), field),
});
const edition = z.strictObject({
  standardVersion: z.string(),
  minimumMatchStrength: z.int(),
  profiles: z.record(z.string(), profile),
  examples: z.record(z.string(), z.record(z.string(), z.string())),
});

function readEdition(version: string): Edition {
  return edition.parse(JSON.parse(readFileSync(new URL(`${version}.json`, folder), 'utf8')));
}

const frozen = readEdition(standardVersion);
const present = describePresentEdition();
const major = (version: string) => version.split('.')[0];

/** The versions that there are files of, the earliest first. */
const versions = readdirSync(folder)
  .map((file) => file.replace(/\.json$/u, ''))
  .toSorted((left, right) => left.localeCompare(right, 'en', { numeric: true }));
const neighbours = versions
  .slice(1)
  .map((version, index) => [versions[index] ?? '', version] as const)
  .filter(([earlier, later]) => major(earlier) === major(later));

describe('the frozen editions', () => {
  it('are there for every version that is accepted', () => {
    expect(versions).toEqual(expect.arrayContaining([...acceptedVersions]));
    expect(versions.at(-1)).toBe(standardVersion);
  });

  it.each(versions)('say of themselves which version they are: %s', (version) => {
    expect(readEdition(version).standardVersion).toBe(version);
  });

  it('have in the present one exactly what the code does: a change of the standard needs a new version', () => {
    expect({ ...present, examples: {} }).toEqual({ ...frozen, examples: {} });
  });

  it('hold examples that still come out as they did; further ones may be added', () => {
    const changes = compareEditions(frozen, present).filter(({ part }) => part === 'example');
    expect(changes.filter(({ change }) => change !== 'added')).toEqual([]);
  });

  it.each(neighbours)('take nothing away and ask for nothing more from %s to %s, which are of one major version', (from, to) => {
    const changes = compareEditions(readEdition(from), readEdition(to));
    const lost = changes.filter(({ change, part }) => change === 'removed' && part !== 'issue' && part !== 'warning');
    const demanded = changes.filter(({ part, to: now }) => (part === 'required' || part === 'purposeNeeded') && now === 'true');
    const refused = changes.filter(({ part, from: was }) => part === 'example' && was?.startsWith('accepted'));
    expect([...lost, ...demanded, ...refused.filter(({ to: now }) => !now?.startsWith('accepted'))]).toEqual([]);
  });
});

describe('compareEditions', () => {
  const name = {
    usual: true,
    required: false,
    purposeNeeded: false,
    entries: ['name.given'],
    issues: ['name/missing'],
    warnings: [],
    matchStrength: 3,
  };
  const gb = { country: 'GB', locale: 'en-GB', dateOrder: ['day', 'month', 'year'], oldestAge: 125, fields: { name } };
  const one: Edition = {
    standardVersion: '1.0',
    minimumMatchStrength: 9,
    profiles: { gb },
    examples: { name: { plain: 'accepted', nothing: 'refused: name/missing' } },
  };
  const withName = (changed: Partial<typeof name>): Edition => ({
    ...one,
    profiles: { gb: { ...gb, fields: { name: { ...name, ...changed } } } },
  });

  it('finds nothing between an edition and itself under another version', () => {
    expect(compareEditions(one, { ...one, standardVersion: '1.1' })).toEqual([]);
  });

  it.each<[string, Edition, object]>([
    [
      'a setting of all',
      { ...one, minimumMatchStrength: 10 },
      { change: 'changed', part: 'minimumMatchStrength', from: '9', to: '10' },
    ],
    [
      'a setting of a profile',
      { ...one, profiles: { gb: { ...gb, dateOrder: ['month', 'day', 'year'] } } },
      { change: 'changed', part: 'dateOrder', profile: 'gb', from: 'day month year', to: 'month day year' },
    ],
    [
      'a setting of a field',
      withName({ required: true }),
      { change: 'changed', part: 'required', profile: 'gb', field: 'name', from: 'false', to: 'true' },
    ],
    [
      'an entry',
      withName({ entries: ['name.given', 'name.full'] }),
      { change: 'added', part: 'entry', profile: 'gb', field: 'name', name: 'name.full' },
    ],
    [
      'an issue',
      withName({ issues: [] }),
      { change: 'removed', part: 'issue', profile: 'gb', field: 'name', name: 'name/missing' },
    ],
    [
      'a field, and nothing of what is in it',
      { ...one, profiles: { gb: { ...gb, fields: { name, organisation: name } } } },
      { change: 'added', part: 'field', profile: 'gb', field: 'organisation', name: 'organisation' },
    ],
    [
      'a profile, and nothing of what is in it',
      { ...one, profiles: {} },
      { change: 'removed', part: 'profile', profile: 'gb', name: 'gb' },
    ],
    [
      'what came of an example',
      { ...one, examples: { name: { plain: 'accepted', nothing: 'absent' } } },
      { change: 'changed', part: 'example', field: 'name', name: 'nothing', from: 'refused: name/missing', to: 'absent' },
    ],
    [
      'an example that is gone',
      { ...one, examples: { name: { plain: 'accepted' } } },
      { change: 'removed', part: 'example', field: 'name', name: 'nothing' },
    ],
  ])('finds %s', (_what, later, change) => {
    expect(compareEditions(one, later)).toEqual([change]);
  });
});
