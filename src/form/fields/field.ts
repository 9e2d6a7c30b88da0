/**
 * What the template of every field is given, and the pieces they share: a labelled text input, a checkbox, a hint.
 * Markup only, the same in a browser and on a server, with no listener and no state: what is wrong, hidden or switched off
 * at the moment is painted over it (paint.ts).
 */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { EntryName } from '../../standard/fields/field.ts';
import type { Entries } from '../../standard/identity.ts';
import { text, type MessageKey, type Messages } from '../../standard/messages.ts';
import type { Profile } from '../../standard/profiles/profile.ts';
import { errorMessage } from '../error-message.ts';
import { isWrong, problemsAt, type Problem } from '../problem.ts';

/** What one field is drawn from. */
export interface FieldView {
  /** The element's own name: stands before every entry's name, and so before every id. */
  readonly elementName: string;
  readonly profile: Profile;
  readonly messages: Messages;
  /** Whether the field must be answered. What need not be says so. */
  readonly isRequired: boolean;
  /** What stands in the inputs. On a server only: in a browser values are properties, never attributes. */
  readonly values: Entries;
  /** What is wrong. On a server only: in a browser it is painted. */
  readonly problems: readonly Problem[];
}

export interface TextInput {
  readonly entry: EntryName;
  readonly label: MessageKey;
  readonly hint?: MessageKey;
  /** A token of HTML's autofill list. */
  readonly autocomplete: string;
  readonly width?: 'two-digits' | 'four-digits' | 'postcode' | 'medium' | 'full';
  /** Never `email`: browsers would rewrite what was typed, and stop a page without JavaScript in words of their own. */
  readonly type?: 'text' | 'tel';
  readonly inputMode?: 'numeric' | 'email' | 'tel';
  readonly autocapitalize?: 'none' | 'words' | 'characters';
  /** Where the label is also the title of the field. */
  readonly isTitle?: boolean;
  /** Takes the label's place while that entry holds that value. */
  readonly labelWhen?: { readonly entry: EntryName; readonly value: string; readonly label: MessageKey };
  /** With which other answers this is asked, as `data-when` has it (paint.ts). */
  readonly when?: string;
}

/** A label, a hint, the place of an error, and a native input: one answer in one line. */
export function textInput(view: FieldView, input: TextInput): TemplateResult {
  const { entry, isTitle = false, when = nothing } = input;
  const id = inputId(view, entry);
  const problems = problemsAt(view.problems, entry);
  return html`<div class="cif-field" data-entry=${entry} data-when=${when}>
    <label class=${isTitle ? 'cif-label cif-title' : 'cif-label'} for=${id}>${labelWords(view, input)}</label>
    ${hint(view, entry, input.hint)} ${errorMessage({ id, problems, messages: view.messages })}
    ${inputAlone(view, input, describedBy(view, entry, input.hint))}
  </div>`;
}

/** Where there are two sets of words both stand there, and one is hidden. */
function labelWords(view: FieldView, { label: key, labelWhen }: TextInput): TemplateResult | string {
  const words = label(view, key, !view.isRequired);
  if (!labelWhen) return words;
  const { entry, value, label: other } = labelWhen;
  return html`<span data-when=${`${entry}=`}>${words}</span
    ><span data-when=${`${entry}=${value}`} hidden>${text(view.messages, other)}</span>`;
}

/** The input without its surroundings, for a field that sets several side by side. */
export function inputAlone(view: FieldView, input: TextInput, described: Described = nothing): TemplateResult {
  const id = inputId(view, input.entry);
  return html`<input
    class=${`cif-input cif-width-${input.width ?? 'full'}`}
    id=${id}
    name=${id}
    type=${input.type ?? 'text'}
    autocomplete=${input.autocomplete}
    inputmode=${input.inputMode ?? nothing}
    autocapitalize=${input.autocapitalize ?? nothing}
    spellcheck="false"
    value=${view.values[input.entry] ?? nothing}
    aria-describedby=${described}
    aria-invalid=${isWrong(view.problems, input.entry) ? 'true' : nothing}
  />`;
}

export interface Checkbox {
  readonly entry: EntryName;
  /** What is submitted when it is ticked. */
  readonly value: string;
  readonly label: MessageKey;
}

/** A native checkbox. What depends on it says so in `when`. */
export function checkbox(view: FieldView, { entry, value, label: key }: Checkbox): TemplateResult {
  const id = inputId(view, entry);
  return html`<div class="cif-checkbox">
    <input
      class="cif-checkbox-input"
      id=${id}
      name=${id}
      type="checkbox"
      value=${value}
      autocomplete="off"
      ?checked=${view.values[entry] === value}
    />
    <label class="cif-checkbox-label" for=${id}>${text(view.messages, key)}</label>
  </div>`;
}

/** The name of an input as it is submitted, which is also its id. */
export function inputId({ elementName }: Pick<FieldView, 'elementName'>, entry: string): string {
  return `${elementName}.${entry}`;
}

/** A label's or legend's words; what may be left empty says so. */
export function label(view: Pick<FieldView, 'messages'>, key: MessageKey, isOptional: boolean): string {
  const words = text(view.messages, key);
  return isOptional ? text(view.messages, 'form/optional', { label: words }) : words;
}

export function hint(view: FieldView, entry: string, key: MessageKey | undefined): TemplateResult | typeof nothing {
  return key ? html`<p class="cif-hint" id=${`${inputId(view, entry)}-hint`}>${text(view.messages, key)}</p>` : nothing;
}

type Described = string | typeof nothing;

/** The ids of hint and error, in the order in which they stand. */
export function describedBy(view: FieldView, entry: string, hintKey: MessageKey | undefined): Described {
  const id = inputId(view, entry);
  const ids = [...(hintKey ? [`${id}-hint`] : []), ...(problemsAt(view.problems, entry).length > 0 ? [`${id}-error`] : [])];
  return ids.length > 0 ? ids.join(' ') : nothing;
}
