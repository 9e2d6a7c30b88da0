/**
 * Every profile with the telephone rules of every country: for servers and tools. A browser imports `profiles/gb.ts`, loads the
 * rules when it needs them, and other fields and profiles through load-profile.ts.
 */
import { usFl } from './profiles/us-fl.ts';
import type { Profile, ProfileId } from './profiles/profile.ts';
import { wholeGb } from './profiles/whole-gb.ts';
import { judgeByEveryPlan } from './telephone-every-plan.ts';
import { withTelephoneRules } from './telephone-rules.ts';

/** Each without identifiers: `withPurposes` (purposes.ts) adds those that a host may ask. */
export const profiles: Readonly<Record<ProfileId, Profile>> = {
  gb: withTelephoneRules(wholeGb, judgeByEveryPlan),
  'us-fl': withTelephoneRules(usFl, judgeByEveryPlan),
};
