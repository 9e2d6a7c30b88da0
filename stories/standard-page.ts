/**
 * Draws the standard for reading: the fields of a profile with their rules, words and examples, and what differs between
 * editions. Plain tables; a wide one scrolls in a region of its own, which the keyboard reaches. Not a story.
 */
import { html, type TemplateResult } from 'lit';
import {
  compareEditions,
  type Edition,
  type EditionChange,
  type EditionField,
  type EditionProfile,
} from '../src/standard/editions.ts';
import { minimumMatchStrength } from '../src/standard/match-strength.ts';
import { describeIssue } from '../src/standard/messages.ts';
import { standardVersion } from '../src/standard/version.ts';
import './standard-page.css';
import { presentProfile, rulesOf, showTyped, type Example, type Locale } from './standard-data.ts';

interface Table {
  readonly id: string;
  readonly caption: string;
  readonly head: readonly TemplateResult[];
  readonly rows: readonly TemplateResult[];
}

function table({ id, caption, head, rows }: Table): TemplateResult {
  return html`
    <div class="standard-scroll" role="region" aria-labelledby=${id} tabindex="0">
      <table>
        <caption id=${id}>
          <span>${caption}</span>
        </caption>
        <thead>
          <tr>
            ${head}
          </tr>
        </thead>
        ${rows.length > 0 ? rows : html`<tbody></tbody>`}
      </table>
    </div>
  `;
}

function heads(...titles: readonly string[]): readonly TemplateResult[] {
  return titles.map((title) => html`<th scope="col">${title}</th>`);
}

/** What a resident reads above the field. */
function titleOf(field: string, { messages }: Locale): string {
  const words: Readonly<Record<string, string>> = messages;
  return words[`${field}/legend`] ?? words[`${field}/label`] ?? field;
}

/** A profile: an overview of its fields, then each of them, then what holds for any text. */
export function profilePage(id: string, locales: readonly Locale[]): TemplateResult {
  const profile = presentProfile(id);
  const own = locales.find(({ tag }) => tag === profile.locale);
  if (!own) throw new Error(`there are no words in ${profile.locale}`);
  const fields = Object.entries(profile.fields);
  const everyCode = new Set(fields.flatMap(([, field]) => field.issues));
  const textCodes = [...everyCode].filter((code) => code.startsWith('text/'));
  return html`
    <main class="standard-page" lang="en-GB">
      <h1>The identity standard ${standardVersion}: profile ${id}</h1>
      <p>
        Country ${profile.country}, words in ${profile.locale} unless a page asks for others. A date is asked as
        ${profile.dateOrder.join(', ')}, and a date of birth is at most ${profile.oldestAge} years ago.
      </p>
      <p>
        Answers whose match strength is below ${minimumMatchStrength} together are not matched with anybody. Addresses, email
        address and phone number add 4 for one of them, and 5 for several.
      </p>
      ${overview(id, profile, own)} ${fields.map(([name, field]) => fieldSection({ id, name, field, locales, own }))}
      <section aria-labelledby="any-text">
        <h2 id="any-text">Any text that is typed</h2>
        <p>These hold for every field. In all messages, words in braces are put in when the message is shown.</p>
        ${messageTable('any-text', 'any text', { issues: textCodes, warnings: [], locales })}
      </section>
    </main>
  `;
}

function overview(id: string, { fields }: EditionProfile, own: Locale): TemplateResult {
  return table({
    id: `overview-${id}`,
    caption: 'What may be asked, and how much each answer helps to find somebody',
    head: heads('Field', 'Asked', 'Must be answered', 'Match strength'),
    rows: [
      html`<tbody>
        ${Object.entries(fields).map(
          ([name, field]) => html`
            <tr>
              <th scope="row"><a href="#field-${name}">${titleOf(name, own)}</a></th>
              <td>${whenAsked(field)}</td>
              <td>${field.required ? 'yes, unless the page says otherwise' : 'where the page says so'}</td>
              <td class="standard-figure">${field.matchStrength}</td>
            </tr>
          `,
        )}
      </tbody>`,
    ],
  });
}

function whenAsked({ usual, purposeNeeded }: EditionField): string {
  if (purposeNeeded) return 'only with a stated purpose';
  return usual ? 'usually' : 'where the page asks it';
}

interface Section {
  readonly id: string;
  readonly name: string;
  readonly field: EditionField;
  readonly locales: readonly Locale[];
  readonly own: Locale;
}

