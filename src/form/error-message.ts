/** What is wrong, beside the field. One paragraph, for all problems of that place; nothing where there is none. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { text, type Messages } from '../standard/messages.ts';
import type { Problem } from './problem.ts';

export interface ErrorMessageView {
  readonly messages: Messages;
  /** A design system may have a span where others have a paragraph. */
  readonly isErrorSpan?: boolean | undefined;
}

/**
 * `id` is that of the input or group; the message's own ends in `-error`. `data-code` and `data-path` let an element that
 * takes over a server's page know what the server found.
 */
export function errorMessage(view: ErrorMessageView, id: string, problems: readonly Problem[]): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const ownId = `${id}-error`;
  const prefix = text(view.messages, 'form/error-prefix');
  const words = html`${prefix && html`<span class="cif-unseen">${prefix}</span>`}
  ${problems.map(
    (problem) => html`<span class="cif-error-words" data-code=${problem.code} data-path=${problem.path}>${problem.words}</span> `,
  )}`;
  return view.isErrorSpan
    ? html`<span class="cif-error" id=${ownId}>${words}</span>`
    : html`<p class="cif-error" id=${ownId}>${words}</p>`;
}
