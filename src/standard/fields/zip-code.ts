/**
 * A ZIP code and the state it stands with: what profile `us-fl` reads of an address beside its lines. Not whether a ZIP code is
 * in use, which only an address file knows.
 */
import type { Entries, PostalAddress } from '../identity.ts';
import { accepted, refused, type Issue, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import type { PostcodeReading } from '../profiles/profile.ts';
import { findUnwantedCharacter, tidy, withoutPunctuation } from '../text.ts';
import { usStates } from '../us-states.ts';
import { readEntry, type EntryName } from './field.ts';

const zipCodePath: EntryName = 'postalAddress.postcode';
const statePath: EntryName = 'postalAddress.region';

/** Five digits or nine, in any punctuation. Canonical: `32399`, `32399-0001`. */
export function parseZipCode(typed: string): Parsed<string> {
  const tidied = tidy(typed);
  const unwanted = findUnwantedCharacter(tidied, zipCodePath);
  if (unwanted) return refused(unwanted);
  const digits = withoutPunctuation(tidied);
  const fault = findZipCodeFault(digits);
  if (fault) return refused(createIssue(fault, zipCodePath));
  return accepted(digits.length === 5 ? digits : `${digits.slice(0, 5)}-${digits.slice(5)}`);
}

function findZipCodeFault(text: string): IssueCode | undefined {
  if (text === '') return 'postal-address/zip-code-missing';
  if (!/^\d{1,9}$/u.test(text)) return 'postal-address/zip-code-not-valid';
  return text.length === 5 || text.length === 9 ? undefined : 'postal-address/zip-code-incomplete';
}

const statesBySpelling = new Map(
  Object.entries(usStates).flatMap(([code, { name, otherSpellings = [] }]) =>
    [code, name, ...otherSpellings].map((spelling) => [letters(spelling), code] as const),
  ),
);

/** A state, territory or state of the armed forces by its two letters, its name, or an older abbreviation. Canonical: two letters. */
export function parseUsState(typed: string): Parsed<string> {
  const tidied = tidy(typed);
  if (tidied === '') return refused(createIssue('postal-address/region-missing', statePath));
  const unwanted = findUnwantedCharacter(tidied, statePath);
  if (unwanted) return refused(unwanted);
  const code = statesBySpelling.get(letters(tidied));
  return code === undefined ? refused(createIssue('postal-address/region-not-valid', statePath)) : accepted(code);
}

function letters(text: string): string {
  return withoutPunctuation(text).toUpperCase();
}

/** What profile `us-fl` reads of an address beside its lines: state and ZIP code, and whether they belong together. */
export function readUsPostcode(entries: Entries): PostcodeReading {
  const state = parseUsState(entries[statePath] ?? '');
  const zipCode = parseZipCode(entries[zipCodePath] ?? '');
  const read = {
    ...(state.ok ? { region: state.value } : {}),
    ...(zipCode.ok ? { postcode: zipCode.value } : {}),
    country: 'US',
  };
  const issues = [...(state.ok ? [] : state.issues), ...(zipCode.ok ? [] : zipCode.issues)];
  return { read, issues, doubts: findDoubts(read, readEntry(entries, 'postalAddress.town')) };
}

const forcesStates = new Set(['AA', 'AE', 'AP']);

function findDoubts({ region, postcode }: Pick<PostalAddress, 'region' | 'postcode'>, town: string): readonly Issue[] {
  if (region === undefined) return [];
  const isForcesTown = /^[adf]po$/iu.test(withoutPunctuation(town));
  const isForcesState = forcesStates.has(region);
  const isTownKnown = town !== '';
  return [
    ...(isTownKnown && isForcesTown !== isForcesState ? [createIssue('postal-address/forces-town', 'postalAddress.town')] : []),
    ...(postcode !== undefined && !hasZipCode(region, postcode)
      ? [createIssue('postal-address/zip-code-of-other-region', zipCodePath)]
      : []),
  ];
}

/** Whether a state has ZIP codes that begin like this one. */
function hasZipCode(state: string, zipCode: string): boolean {
  const five = zipCode.slice(0, 5);
  const ranges = usStates[state]?.zipCodes.split(' ') ?? [];
  return ranges.some((range) => five >= range.slice(0, 5) && five <= range.slice(-5));
}
