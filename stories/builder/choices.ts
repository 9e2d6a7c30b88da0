/**
 * What somebody chooses on the builder's page, the HTML that comes of it, and what they should know first. No page: that is
 * builder-page.ts. Not a story.
 */
import { strengthAdvice } from '../../src/form/full-answers.ts';
import type { Appearance } from '../../src/form/options.ts';
import type { FieldName } from '../../src/standard/identity.ts';
import { offeredFields } from '../../src/standard/offered-fields.ts';
import type { IdentifierName, Profile, ProfileId } from '../../src/standard/profiles/profile.ts';
import { usFl } from '../../src/standard/profiles/us-fl.ts';
import { wholeGb } from '../../src/standard/profiles/whole-gb.ts';
import { identifierFields, withPurposes } from '../../src/standard/purposes.ts';

const profiles: Readonly<Record<ProfileId, Profile>> = { gb: wholeGb, 'us-fl': usFl };

export interface Choices {
  readonly profile: ProfileId;
  /** Ticked, in the order in which the form asks them. */
  readonly fields: readonly FieldName[];
  /** Ticked; counts for what is asked. */
  readonly requiredFields: readonly FieldName[];
  /** Why an identifier is asked, by its field. */
  readonly purposes: Readonly<Partial<Record<IdentifierName, string>>>;
  /** BCP 47; empty for that of the page. */
  readonly language: string;
  readonly appearance: Appearance;
  readonly layout: 'page' | 'steps';
  /** As the attribute `name-parts`; empty for the profile's usual ones. */
  readonly nameParts: string;
  readonly addressAbroad: boolean;
  readonly clearButton: boolean;
}

/** The parts of a name that the builder offers. */
export const namePartChoices = ['', 'given middle family', 'full'] as const;

/** What the element does by itself. */
export function usualChoices(profile: ProfileId): Choices {
  const { fields, requiredFields } = profiles[profile];
  const shape = { nameParts: '', addressAbroad: false, clearButton: false };
  return { profile, fields, requiredFields, purposes: {}, language: '', appearance: 'default', layout: 'page', ...shape };
}

/** Whether the field is asked only with a purpose. */
export function isIdentifier(field: FieldName): field is FieldName & IdentifierName {
  return Object.hasOwn(identifierFields, field);
}

/** What is ticked, in the order of the profile, whatever the order of the ticks. */
export function inOrder(fields: readonly FieldName[], profile: ProfileId): readonly FieldName[] {
  return offeredFields[profile].filter((field) => fields.includes(field));
}

/** With one more field: behind the one that it follows in the profile, so that an order of one's own stays. */
export function withField(fields: readonly FieldName[], field: FieldName, profile: ProfileId): readonly FieldName[] {
  const offered = offeredFields[profile];
  const before = offered.slice(0, offered.indexOf(field)).findLast((other) => fields.includes(other));
  return fields.toSpliced(before === undefined ? 0 : fields.indexOf(before) + 1, 0, field);
}

/** With the field at another place, counted from 0. */
export function placed(fields: readonly FieldName[], field: FieldName, place: number): readonly FieldName[] {
  return fields.filter((other) => other !== field).toSpliced(place, 0, field);
}

/** A form to paste into a page: only attributes that say something other than the default. */
export function htmlOf(choices: Choices): string {
  const attributes = attributesOf(choices).map(([name, value]) =>
    value === '' ? `\n    ${name}` : `\n    ${name}="${escapeAttribute(value)}"`,
  );
  const last = choices.layout === 'steps' ? ' data-citizen-id="last"' : '';
  return `<script type="module" async src="/assets/citizen-id-form.js"></script>

<form action="/apply" method="post">
  <citizen-id-form${attributes.join('')}
  ></citizen-id-form>
  <button${last}>Continue</button>
</form>
`;
}

function attributesOf(choices: Choices): readonly (readonly [name: string, value: string])[] {
  const { profile, fields, requiredFields, language, appearance, layout } = choices;
  const usual = usualChoices(profile);
  const list = (name: string, chosen: readonly FieldName[], usually: readonly FieldName[]) =>
    chosen.join() === usually.join() ? [] : [[name, chosen.join(' ')] as const];
  const word = (name: string, chosen: string, usually: string) => (chosen === usually ? [] : [[name, chosen] as const]);
  return [
    ['service', 'your-service'],
    ['index', 'https://index.example.org'],
    ...word('profile', profile, 'gb'),
    // Nothing asked is no form: the element then asks what is usual.
    ...(fields.length > 0 ? list('fields', fields, usual.fields) : []),
    ...list('required-fields', inOrder(requiredFields, profile).filter(isAmong(fields)), usual.requiredFields),
    ...purposesOf(choices).map(([field, purpose]) => [`purpose-${field}`, purpose] as const),
    ...word('lang', language, ''),
    ...word('appearance', appearance, 'default'),
    ...word('layout', layout, 'page'),
    ...(fields.includes('name') ? word('name-parts', choices.nameParts, '') : []),
    ...(choices.addressAbroad && fields.includes('postal-address') ? [['address-abroad', ''] as const] : []),
    ...(choices.clearButton ? [['clear-button', ''] as const] : []),
  ];
}

const isAmong = (fields: readonly FieldName[]) => (field: FieldName) => fields.includes(field);

/** Of the identifiers that are asked. */
function purposesOf({ fields, purposes }: Choices): readonly (readonly [field: FieldName, purpose: string])[] {
  return fields.flatMap((field) => {
    const purpose = isIdentifier(field) ? (purposes[field]?.trim() ?? '') : '';
    return purpose === '' ? [] : [[field, purpose] as const];
  });
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** What a form builder should know before the HTML is used, the gravest first. */
export function warningsOf(choices: Choices): readonly string[] {
  const { fields } = choices;
  if (fields.length === 0) return ['Nothing is ticked: the form asks what is usual in this profile.'];
  const named = Object.fromEntries(purposesOf(choices));
  const profile: Profile = withPurposes(profiles[choices.profile], named);
  const advice = strengthAdvice(fields, profile);
  const silent = fields.filter((field) => isIdentifier(field) && named[field] === undefined);
  return [
    ...(advice === undefined ? [] : [`These fields ${advice}`]),
    ...silent.map((field) => `${field} is not asked until you say what it is for.`),
    ...(choices.language === '' ? [] : ['No native speaker has reviewed the words of any language yet.']),
    ...(choices.appearance === 'default' ? [] : [sheetWarning(choices.appearance)]),
  ];
}

const owners: Readonly<Partial<Record<Appearance, string>>> = {
  govuk: ' Only services on GOV.UK may use its crown and typeface.',
  nhsuk: ' Only NHS organisations may use the NHS identity.',
};

function sheetWarning(appearance: Appearance): string {
  if (appearance === 'none') return 'This look has no style sheet at all: your page brings one.';
  return `Your page brings the style sheet of this design system.${owners[appearance] ?? ''}`;
}
