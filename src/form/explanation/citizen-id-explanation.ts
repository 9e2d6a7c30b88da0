/**
 * `<citizen-id-explanation>`: why two records are, or are not, one person's, as a table with a waterfall beside it. For staff; it shows
 * which fields agree and never a value. Only the class: src/explanation.ts registers it.
 *
 * The table is the explanation; the bars repeat it for the eye and are hidden from screen readers. Nothing here takes focus.
 */
import { ReactiveElement } from '@lit/reactive-element';
import { html, nothing, render, svg, type TemplateResult } from 'lit/html.js';
import type { FieldEvidence } from '../../standard/match-evidence.ts';
import { explanationEnGB, type ExplanationWords } from '../../standard/messages/explanation/en-GB.ts';
import { explanationLook } from './look.ts';
import { type Bar, layOutWaterfall, type Waterfall } from './waterfall.ts';

/**
 * Shows why two records are, or are not, one person's. What stands inside the tag is shown where scripts do not run.
 *
 * @cssproperty --citizen-id-font - Font family; the page's where absent.
 * @cssproperty --citizen-id-text - The words; the page's colour where absent.
 */
export class CitizenIdExplanation extends ReactiveElement {
  static override properties = {
    evidence: { converter: { fromAttribute: evidenceFromAttribute } },
    priorBits: { type: Number, attribute: 'prior-bits' },
    words: { attribute: false },
  };

  static override styles = explanationLook;

  /** What each field says, in the order shown. As an attribute, JSON: fields, levels and figures, and no value of anybody's. */
  evidence: readonly FieldEvidence[] = [];
  /** The score before any comparison; with it, the table also tells how likely one person is. */
  priorBits?: number;
  /** Other words than those of en-GB, all or some. */
  words?: ExplanationWords;

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    render(this.#table(), this.renderRoot);
  }

  #table(): TemplateResult {
    const words = { ...explanationEnGB, ...this.words };
    if (this.evidence.length === 0) return html`<p>${words['nothing']}</p>`;
    const prior = this.priorBits;
    const figures = [...(prior === undefined ? [] : [prior]), ...this.evidence.map(({ bits }) => bits)];
    const waterfall = layOutWaterfall(figures);
    const total = figures.reduce((sum, bits) => sum + bits, 0);
    const first = prior === undefined ? 0 : 1;
    return html`<table role="table">
      <caption>
        <strong>${words['caption']}</strong>
        ${words['introduction']}
      </caption>
      ${head(words)}
      <tbody role="rowgroup">
        ${prior === undefined ? nothing : priorRow(prior, waterfall, words)}
        ${this.evidence.map((field, index) => fieldRow(field, chart(waterfall, waterfall.bars[first + index], field.bits), words))}
      </tbody>
      <tfoot role="rowgroup">
        ${row({
          name: words['total'] ?? '',
          comparison: html`${prior === undefined ? '' : probabilityWords(total, words)}`,
          bits: total,
          chart: chart(waterfall, waterfall.total, total),
        })}
      </tfoot>
    </table>`;
  }
}

const head = (words: ExplanationWords): TemplateResult =>
  html`<thead role="rowgroup">
    <tr role="row">
      <th role="columnheader" scope="col">${words['column/field']}</th>
      <th role="columnheader" scope="col">${words['column/comparison']}</th>
      <th role="columnheader" scope="col" class="figure">${words['column/bits']}</th>
      <th role="columnheader" scope="col" class="chart" aria-hidden="true">${words['column/chart']}</th>
    </tr>
  </thead>`;

interface Row {
  readonly name: string;
  readonly comparison: TemplateResult;
  readonly bits: number;
  readonly chart: TemplateResult;
}

// Roles are repeated in words, as browsers forget a table's when its rows are laid out as a grid.
const row = (one: Row): TemplateResult =>
  html`<tr role="row">
    <th role="rowheader" scope="row">${one.name}</th>
    <td role="cell" class="comparison">${one.comparison}</td>
    <td role="cell" class="figure">${signed(one.bits)}</td>
    <td role="presentation" class="chart" aria-hidden="true">${one.chart}</td>
  </tr>`;

const priorRow = (prior: number, waterfall: Waterfall, words: ExplanationWords): TemplateResult =>
  row({
    name: words['before'] ?? '',
    comparison: html`${words['before/note']}`,
    bits: prior,
    chart: chart(waterfall, waterfall.bars[0], prior),
  });

function fieldRow(field: FieldEvidence, bars: TemplateResult, words: ExplanationWords): TemplateResult {
  const against = fill(words['against'] ?? '', {
    stranger: signed(field.againstStranger),
    relative: signed(field.againstHousehold),
  });
  return row({
    name: words[`field/${field.field}`] ?? sentence(field.field.replace(/^(?:identifier|category)\./u, '')),
    comparison: html`${words[`level/${field.level}`] ?? sentence(field.level)}
      <span class="note">${words[`meaning/${meaningOf(field.bits)}`]}. ${against}</span>`,
    bits: field.bits,
    chart: bars,
  });
}

function chart({ zero }: Waterfall, bar: Bar | undefined, bits: number): TemplateResult {
  if (!bar) return html``;
  return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
    ${svg`<rect class=${bits < 0 ? 'against' : 'for'} x=${bar.start} y="2" width=${bar.width} height="6"></rect>
      <line class="zero" x1=${zero} x2=${zero} y1="0" y2="10"></line>
      <line class="step" x1=${bar.end} x2=${bar.end} y1="0" y2="10"></line>`}
  </svg>`;
}

/** What a field says, for readers who do not think in bits. */
function meaningOf(bits: number): string {
  if (bits >= 10) return 'very-strongly-for';
  if (bits >= 4) return 'strongly-for';
  if (bits >= 0.5) return 'for';
  if (bits > -0.5) return 'little';
  return bits > -4 ? 'against' : 'strongly-against';
}

/** `+9.8`, with a real minus sign. */
function signed(bits: number): string {
  const figure = Math.abs(bits).toFixed(1);
  if (Number(figure) === 0) return '0.0';
  return `${bits < 0 ? '−' : '+'}${figure}`;
}

/** Never rounded to certainty: 99.99 % at most. */
function probabilityWords(bits: number, words: ExplanationWords): string {
  const share = 1 / (1 + 2 ** -bits);
  const percent =
    share > 0.9999 ? '> 99.99' : share < 0.0001 ? '< 0.01' : (share * 100).toFixed(share > 0.99 || share < 0.01 ? 2 : 0);
  return fill(words['total/probability'] ?? '', { percent: `${percent} %` });
}

const fill = (template: string, params: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/gu, (whole, name: string) => params[name] ?? whole);

function sentence(code: string): string {
  const spaced = code.replaceAll(/[-_]/gu, ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Empty for what is no list of evidence: a page shows nothing rather than half. */
function evidenceFromAttribute(text: string | null): readonly FieldEvidence[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isEvidence) : [];
  } catch {
    return [];
  }
}

function isEvidence(value: unknown): value is FieldEvidence {
  const has = (key: string, type: 'string' | 'number') =>
    typeof value === 'object' && value !== null && typeof Reflect.get(value, key) === type;
  return (
    has('field', 'string') &&
    has('level', 'string') &&
    has('bits', 'number') &&
    has('againstStranger', 'number') &&
    has('againstHousehold', 'number')
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'citizen-id-explanation': CitizenIdExplanation;
  }
}
