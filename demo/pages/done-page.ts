/** What a resident sees once a case is kept: its number, and nothing that depends on who they are or what the index knows. */
import type { CouncilService } from '../services/service.ts';
import { page } from './layout.ts';
import { html, type Markup } from './markup.ts';

/** Equal, byte for byte, for everybody but for the case number. */
export function donePage(service: CouncilService, caseNumber: string): Markup {
  const isForStaff = service.path.startsWith('/staff/');
  return page({
    title: service.doneTitle,
    isForStaff,
    content: html`<div class="panel">
        <h1>${service.doneTitle}</h1>
        <p>Your case number<br /><strong class="case-number" data-testid="case-number">${caseNumber}</strong></p>
      </div>
      <h2>What happens next</h2>
      <p>${service.doneText}</p>
      ${
        isForStaff
          ? html`<p><a href="/staff/cases/${caseNumber}">See the case</a></p>`
          : html`<p>Keep this number. You will need it if you contact us about this.</p>`
      }`,
  });
}
