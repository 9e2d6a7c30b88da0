/**
 * Reads the fields that few legacy records have: earlier and preferred names, further addresses, and identifiers that the standard
 * knows by name. Each by the rules of its sibling (name.ts, postal-address.ts), only in other columns.
 */
import type { Location, LocationUse } from '../identity.ts';
import type { Change, Normalised } from './change.ts';
import { normaliseIdentifier } from './identifier.ts';
import type { Columns, LegacyIdentity } from './legacy-identity.ts';
import { readValue } from './legacy-text.ts';
import { normaliseName } from './name.ts';
import { normalisePostalAddress } from './postal-address.ts';

/** Reads the columns of one field; `country` (ISO 3166-1 alpha-2) is where the record's system stands. */
type Reader = (columns: Columns, changes: Change[], country: string) => LegacyIdentity;

const readers: Readonly<Record<string, Reader>> = {
  previousName: (columns, changes) => {
    const name = moved(columns, { from: 'previousName', to: 'name', changes }, (own) => normaliseName(own))?.name;
    return name ? { previousName: name } : {};
  },
  preferredName: (columns, changes) => asText('preferredName', readValue(columns, 'preferredName', changes)),
  mailingAddress: (columns, changes, country) => {
    const address = moved(columns, { from: 'mailingAddress', to: 'postalAddress', changes }, (own) =>
      normalisePostalAddress(own, country),
    );
    return address ? { mailingAddress: address } : {};
  },
  locations: (columns, changes, country) => {
    const locations = readLocations(columns, changes, country);
    return locations.length > 0 ? { locations } : {};
  },
  nationalInsuranceNumber: (columns, changes) => asCode('nationalInsuranceNumber', columns, changes),
  nhsNumber: (columns, changes) => asCode('nhsNumber', columns, changes),
  driverLicense: (columns, changes) => asCode('driverLicense', columns, changes),
  socialSecurityNumber: (columns, changes) => asCode('socialSecurityNumber', columns, changes),
  individualTaxpayerNumber: (columns, changes) => asCode('individualTaxpayerNumber', columns, changes),
};

/** Reads what there is of them; `changes` takes what was done. */
export function normaliseFurtherFields(columns: Columns, changes: Change[], country: string): LegacyIdentity {
  let identity: LegacyIdentity = {};
  const read = new Set<string>();
  for (const path in columns) {
    const dot = path.indexOf('.');
    const field = dot < 0 ? path : path.slice(0, dot);
    const reader = Object.hasOwn(readers, field) ? readers[field] : undefined;
    if (reader === undefined || read.has(field)) continue;
    read.add(field);
    identity = { ...identity, ...reader(columns, changes, country) };
  }
  return identity;
}

type TextKey =
  | 'preferredName'
  | 'nationalInsuranceNumber'
  | 'nhsNumber'
  | 'driverLicense'
  | 'socialSecurityNumber'
  | 'individualTaxpayerNumber';

function asText(key: TextKey, text: string): LegacyIdentity {
  return text === '' ? {} : { [key]: text };
}

function asCode(key: TextKey, columns: Columns, changes: Change[]): LegacyIdentity {
  return asText(key, normaliseIdentifier(columns, key, changes));
}

/** Reads the columns below one name as if they stood below another, and tells of the changes where they really are. */
function moved<T>(
  columns: Columns,
  { from, to, changes }: { readonly from: string; readonly to: string; readonly changes: Change[] },
  normalise: (columns: Columns) => Normalised<T>,
): T | undefined {
  const own = Object.entries(columns).filter(([path]) => path === from || path.startsWith(`${from}.`));
  const read = normalise(Object.fromEntries(own.map(([path, text]) => [to + path.slice(from.length), text])));
  for (const change of read.changes) changes.push({ ...change, path: from + change.path.slice(to.length) });
  return read.value;
}

const useColumns: readonly (readonly [LocationUse, string])[] = [
  ['bill-to', 'billTo'],
  ['ship-to', 'shipTo'],
  ['sold-to', 'soldTo'],
];

/** `locations.1.line1` and so on, with `.billTo`, `.shipTo` and `.soldTo`: `use`, or `primary` for the first place of that use. */
function readLocations(columns: Columns, changes: Change[], country: string): readonly Location[] {
  const numbers = new Set(Object.keys(columns).flatMap((path) => /^locations\.(\d{1,3})\./u.exec(path)?.[1] ?? []));
  const ordered = [...numbers].sort((a, b) => Number(a) - Number(b));
  return ordered.flatMap((number) => {
    const place = `locations.${number}`;
    const address = moved(columns, { from: place, to: 'postalAddress', changes }, (own) => normalisePostalAddress(own, country));
    if (!address) return [];
    const said = useColumns.map(([use, column]) => ({ use, word: columns[`${place}.${column}`]?.trim().toLowerCase() ?? '' }));
    const uses = said.filter(({ word }) => word === 'use' || word === 'primary').map(({ use }) => use);
    return [{ address, uses, primaryFor: said.filter(({ word }) => word === 'primary').map(({ use }) => use) }];
  });
}
