/**
 * The builder's page: ticks and choices on one side, the form they make on the other, and its HTML to copy. Plain controls, so that
 * a keyboard does everything. What is shown is drawn from the very HTML that is copied. Only the class: who uses it registers it, as a
 * bundler may drop a module of this package that is imported for nothing but that. Not a story.
 */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { appearances } from '../../src/form/options.ts';
import type { FieldName } from '../../src/standard/identity.ts';
import { locales } from '../../src/standard/messages.ts';
import { enGB } from '../../src/standard/messages/en-GB.ts';
import { furtherEnGB } from '../../src/standard/messages/further/en-GB.ts';
import { offeredFields } from '../../src/standard/offered-fields.ts';
import type { ProfileId } from '../../src/standard/profiles/profile.ts';
import './builder-page.css';
import {
  htmlOf,
  inOrder,
  isIdentifier,
  namePartChoices,
  placed,
  usualChoices,
  warningsOf,
  withField,
  type Choices,
} from './choices.ts';
import { showForm } from './preview.ts';

const words: Readonly<Record<string, string>> = { ...enGB, ...furtherEnGB };

const titleOf = (field: FieldName): string => words[`${field}/legend`] ?? words[`${field}/label`] ?? field;

export class BuilderPage extends LitElement {
  static override properties = { choices: { state: true }, said: { state: true } };

