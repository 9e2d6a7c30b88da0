/**
 * A federal employer identification number, FEIN: what the Internal Revenue Service gives to an organisation. Its shape; an
 * unknown prefix is only a warning, for new ones come into use.
 */
import { accepted, type Issue, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import type { EntryName } from './field.ts';
import { readIdentifier } from './written-identifier.ts';

const path: EntryName = 'organisation.federalEmployerIdentificationNumber';

/** The two digits that no campus of the Internal Revenue Service, nor its Internet service, has given out. */
const unusedPrefixes = new Set('00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97'.split(' '));

/** The example of our own words: no number begins with 00. */
const example = '001234567';

/** Nine digits in any punctuation. Canonical: the digits. */
export function parseFederalEmployerIdentificationNumber(typed: string): Parsed<string> {
  const read = readIdentifier(typed, path, findFault);
  return read.ok ? accepted(read.value, findDoubts(read.value)) : read;
}

function findFault(digits: string): IssueCode | undefined {
  if (!/^\d{9}$/u.test(digits)) return 'federal-employer-identification-number/not-nine-digits';
  return digits === example ? 'federal-employer-identification-number/example' : undefined;
}

function findDoubts(digits: string): readonly Issue[] {
  const isUnused = unusedPrefixes.has(digits.slice(0, 2));
  return isUnused ? [createIssue('federal-employer-identification-number/unknown-prefix', path)] : [];
}
