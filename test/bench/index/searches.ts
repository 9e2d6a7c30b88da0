/** What is searched for: the file's own people as their records have them, spread over the file, and strangers among them. */
import { openRows } from '../../../src/cli/rows.ts';
import { readColumnMap } from '../../../src/cli/columns.ts';
import type { Identity } from '../../../src/standard/identity.ts';
import { normaliseRecord, profiles } from '../../../src/standard/index.ts';

const wanted = 2_000;
const today = { year: 2026, month: 6, day: 15 };

/** Identities that say enough for a search; every tenth is nobody's in the file. */
export async function readSearches(file: string): Promise<readonly Identity[]> {
  const columns = await readColumnMap(file.replace('.csv', '.columns.json'));
  const { rows } = await openRows(file, { columns, onProgress: () => undefined });
  const all: Identity[] = [];
  for await (const row of rows) if ('values' in row) all.push(...readSearch(row.values));
  const step = Math.max(1, Math.floor(all.length / wanted));
  // Coprime to the length of the list, so that calls one after another are for people far apart.
  return all
    .filter((_, index) => index % step === 0)
    .map((identity, index) => (index % 10 === 9 ? stranger(identity) : identity));
}

function readSearch(values: Readonly<Record<string, string>>): readonly Identity[] {
  const { name, dateOfBirth, postalAddress } = normaliseRecord(values, { profile: profiles.gb, today }).identity;
  const { year, month, day } = dateOfBirth ?? {};
  if (name?.given === undefined || name.family === undefined || postalAddress?.postcode === undefined) return [];
  if (year === undefined || month === undefined || day === undefined) return [];
  return [{ name, dateOfBirth: { year, month, day }, postalAddress }];
}

/** The same place and another person. */
function stranger(identity: Identity): Identity {
  return { ...identity, name: { given: 'Quillon', family: 'Ostrander' }, dateOfBirth: { year: 1911, month: 11, day: 1 } };
}
