/**
 * What the host pages of every framework share, so that they differ in the framework alone: an index, what is known at first,
 * and what they show of what they were told. Runs in the page. Not a test.
 */
import type { CustomerIndex, Identity } from '../../../src/index.ts';

/** Answers at once; looks nobody up. */
export const index: CustomerIndex = {
  resolve: async () => ({ reference: 'reference-1', expiresAt: '2999-01-01T00:00:00.000Z' }),
};

/** A new object each time, as a literal in a template is. */
export const known = (): Identity => ({ name: { given: 'Ada', family: 'Quill' } });

/** Shows which event came, and nothing of what it carries. */
export function noteEvent(event: Event): void {
  show('events', `${document.querySelector('[data-testid="events"]')?.textContent ?? ''} ${event.type}`.trim());
}

/** What a host's own submit handler does that stays on the page. */
export function noteSubmission(event: Event): void {
  event.preventDefault();
  const entries = event.target instanceof HTMLFormElement ? [...new FormData(event.target)] : [];
  show('submitted', JSON.stringify(Object.fromEntries(entries)));
}

function show(testId: string, words: string): void {
  const output = document.querySelector(`[data-testid="${testId}"]`);
  if (output) output.textContent = words;
}