  private choices: Choices = usualChoices('gb');
  /** How the last copying went. */
  private said = '';

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const warnings = warningsOf(this.choices);
    return html`
      <div class="builder-choices">
        ${this.settings()} ${this.fieldTable()}
        <div class="builder-warnings" role="status">
          ${
            warnings.length > 0
              ? html`<ul>
                  ${warnings.map((warning) => html`<li>${warning}</li>`)}
                </ul>`
              : nothing
          }
        </div>
        <section class="builder-html" aria-labelledby="builder-html">
          <h2 id="builder-html">Its HTML</h2>
          <textarea
            readonly
            rows="12"
            spellcheck="false"
            aria-labelledby="builder-html"
            .value=${htmlOf(this.choices)}
          ></textarea>
          <p>
            <button type="button" class="service-button" @click=${() => void this.copy()}>Copy the HTML</button>
            <span role="status">${this.said}</span>
          </p>
        </section>
      </div>
      <section class="builder-preview" aria-labelledby="builder-preview">
        <h2 id="builder-preview">Your form</h2>
        <div></div>
      </section>
    `;
  }

  protected override updated(): void {
    const place = this.querySelector<HTMLElement>('.builder-preview > div');
    if (place) showForm(place, htmlOf(this.choices), this.choices.appearance);
  }

  private choose(change: Partial<Choices>): void {
    this.choices = { ...this.choices, ...change };
    this.said = '';
  }

  private settings(): TemplateResult {
    const { profile, language, appearance, layout, nameParts } = this.choices;
    return html`<div class="builder-settings">
      ${select('Profile', ['gb', 'us-fl'], profile, (id: ProfileId) => {
        const { fields, requiredFields, purposes } = usualChoices(id);
        this.choose({ profile: id, fields, requiredFields, purposes });
      })}
      ${select('Language', ['', ...locales], language, (chosen) => this.choose({ language: chosen }), 'the page’s own')}
      ${select('Look', appearances, appearance, (chosen) => this.choose({ appearance: chosen }))}
      ${select('Layout', ['page', 'steps'] as const, layout, (chosen) => this.choose({ layout: chosen }))}
      ${select('Name', namePartChoices, nameParts, (chosen) => this.choose({ nameParts: chosen }), 'as usual')}
      ${this.switchFor('addressAbroad', 'Addresses abroad')} ${this.switchFor('clearButton', 'A button that clears the form')}
    </div>`;
  }

  private switchFor(choice: 'addressAbroad' | 'clearButton', label: string): TemplateResult {
    return html`<label>
      <input
        type="checkbox"
        name=${choice}
        .checked=${this.choices[choice]}
        @change=${(event: Event) => this.choose({ [choice]: isTicked(event) })}
      />
      ${label}
    </label>`;
  }

  private fieldTable(): TemplateResult {
    return html`<table>
      <caption>
        What the form asks
      </caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Must be answered</th>
          <th scope="col">Place</th>
        </tr>
      </thead>
      <tbody>
        ${offeredFields[this.choices.profile].map((field) => this.fieldRow(field))}
      </tbody>
    </table>`;
  }

  private fieldRow(field: FieldName): TemplateResult {
    const { fields, requiredFields } = this.choices;
    const isAsked = fields.includes(field);
    return html`<tr data-field=${field}>
      <td>
        <label>
          <input
            type="checkbox"
            name="asked"
            .checked=${isAsked}
            @change=${(event: Event) => this.choose({ fields: this.asked(field, event) })}
          />
          ${titleOf(field)} <code>${field}</code>
        </label>
        ${isAsked && isIdentifier(field) ? this.purposeInput(field) : nothing}
      </td>
      <td>
        <input
          type="checkbox"
          name="required"
          aria-label="${titleOf(field)} must be answered"
          .checked=${isAsked && requiredFields.includes(field)}
          ?disabled=${!isAsked}
          @change=${(event: Event) => this.choose({ requiredFields: this.required(field, event) })}
        />
      </td>
      <td>${isAsked ? this.placeOf(field) : nothing}</td>
    </tr>`;
  }

  private purposeInput(field: FieldName): TemplateResult {
    const { purposes } = this.choices;
    return html`<label class="builder-purpose">
      Why it is asked, in words for the resident
      <input
        name="purpose"
        autocomplete="off"
        .value=${new Map(Object.entries(purposes)).get(field) ?? ''}
        @input=${(event: Event) => this.choose({ purposes: { ...purposes, [field]: valueOf(event) } })}
      />
    </label>`;
  }

  /** Which place it has in the form, to be changed. */
  private placeOf(field: FieldName): TemplateResult {
    const { fields } = this.choices;
    return html`<select
      name="place"
      aria-label="Place of ${titleOf(field)}"
      @change=${(event: Event) => this.choose({ fields: placed(fields, field, Number(valueOf(event)) - 1) })}
    >
      ${fields.map(
        (other, place) => html`<option value=${String(place + 1)} .selected=${other === field}>${String(place + 1)}</option>`,
      )}
    </select>`;
  }

  private asked(field: FieldName, event: Event): readonly FieldName[] {
    const { fields, profile } = this.choices;
    return isTicked(event) ? withField(fields, field, profile) : fields.filter((other) => other !== field);
  }

  private required(field: FieldName, event: Event): readonly FieldName[] {
    const { requiredFields, profile } = this.choices;
    const others = requiredFields.filter((other) => other !== field);
    return inOrder(isTicked(event) ? [...others, field] : others, profile);
  }

  private async copy(): Promise<void> {
    const area = this.querySelector('textarea');
    try {
      await navigator.clipboard.writeText(htmlOf(this.choices));
      this.said = 'Copied.';
    } catch {
      // Not every frame may write to the clipboard; every keyboard can.
      area?.focus();
      area?.select();
      this.said = 'The browser does not let this page copy. The HTML is selected: copy it with the keyboard.';
    }
  }
}

function isTicked({ target }: Event): boolean {
  return target instanceof HTMLInputElement && target.checked;
}

function valueOf({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
}

/** One of these; the empty one is called as `unset` says. */
function select<T extends string>(
  label: string,
  options: readonly T[],
  chosen: T,
  choose: (chosen: T) => void,
  unset = '',
): TemplateResult {
  const onChange = (event: Event): void => {
    const found = options.find((option) => option === valueOf(event));
    if (found !== undefined) choose(found);
  };
  return html`<label>
    ${label}
    <select name=${label.toLowerCase()} @change=${onChange}>
      ${options.map((option) => html`<option value=${option} .selected=${option === chosen}>${option || unset}</option>`)}
    </select>
  </label>`;
}
