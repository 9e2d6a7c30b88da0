/**
 * Owns `layout="steps"`: one field at a time, then all answers to be checked, and only from there a submission. Steps that were not
 * reached are hidden, and so not asked; those that were are there, seen or not. No input is moved or made anew.
 * Does not own what is right (standard/), what is wrong on show (problem-controller.ts), nor the order of a submission, which it is
 * before: it listens at the root of the page, in capture.
 */
import { render } from 'lit/html.js';
import { text, type Messages } from '../../standard/messages.ts';
import type { FieldName } from '../../standard/identity.ts';
import type { Feature, FeatureHost, FeatureParts } from '../features.ts';
import { fieldLabel } from '../field-label.ts';
import { isExempt } from '../form-submission.ts';
import { ownParts } from '../paint.ts';
import { createProblem } from '../problem.ts';
import { timeLimit } from '../in-time.ts';
import { answersIn } from './answers.ts';
import { CitizenIdStepEvent } from './step-event.ts';
import { addToHistory, stepInHistory } from './step-history.ts';
import { answersTemplate, continueTemplate, progressTemplate } from './steps-template.ts';

/** The step after the last field. */
const checkStep = 'check';

export function createStepsPart({ host, profiles }: FeatureParts): Feature {
  return new StepsPart(host, () => (profiles.areRulesSettled ? undefined : profiles.loadRules(timeLimit)));
}

class StepsPart implements Feature {
  private readonly head: HTMLElement;
  private readonly foot: HTMLElement;
  private readonly reached = new Set<string>();
  private readonly listening = new AbortController();
  private readonly host: FeatureHost;
  private readonly settleRules: () => Promise<void> | undefined;
  private words: Messages;
  private at = '';
  /** What the host said last. */
  private told: string | undefined;
  /** Entries that Back takes away again. */
  private added = 0;

  constructor(host: FeatureHost, settleRules: () => Promise<void> | undefined) {
    this.host = host;
    this.settleRules = settleRules;
    this.words = host.words;
    [this.head, this.foot] = [host.ownerDocument.createElement('div'), host.ownerDocument.createElement('div')];
    this.head.className = 'cif-progress';
    this.foot.className = 'cif-foot';
    const { signal } = this.listening;
    const root = host.getRootNode();
    root.addEventListener('submit', (event) => this.onSubmit(event), { capture: true, signal });
    host.addEventListener('click', (event) => this.onClick(event), { capture: true, signal });
    host.addEventListener('citizen-id-invalid', () => this.goToFault(), { signal });
    host.addEventListener('citizen-id-cleared', () => this.begin(), { signal });
    host.ownerDocument.defaultView?.addEventListener('popstate', () => this.onBack(), { signal });
  }

  update(words: Messages): void {
    this.words = words;
    const questions = this.host.root?.querySelector('.cif-questions');
    if (!questions) return;
    if (this.head.nextElementSibling !== questions) {
      questions.before(this.head);
      questions.after(this.foot);
    }
    const { step } = this.host;
    if (this.at === '') void this.start();
    else if (step !== this.told && step !== undefined && this.reached.has(step)) this.at = step;
    this.told = step;
    if (!this.steps.includes(this.at)) this.at = this.steps[0] ?? checkStep;
    this.paint();
  }

  remove(): void {
    this.listening.abort();
    this.head.remove();
    this.foot.remove();
    delete this.host.root?.dataset['step'];
    for (const group of this.groups) this.set(group, { isAsked: true, isSeen: true });
    this.showLast(true);
    this.host.refresh();
  }

  private get groups(): readonly HTMLElement[] {
    const { root } = this.host;
    const groups = root ? ownParts(root, '.cif-questions [data-field]') : [];
    // A person's fields where the customer is an organisation, and the other way round.
    return groups.filter((group) => group.parentElement?.hidden !== true);
  }

  private get steps(): readonly string[] {
    return [...this.groups.map(nameOf), checkStep];
  }

  private begin(): void {
    this.reached.clear();
    this.show(this.steps[0] ?? checkStep);
  }

  /** Where a reload, or a page that came back, was: as far as the answers up to there are right. */
  private async start(): Promise<void> {
    const wanted = stepInHistory(this.host.elementName);
    this.at = this.steps[0] ?? checkStep;
    this.reached.add(this.at);
    if (wanted === undefined || this.host.stepHistory === 'none') return;
    await this.settleRules();
    for (const step of this.steps) {
      this.at = step;
      this.reached.add(step);
      this.paint();
      if (step === wanted || this.host.issues.length > 0) return;
    }
  }

