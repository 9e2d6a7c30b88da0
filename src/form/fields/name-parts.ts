/**
 * A name in other parts than first and last: with middle names and a suffix, or as one box; and the same for a name that
 * somebody had before. What name.ts draws is the usual case of this.
 */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { singleNameKind } from '../../standard/fields/name.ts';
import type { FieldName } from '../../standard/identity.ts';
import type { MessageKey } from '../../standard/messages.ts';
import { checkboxes, describedBy, hint, legend, textInput, type FieldView, type TextInput } from './field.ts';
import { nameTemplate } from './name.ts';

/** Which parts there are, and in which order they are asked. */
export const nameParts = ['given', 'middle', 'family', 'suffix', 'full'] as const;
type NamePart = (typeof nameParts)[number];

interface NameOptions {
  readonly field: FieldName & ('name' | 'previous-name');
  readonly entry: 'name' | 'previousName';
  readonly legend: MessageKey;
  readonly hint?: MessageKey;
}

/** The name, in the parts that the form builder or the profile wants. */
export function namePartsTemplate(view: FieldView): TemplateResult {
  const parts = partsOf(view);
  if (parts.join(' ') === 'given family') return nameTemplate(view);
  return nameGroup(view, parts, { field: 'name', entry: 'name', legend: 'name/legend' });
}

/** A name that somebody had before, in the same parts. */
export function earlierNameTemplate(view: FieldView): TemplateResult {
  return nameGroup(view, partsOf(view), {
    field: 'previous-name',
    entry: 'previousName',
    legend: 'previous-name/legend',
    hint: 'previous-name/hint',
  });
}

/** A suffix tells a father from a son where the profile wants either name. */
function partsOf({ nameParts: asked, profile }: FieldView): readonly NamePart[] {
  const words = asked ?? (profile.needsOneName ? 'given middle family suffix' : 'given family');
  const wanted = nameParts.filter((part) => words.split(' ').includes(part));
  return wanted.includes('full') ? ['full'] : wanted;
}

function nameGroup(view: FieldView, parts: readonly NamePart[], options: NameOptions): TemplateResult {
  const { field, entry } = options;
  // The legend says what is optional; its parts would only repeat it, but those that always are.
  const required: FieldView = { ...view, isRequired: true };
  const hasSingle = entry === 'name' && parts.includes('given') && parts.includes('family');
  const draw = (part: NamePart) => {
    const isAlwaysOptional = part === 'middle' || part === 'suffix';
    return textInput(
      { ...required, isRequired: !isAlwaysOptional },
      { ...inputOf(entry, part), ...(hasSingle ? single[part] : {}) },
    );
  };
  return html`<fieldset
    class="cif-group cif-fieldset"
    data-field=${field}
    aria-describedby=${describedBy({ ...view, problems: [] }, entry, options.hint)}
  >
    ${legend(view, options.legend)} ${hint(view, entry, options)} ${parts.map(draw)}
    ${hasSingle ? checkboxes(view, { entry: 'name.kind', value: singleNameKind, label: 'form/single-name' }) : nothing}
  </fieldset>`;
}

/** What "I only have one name" changes. */
const single: Readonly<Partial<Record<NamePart, Partial<TextInput>>>> = {
  given: { labelWhen: { entry: 'name.kind', value: singleNameKind, label: 'name.single/label' } },
  middle: { when: 'name.kind=' },
  family: { when: 'name.kind=' },
};

const tokens: Readonly<Record<NamePart, string>> = {
  given: 'given-name',
  middle: 'additional-name',
  family: 'family-name',
  suffix: 'honorific-suffix',
  full: 'name',
};

function inputOf(entry: NameOptions['entry'], part: NamePart): TextInput {
  return {
    entry: `${entry}.${part}`,
    label: `name.${part}/label`,
    // What a browser knows is the name of today.
    autocomplete: entry === 'name' ? tokens[part] : 'off',
    width: part === 'suffix' ? 'postcode' : 'medium',
    autocapitalize: 'words',
  };
}
