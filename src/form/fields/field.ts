/**
 * What the template of every field is given, and the pieces they share: a labelled text input, a checkbox, a hint.
 * Markup only, the same in a browser and on a server, with no listener and no state: what is wrong, hidden or switched off
 * at the moment is painted over it (paint.ts).
 */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { EntryName } from '../../standard/fields/field.ts';
import type { Entries } from '../../standard/identity.ts';
import { text, type MessageKey } from '../../standard/messages.ts';
import type { Profile } from '../../standard/profiles/profile.ts';
import { errorMessage, type ErrorMessageView } from '../error-message.ts';
import type { TitleSize } from '../options.ts';
import { isWrong, problemsAt, type Problem } from '../problem.ts';

/** What one field is drawn from. */
export interface FieldView extends ErrorMessageView {
  /** The element's own name: stands before every entry's name, and so before every id. */
  readonly elementName: string;
  readonly profile: Profile;
  /** Whether the field must be answered. What need not be says so. */
  readonly isRequired: boolean;
  /** What stands in the inputs. On a server only: in a browser values are properties, never attributes. */
  readonly values: Entries;
  /** What is wrong. On a server only: in a browser it is painted. */
  readonly problems: readonly Problem[];
  /** Parts of a name other than the profile's usual ones: `given middle family suffix`, or `full`. */
  readonly nameParts?: string | undefined;
  /** Whether an address may be in another country. */
  readonly addressAbroad?: boolean;
  /** Ids of the host's own words about an input or a group, by entry. */
  readonly descriptions?: Readonly<Record<string, string>>;
  /** How large the titles of fields are; `m` where absent. */
  readonly titleSize?: TitleSize | undefined;
  /** Whether the title of the field is the page's heading: where a page asks one thing. */
  readonly isPageHeading?: boolean | undefined;
}

export interface TextInput {
  readonly entry: EntryName;
  readonly label: MessageKey;
  readonly hint?: MessageKey;
  /** The host's own words, before the hint. */
  readonly note?: string | undefined;
  /** A token of HTML's autofill list. */
  readonly autocomplete: string;
  readonly width?: 'two-digits' | 'four-digits' | 'month-name' | 'postcode' | 'code' | 'medium' | 'full';
  /** Never `email`: browsers would rewrite what was typed, and stop a page without JavaScript in words of their own. */
  readonly type?: 'text' | 'tel';
  readonly inputMode?: 'numeric' | 'email' | 'tel';
  readonly autocapitalize?: 'none' | 'words' | 'characters';
  /** Where the label is also the title of the field. */
  readonly isTitle?: boolean;
  /** One of several that stand side by side. */
  readonly isBox?: boolean;
  /** Takes the label's place while that entry holds that value. */
  readonly labelWhen?: { readonly entry: EntryName; readonly value: string; readonly label: MessageKey };
  /** With which other answers this is asked, as `data-when` has it (paint.ts). */
  readonly when?: string;
}

/** A label, a hint, the place of an error, and a native input: one answer in one line. */
export function textInput(view: FieldView, input: TextInput): TemplateResult {
  const { entry, isTitle = false, when } = input;
  const id = inputId(view, entry);
  const problems = problemsAt(view.problems, entry);
  return html`<div class=${markWrong('cif-field', problems.length > 0)} data-entry=${entry} data-when=${when ?? nothing}>
    ${drawnLabel(view, id, { isTitle, words: labelWords(view, input) })} ${hint(view, entry, input)}
    ${errorMessage(view, id, problems)} ${inputAlone(view, input, describedBy(view, entry, input.hint))}
  </div>`;
}

/** The label of one input. */
export function drawnLabel(view: FieldView, id: string, { words, isTitle }: LabelOptions): TemplateResult {
  const drawn = html`<label class=${isTitle ? `cif-label ${titleClass(view)}` : 'cif-label'} for=${id}>${words}</label>`;
  return isTitle && view.isPageHeading ? html`<h1 class="cif-label-heading">${drawn}</h1>` : drawn;
}

interface LabelOptions {
  readonly words: Words;
  /** Where it is also the title of the field. */
  readonly isTitle: boolean;
}

type Words = TemplateResult | string;

/** The title of several inputs, or of choices: what it asks, or, where it need not be answered, that too. */
export function legend(view: FieldView, key: MessageKey): TemplateResult {
  const words = label(view, key, !view.isRequired);
  const drawn = view.isPageHeading ? html`<h1 class="cif-legend-heading">${words}</h1>` : words;
  return html`<legend class=${titleClass(view)}>${drawn}</legend>`;
}

export interface Group {
  readonly entry: EntryName;
  readonly legend: MessageKey;
  readonly hint?: MessageKey;
  readonly role?: 'group';
}