  private paint(): void {
    const { host, words, at, steps } = this;
    for (const group of this.groups) this.set(group, { isAsked: this.reached.has(nameOf(group)), isSeen: nameOf(group) === at });
    if (host.root) host.root.dataset['step'] = at;
    const isLast = at === checkStep;
    const title = isLast ? text(words, 'form/check-answers') : fieldLabel(at as FieldName, words);
    const progress = { words, step: steps.indexOf(at) + 1, steps: steps.length, title, back: () => this.goBack() };
    render(progressTemplate(progress), this.head);
    render(isLast ? answersTemplate(words, this.rows()) : continueTemplate(words, host.getAttribute('form')), this.foot);
    this.showLast(isLast);
    host.refresh();
  }

  private set(group: HTMLElement, { isAsked, isSeen }: { readonly isAsked: boolean; readonly isSeen: boolean }): void {
    group.hidden = !isAsked;
    // By script, and not as an attribute in the markup, which a strict content policy would refuse.
    group.style.display = isSeen ? '' : 'none';
  }

  /** What the host has marked as belonging to the end: its own questions, its button. */
  private showLast(isLast: boolean): void {
    for (const part of this.host.form?.querySelectorAll<HTMLElement>('[data-citizen-id=last]') ?? []) part.hidden = !isLast;
  }

  private rows() {
    const { host, words } = this;
    return this.groups.map((group) => ({
      label: fieldLabel(nameOf(group), words),
      lines: answersIn(group, host.elementName),
      id: group.querySelector(`:is(input, select)[name^="${CSS.escape(host.elementName)}."]`)?.id ?? '',
    }));
  }

  private onSubmit(event: Event): void {
    const submitter = event instanceof SubmitEvent ? event.submitter : null;
    const isOurs = submitter !== null && this.foot.contains(submitter);
    if (event.target !== this.host.form || this.at === checkStep || (isExempt(submitter) && !isOurs)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.advance();
  }

  private async advance(): Promise<void> {
    await this.settleRules();
    this.host.refresh();
    if (this.host.issues.length > 0) return this.host.showIssues({ takeFocus: true });
    const { steps } = this;
    const next = this.reached.has(checkStep) ? checkStep : steps[steps.indexOf(this.at) + 1];
    if (next !== undefined) this.go(next);
  }

  private go(step: string): void {
    const from = this.at;
    this.show(step);
    const isOurs = this.host.dispatchEvent(new CitizenIdStepEvent({ step, from })) && this.host.stepHistory !== 'none';
    if (!isOurs) return;
    addToHistory(this.host.elementName, { from, step });
    this.added += 1;
  }

  private show(step: string): void {
    this.at = step;
    this.reached.add(step);
    this.told = step;
    this.host.step = step;
    this.paint();
    const heading = step === checkStep ? this.foot.querySelector('h2') : this.head.querySelector('h2');
    heading?.focus({ preventScroll: true });
    this.head.scrollIntoView({ block: 'start' });
  }

  private goBack(): void {
    if (this.added > 0) history.back();
    else this.show(this.steps[this.steps.indexOf(this.at) - 1] ?? this.at);
  }

  private onBack(): void {
    if (this.host.stepHistory === 'none') return;
    const wanted = stepInHistory(this.host.elementName);
    this.added = Math.max(0, this.added - 1);
    if (wanted !== undefined && wanted !== this.at && this.reached.has(wanted)) this.show(wanted);
  }

  /** A link to an input of another step: Change, or a line of a summary. */
  private onClick(event: Event): void {
    const { target } = event;
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    const id = decodeURIComponent(link?.hash.slice(1) ?? '');
    const group = this.groups.find((each) => id !== '' && each.querySelector(`[id="${CSS.escape(id)}"]`));
    if (!group || group.checkVisibility()) return;
    event.preventDefault();
    this.go(nameOf(group));
  }

  /** What is wrong is shown where it can be mended. */
  private goToFault(): void {
    const { elementName, issues, words } = this.host;
    const [issue] = issues;
    if (!issue) return;
    const { path } = createProblem(issue, words);
    const group = this.groups.find((each) => each.querySelector(`[name^="${CSS.escape(`${elementName}.${path}`)}"]`));
    if (group && nameOf(group) !== this.at) this.go(nameOf(group));
  }
}

function nameOf(group: HTMLElement): FieldName {
  return group.dataset['field'] as FieldName;
}
