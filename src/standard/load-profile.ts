/**
 * A profile with all its fields, for a browser: fetched when a page asks more than the five usual fields of `gb`. Servers have
 * them all in profiles.ts.
 */
import type { Profile, ProfileId, Purposes } from './profiles/profile.ts';

const loaders: Readonly<Record<ProfileId, () => Promise<Profile>>> = {
  gb: async () => (await import('./profiles/whole-gb.ts')).wholeGb,
  'us-fl': async () => (await import('./profiles/us-fl.ts')).usFl,
};

/**
 * The profile with every field, of the identifiers those for which a purpose is stated. Without telephone rules. Rejects where
 * a module cannot be fetched.
 */
export async function loadProfile(id: ProfileId, purposes?: Purposes): Promise<Profile> {
  const profile = await loaders[id]();
  return purposes ? (await import('./purposes.ts')).withPurposes(profile, purposes) : profile;
}
