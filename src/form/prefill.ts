/**
 * Puts in what is known at first. Once for each different identity, compared by what it says (React hands over an equal
 * object on every render), and only into inputs that hold nothing of the resident's.
 */
import type { Entries, Identity } from '../standard/identity.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import type { Inputs } from './inputs.ts';
import type * as Writing from './write-identity.ts';

export class Prefill {
  private writing: typeof Writing | undefined;
  private applied = '';
  private entries: Entries = {};
  private readonly edited = new Set<string>();

  /** Fetches what it takes, where there is something to put in. Never rejects: without it the inputs stay as they are. */
  async load(identity: Identity | undefined): Promise<void> {
    if (identity) this.writing ??= await import('./write-identity.ts').catch(() => undefined);
  }

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
    const wanted = JSON.stringify(identity);
    if (!identity || !this.writing || wanted === this.applied) return;
    const { entries: ours, edited } = this;
    this.entries = this.writing.writeIdentity(identity, { inputs, profile, ours, edited });
    this.applied = wanted;
  }
}
