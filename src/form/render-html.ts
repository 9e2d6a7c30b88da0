/**
 * The questions as HTML, on a server: the very template that the element draws, as a string, in a look. What hosts are offered
 * of it is in fallback.ts.
 */
import { html, type TemplateResult } from 'lit/html.js';
import type { Entries, FieldName } from '../standard/identity.ts';
import type { Issue } from '../standard/issue.ts';
import type { Messages } from '../standard/messages.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import { helperTemplate, whoAttributes, whoTemplate } from './acting/acting-template.ts';
import { actingEntry, helperPrefix, someoneElse, whenActing, wordsOfSomeoneElse } from './acting/helper.ts';
import { drawFurtherField } from './further-fields.ts';
import { isErrorSpan, systems } from './looks/systems.ts';
import { dressHtml } from './looks/wear.ts';
import { markupOf } from './markup.ts';
import type { Appearance, TitleSize } from './options.ts';
import { createProblem, type Problem } from './problem.ts';
import { asksMore, structure } from './structure.ts';

export interface FallbackOptions {
  /** The tag's `name`; `customer` where absent. */
  readonly name?: string;
  readonly profile: Profile;
  /** What is asked, in this order; the profile's where absent. The tag's attributes must say the same. */
  readonly fields?: readonly FieldName[];
  readonly requiredFields?: readonly FieldName[];
  /** As the tag's `name-parts` and `address-abroad`. Purposes of identifiers come with the profile: `withPurposes(profile, …)`. */
  readonly nameParts?: string;
  readonly addressAbroad?: boolean;
  /** As the tag's `acting-for`: absent where the page is for whoever fills it in; takes all words. */
  readonly helperFields?: readonly FieldName[];
  /** As the tag's `title-size` and `page-heading`. */
  readonly titleSize?: TitleSize;
  readonly isPageHeading?: boolean;
  /** As the tag's `appearance`. */
  readonly appearance?: Appearance;
  /** All of them (`loadAllMessages`) where more than profile `gb`'s five usual fields is asked. */
  readonly messages: Messages;
  /** What the resident typed, to be shown again. Only in an answer to that resident's own POST, marked `no-store`. */
  readonly values?: Entries;
  /** What is wrong with it: beside the fields, and in a summary above them. */
  readonly issues?: readonly Issue[];
}

/** HTML for between `<citizen-id-form …>` and its end tag. Everything that was typed is escaped. */
export function renderFallback(options: FallbackOptions): string {
  const { values = {}, issues = [], messages, helperFields } = options;
  if (!helperFields) return renderWith(options, values, problemsOf(issues, messages));
  const problems = actingProblems(issues, messages, values);
  return renderActing({ ...options, helperFields }, isForSomeoneElse(values), (each, whose) =>
    whose === 'person' ? renderWith(each, values, problems) : renderWith(each, helpers(values), helpersProblems(problems)),
  );
}

/** @internal Whether a helper is asked. */
export function isForSomeoneElse(values: Entries): boolean {
  return values[actingEntry] === someoneElse;
}

/** @internal What is wrong with either, in the words for a page on which somebody may act for another. */
export function actingProblems(issues: readonly Issue[], messages: Messages, values: Entries): readonly Problem[] {
  const isHelpers = ({ path }: Issue) => path.startsWith(helperPrefix);
  const theirs = issues.filter(isHelpers).map((issue) => ({ ...issue, path: issue.path.slice(helperPrefix.length) }));
  return [
    ...problemsOf(
      issues.filter((issue) => !isHelpers(issue)),
      wordsFor(messages, isForSomeoneElse(values)),
    ),
    ...problemsOf(theirs, messages).map((problem) => ({ ...problem, path: helperPrefix + problem.path })),
  ];
}

const wordsFor = (messages: Messages, isForAnother: boolean): Messages =>
  isForAnother ? { ...messages, ...wordsOfSomeoneElse(messages) } : messages;

/** Of all entries the helper's, by the names that they have among the helper's own questions. */
function helpers(values: Entries): Entries {
  const theirs = Object.entries(values).filter(([entry]) => entry.startsWith(helperPrefix));
  return Object.fromEntries(theirs.map(([entry, value]) => [entry.slice(helperPrefix.length), value]));
}

