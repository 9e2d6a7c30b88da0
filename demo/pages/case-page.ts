/** The caseworker's page of one case: who it is about, how sure the index is, and why. Never shown to residents. */
import type { SettledSubmission, SubmissionResult } from '../../src/protocol/submission.ts';
import type { FieldEvidence } from '../../src/standard/match-evidence.ts';
import type { Case } from '../cases/case.ts';
import type { CouncilService } from '../services/service.ts';
import { givenList } from './given.ts';
import { page } from './layout.ts';
import { html, type Markup } from './markup.ts';
import { bitsMeaning, bitsWords, fieldWords, gradeWords, levelWords, outcomeNote, outcomeWords, stateOf } from './staff-words.ts';

export function casePage(service: CouncilService, one: Case): Markup {
  return page({
    title: `Case ${one.caseNumber}`,
    isForStaff: true,
    scripts: ['explanation'],
    content: html`<p class="service-name">${service.title}</p>
      <h1>Case <span class="unbroken">${one.caseNumber}</span></h1>
      ${signInNote} ${one.result ? resultPart(one.result) : deferredPart(one)}
      <h2>What was given</h2>
      ${givenList(service, one)}`,
  });
}

/** On every staff page of the demo. */
export const signInNote = html`<p class="inset">
  This page is open so that you can try it. In a real council it sits behind staff sign-in.
</p>`;

const state = (one: Case | SubmissionResult, words: string): Markup => {
  const code = 'outcome' in one ? one.outcome : stateOf(one);
  return html`<p><span class="state state-${code}" data-testid="case-state" data-state="${code}">${words}</span></p>`;
};

function deferredPart(one: Case): Markup {
  return html`${state(one, 'deferred: the index could not be reached yet')}
    <p>The case is kept. It gets its customer ID as soon as the index answers; reload this page to look again.</p>
    ${one.deferredBy !== undefined && html`<p class="hint">Latest fault: ${one.deferredBy}</p>`}`;
}

function resultPart(result: SubmissionResult): Markup {
  if (result.outcome === 'invalid') {
    return html`${state(result, outcomeWords(result.outcome))}
      <p>${outcomeNote(result.outcome)}</p>
      <ul>
        ${result.issues.map(({ code, path }) => html`<li><code>${code}</code>${path !== '' && html` at <code>${path}</code>`}</li>`)}
      </ul>`;
  }
  return html`${state(result, outcomeWords(result.outcome))}
    <p>${outcomeNote(result.outcome)}</p>
    <dl class="summary">
      <div>
        <dt>Customer ID</dt>
        <dd class="customer-id" data-testid="customer-id">${result.customerId}</dd>
      </div>
      <div>
        <dt>Grade</dt>
        <dd data-testid="grade">${gradeWords(result.grade)}</dd>
      </div>
    </dl>
    ${explanationPart(result)}`;
}

function explanationPart({ explanation = [] }: SettledSubmission): Markup {
  if (explanation.length === 0)
    return html`<h2>Why</h2>
      <p>There was nobody in the index to compare with.</p>`;
  return html`<h2>Why</h2>
    <p>Compared with the closest customer.</p>
    <citizen-id-explanation evidence="${JSON.stringify(explanation)}">
      ${explanationTable(explanation)}
    </citizen-id-explanation>`;
}

/** What stands there where scripts do not run. */
function explanationTable(explanation: readonly FieldEvidence[]): Markup {
  const total = explanation.reduce((sum, { bits }) => sum + bits, 0);
  return html`<div class="table-frame" role="region" aria-label="Explanation" tabindex="0">
    <table data-testid="explanation">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Comparison</th>
          <th scope="col" class="figure">Bits</th>
        </tr>
      </thead>
      <tbody>
        ${explanation.map(evidenceRow)}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan="2">All fields</th>
          <td class="figure">${bitsWords(total)}</td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}

function evidenceRow(evidence: FieldEvidence): Markup {
  return html`<tr>
    <th scope="row">${fieldWords(evidence.field)}</th>
    <td>${levelWords(evidence.level)} <span class="note">${bitsMeaning(evidence)}</span></td>
    <td class="figure">${bitsWords(evidence.bits)}</td>
  </tr>`;
}
