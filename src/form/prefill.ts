/**
 * Puts in what is known at first. Once for each different identity, compared by what it says (React hands over an equal
 * object on every render), and only into inputs that hold nothing of the resident's.
 */
import { formatIdentity, type Entries, type Identity } from '../standard/identity.ts';
import { writeEntry } from './inputs.ts';

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

  apply(identity: Identity | undefined, inputs: ReadonlyMap<string, HTMLInputElement>): void {
    const wanted = identity ? JSON.stringify(identity) : '';
    if (!identity || wanted === this.applied) return;
    const entries = formatIdentity(identity);
    for (const [entry, input] of inputs) {
      const isOurs = currentEntry(input) === (this.entries[entry] ?? '');
      if (isOurs && !this.edited.has(entry)) writeEntry(input, entries[entry]);
    }
    this.applied = wanted;
    this.entries = entries;
  }
}

function currentEntry(input: HTMLInputElement): string {
  return input.type === 'checkbox' && !input.checked ? '' : input.value;
}
