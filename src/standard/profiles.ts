/**
 * Every profile with its telephone rules: for servers and tools. A browser imports `profiles/gb.ts` and loads the rules later.
 */
import { gb } from './profiles/gb.ts';
import type { Profile, ProfileId } from './profiles/profile.ts';
import { judgeTelephoneNumber } from './telephone-plans.ts';

export const profiles: Readonly<Record<ProfileId, Profile>> = {
  gb: { ...gb, telephone: { ...gb.telephone, rules: judgeTelephoneNumber } },
};
