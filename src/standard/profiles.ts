/**
 * Every profile with the telephone rules of every country: for servers and tools. A browser imports `profiles/gb.ts` and
 * loads the rules when it needs them.
 */
import { gb } from './profiles/gb.ts';
import type { Profile, ProfileId } from './profiles/profile.ts';
import { judgeByEveryPlan } from './telephone-every-plan.ts';
import { withTelephoneRules } from './telephone-rules.ts';

export const profiles: Readonly<Record<ProfileId, Profile>> = {
  gb: withTelephoneRules(gb, judgeByEveryPlan),
};
