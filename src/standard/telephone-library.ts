/**
 * The one place that asks libphonenumber: makes telephone rules out of its metadata, and knows better than it about the
 * numbers set aside for drama.
 */
import { type MetadataJson, parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/core';
import type { TelephoneRules, TelephoneVerdict } from './profiles/profile.ts';
import { isDramaNumber } from './telephone-drama-ranges.ts';

/** Rules over any of libphonenumber's metadata. `isHeld` says whether it has the plan of every country that a number may belong to. */
export function createTelephoneRules(metadata: MetadataJson, isHeld: (e164: string) => boolean): TelephoneRules {
  return (e164) => {
    if (isDramaNumber(e164)) return { verdict: 'valid', e164 };
    const number = parsePhoneNumberFromString(e164, metadata);
    if (number?.isValid()) return { verdict: 'valid', e164: number.number };
    return { verdict: isHeld(e164) ? judgeLength(e164, metadata) : 'unknown', e164 };
  };
}

function judgeLength(e164: string, metadata: MetadataJson): TelephoneVerdict {
  const length = validatePhoneNumberLength(e164, metadata);
  if (length === 'TOO_SHORT') return 'too-short';
  return length === 'TOO_LONG' ? 'too-long' : 'not-valid';
}
