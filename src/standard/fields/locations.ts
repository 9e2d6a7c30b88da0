/**
 * The several places of a customer: each an address (postal-address.ts) with what it is for, and for each use one place that
 * comes first. Not the address where somebody lives, nor where mail goes.
 */
import type { Entries, Location, LocationUse } from '../identity.ts';
import { accepted, refused, type Issue, type Parsed } from '../issue.ts';
import { createIssue } from '../issue-code.ts';
import { type EntryName, type Field, inIdentity, type LocationUseEntry, type ParseContext } from './field.ts';
import { parsePostalAddress, postalAddressField } from './postal-address.ts';
import { moveEntries, moveIssues } from './rekey.ts';

/** Locations that are read, at most: `locations.1` to `locations.20`. */
export const mostLocations = 20;

const useEntries: Readonly<Record<LocationUse, LocationUseEntry>> = {
  'bill-to': 'billTo',
  'ship-to': 'shipTo',
  'sold-to': 'soldTo',
};
const uses: readonly LocationUse[] = ['bill-to', 'ship-to', 'sold-to'];
const numbers = Array.from({ length: mostLocations }, (_, index) => index + 1);

/** One location as it was typed, with its number. */
interface Numbered {
  readonly number: number;
  readonly location: Location;
}

/**
 * Reads `locations.1.line1` and so on as the postal address has them, and `locations.1.billTo`, `.shipTo`, `.soldTo`: each
 * `use`, or `primary` where it is the first place of that use. The only place of a use is its first without being told.
 * A location that is blank but for its uses is not there; numbers may have gaps.
 */
export function parseLocations(entries: Entries, context: ParseContext): Parsed<readonly Location[]> {
  const parsed = numbers.filter((number) => !isBlank(entries, number)).map((number) => readLocation(entries, number, context));
  if (parsed.length === 0) return refused(createIssue('locations/missing', 'locations.1.line1'));
  const issues = parsed.flatMap((location) => (location.ok ? [] : location.issues));
  const read = parsed.flatMap((location) => (location.ok ? [location.value] : []));
  const faults = [...issues, ...(issues.length > 0 ? [] : findPrimaryFaults(read))];
  if (faults.length > 0) return refused(...faults);
  return accepted(
    read.map(({ location }) => withOnlyPlaces(location, read)),
    parsed.flatMap((location) => (location.ok ? location.warnings : [])),
  );
}

function addressOf(entries: Entries, number: number): Entries {
  return moveEntries(entries, `locations.${number}`, 'postalAddress');
}

function isBlank(entries: Entries, number: number): boolean {
  return postalAddressField.isBlank(addressOf(entries, number));
}

function readLocation(entries: Entries, number: number, context: ParseContext): Parsed<Numbered> {
  const place = `locations.${number}` as const;
  const address = moveIssues(parsePostalAddress(addressOf(entries, number), context), 'postalAddress', place);
  const said = uses.map((use) => ({
    use,
    path: `${place}.${useEntries[use]}`,
    word: entries[`${place}.${useEntries[use]}`] ?? '',
  }));
  const wrong = said.filter(({ word }) => !['', 'use', 'primary'].includes(word));
  const used = said.filter(({ word }) => word !== '').map(({ use }) => use);
  const isUseMissing = used.length === 0 && context.reading !== 'record';
  const issues = [
    ...(address.ok ? [] : address.issues),
    ...wrong.map(({ path }) => createIssue('locations/use-not-valid', path)),
    ...(isUseMissing ? [createIssue('locations/use-missing', `${place}.billTo`)] : []),
  ];
  if (!address.ok || issues.length > 0) return refused(...issues);
  const primaryFor = said.filter(({ word }) => word === 'primary').map(({ use }) => use);
  return accepted({ number, location: { address: address.value, uses: used, primaryFor } }, address.warnings);
}

function findPrimaryFaults(read: readonly Numbered[]): readonly Issue[] {
  return uses.flatMap((use) => {
    const users = read.filter(({ location }) => location.uses.includes(use));
    const [first, second] = users.filter(({ location }) => location.primaryFor.includes(use));
    const pathAt = (number = 1): EntryName => `locations.${number}.${useEntries[use]}`;
    if (second) return [createIssue('locations/several-primaries', pathAt(second.number))];
    return users.length > 1 && !first ? [createIssue('locations/primary-missing', pathAt(users[0]?.number))] : [];
  });
}

/** The only location of a use is the first of it. */
function withOnlyPlaces(location: Location, read: readonly Numbered[]): Location {
  const isOnly = (use: LocationUse) => read.filter((other) => other.location.uses.includes(use)).length === 1;
  return { ...location, primaryFor: location.uses.filter((use) => location.primaryFor.includes(use) || isOnly(use)) };
}

function formatLocation(location: Location, number: number): Entries {
  const place = `locations.${number}`;
  const said = location.uses.map((use) => [use, location.primaryFor.includes(use) ? 'primary' : 'use'] as const);
  return {
    ...moveEntries(postalAddressField.format({ postalAddress: location.address }), 'postalAddress', place),
    ...Object.fromEntries(said.map(([use, word]) => [`${place}.${useEntries[use]}`, word])),
  };
}

const addressParts = ['line1', 'line2', 'town', 'region', 'postcode', 'country', 'kind', 'uprn', 'found'] as const;
const entryNames = numbers.flatMap((number) =>
  [...addressParts, ...Object.values(useEntries)].map((part): EntryName => `locations.${number}.${part}`),
);

export const locationsField: Field = {
  name: 'locations',
  key: 'locations',
  entries: ['locations.1.line1', ...entryNames.slice(1)],
  isBlank: (entries) => numbers.every((number) => isBlank(entries, number)),
  parse: (entries, context) => inIdentity(parseLocations(entries, context), (locations) => ({ locations })),
  format: ({ locations = [] }) =>
    locations.reduce<Entries>((entries, location, index) => ({ ...entries, ...formatLocation(location, index + 1) }), {}),
};
