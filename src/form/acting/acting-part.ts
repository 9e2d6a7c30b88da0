/**
 * Owns acting for somebody else: who the form is for, and, where that is another person, the helper's own questions, which an element of ours
 * asks inside this one, under this one's name and `.helper`. Its problems stand in this one's summary, and its identity goes along when this
 * one resolves. Does not own the person's questions: those only get other words.
 */
import { render } from 'lit/html.js';
import type { Issue } from '../../standard/issue.ts';
import { text, type Messages } from '../../standard/messages.ts';
import type { CitizenIdForm } from '../citizen-id-form.ts';
import type { Feature, FeatureHost, FeatureParts } from '../features.ts';
import { inputsByEntry } from '../inputs.ts';
import { furtherLook } from '../looks/default-further.ts';
import { wordsOf } from '../options.ts';
import { createProblem, type Problem } from '../problem.ts';
import { adoptSheet } from '../style-controller.ts';
import { helperTemplate, whoAttributes, whoTemplate } from './acting-template.ts';
import {
  actingEntry,
  helperPrefix,
  someoneElse,
  usualHelperFields,
  whenActing,
  wordsOfSomeoneElse,
  type Helper,
} from './helper.ts';

/** What the helper's element has as its host has it. */
const mirrored = ['appearance', 'css', 'profile', 'form', 'lang', 'no-restore', 'readonly'] as const;

export function createActingPart(parts: FeatureParts): Feature {
  return new ActingPart(parts);
}

class ActingPart implements Feature, Helper {
  private readonly host: FeatureHost;
  private readonly parts: FeatureParts;
  private readonly listening = new AbortController();
  private who: HTMLElement | undefined;
  private place: HTMLElement | undefined;
  private asking: CitizenIdForm | undefined;
  private words: Messages;
  /** Of what a server has drawn: it is drawn again only where the language changes. */
  private drawnIn = '';
  private focused: string | undefined;

  constructor(parts: FeatureParts) {
    const { host } = parts;
    this.parts = parts;
    this.host = host;
    this.words = host.words;
    const { signal } = this.listening;
    host.addEventListener('change', () => this.bringIntoLine(), { signal });
    host.addEventListener('citizen-id-cleared', () => this.clear(), { signal });
    host.addEventListener('citizen-id-invalid', ({ target }) => target === host && this.showIssues(), { signal });
  }

  // --- What the element reads ----------------------------------------------------------------------------------------

  get identity() {
    return this.isAsked ? this.asking?.identity : undefined;
  }

  get issues(): readonly Issue[] {
    const issues = this.isAsked ? (this.asking?.issues ?? []) : [];
    return issues.map((issue) => ({ ...issue, path: helperPrefix + issue.path }));
  }

  problemOf(issue: Issue): Problem | undefined {
    if (!this.asking || !issue.path.startsWith(helperPrefix)) return undefined;
    const problem = createProblem({ ...issue, path: issue.path.slice(helperPrefix.length) }, this.asking.words);
    return { ...problem, path: helperPrefix + problem.path };
  }

  /** In steps, once the step was reached. */
  private get isAsked(): boolean {
    return this.place !== undefined && !this.place.querySelector('[data-field=helper]')?.closest('[hidden]');
  }

  private get isForSomeoneElse(): boolean {
    const { host } = this;
    const box = inputsByEntry(host, host.elementName).get(`${actingEntry}=${someoneElse}`);
    return box instanceof HTMLInputElement && box.checked;
  }

  // --- What it draws -------------------------------------------------------------------------------------------------

  update(words: Messages): void {
    const questions = this.host.root?.querySelector<HTMLElement>(':scope > .cif-questions');
    this.words = words;
    if (!questions) return;
    if (this.host.appearance === 'default') adoptSheet(this.host, furtherLook);
    this.takeOver(questions);
    this.draw(questions);
    this.configure();
    this.host.helper = this;
    this.bringIntoLine();
    this.host.refresh();
  }

  remove(): void {
    this.listening.abort();
    this.who?.remove();
    this.place?.remove();
    this.host.helper = undefined;
    this.parts.wording.instead = {};
    this.host.requestUpdate();
  }

  private takeOver(questions: Element): void {
    if (this.who) return;
    this.who = questions.querySelector<HTMLElement>(':scope > [data-field=acting-for]') ?? undefined;
    this.place = questions.querySelector<HTMLElement>(`:scope > [data-when="${whenActing}"]`) ?? undefined;
    const asking = this.place?.querySelector<CitizenIdForm>(this.host.localName);
    if (!this.who || !this.place || !asking) this.who = this.place = undefined;
    else this.asking = this.watch(asking);
    this.drawnIn = this.who ? text(this.words, 'form/locale') : '';
  }

