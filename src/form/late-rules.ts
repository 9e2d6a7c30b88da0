/**
 * The telephone rules of a profile, fetched late: when somebody goes to the telephone input, at the latest on submit. What
 * cannot be fetched in time is done without; the index judges again.
 */
import type { Profile } from '../standard/profiles/profile.ts';
import { loadTelephoneRules } from '../standard/telephone-rules.ts';

export class LateRules {
  private readonly extended = new Map<string, Profile>();
  /** The number that rules were last fetched for: another may be of a country that they do not hold. */
  private fetchedFor = '';

  /** The profile with its rules, where they are there. */
  extend(profile: Profile): Profile {
    return this.extended.get(profile.id) ?? profile;
  }

  /** Whether there is nothing more to wait for before the number that was typed can be judged. */
  areSettled(typed: string): boolean {
    return typed === this.fetchedFor;
  }

  /** Never rejects. After `milliseconds` the profile stays as it is, until asked again. */
  async load(profile: Profile, typed: string, milliseconds: number): Promise<void> {
    const inTime = new Promise<Profile>((resolve) => setTimeout(() => resolve(profile), milliseconds));
    this.extended.set(profile.id, await Promise.race([loadTelephoneRules(profile, typed).catch(() => profile), inTime]));
    this.fetchedFor = typed;
  }
}
