/** What is wrong, beside the field. One paragraph, for all problems of that place; nothing where there is none. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { text, type Messages } from '../standard/messages.ts';
import type { Problem } from './problem.ts';

export interface ErrorMessage {
  /** The id of the input or group; the message's own ends in `-error`. */
  readonly id: string;
  readonly problems: readonly Problem[];
  readonly messages: Messages;
}

/** `data-code` and `data-path` let an element that takes over a server's page know what the server found. */
export function errorMessage({ id, problems, messages }: ErrorMessage): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<p class="cif-error" id=${`${id}-error`}>
    <span class="cif-unseen">${text(messages, 'form/error-prefix')}</span> ${problems.map(
      ({ code, path, words }) => html`<span class="cif-error-words" data-code=${code} data-path=${path}>${words}</span> `,
    )}
  </p>`;
}
