/**
 * The questions as HTML, on a server: the very template that the element draws, as a string, in a look. What hosts are offered
 * of it is in fallback.ts.
 */
import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { TemplateResult } from 'lit/html.js';
import type { Entries, FieldName } from '../standard/identity.ts';
import type { Issue } from '../standard/issue.ts';
import type { Messages } from '../standard/messages.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import { drawFurtherField } from './further-fields.ts';
import { isErrorSpan, systems } from './looks/systems.ts';
import { dressHtml } from './looks/wear.ts';
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
  const { messages, values = {}, issues = [] } = options;
  return renderWith(
    options,
    values,
    issues.map((issue) => createProblem(issue, messages)),
  );
}

/** @internal The same, with problems instead of issues. */
export function renderWith(options: FallbackOptions, values: Entries, problems: readonly Problem[]): string {
  const { name = 'customer', profile, messages, appearance = 'default' } = options;
  const { fields = profile.fields, requiredFields = profile.requiredFields, nameParts, addressAbroad = false } = options;
  const { titleSize, isPageHeading } = options;
  const question = { profile, fields, requiredFields, nameParts, addressAbroad, titleSize, isPageHeading };
  const view = { ...question, elementName: name, messages, values, problems, isErrorSpan: isErrorSpan(appearance) };
  const html = renderTemplate(structure(asksMore(view) ? { ...view, drawFurtherField } : view), appearance);
  // The first tag says whose look it is, as the element has it.
  return appearance === 'default' ? html : html.replace('<div', `<div data-look="${appearance}"`);
}

/** @internal One template as HTML, in a look. Whatever was typed is escaped, and cannot look like one of the marks taken out. */
export function renderTemplate(template: TemplateResult, appearance: Appearance): string {
  // Lit's own marks: comments for hydration, and `<?>` where a template ends with a value.
  const html = collectResultSync(render(template)).replace(/<!--.*?-->|<\?>/gs, '');
  const look = systems[appearance];
  return look ? dressHtml(html, look) : html;
}
