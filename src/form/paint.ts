/**
 * What changes on the questions while somebody answers them: errors and summary, what is hidden, switched off or locked.
 * Painted over inputs that were taken over and inputs that were drawn alike, through attributes and added siblings; an
 * input itself is never replaced. Not the questions (structure.ts), and not the finding of problems.
 */
import { nothing, render, type TemplateResult } from 'lit/html.js';
import { text, type MessageKey, type Messages } from '../standard/messages.ts';
import { errorMessage, type ErrorMessageView } from './error-message.ts';
import { errorSummary, type ErrorSummary } from './error-summary.ts';
import type { Entries } from '../standard/identity.ts';
import { isTick, readEveryEntry, type Inputs } from './inputs.ts';
import { isWrong, problemsAt } from './problem.ts';

export interface ProblemsView extends ErrorSummary, ErrorMessageView {
  /** Whether the element shows a summary of its own. */
  readonly hasSummary: boolean;
}

/** Errors beside the fields, marks on the wrong inputs, and the summary. No node is added before the first error. */
export function paintProblems(root: Element, view: ProblemsView): void {
  const { elementName, problems } = view;
  for (const place of ownParts(root, '[data-entry]')) {
    const entry = place.getAttribute('data-entry') ?? '';
    const id = `${elementName}.${entry}`;
    const here = problemsAt(problems, entry);
    if (here.length > 0) place.closest('details')?.setAttribute('open', '');
    place.classList.toggle('cif-wrong', here.length > 0);
    // Several inputs have a fieldset in their place, which is what hint and error describe.
    const fieldset = place.querySelector(':scope > .cif-fieldset');
    const group = fieldset ?? place;
    renderBefore(group, '.cif-input, .cif-boxes, .cif-choices', errorMessage(view, id, here));
    const described = fieldset ?? place.querySelector(':scope > .cif-input');
    if (described) paintDescription(described, `${id}-error`, here.length > 0);
  }
  for (const input of ownParts(root, '.cif-input')) {
    const entry = input.id.slice(elementName.length + 1);
    const isFaulty = isWrong(problems, entry);
    setAttribute(input, 'aria-invalid', isFaulty ? 'true' : '');
    for (const marked of [input, input.closest('.cif-box-field')]) marked?.classList.toggle('cif-wrong', isFaulty);
  }
  renderBefore(root, '.cif-questions', view.hasSummary ? errorSummary(view) : nothing);
}

/** What matches and is this element's own: a helper's element stands inside another's questions (acting/). */
export function ownParts(root: Element, selector: string): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)].filter((part) => part.closest('.cif-form') === root);
}

/** What else describes it stays: a hint, words of the host's. */
function paintDescription(element: Element, error: string, isFaulty: boolean): void {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '' && id !== error);
  setAttribute(element, 'aria-describedby', [...ids, ...(isFaulty ? [error] : [])].join(' '));
}

/** Takes away what a server drew of `paintProblems`, so that from now on there is one painter. */
export function removeServersProblems(root: Element): void {
  for (const drawn of ownParts(root, '.cif-error, .cif-summary')) drawn.remove();
}

export interface InputsView {
  readonly isDisabled: boolean;
  readonly isReadonly: boolean;
  /** The id of a form elsewhere in the page that the element belongs to. */
  readonly formId: string | null;
  readonly isRestored: boolean;
}

/** Hands down what is set on the element, and hides what is not asked because of other answers. Typed answers stay. */
export function paintInputs(root: Element | undefined, inputs: Inputs, view: InputsView): void {
  if (root) paintConditions(root, readEveryEntry(inputs));
  const hidden = [...(root?.querySelectorAll('[hidden]') ?? [])];
  for (const input of inputs.values()) {
    input.disabled = view.isDisabled || hidden.some((part) => part.contains(input));
    if (input instanceof HTMLSelectElement) lockChoice(input, view.isReadonly);
    else input.readOnly = view.isReadonly && !isTick(input);
    setAttribute(input, 'form', view.formId ?? '');
    if (!view.isRestored) input.autocomplete = 'off';
  }
}

/**
 * What an answer elsewhere decides says so in `data-when`: an entry, `=`, and the answers with which it is shown, apart by
 * `|`. `name.kind=` stands for: as long as nothing is ticked there.
 */
function paintConditions(root: Element, entries: Entries): void {
  for (const place of ownParts(root, '[data-when]')) {
    const [entry = '', wanted = ''] = (place.getAttribute('data-when') ?? '').split('=');
    place.hidden = !wanted.split('|').includes(entries[entry] ?? '');
  }
}

/** There is no `readonly` for a list to choose from. */
function lockChoice({ options }: HTMLSelectElement, isReadonly: boolean): void {
  for (const option of options) option.disabled = isReadonly && !option.selected;
}

/** How far resolving has come, as the resident is told. */
export type Status = 'idle' | 'pending' | 'resolved' | 'deferred';

/** Nothing is said of a success: the page goes on. */
const statusWords: Readonly<Partial<Record<Status, MessageKey>>> = { pending: 'form/pending', deferred: 'form/deferred' };

/** In words, spoken without interrupting, and as busy or not. */
export function paintStatus(root: Element, status: Status, messages: Messages): void {
  setAttribute(root, 'aria-busy', status === 'pending' ? 'true' : '');
  const key = statusWords[status];
  const words = key ? text(messages, key) : '';
  const place = root.querySelector('.cif-status');
  if (place && place.textContent !== words) place.textContent = words;
}

const painted = new WeakSet<Element>();

/** Lit keeps what it drew at the anchor; an anchor where nothing was ever drawn is left without Lit's marker. */
function renderBefore(container: Element, anchorSelector: string, content: TemplateResult | typeof nothing): void {
  const anchor = [...container.children].find((child) => child.matches(anchorSelector));
  if (!(anchor instanceof HTMLElement) || (content === nothing && !painted.has(anchor))) return;
  painted.add(anchor);
  render(content, anchor.parentElement ?? anchor, { renderBefore: anchor });
}

function setAttribute(element: Element, name: string, value: string): void {
  if (value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