function helpersProblems(problems: readonly Problem[]): readonly Problem[] {
  const theirs = problems.filter(({ path }) => path.startsWith(helperPrefix));
  return theirs.map((problem) => ({ ...problem, path: problem.path.slice(helperPrefix.length) }));
}

/** Draws one set of questions as HTML: the helper's, and then the person's, whose summary has both. */
type DrawQuestions = (options: RenderOptions, whose: 'person' | 'helper') => string;

/** @internal */
export type ActingOptions = FallbackOptions & Required<Pick<FallbackOptions, 'helperFields'>>;

/** @internal A page on which somebody may act for another: who it is for, both sets of questions, one summary. */
export function renderActing(options: ActingOptions, isForAnother: boolean, draw: DrawQuestions): string {
  const { name = 'customer', messages, appearance = 'default', helperFields } = options;
  const helper = {
    ...options,
    name: `${name}.${helperPrefix.slice(0, -1)}`,
    fields: helperFields,
    requiredFields: helperFields.slice(0, 1),
    hasSummary: false,
  };
  const questions = draw(helper, 'helper');
  const personWords = wordsFor(messages, isForAnother);
  const surround = (own: unknown) =>
    html`<div class=${whoAttributes.class} data-field=${whoAttributes['data-field']} data-entry=${whoAttributes['data-entry']}>
        ${whoTemplate({ elementName: name, words: messages, isForSomeoneElse: isForAnother })}
      </div>
      ${own}
      <div data-when=${whenActing}>${helperTemplate(messages, helperMark)}</div>`;
  const page = draw({ ...options, messages: personWords, surround }, 'person');
  return page.replace(helperMark, () => helperTag(helper, { questions, isDisabled: !isForAnother, appearance }));
}

/** Stands in for what is HTML already. */
const helperMark = '\u{E000}helper\u{E000}';

interface HelperTag {
  readonly questions: string;
  readonly isDisabled: boolean;
  readonly appearance: Appearance;
}

/** With the attributes that the element gives it (acting-part.ts). */
function helperTag(
  { name, profile, fields, requiredFields }: Required<Pick<RenderOptions, 'name' | 'profile' | 'fields' | 'requiredFields'>>,
  tag: HelperTag,
): string {
  const attributes = Object.entries({
    name,
    fields: fields.join(' '),
    'required-fields': requiredFields.join(' '),
    resolve: 'never',
    'error-summary': 'host',
    ...(profile.id === 'gb' ? {} : { profile: profile.id }),
    ...(tag.appearance === 'default' ? {} : { appearance: tag.appearance }),
  }).map(([attribute, value]) => ` ${attribute}="${value}"`);
  return `<citizen-id-form${attributes.join('')}${tag.isDisabled ? ' disabled' : ''}>${tag.questions}</citizen-id-form>`;
}

function problemsOf(issues: readonly Issue[], messages: Messages): readonly Problem[] {
  return issues.map((issue) => createProblem(issue, messages));
}

/** @internal */
export interface RenderOptions extends FallbackOptions {
  /** False where another element's summary has the problems. */
  readonly hasSummary?: boolean;
  readonly surround?: (questions: unknown) => unknown;
}

/** @internal The same, with problems instead of issues. */
export function renderWith(options: RenderOptions, values: Entries, problems: readonly Problem[]): string {
  const { name = 'customer', profile, messages, appearance = 'default' } = options;
  const { fields = profile.fields, requiredFields = profile.requiredFields, nameParts, addressAbroad = false } = options;
  const { titleSize, isPageHeading, hasSummary, surround } = options;
  const question = { profile, fields, requiredFields, nameParts, addressAbroad, titleSize, isPageHeading, hasSummary, surround };
  const view = { ...question, elementName: name, messages, values, problems, isErrorSpan: isErrorSpan(appearance) };
  const html = renderTemplate(structure(asksMore(view) ? { ...view, drawFurtherField } : view), appearance);
  // The first tag says whose look it is, as the element has it.
  return appearance === 'default' ? html : html.replace('<div', `<div data-look="${appearance}"`);
}

/** @internal One template as HTML, in a look. Whatever was typed is escaped. */
export function renderTemplate(template: TemplateResult, appearance: Appearance): string {
  const html = markupOf(template);
  const look = systems[appearance];
  return look ? dressHtml(html, look) : html;
}
