/**
 * Loads the telephone rules into a profile, apart from everything else: they are the heaviest part of the standard, and a
 * resident who gives no number never needs them.
 */
import { parseTelephoneNumber } from './fields/telephone-number.ts';
import type { Profile, TelephoneRules } from './profiles/profile.ts';

/**
 * The same profile with rules for its own country and the nearest ones; where `typed` is a number of any other, with every
 * country's. Rejects where a module cannot be fetched: the profile without rules still judges the shape.
 */
export async function loadTelephoneRules(profile: Profile, typed = ''): Promise<Profile> {
  const rules = profile.telephone.rules ?? (await import('./telephone-plans.ts')).judgeByNearPlans;
  const informed = withTelephoneRules(profile, rules);
  if (!isFromFarAway(typed, informed)) return informed;
  return withTelephoneRules(profile, (await import('./telephone-every-plan.ts')).judgeByEveryPlan);
}

/** The profile with these rules. */
export function withTelephoneRules(profile: Profile, rules: TelephoneRules): Profile {
  return { ...profile, telephone: { ...profile.telephone, rules } };
}

function isFromFarAway(typed: string, profile: Profile): boolean {
  const number = parseTelephoneNumber(typed, profile);
  return number.ok && profile.telephone.rules?.(number.value.e164).verdict === 'unknown';
}
