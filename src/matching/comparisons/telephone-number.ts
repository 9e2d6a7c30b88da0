/**
 * Compares telephone numbers, mobiles and landlines each with their own levels: a landline belongs to a household, a mobile mostly
 * to one person. A mobile beside a landline says nothing.
 */
import type { MatchIdentity } from '../match-record.ts';
import type { LevelLabel } from '../model.ts';
import { alignmentDistance } from '../string-distance.ts';

/** `digits` is E.164 without the plus. */
export interface PreparedTelephoneNumber {
  readonly digits: string;
  readonly isLandline: boolean;
}

/** Longer than any number with its extension: the rest of a huge cell is not read. */
const longest = 64;

/** British geographic and 03 numbers (Ofcom's numbering plan, S1 to S3). Abroad many countries number mobiles like landlines. */
const britishLandline = /^44[123]/u;

export function prepareTelephoneNumber(number: MatchIdentity['telephoneNumber']): PreparedTelephoneNumber | undefined {
  const digits = (number?.e164 ?? number?.typed ?? '').slice(0, longest).replace(/\D+/gu, '');
  if (digits.length < 6 || /^(\d)\1+$/u.test(digits.slice(-6))) return undefined;
  return { digits, isLandline: britishLandline.test(digits) };
}

export function compareTelephoneNumbers(
  a: PreparedTelephoneNumber,
  b: PreparedTelephoneNumber,
): LevelLabel<'telephone-number'> | undefined {
  if (a.isLandline !== b.isLandline) return undefined;
  const kind = a.isLandline ? 'landline' : 'mobile';
  if (a.digits === b.digits) return kind;
  return alignmentDistance(a.digits, b.digits, 1) <= 1 ? `${kind}-typo` : `${kind}-differ`;
}
