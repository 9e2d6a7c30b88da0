/**
 * Puts in what is known at first. Once for each different identity, compared by what it says (React hands over an equal
 * object on every render), and only into inputs that hold nothing of the resident's.
 */
import { formatIdentity, type Entries, type Identity } from '../standard/identity.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import { answerOf, entryOf, isTick, writeEntry, type Inputs } from './inputs.ts';

export class Prefill {
  private applied = '';
  private entries: Entries = {};
  private readonly edited = new Set<string>();

  /** From now on this entry is the resident's, even when emptied. */
  noteEdit(entry: string): void {
    this.edited.add(entry);
  }

  /** As if nothing had been put in or edited yet. */
  forget(): void {
    this.applied = '';
    this.entries = {};
    this.edited.clear();
  }

  apply(identity: Identity | undefined, inputs: Inputs, profile: Profile): void {
    const wanted = identity ? JSON.stringify(identity) : '';
    if (!identity || wanted === this.applied) return;
    const entries = formatIdentity(identity, profile);
    for (const [key, input] of inputs) {
      const entry = entryOf(key);
      const ours = this.entries[entry] ?? '';
      const isOurs = answerOf(input) === (isTick(input) && ours !== input.value ? '' : ours);
      if (isOurs && !this.edited.has(entry)) writeEntry(input, entries[entry]);
    }
    this.applied = wanted;
    this.entries = entries;
  }
}
