/**
 * An organisation: its legal name, and perhaps the name it trades under, the organisation it belongs to, and its federal number
 * where a purpose is stated. Not whether a register knows it.
 */
import type { Entries, Organisation } from '../identity.ts';
import { accepted, refused, type Parsed } from '../issue.ts';
import { createIssue } from '../issue-code.ts';
import { findFaultInWords } from '../text.ts';
import { areBlank, formatParts, inIdentity, readParts, type EntryName, type Field, type ParseContext } from './field.ts';
import { parseFederalEmployerIdentificationNumber } from './federal-employer-identification-number.ts';

/** Characters (code points) in a name of an organisation, at most. */
export const longestOrganisationName = 256;

const names = ['legalName', 'tradingName', 'parent'] as const;
const numberPart = 'federalEmployerIdentificationNumber';
const entryNames = ([...names, numberPart] as const).map((part): EntryName => `organisation.${part}`);

/**
 * Reads `organisation.legalName`, required, `.tradingName`, `.parent` (its name or customer ID), and with a stated purpose
 * `.federalEmployerIdentificationNumber`. Of a record the trading name stands for a legal name that is missing.
 */
export function parseOrganisation(entries: Entries, { profile, reading }: ParseContext): Parsed<Organisation> {
  const typed: Readonly<Record<string, string>> = readParts(entries, 'organisation', names);
  const typedNumber = readParts(entries, 'organisation', [numberPart])[numberPart];
  const isAsked = profile.purposes?.['federal-employer-identification-number'] !== undefined;
  const number = isAsked && typedNumber !== undefined ? parseFederalEmployerIdentificationNumber(typedNumber) : undefined;
  const issues = [...names.flatMap((part) => findNameFault(typed[part], part)), ...(number?.ok === false ? number.issues : [])];
  const legalName = typed['legalName'] ?? (reading === 'record' ? typed['tradingName'] : undefined);
  if (legalName === undefined)
    return refused(createIssue('organisation/legal-name-missing', 'organisation.legalName'), ...issues);
  if (issues.length > 0) return refused(...issues);
  return accepted(
    { ...typed, legalName, ...(number?.ok ? { [numberPart]: number.value } : {}) },
    number?.ok ? number.warnings : [],
  );
}

function findNameFault(text: string | undefined, part: (typeof names)[number]) {
  if (text === undefined) return [];
  return findFaultInWords(text, `organisation.${part}`, { field: 'organisation', most: longestOrganisationName });
}

export const organisationField: Field = {
  name: 'organisation',
  key: 'organisation',
  entries: ['organisation.legalName', ...entryNames.slice(1)],
  isBlank: (entries) => areBlank(entries, entryNames),
  parse: (entries, context) => {
    if (areBlank(entries, entryNames)) return refused(createIssue('organisation/missing', 'organisation.legalName'));
    return inIdentity(parseOrganisation(entries, context), (organisation) => ({ organisation }));
  },
  format: ({ organisation }) => formatParts('organisation', organisation),
};