function fieldSection({ id, name, field, locales, own }: Section): TemplateResult {
  const [issues, warnings] = [field.issues, field.warnings].map((codes) => codes.filter((code) => !code.startsWith('text/')));
  return html`
    <section class="standard-field" data-field=${name} aria-labelledby="field-${name}">
      <h2 id="field-${name}">${titleOf(name, own)} <code>${name}</code></h2>
      <p>
        Asked: ${whenAsked(field)}. ${strengthInWords(field.matchStrength)} It is typed into
        ${field.entries.map((entry, index) => html`${index > 0 ? ', ' : ''}<code>${entry}</code>`)}.
      </p>
      <h3>Rules</h3>
      ${table({
        id: `rules-${name}`,
        caption: `Rules of ${name}, each with an example that passes and one that does not, where there are such`,
        head: heads('Rule', 'What is typed', 'What comes of it'),
        rows: rulesOf(name, id).map(
          ({ reason, examples }) => html`
            <tbody>
              ${examples.map(
                (example, index) => html`
                  <tr>
                    ${index === 0 ? html`<th scope="rowgroup" rowspan=${examples.length}>${reason}</th>` : ''}
                    <td>${typedEntries(example)}</td>
                    <td>${outcome(example)}</td>
                  </tr>
                `,
              )}
            </tbody>
          `,
        ),
      })}
      <h3>Messages</h3>
      ${messageTable(name, name, { issues: issues ?? [], warnings: warnings ?? [], locales })}
    </section>
  `;
}

/** Characters of a canonical value that are shown. */
const mostOfValue = 400;

function strengthInWords(strength: number): string {
  return strength === 0 ? 'It adds nothing to the match strength.' : `It adds up to ${strength} to the match strength.`;
}

function typedEntries({ name, entries }: Example): TemplateResult {
  const typed = Object.entries(entries);
  return html`
    <p>${name}</p>
    ${typed.map(([entry, text]) => html`<div><code>${entry}</code> <span class="standard-typed" dir="auto">${showTyped(text)}</span></div>`)}
  `;
}

function outcome({ value, issues, warnings = [] }: Example): TemplateResult {
  const codes = (issues ?? warnings).map(({ code }) => html` <code>${code}</code>`);
  if (issues) return html`<strong>Refused:</strong>${codes}`;
  if (value === null) return html`<strong>Absent</strong>`;
  return html`
    <strong>Accepted:</strong> <code dir="auto">${showTyped(JSON.stringify(value), mostOfValue)}</code> ${
      warnings.length > 0 ? html`<strong>with a warning:</strong>${codes}` : ''
    }
  `;
}

interface Told {
  readonly issues: readonly string[];
  readonly warnings: readonly string[];
  readonly locales: readonly Locale[];
}

function messageTable(id: string, about: string, { issues, warnings, locales }: Told): TemplateResult {
  const head = locales.map(
    ({ tag, isReviewed }) => html`
      <th scope="col">${tag}<br /><small>${isReviewed ? 'reviewed' : 'not reviewed by a native speaker'}</small></th>
    `,
  );
  const told = [...issues.map((code) => [code, ''] as const), ...warnings.map((code) => [code, ' (a warning)'] as const)];
  return table({
    id: `messages-${id}`,
    caption: `What is said about ${about}, in every language`,
    head: [...heads('Code'), ...head],
    rows: [
      html`<tbody>
        ${told.map(
          ([code, kind]) => html`
            <tr data-code=${code}>
              <th scope="row"><code>${code}</code>${kind}</th>
              ${locales.map(({ tag, messages }) => html`<td lang=${tag}>${wordsOf(code, messages)}</td>`)}
            </tr>
          `,
        )}
      </tbody>`,
    ],
  });
}

/** The words of a code with their params left open. */
function wordsOf(code: string, messages: Locale['messages']): string {
  const [field = '', rest = ''] = code.split('/');
  return describeIssue({ code: `${field}/${rest}`, path: '', params: { label: '{label}' } }, messages);
}

/** All editions, and for each but the first what became different. */
export function editionsPage(editions: readonly Edition[]): TemplateResult {
  const steps = editions.slice(1).map((later, index) => [editions[index] ?? later, later] as const);
  return html`
    <main class="standard-page" lang="en-GB">
      <h1>Editions of the identity standard</h1>
      <p>Present: ${standardVersion}. An index takes identities of the present edition and of the one before.</p>
      ${steps.toReversed().map(([earlier, later]) => step(earlier, later))}
    </main>
  `;
}

function step(earlier: Edition, later: Edition): TemplateResult {
  const changes = compareEditions(earlier, later);
  const isFurtherExample = ({ change, part }: EditionChange) => part === 'example' && change === 'added';
  const id = `edition-${later.standardVersion}`;
  return html`
    <section aria-labelledby=${id}>
      <h2 id=${id}>From ${earlier.standardVersion} to ${later.standardVersion}</h2>
      <p>Besides, ${changes.filter(isFurtherExample).length} examples were added to the conformance files.</p>
      ${table({
        id: `changes-${later.standardVersion}`,
        caption: `What became different in ${later.standardVersion}`,
        head: heads('Change', 'What', 'Profile', 'Field'),
        rows: [
          html`<tbody>
            ${changes
              .filter((change) => !isFurtherExample(change))
              .map(
                ({ change, part, profile, field, name, from, to }) => html`
                  <tr>
                    <td>${change}</td>
                    <th scope="row">
                      ${part}
                      ${name === undefined ? '' : html`<code>${name}</code>`}${from === undefined ? '' : `: ${from} → ${to ?? ''}`}
                    </th>
                    <td>${profile ?? 'all'}</td>
                    <td>${field ?? 'all'}</td>
                  </tr>
                `,
              )}
          </tbody>`,
        ],
      })}
    </section>
  `;
}
