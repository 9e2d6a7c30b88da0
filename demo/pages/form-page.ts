/**
 * A service's form: the element with its fallback inside, then the service's own questions. The same page comes back, filled
 * and marked, when something is wrong; it works without JavaScript.
 */
import { renderFallback } from '../../src/form/fallback.ts';
import type { Entries } from '../../src/standard/identity.ts';
import type { Issue } from '../../src/standard/issue.ts';
import { loadMessages } from '../../src/standard/messages.ts';
import { gb } from '../../src/standard/profiles/gb.ts';
import { elementName, type CouncilService } from '../services/service.ts';
import { signInNote } from './case-page.ts';
import { page } from './layout.ts';
import { html, Markup } from './markup.ts';
import { drawQuestion, idOfQuestion } from './questions.ts';

export interface FormPageState {
  readonly formToken: string;
  /** What was typed into the element, without its name in front, and into the service's own questions. */
  readonly fields: Entries;
  readonly answers: Entries;
  readonly issues: readonly Issue[];
  /** Words by the question's name. */
  readonly faults: ReadonlyMap<string, string>;
}

/** How a kind of page reaches the index: residents anonymously, staff through a route that adds credentials. */
export interface FormPageWays {
  readonly indexPath: string;
  /** By name, in the order in which they run. */
  readonly scripts: readonly string[];
  readonly isForStaff: boolean;
}

const messages = await loadMessages('en-GB');

export function formPage(service: CouncilService, ways: FormPageWays, state: FormPageState): Markup {
  const isWrong = state.issues.length > 0 || state.faults.size > 0;
  return page({
    title: isWrong ? `Error: ${service.title}` : service.title,
    scripts: ways.scripts,
    isForStaff: ways.isForStaff,
    content: html`<h1>${service.title}</h1>
      <p class="lead">${service.introduction}</p>
      ${ways.isForStaff && signInNote}
      <form class="${ways.isForStaff ? 'wide' : ''}" method="post" action="${service.path}" novalidate>
        <input type="hidden" name="form-token" value="${state.formToken}" autocomplete="off" />
        ${state.issues.length === 0 && faultSummary(service, state)}
        <div class="beside">
          <citizen-id-form
            name="${elementName}"
            service="${service.id}"
            index="${ways.indexPath}"
            address-finder="/addresses"
            error-title
            ${ways.isForStaff && html`mode="assisted"`}
          >
            ${privacyNotice(service)} ${identityFields(state)}
          </citizen-id-form>
          ${ways.isForStaff && customerPanel(state.fields)}
        </div>
        <h2>${service.questionsTitle}</h2>
        ${state.issues.length > 0 && faultSummary(service, state)}
        ${service.questions.map((question) => drawQuestion(question, { entries: state.answers, faults: state.faults }))}
        <button class="button" type="submit">${service.button}</button>
      </form>`,
  });
}

/** A child that the element keeps, above its questions. */
function privacyNotice(service: CouncilService): Markup {
  return html`<p data-citizen-id="before" class="inset">${service.privacyNotice}</p>`;
}

/** What stands inside the tag: the same inputs that the element takes over where there is JavaScript. */
function identityFields({ fields, issues }: FormPageState): Markup {
  return new Markup(
    renderFallback({
      name: elementName,
      profile: gb,
      fields: gb.fields,
      requiredFields: gb.requiredFields,
      messages,
      values: fields,
      issues,
    }),
  );
}

/** The service's own faults: on top where they are all there is, else with their questions, as the element has a summary of its own. */
function faultSummary(service: CouncilService, { faults }: FormPageState): Markup {
  if (faults.size === 0) return html``;
  const wrong = service.questions.filter(({ name }) => faults.has(name));
  return html`<div class="fault-summary" role="alert" tabindex="-1" data-testid="fault-summary">
    <h2>There is a problem</h2>
    <ul>
      ${wrong.map((question) => html`<li><a href="#${idOfQuestion(question)}">${faults.get(question.name)}</a></li>`)}
    </ul>
  </div>`;
}

/**
 * Where the customer stands whom staff take the caller for. Without a script it stays hidden: the case has the ID. A form that came back
 * keeps whom they had chosen (`none`: a new customer), until an answer is changed (client/new-case.ts).
 */
function customerPanel({ candidate }: Entries): Markup {
  const isKnown = candidate !== undefined && candidate !== 'none';
  const status = candidate === undefined ? 'Nobody chosen yet' : isKnown ? 'The caller is' : 'A new customer';
  return html`<div class="customer-panel" id="customer-panel" hidden>
    <h2>Customer</h2>
    <p role="status" id="customer-status">${status}</p>
    <p class="customer-id" id="customer-id" data-testid="chosen-customer-id">${isKnown && candidate}</p>
    ${
      candidate !== undefined &&
      html`<input type="hidden" id="customer-kept" name="${elementName}.candidate" value="${candidate}" autocomplete="off" />`
    }
  </div>`;
}
