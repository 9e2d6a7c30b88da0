/**
 * What the numbering plans of the nearest countries say of a number. The heavy half of the telephone rules: a browser loads
 * it apart, through telephone-rules.ts.
 */
import { createTelephoneRules } from './telephone-library.ts';
import { telephoneMetadata } from './telephone-metadata.ts';

/**
 * The calling codes of which `telephone-metadata.ts` holds every country: the United Kingdom with the Crown Dependencies, and
 * Ireland. Of `+1` it holds the United States only, so a number that they refuse may be Canadian.
 */
const isOfWholeCallingCode = (e164: string) => e164.startsWith('+44') || e164.startsWith('+353');

/** Judges by those plans; any other number is `unknown`, and accepted by its shape. */
export const judgeByNearPlans = createTelephoneRules(telephoneMetadata, isOfWholeCallingCode);