  private draw(questions: Element): void {
    const { host, words } = this;
    const { ownerDocument: page } = host;
    const locale = text(words, 'form/locale');
    if (this.drawnIn !== locale) {
      const isForSomeoneElse =
        this.isForSomeoneElse || this.who?.querySelector<HTMLInputElement>(`[value=${someoneElse}]`)?.checked;
      this.asking ??= this.watch(page.createElement(host.localName) as CitizenIdForm);
      const [who, place] = this.drawnIn === 'ours' ? [this.who, this.place] : [undefined, undefined];
      const newWho = who ?? withAttributes(page.createElement('div'), whoAttributes);
      const newPlace = place ?? withAttributes(page.createElement('div'), { 'data-when': whenActing });
      this.configure();
      render(whoTemplate({ elementName: host.elementName, words, isForSomeoneElse: false }), newWho);
      if (isForSomeoneElse === true && newWho !== this.who) tick(newWho, someoneElse);
      render(helperTemplate(words, this.asking), newPlace);
      if (newWho !== this.who) this.who?.remove();
      if (newPlace !== this.place) this.place?.remove();
      [this.who, this.place] = [newWho, newPlace];
      this.drawnIn = 'ours';
    }
    if (this.who?.parentElement !== questions) questions.prepend(this.who ?? '');
    if (this.place?.parentElement !== questions) questions.append(this.place ?? '');
    // The questions were made anew under somebody's hands.
    const focused = this.focused === undefined ? undefined : page.getElementById(this.focused);
    if (focused && page.activeElement === page.body) focused.focus({ preventScroll: true });
  }

  /** The helper's element as its host is. */
  private configure(): void {
    const { host, asking } = this;
    if (!asking) return;
    const fields = fieldsOf(host.actingFor);
    const wanted: Record<string, string | null> = {
      name: `${host.elementName}.${helperPrefix.slice(0, -1)}`,
      fields: fields.join(' '),
      'required-fields': fields[0] ?? 'name',
      resolve: 'never',
      'error-summary': 'host',
      ...Object.fromEntries(mirrored.map((name) => [name, host.getAttribute(name)])),
    };
    for (const [name, value] of Object.entries(wanted)) {
      if (value === null) asking.removeAttribute(name);
      else if (asking.getAttribute(name) !== value) asking.setAttribute(name, value);
    }
    if (host.messages) asking.messages = host.messages;
  }

  /** What it tells is told by its host: as one of the page's own it would be a stranger. */
  private watch(asking: CitizenIdForm): CitizenIdForm {
    for (const name of ['changed', 'invalid', 'issues-shown', 'cleared'])
      asking.addEventListener(`citizen-id-${name}`, (event) => event.stopPropagation());
    return asking;
  }

  // --- What follows an answer ----------------------------------------------------------------------------------------

  /** A helper who is not asked takes no part in the form; the person is spoken of in other words. */
  private bringIntoLine(): void {
    const { host, asking, isForSomeoneElse, parts } = this;
    if (asking) asking.disabled = host.isDisabled || !isForSomeoneElse;
    const active = host.ownerDocument.activeElement;
    this.focused = active && this.who?.contains(active) ? active.id : undefined;
    const instead = isForSomeoneElse ? wordsOfSomeoneElse(this.words) : {};
    if (JSON.stringify(instead) === JSON.stringify(parts.wording.instead)) return;
    parts.wording.instead = instead;
    host.requestUpdate();
  }

  private showIssues(): void {
    if (this.isAsked && this.asking && this.asking.issues.length > 0) this.asking.showIssues({ takeFocus: false });
  }

  private clear(): void {
    if (this.who) tick(this.who, 'myself');
    this.asking?.reset();
    this.host.refresh();
    this.bringIntoLine();
  }
}

/** What a helper is asked, as the attribute has it; the first must be answered. */
function fieldsOf(attribute: string | undefined): readonly string[] {
  const named = wordsOf(attribute ?? '');
  return named.length > 0 ? named : usualHelperFields;
}

function tick(who: HTMLElement, value: string): void {
  const box = who.querySelector<HTMLInputElement>(`[value=${value}]`);
  if (box) box.checked = true;
}

function withAttributes(element: HTMLElement, attributes: Readonly<Record<string, string>>): HTMLElement {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
