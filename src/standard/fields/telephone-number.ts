/**
 * A telephone number in any punctuation, to E.164. The shape is judged here; whether a numbering plan has such numbers is
 * asked of the profile's telephone rules where they are loaded. Not about formatting a number for show.
 */
import type { TelephoneNumber } from '../identity.ts';
import { accepted, refused, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import type { Profile, TelephoneJudgement, TelephoneRegion, TelephoneVerdict } from '../profiles/profile.ts';
import { findUnwantedCharacter, tidy, widthless } from '../text.ts';
import { inIdentity, readEntry, type EntryName, type Field } from './field.ts';

const path: EntryName = 'telephoneNumber';

/** UTF-16 units typed, at most: room for any number with spacing, words for "extension" and the extension. */
export const longestTypedNumber = 64;

/** Digits with the calling code: ITU-T E.164 clause 6 has 15 at most, and no country's numbers are shorter than 7 with it. */
const internationalDigits = { fewest: 7, most: 15 };
const mostExtensionDigits = 7;

/** What people put between digits; the rest of it is refused, so that two numbers or a remark do not become one number. */
const punctuation = /[\p{Z}\p{Pd}\p{Cf}().[\]/\\·•−_]+/gu;
const extensionMark = /;ext=|#|ext(?:ension|n)?|x|estyniad|est/iu;
/** The trunk prefix that some write in brackets after the calling code: `+44 (0)20`, `+7 (8) 495`. */
const bracketedTrunk = /^(\D*\d{1,3}[^\d(]*)\([08]\)/u;

/** `typed` is kept, tidied; `e164` is what to match and to dial. Without telephone rules only the shape is judged. */
export function parseTelephoneNumber(typed: string, { telephone }: Profile): Parsed<TelephoneNumber> {
  const text = tidy(typed);
  if (text === '') return refuse('telephone-number/missing');
  if (text.length > longestTypedNumber) return refuse('telephone-number/too-long');
  const unwanted = findUnwantedCharacter(text, path);
  if (unwanted) return refused(unwanted);
  const { number, extension } = splitExtension(widthless(text));
  if (!/^\+*\d*$/u.test(number) || !/^\d*$/u.test(extension))
    return refuse(/\p{L}/u.test(number + extension) ? 'telephone-number/letters' : 'telephone-number/characters');
  if (extension.length > mostExtensionDigits) return refuse('telephone-number/too-long');
  const { verdict, e164 } = judge(toE164(number, telephone), telephone);
  if (verdict !== 'valid' && verdict !== 'unknown') return refuse(`telephone-number/${verdict}`);
  return accepted({ typed: text, e164, ...(extension === '' ? {} : { extension }) });
}

function refuse(code: IssueCode): Parsed<never> {
  return refused(createIssue(code, path));
}

function splitExtension(text: string): { readonly number: string; readonly extension: string } {
  const mark = extensionMark.exec(text);
  const [number, extension] = mark ? [text.slice(0, mark.index), text.slice(mark.index + mark[0].length)] : [text, ''];
  return { number: number.replace(bracketedTrunk, '$1').replace(punctuation, ''), extension: extension.replace(punctuation, '') };
}

/** `+44 (0)20…`, `0044 20…`, `44 20…`, `020…` and `20…` all mean the same. No calling code begins with 0, so `+020…` does too. */
function toE164(number: string, { callingCode, trunkPrefix, exitPrefix, nationalDigits }: TelephoneRegion): string {
  const digits = number.replace(/^\++/u, '');
  const isDialledOut = digits.startsWith(exitPrefix);
  const international = isDialledOut ? digits.slice(exitPrefix.length) : digits;
  const isInternational = isDialledOut || (number.startsWith('+') && !digits.startsWith(trunkPrefix));
  const isAtHome = international.startsWith(callingCode);
  if (isInternational && !isAtHome) return `+${international}`;
  const hasCallingCode = isAtHome && (isInternational || digits.length > nationalDigits.most);
  const national = hasCallingCode ? international.slice(callingCode.length) : digits;
  return `+${callingCode}${national.startsWith(trunkPrefix) ? national.slice(trunkPrefix.length) : national}`;
}

function judge(e164: string, region: TelephoneRegion): TelephoneJudgement {
  const verdict = judgeShape(e164, region);
  return verdict === 'valid' && region.rules ? region.rules(e164) : { verdict, e164 };
}

function judgeShape(e164: string, { callingCode, nationalDigits }: TelephoneRegion): TelephoneVerdict {
  const isNational = e164.startsWith(`+${callingCode}`);
  const { fewest, most } = isNational ? nationalDigits : internationalDigits;
  const length = e164.length - '+'.length - (isNational ? callingCode.length : 0);
  if (length < fewest) return 'too-short';
  if (length > most) return 'too-long';
  return e164.startsWith('+0') ? 'not-valid' : 'valid';
}

export const telephoneNumberField: Field = {
  name: 'telephone-number',
  key: 'telephoneNumber',
  entries: ['telephoneNumber'],
  isBlank: (entries) => readEntry(entries, 'telephoneNumber') === '',
  parse: (entries, { profile }) =>
    inIdentity(parseTelephoneNumber(entries['telephoneNumber'] ?? '', profile), (telephoneNumber) => ({ telephoneNumber })),
  format: ({ telephoneNumber }) => (telephoneNumber ? { telephoneNumber: telephoneNumber.typed } : {}),
};
