/**
 * An address in the parts of its profile, at home or abroad, as often as a form has one: where somebody lives, where mail goes,
 * each location. What postal-address.ts draws is the usual case of this.
 */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { countries } from '../../standard/countries.ts';
import { abroadKind, noFixedAddressKind } from '../../standard/fields/postal-address.ts';
import { usStates } from '../../standard/us-states.ts';
import { text } from '../../standard/messages.ts';
import { list, type Choice } from '../choices.ts';
import { checkboxes, legend, textInput, type Checkbox, type FieldView, type TextInput } from './field.ts';
import { postalAddressTemplate } from './postal-address.ts';

type AddressPart = 'line1' | 'line2' | 'town' | 'region' | 'postcode' | 'country';

export interface AddressOptions {
  readonly entry: 'postalAddress' | 'mailingAddress' | `locations.${number}`;
  /** Goes before the tokens of autofill, where it is not where somebody lives. */
  readonly section?: string;
  /** A tick that makes all of it needless. */
  readonly instead?: Checkbox;
  /** Where that tick stands: an excuse behind the lines, a short cut before them. */
  readonly isInsteadFirst?: boolean;
}

/** Where somebody lives. */
export function postalAddressPartsTemplate(view: FieldView): TemplateResult {
  if (!view.addressAbroad && view.profile.id === 'gb') return postalAddressTemplate(view);
  return html`<fieldset class="cif-group cif-fieldset" data-field="postal-address">
    ${legend(view, 'postal-address/legend')}
    ${address(view, {
      entry: 'postalAddress',
      instead: { entry: 'postalAddress.kind', value: noFixedAddressKind, label: 'form/no-fixed-address' },
    })}
  </fieldset>`;
}

/** The lines of one address, without a legend. */
export function address(view: FieldView, options: AddressOptions): TemplateResult {
  const { entry, instead, isInsteadFirst = false } = options;
  const draw = (part: AddressPart) => partOf({ ...view, isRequired: true }, options, part);
  const whenOr = (value: string) => (view.addressAbroad ? { when: `${entry}.kind=|${value}` } : {});
  const ticks: readonly Checkbox[] = instead ? [{ ...instead, ...whenOr(instead.value) }] : [];
  const abroad: Checkbox = {
    entry: `${entry}.kind`,
    value: abroadKind,
    label: 'form/address-abroad',
    isAnother: instead !== undefined,
    ...whenOr(abroadKind),
  };
  const first = isInsteadFirst ? ticks : [];
  const last = [...(isInsteadFirst ? [] : ticks), ...(view.addressAbroad ? [abroad] : [])];
  return html`${checkboxes(view, ...first)} ${draw('line1')} ${draw('line2')} ${draw('town')} ${draw('region')}
  ${draw('postcode')} ${draw('country')} ${checkboxes(view, ...last)}`;
}

const tokens: Readonly<Record<AddressPart, string>> = {
  line1: 'address-line1',
  line2: 'address-line2',
  town: 'address-level2',
  region: 'address-level1',
  postcode: 'postal-code',
  country: 'country',
};

function partOf(view: FieldView, { entry, section }: AddressOptions, part: AddressPart): TemplateResult | typeof nothing {
  const isHome = part === 'region';
  const isAbroad = part === 'country';
  if ((isHome && view.profile.id === 'gb') || (isAbroad && !view.addressAbroad)) return nothing;
  const common = {
    entry: `${entry}.${part}`,
    label: `postalAddress.${part}/label`,
    autocomplete: section ? `${section} ${tokens[part]}` : tokens[part],
    when: `${entry}.kind=${isAbroad ? abroadKind : view.addressAbroad && !isHome ? `|${abroadKind}` : ''}`,
  } as const;
  if (isHome) return list(view, { ...common, choices: stateChoices() });
  if (isAbroad) return list(view, { ...common, choices: countryChoices(view) });
  return textInput(view, { ...common, ...shapes[part] });
}

const shapes: Readonly<Record<Exclude<AddressPart, 'region' | 'country'>, Partial<TextInput>>> = {
  line1: { autocapitalize: 'words' },
  line2: { autocapitalize: 'words' },
  town: { autocapitalize: 'words', width: 'medium' },
  postcode: { autocapitalize: 'characters', width: 'postcode' },
};

function stateChoices(): readonly Choice[] {
  return sorted(
    Object.entries(usStates).map(([value, { name }]) => ({ value, words: name })),
    'en',
  );
}

/** In the language of the words, where the platform knows the countries' names in it. */
function countryChoices({ messages, profile }: FieldView): readonly Choice[] {
  const wanted = text(messages, 'form/locale');
  const [locale = 'en'] = Intl.DisplayNames.supportedLocalesOf([wanted]);
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const others = [...countries].filter((country) => country !== profile.country);
  return sorted(
    others.map((value) => ({ value, words: names.of(value) ?? value })),
    locale,
  );
}

function sorted(choices: readonly Choice[], locale: string): readonly Choice[] {
  const { compare } = new Intl.Collator(locale);
  return choices.toSorted((one, other) => compare(one.words, other.words));
}