/**
 * Inputs that are one answer, under a legend, with its hint and the place of its error. Where a host leaves the legend's words
 * empty its own heading asks, and nothing is put round them.
 */
export function group(
  view: FieldView,
  { entry, legend: key, hint: hintKey, role }: Group,
  content: TemplateResult,
): TemplateResult {
  const drawnHint = hintKey ? hint(view, entry, { hint: hintKey }) : nothing;
  const inside = html`${drawnHint} ${errorMessage(view, inputId(view, entry), problemsAt(view.problems, entry))} ${content}`;
  if (text(view.messages, key) === '') return inside;
  return html`<fieldset class="cif-fieldset" role=${role ?? nothing} aria-describedby=${describedBy(view, entry, hintKey)}>
    ${legend(view, key)} ${inside}
  </fieldset>`;
}

function titleClass({ titleSize = 'm' }: FieldView): string {
  return `cif-title cif-title-${titleSize}`;
}

/** Classes, with the mark that a place or an input has while something in it is wrong. */
export function markWrong(classes: string, isFaulty: boolean): string {
  return isFaulty ? `${classes} cif-wrong` : classes;
}

/** Where there are two sets of words both stand there, and one is hidden. */
function labelWords(view: FieldView, { label: key, labelWhen }: TextInput): Words {
  const words = label(view, key, !view.isRequired);
  if (!labelWhen) return words;
  const { entry, value, label: other } = labelWhen;
  return html`<span data-when=${`${entry}=`}>${words}</span
    ><span data-when=${`${entry}=${value}`} hidden>${text(view.messages, other)}</span>`;
}

/** The input without its surroundings, for a field that sets several side by side. */
export function inputAlone(view: FieldView, input: TextInput, described: Described = nothing): TemplateResult {
  const id = inputId(view, input.entry);
  const isFaulty = isWrong(view.problems, input.entry);
  return html`<input
    class=${markWrong(`cif-input ${input.isBox ? 'cif-box-input ' : ''}cif-width-${input.width ?? 'full'}`, isFaulty)}
    id=${id}
    name=${id}
    type=${input.type ?? 'text'}
    autocomplete=${input.autocomplete}
    inputmode=${input.inputMode ?? nothing}
    autocapitalize=${input.autocapitalize ?? nothing}
    spellcheck="false"
    value=${view.values[input.entry] ?? nothing}
    aria-describedby=${described}
    aria-invalid=${isFaulty ? 'true' : nothing}
  />`;
}

export interface Checkbox {
  readonly entry: EntryName;
  /** What is submitted when it is ticked. */
  readonly value: string;
  readonly label: MessageKey;
  /** With which other answers it is there, as `data-when` has it (paint.ts). */
  readonly when?: string;
  /** Whether another one before it has the same entry, and so the id. */
  readonly isAnother?: boolean;
}

/** Native checkboxes, under one another; nothing where there are none. What depends on one says so in `when`. */
export function checkboxes(view: FieldView, ...boxes: readonly Checkbox[]): Drawn {
  if (boxes.length === 0) return nothing;
  return html`<div class="cif-field">
    <div class="cif-choices cif-checkboxes">${boxes.map((box) => checkbox(view, box))}</div>
  </div>`;
}

function checkbox(view: FieldView, { entry, value, label: key, when, isAnother }: Checkbox): TemplateResult {
  const name = inputId(view, entry);
  const id = isAnother ? `${name}.${value}` : name;
  return html`<div class="cif-checkbox" data-when=${when ?? nothing}>
    <input
      class="cif-checkbox-input"
      id=${id}
      name=${name}
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

/** `note` stands before the hint, in the same paragraph, so that both describe the input. Where the words are empty there is none. */
export function hint(view: FieldView, entry: string, { hint: key, note }: Pick<TextInput, 'hint' | 'note'>): Drawn {
  if (!hasHint(view, key)) return nothing;
  const words = note ? html`<span class="cif-note">${note}</span> ${text(view.messages, key)}` : text(view.messages, key);
  return html`<div class="cif-hint" id=${`${inputId(view, entry)}-hint`}>${words}</div>`;
}

function hasHint({ messages }: FieldView, key: MessageKey | undefined): key is MessageKey {
  return key !== undefined && text(messages, key) !== '';
}

type Drawn = TemplateResult | typeof nothing;

type Described = string | typeof nothing;

/** The ids of hint and error, in the order in which they stand. */
export function describedBy(view: FieldView, entry: string, hintKey: MessageKey | undefined): Described {
  const id = inputId(view, entry);
  const own = view.descriptions?.[entry];
  const ids = [
    ...(own ? [own] : []),
    ...(hasHint(view, hintKey) ? [`${id}-hint`] : []),
    ...(problemsAt(view.problems, entry).length > 0 ? [`${id}-error`] : []),
  ];
  return ids.length > 0 ? ids.join(' ') : nothing;
}
