/**
 * Marks names and address lines that end exactly where a system of their kind stops: their end may be missing. A hint, never a
 * verdict, since a whole value may be as long: the value is kept, and whoever counts the marks of a file sees by their share whether
 * its system cuts. Told from the column as it came; one padded with spaces is whole.
 */
import { streetKinds } from './address-words.ts';
import type { Change } from './change.ts';
import type { Columns } from './legacy-identity.ts';
import { isPlaceholder } from './legacy-text.ts';

/** Lengths in UTF-16 units that many systems stop at: powers of two and their predecessors, tens, and 35 of messages between banks. */
const partCaps = new Set([16, 20, 24, 25, 30, 31, 32, 35, 40, 50]);
/** A whole name or a line of an address is ordinarily as long as the smaller ones, so that those say nothing. */
const lineCaps = new Set([30, 31, 32, 35, 40, 50, 60, 64]);

const capsOf: Readonly<Record<string, ReadonlySet<number>>> = {
  'name.given': partCaps,
  'name.middle': partCaps,
  'name.family': partCaps,
  'name.full': lineCaps,
  'previousName.given': partCaps,
  'previousName.family': partCaps,
  'previousName.full': lineCaps,
  'organisation.legalName': lineCaps,
  'organisation.tradingName': lineCaps,
  postalAddress: lineCaps,
  'postalAddress.street': lineCaps,
  'postalAddress.line1': lineCaps,
  'postalAddress.line2': lineCaps,
  'postalAddress.town': partCaps,
  'mailingAddress.line1': lineCaps,
  'mailingAddress.line2': lineCaps,
  'mailingAddress.town': partCaps,
};

/** One change for each such column of a record. */
export function findPerhapsCutShort(columns: Columns): readonly Change[] {
  const changes: Change[] = [];
  for (const path in columns) {
    const text = columns[path] ?? '';
    // Most columns are shorter than the least cap.
    if (text.length < 16 || !Object.hasOwn(capsOf, path) || capsOf[path]?.has(text.length) !== true) continue;
    if (isPerhapsCut(text)) changes.push({ path, from: text, to: text, code: 'text/perhaps-cut-short' });
  }
  return changes;
}

/** Cut text ends in the middle of a word, or between two: not with punctuation, the kind of a street, a postcode or a number. */
function isPerhapsCut(text: string): boolean {
  const last = text.slice(text.lastIndexOf(' ') + 1);
  return (
    /[\p{L}\p{M}]$/u.test(last) && !streetKinds.has(last.toLowerCase()) && !/\d[a-z]{1,2}$/iu.test(last) && !isPlaceholder(text)
  );
}
