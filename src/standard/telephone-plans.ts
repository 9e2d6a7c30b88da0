/**
 * What the numbering plans say of a number: libphonenumber's metadata, cut to the countries below, and Ofcom's drama ranges.
 * The heavy half of the telephone rules: a browser loads it apart, through telephone-rules.ts.
 */
import { type MetadataJson, parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/core';
import type { TelephoneRules, TelephoneVerdict } from './profiles/profile.ts';
import { isDramaNumber } from './telephone-drama-ranges.ts';
import { telephoneMetadata } from './telephone-metadata.ts';

/** Whose plans are held. `telephone-metadata.ts` is libphonenumber-js's own `metadata.max.json` with these kept; a test compares the two. */
export const telephoneCountries = ['GB', 'GG', 'IE', 'IM', 'JE', 'US'] as const;

/** Calling codes of which every country is held. Of `1` only the United States are: what they refuse may be Canadian. */
const wholeCallingCodes = ['44', '353'];

/** Judges by the plans held; any other number is `unknown`, and accepted by its shape. */
export const judgeTelephoneNumber: TelephoneRules = createTelephoneRules(telephoneMetadata, wholeCallingCodes);

/** Rules over any libphonenumber metadata; `isWhole` says of which calling codes it holds every country. */
export function createTelephoneRules(plans: MetadataJson, whole: readonly string[]): TelephoneRules {
  return (e164) => {
    if (isDramaNumber(e164)) return 'valid';
    const number = parsePhoneNumberFromString(e164, plans);
    if (number?.isValid()) return 'valid';
    const isJudged = whole.some((callingCode) => e164.startsWith(`+${callingCode}`));
    return isJudged ? judgeLength(e164, plans) : 'unknown';
  };
}

function judgeLength(e164: string, plans: MetadataJson): TelephoneVerdict {
  const length = validatePhoneNumberLength(e164, plans);
  if (length === 'TOO_SHORT') return 'too-short';
  return length === 'TOO_LONG' ? 'too-long' : 'not-valid';
}
