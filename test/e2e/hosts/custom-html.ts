/**
 * What every low-code platform does here with the one thing that its users may put into a page: it pastes HTML, scripts included,
 * and runs none of it on a server. Runs in the page. Not a test.
 */
import '../../../src/define.ts';

/** Puts what was pasted where the platform has its block for it. */
export function paste(markup: string): void {
  // Scripts in such a fragment run, as they do in a page.
  document.querySelector('.custom-html')?.append(document.createRange().createContextualFragment(markup));
}

/** Shows what the platform would send. */
export function send(fields: Readonly<Record<string, string>>): void {
  const output = document.querySelector('[data-testid="sent"]');
  if (output) output.textContent = JSON.stringify(fields);
}
