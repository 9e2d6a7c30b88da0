/**
 * A postcode of the United Kingdom or a Crown Dependency: its shape, and that its area exists. Not whether it is in use,
 * which only an address file knows; so the tables of which letter may stand third or fourth are left out: they go stale.
 */
import { accepted, refused, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import { postcodeAreas } from '../postcode-areas.ts';
import type { EntryName } from './field.ts';

const path: EntryName = 'postalAddress.postcode';

/** The inward letters are never C I K M O V: they are too easily misread in handwriting. */
const postcodeShape = /^([A-Z]{1,2})(\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})$/u;
const outwardShape = /^[A-Z]{1,2}\d[A-Z\d]?(?:\d[A-Z]?)?$/u;

/** Ascension, St Helena, Tristan da Cunha, Antarctica, Indian Ocean, Falklands, South Georgia, Pitcairn, Turks and Caicos. */
const overseasShape =
  /^(?:ASCN|STHL|TDCU|BIQQ|BBND|FIQQ|SIQQ|PCRN|TKCA)1ZZ$|^GX11\d?[A-Z]{0,2}$|^(?:AI|KY\d|MSR|VG)\d{4}$|^[A-Z]{2}\d{2}$/u;

/** Long enough for a postcode typed with separators; beyond it nothing is read. */
const longestTyped = 64;

/** Separators, spacing, case and width are ignored. Canonical: capitals, one space before the inward part (`SW1A 1AA`). */
export function parsePostcode(typed: string): Parsed<string> {
  const text =
    typed.length > longestTyped
      ? typed
      : typed
          .normalize('NFKC')
          .toUpperCase()
          .replace(/[^\p{L}\p{N}]+/gu, '');
  const [, area, district, inward] = (text.length > 7 ? null : postcodeShape.exec(text)) ?? [];
  if (area === undefined || district === undefined || inward === undefined) return refused(createIssue(findFault(text), path));
  if (text === 'GX111AA') return refused(createIssue('postal-address/postcode-overseas', path));
  if (!postcodeAreas.has(area)) return refused(createIssue('postal-address/postcode-unknown-area', path, { area }));
  return accepted(`${area}${district} ${inward}`);
}

/** Why a text without separators is no postcode of ours, in the words that help most. */
function findFault(text: string): IssueCode {
  if (text === '') return 'postal-address/postcode-missing';
  if (text === 'GIR0AA') return 'postal-address/postcode-not-used';
  if (text.startsWith('BFPO')) return 'postal-address/postcode-forces';
  if (text.length > 8) return 'postal-address/postcode-not-valid';
  if (overseasShape.test(text)) return 'postal-address/postcode-overseas';
  return outwardShape.test(text) ? 'postal-address/postcode-incomplete' : 'postal-address/postcode-not-valid';
}
