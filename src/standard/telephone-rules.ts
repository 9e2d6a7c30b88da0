/**
 * Loads the telephone rules into a profile, apart from everything else: they are the heaviest part of the standard, and a
 * resident who gives no number never needs them.
 */
import type { Profile } from './profiles/profile.ts';

/** The same profile with its telephone rules. Rejects where the module cannot be fetched: the profile without rules still judges the shape. */
export async function loadTelephoneRules(profile: Profile): Promise<Profile> {
  if (profile.telephone.rules) return profile;
  const { judgeTelephoneNumber } = await import('./telephone-plans.ts');
  return { ...profile, telephone: { ...profile.telephone, rules: judgeTelephoneNumber } };
}
