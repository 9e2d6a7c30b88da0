/**
 * A telephone number in any punctuation, to E.164. The shape is judged here; whether a numbering plan has such numbers is
 * asked of the profile's telephone rules where they are loaded. Not about formatting a number for show.
 */
import type { TelephoneNumber } from '../identity.ts';
import { accepted, refused, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import type { Profile, TelephoneRegion, TelephoneVerdict } from '../profiles/profile.ts';
import { foldDigits, tidy } from '../text.ts';
import { readEntry, type EntryName, type Field } from './field.ts';

const path: EntryName = 'telephoneNumber';

/** Characters typed, at most: beyond it nothing is read. */
export const longestTypedNumber = 64;

/** Digits of an international number with its calling code (E.164 §6.2.1 has no lower bound; shorter ones are not reachable from abroad). */
const internationalDigits = { fewest: 7, most: 15 };
const mostExtensionDigits = 7;

/** What may stand between digits. Invisible direction marks come along when a number is copied from a contact list. */
const punctuation = /[\s().\-\/‐-―−·•_\p{Cf}]+/gu;
const extensionMark = /(?:;ext=|#|\bext(?:ension|n)?\b|\bx|estyniad)/iu;

/** `typed` is kept, tidied; `e164` is what to match and dial. Without telephone rules, only the shape is judged. */
export function parseTelephoneNumber(typed: string, { telephone }: Profile): Parsed<TelephoneNumber> {
  const text = tidy(typed);
  if (text === '') return fault('telephone-number/missing');
  if (text.length > longestTypedNumber) return fault('telephone-number/too-long');
  const { number, extension } = splitExtension(foldDigits(text.normalize('NFKC')));
  const unwanted = findUnwanted(number + extension);
  if (unwanted) return fault(unwanted);
  if (extension.length > mostExtensionDigits) return fault('telephone-number/too-long');
  const { e164, verdict } = judge(number, telephone);
  if (verdict !== 'valid' && verdict !== 'unknown') return fault(`telephone-number/${verdict}`);
  return accepted({ typed: text, e164, ...(extension === '' ? {} : { extension }) });
}

function fault(code: IssueCode): Parsed<never> {
  return refused(createIssue(code, path));
}

function splitExtension(text: string): { readonly number: string; readonly extension: string } {
  const mark = extensionMark.exec(text);
  const [number, extension] = mark ? [text.slice(0, mark.index), text.slice(mark.index + mark[0].length)] : [text, ''];
  return { number: number.replace(punctuation, ''), extension: extension.replace(punctuation, '') };
}

function findUnwanted(text: string): IssueCode | undefined {
  if (/\p{L}/u.test(text)) return 'telephone-number/letters';
  return /^\+*\d*$/u.test(text) ? undefined : 'telephone-number/characters';
}

function judge(number: string, region: TelephoneRegion): { readonly e164: string; readonly verdict: TelephoneVerdict } {
  const e164 = toE164(number, region);
  const shape = judgeShape(e164, region);
  return { e164, verdict: shape === 'valid' ? (region.rules?.(e164) ?? 'valid') : shape };
}

/** `+44 (0)…`, `0044…`, `44…`, `0…` and the bare national number all mean the same. */
function toE164(number: string, { callingCode, trunkPrefix, exitPrefix, nationalDigits }: TelephoneRegion): string {
  const digits = number.replaceAll('+', '');
  const isInternational = number.startsWith('+') || digits.startsWith(exitPrefix);
  const international = digits.startsWith(exitPrefix) ? digits.slice(exitPrefix.length) : digits;
  const startsAtHome = international.startsWith(callingCode);
  if (isInternational && !startsAtHome) return `+${international}`;
  const isTooLongForNational = digits.length > nationalDigits.most && !digits.startsWith(trunkPrefix);
  const national = startsAtHome && (isInternational || isTooLongForNational) ? international.slice(callingCode.length) : digits;
  return `+${callingCode}${national.startsWith(trunkPrefix) ? national.slice(trunkPrefix.length) : national}`;
}

function judgeShape(e164: string, { callingCode, nationalDigits }: TelephoneRegion): TelephoneVerdict {
  const isNational = e164.startsWith(`+${callingCode}`);
  const { fewest, most } = isNational ? nationalDigits : internationalDigits;
  const length = e164.length - 1 - (isNational ? callingCode.length : 0);
  if (length < fewest) return 'too-short';
  if (length > most) return 'too-long';
  return e164.startsWith('+0') ? 'not-valid' : 'valid';
}

export const telephoneNumberField: Field = {
  name: 'telephone-number',
  key: 'telephoneNumber',
  entries: ['telephoneNumber'],
  isBlank: (entries) => readEntry(entries, 'telephoneNumber') === '',
  parse(entries, { profile }) {
    const parsed = parseTelephoneNumber(entries['telephoneNumber'] ?? '', profile);
    return parsed.ok ? accepted({ telephoneNumber: parsed.value }, parsed.warnings) : parsed;
  },
  format: ({ telephoneNumber }) => (telephoneNumber ? { telephoneNumber: telephoneNumber.typed } : {}),
};
