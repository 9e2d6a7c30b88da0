/**
 * A postcode of the United Kingdom or a Crown Dependency: its shape, and that its area exists. Not whether it is in use,
 * which only an address file knows; so the tables of which letter may stand third or fourth are left out: they go stale.
 */
import { accepted, refused, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import { postcodeAreas } from '../postcode-areas.ts';
import { findUnwantedCharacter, tidy, withoutPunctuation } from '../text.ts';
import type { Entries } from '../identity.ts';
import type { PostcodeReading } from '../profiles/profile.ts';
import type { EntryName } from './field.ts';

const path: EntryName = 'postalAddress.postcode';

/** Area, district, inward part. The inward letters are never C I K M O V: they are too easily misread in handwriting. */
const wholePostcode = /^([A-Z]{1,2})(\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})$/u;
/** The outward part, perhaps with the first of the inward. */
const beginningOfPostcode = /^[A-Z]{1,2}\d[A-Z\d]?(?:\d[A-Z]?)?$/u;

/**
 * Codes of the overseas territories, which are countries of their own: `XXXX 1ZZ` as the Falklands have it, Gibraltar's one,
 * and the numbered ones of Anguilla, the Caymans, Montserrat, the British Virgin Islands and Bermuda.
 */
const overseasCode = /^(?:ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA)1ZZ$|^GX111AA$|^(?:AI|KY\d|MSR|VG)\d{4}$/u;

/** Separators, spacing, case and width are ignored. Canonical: capitals, one space before the inward part (`SW1A 1AA`). */
export function parsePostcode(typed: string): Parsed<string> {
  const tidied = tidy(typed);
  const unwanted = findUnwantedCharacter(tidied, path);
  if (unwanted) return refused(unwanted);
  const text = withoutPunctuation(tidied).toUpperCase();
  const [, area, district, inward] = (overseasCode.test(text) ? null : wholePostcode.exec(text)) ?? [];
  if (area === undefined || district === undefined || inward === undefined) return refused(createIssue(findFault(text), path));
  if (!postcodeAreas.has(area)) return refused(createIssue('postal-address/postcode-unknown-area', path));
  return accepted(`${area}${district} ${inward}`);
}

/** The Crown Dependencies share the postcodes of the United Kingdom and are countries of their own (ISO 3166-1). */
const countryByArea: Readonly<Record<string, string>> = { GY: 'GG', IM: 'IM', JE: 'JE' };

/** What profile `gb` reads of an address beside its lines. */
export function readPostcode(entries: Entries): PostcodeReading {
  const parsed = parsePostcode(entries[path] ?? '');
  if (!parsed.ok) return { read: { country: 'GB' }, issues: parsed.issues };
  return { read: { postcode: parsed.value, country: countryByArea[parsed.value.slice(0, 2)] ?? 'GB' }, issues: [] };
}

/** Why a text without separators is no postcode of ours, in the words that help most. */
function findFault(text: string): IssueCode {
  if (text === '') return 'postal-address/postcode-missing';
  if (text === 'GIR0AA') return 'postal-address/postcode-not-used';
  if (text.startsWith('BFPO')) return 'postal-address/postcode-forces';
  if (overseasCode.test(text)) return 'postal-address/postcode-overseas';
  return beginningOfPostcode.test(text) ? 'postal-address/postcode-incomplete' : 'postal-address/postcode-not-valid';
}
