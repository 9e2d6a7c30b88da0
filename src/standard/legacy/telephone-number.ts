/**
 * Reads a telephone number of a legacy record in any shape, to E.164 where a numbering plan allows. Numbers at home are judged by
 * their plan's shape, which costs nothing; foreign ones by the profile's telephone rules, where it has them.
 */
import type { TelephoneRegion } from '../profiles/profile.ts';
import { widthless } from '../text.ts';
import type { Change, ChangeCode, Normalised } from './change.ts';
import type { Columns, LegacyTelephoneNumber } from './legacy-identity.ts';
import { readValue } from './legacy-text.ts';

const path = 'telephoneNumber';
const longestTyped = 64;
const extensionMark = /(?:;ext=|#|\bext(?:ension|n)?\b\.?|(?<=\d\s?)x)\s*[.:]?\s*(\d{1,7})\D*$/iu;
const bracketedTrunk = /\(0\)/gu;

/** Reads `telephoneNumber`. */
export function normaliseTelephoneNumber(columns: Columns, region: TelephoneRegion): Normalised<LegacyTelephoneNumber> {
  const changes: Change[] = [];
  const from = readValue(columns, path, changes);
  if (from === '') return { value: undefined, changes };
  const typed = from.slice(0, longestTyped).trim();
  const { number, extension, isSeveral } = takeFirst((isAscii(typed) ? typed : widthless(typed)).replace(/\.0$/u, ''));
  const digits = number.replace(/\D+/gu, '');
  const fault = findFault(digits);
  if (fault !== undefined) return { value: undefined, changes: [...changes, { path, from, code: fault }] };
  const e164 = toE164(number, digits, region);
  const code = e164 === undefined ? 'telephone-number/not-in-plan' : 'telephone-number/rewritten';
  const to = e164 ?? typed;
  if (isSeveral) changes.push({ path, from, to, code: 'telephone-number/several' });
  if (e164 !== from) changes.push({ path, from, to, code });
  return {
    value: { typed, ...(e164 === undefined ? {} : { e164 }), ...(extension === undefined ? {} : { extension }) },
    changes,
  };
}

/** Nothing in it has a width. */
function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function takeFirst(text: string): { readonly number: string; readonly extension?: string; readonly isSeveral: boolean } {
  if (/^\+?[\d\s]+$/u.test(text)) return { number: text, isSeveral: false };
  const several = text
    .split(/\s*(?:[;,|]|\/(?=\s*[+0(\d]{3})|\bor\b|&)\s*/iu)
    .filter((part) => (part.match(/\d/gu) ?? []).length >= 6);
  const first = several[0] ?? text;
  const extension = extensionMark.exec(first);
  const number = (extension ? first.slice(0, extension.index) : first).replace(bracketedTrunk, '');
  return { number, ...(extension?.[1] === undefined ? {} : { extension: extension[1] }), isSeveral: several.length > 1 };
}

/** Nobody's: one digit over and over, but for a leading 0 or 07, and digits in order. */
function findFault(digits: string): ChangeCode | undefined {
  if (digits.length < 5) return 'telephone-number/unreadable';
  if (/^0?7?(\d)\1*$/u.test(digits) || /^0?(?:0123456789|123456789\d?)0?$/u.test(digits) || /^0?[1-9]?\d?0{7,}$/u.test(digits))
    return 'telephone-number/placeholder';
  return digits.length > 17 ? 'telephone-number/unreadable' : undefined;
}

function toE164(number: string, digits: string, region: TelephoneRegion): string | undefined {
  const { callingCode, trunkPrefix, exitPrefix } = region;
  const isDialledOut = digits.startsWith(exitPrefix);
  if (number.trimStart().startsWith('+') || isDialledOut) {
    const international = isDialledOut ? digits.slice(exitPrefix.length) : digits;
    if (!international.startsWith(callingCode)) return judgeForeign(`+${international}`, region);
    return atHome(withoutTrunk(international.slice(callingCode.length), trunkPrefix), region);
  }
  const national = withoutTrunk(digits, trunkPrefix);
  const dialled = atHome(national, region);
  if (dialled !== undefined || !digits.startsWith(callingCode)) return dialled;
  return atHome(withoutTrunk(digits.slice(callingCode.length), trunkPrefix), region);
}

function withoutTrunk(digits: string, trunkPrefix: string): string {
  return digits.startsWith(trunkPrefix) ? digits.slice(trunkPrefix.length) : digits;
}

/** The shape of a national number without its trunk prefix: ITU-T E.164 with Ofcom's and the NANP's numbering plans. */
const plans: Readonly<Record<string, RegExp>> = {
  '44': /^(?:[1235789]\d{9}|1\d{8}|800\d{6}|500\d{6})$/u,
  '1': /^[2-9]\d{2}[2-9]\d{6}$/u,
};

function atHome(national: string, { callingCode, nationalDigits }: TelephoneRegion): string | undefined {
  const plan = plans[callingCode];
  const fits = plan ? plan.test(national) : national.length >= nationalDigits.fewest && national.length <= nationalDigits.most;
  return fits ? `+${callingCode}${national}` : undefined;
}

function judgeForeign(e164: string, { rules }: TelephoneRegion): string | undefined {
  if (!/^\+[1-9]\d{6,14}$/u.test(e164)) return undefined;
  const judgement = rules?.(e164);
  if (judgement === undefined || judgement.verdict === 'unknown') return e164;
  return judgement.verdict === 'valid' ? judgement.e164 : undefined;
}
