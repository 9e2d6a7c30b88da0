/**
 * Asks for one more answer where that would make the identity strong enough to be found: once, kindly, before anything leaves the page,
 * so that the question tells nothing of what the index knows. Whoever cannot or will not goes on. Fetched late.
 *
 * Listens at the root of the page, in capture: before the form's own order of a submission (form-submission.ts).
 */
import type { ReactiveControllerHost } from '@lit/reactive-element';
import { html, nothing, render } from 'lit/html.js';
import type { FieldName, Identity } from '../standard/identity.ts';
import { matchStrength, minimumMatchStrength } from '../standard/match-strength.ts';
import { text, type Messages } from '../standard/messages.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import { fieldLabel } from './field-label.ts';
import { isExempt } from './form-submission.ts';
import { fullAnswers } from './full-answers.ts';
import { furtherWords } from './further-words.ts';
import { inTime } from './in-time.ts';
import { adoptLateLook } from './late-look.ts';
import type { StyledHost } from './style-controller.ts';

export interface AskableHost extends HTMLElement, ReactiveControllerHost, Pick<StyledHost, 'appearance' | 'css'> {
  readonly form: HTMLFormElement | null;
  readonly root: HTMLElement | undefined;
  readonly words: Messages;
  readonly activeProfile: Profile;
  readonly isDisabled: boolean;
  readonly readonly: boolean;
  readonly resolveTime: 'submit' | 'never';
  readonly askedFields: readonly FieldName[];
  /** `undefined` while answers have issues. */
  readonly identity: Identity | undefined;
}

const listening = new WeakSet<AskableHost>();
const asked = new WeakSet<AskableHost>();

/** Whether there is a question that was not asked yet: it comes with the form's next submit event. */
export function wantsMore(host: AskableHost): boolean {
  return !asked.has(host) && helpfulFields(host).length > 0;
}

/** From now on, for this element; once, however often it is called. */
export function askForMore(host: AskableHost): void {
  if (listening.has(host)) return;
  listening.add(host);
  const onSubmit = (event: Event): void => {
    const submitter = event instanceof SubmitEvent ? event.submitter : null;
    // In steps, only the last one is a submission.
    if (event.target !== host.form || isExempt(submitter) || (host.root?.dataset['step'] ?? 'check') !== 'check') return;
    if (asked.has(host)) return withdraw(host);
    const fields = helpfulFields(host);
    if (fields.length === 0) return;
    asked.add(host);
    event.preventDefault();
    event.stopImmediatePropagation();
    void ask(host, fields, submitter);
  };
  let root: Node | undefined;
  host.addController({
    hostConnected: () => (root = host.getRootNode()).addEventListener('submit', onSubmit, true),
    hostDisconnected: () => root?.removeEventListener('submit', onSubmit, true),
  });
}

/** The fields, asked and left blank, any one of which would be enough; none where there is enough, or never can be. */
export function helpfulFields(host: Omit<AskableHost, keyof HTMLElement>): readonly FieldName[] {
  const { identity, activeProfile, askedFields } = host;
  if (!identity || host.isDisabled || host.readonly || host.resolveTime === 'never') return [];
  if (matchStrength(identity) >= minimumMatchStrength) return [];
  return askedFields.filter((field) => {
    const key = activeProfile.fieldsByName[field]?.key;
    if (key === undefined || identity[key] !== undefined || fullAnswers[key] === undefined) return false;
    return matchStrength({ ...identity, [key]: fullAnswers[key] }) >= minimumMatchStrength;
  });
}

function inputOf(host: AskableHost, field: FieldName): HTMLElement | undefined {
  return host.root?.querySelector<HTMLElement>(`[data-field=${field}] :is(input, select)[name]`) ?? undefined;
}

function placeOf(host: AskableHost): HTMLElement | undefined {
  const existing = host.root?.querySelector<HTMLElement>('.cif-one-more');
  if (existing || !host.root) return existing ?? undefined;
  const place = host.ownerDocument.createElement('div');
  place.className = 'cif-one-more';
  host.root.querySelector('.cif-questions')?.after(place);
  return place;
}

function withdraw(host: AskableHost): void {
  const place = host.root?.querySelector<HTMLElement>('.cif-one-more');
  if (place) render(nothing, place);
}

async function ask(host: AskableHost, fields: readonly FieldName[], submitter: HTMLElement | null): Promise<void> {
  const words = await inTime(furtherWords(host.words));
  const place = placeOf(host);
  const goOn = () => host.form?.requestSubmit(submitter?.isConnected ? submitter : null);
  // Without words to ask in, nobody is held up.
  if (!words || !place) return goOn();
  adoptLateLook(host);
  const goTo = (event: Event, field: FieldName) => {
    event.preventDefault();
    inputOf(host, field)?.focus();
  };
  render(
    html`<h2 class="cif-part-title" tabindex="-1">${text(words, 'form/one-more-title')}</h2>
      <p class="cif-words">${text(words, 'form/one-more-words')}</p>
      <ul class="cif-list">
        ${fields.map(
          (field) =>
            html`<li>
              <a class="cif-link" href=${`#${inputOf(host, field)?.id ?? ''}`} @click=${(event: Event) => goTo(event, field)}
                >${fieldLabel(field, words)}</a
              >
            </li>`,
        )}
      </ul>
      <button class="cif-button cif-button-secondary" type="button" @click=${goOn}>
        ${text(words, 'form/one-more-decline')}
      </button>`,
    place,
  );
  place.querySelector<HTMLElement>('h2')?.focus();
}
