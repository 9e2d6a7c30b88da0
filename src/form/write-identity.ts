/**
 * Puts an identity into the inputs: what prefill.ts does once there is something to put in. Fetched only then.
 */
import { formatIdentity, type Entries, type Identity } from '../standard/identity.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import { answerOf, entryOf, isTick, writeEntry, type Inputs } from './inputs.ts';

export interface WriteOptions {
  readonly inputs: Inputs;
  readonly profile: Profile;
  /** What was put in before. */
  readonly ours: Entries;
  /** Entries that the resident has edited, even to nothing. */
  readonly edited: ReadonlySet<string>;
}

/** Writes into every input that holds nothing of the resident's. Returns what was put in. */
export function writeIdentity(identity: Identity, { inputs, profile, ours, edited }: WriteOptions): Entries {
  const entries = formatIdentity(identity, profile);
  for (const [key, input] of inputs) {
    const entry = entryOf(key);
    const before = ours[entry] ?? '';
    const isOurs = answerOf(input) === (isTick(input) && before !== input.value ? '' : before);
    if (isOurs && !edited.has(entry)) writeEntry(input, entries[entry]);
  }
  return entries;
}
