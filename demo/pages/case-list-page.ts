/** The caseworker's list of recent cases over all services. */
import type { Case } from '../cases/case.ts';
import type { CouncilService } from '../services/service.ts';
import { signInNote } from './case-page.ts';
import { page } from './layout.ts';
import { html, type Markup } from './markup.ts';
import { outcomeWords, stateOf } from './staff-words.ts';

export interface ListedCase {
  readonly service: CouncilService;
  readonly case: Case;
}

export function caseListPage(cases: readonly ListedCase[]): Markup {
  return page({
    title: 'Cases',
    isForStaff: true,
    content: html`<h1>Cases</h1>
      ${signInNote} ${cases.length === 0 ? html`<p>There are no cases yet.</p>` : table(cases)}`,
  });
}

function table(cases: readonly ListedCase[]): Markup {
  return html`<div class="table-frame" role="region" aria-label="Recent cases" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">Case</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        ${cases.map(row)}
      </tbody>
    </table>
  </div>`;
}

function row({ service, case: one }: ListedCase): Markup {
  const opened = new Date(one.openedAt);
  return html`<tr>
    <th scope="row">
      <a class="number" href="/staff/cases/${one.caseNumber}">${one.caseNumber}</a>
      <span class="note">${service.title}, <time datetime="${one.openedAt}">${dateFormat.format(opened)}</time></span>
    </th>
    <td><span class="state state-${stateOf(one)}">${one.result ? outcomeWords(one.result.outcome) : 'Deferred'}</span></td>
  </tr>`;
}

const dateFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
