/** The explanation for staff: a table that screen readers read whole, with bars that add up, at any width and under a strict policy. */
import { expect as axeExpect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/explanation.ts';
import type { CitizenIdExplanation } from '../../src/form/explanation/citizen-id-explanation.ts';
import { layOutWaterfall } from '../../src/form/explanation/waterfall.ts';
import type { FieldEvidence } from '../../src/standard/match-evidence.ts';

afterEach(() => fixtureCleanup());

const evidence: readonly FieldEvidence[] = [
  { field: 'given', level: 'exact', bits: 8.2, againstStranger: 9.1, againstHousehold: 6 },
  { field: 'date-of-birth', level: 'swapped', bits: 6.4, againstStranger: 8, againstHousehold: 5.5 },
  { field: 'place', level: 'differ', bits: -2.3, againstStranger: -2.2, againstHousehold: -2.4 },
  { field: 'identifier.library_card', level: 'some-new-level', bits: -0.04, againstStranger: 0, againstHousehold: 0 },
];

async function open(priorBits?: number): Promise<CitizenIdExplanation> {
  return fixture<CitizenIdExplanation>(
    html`<citizen-id-explanation .evidence=${evidence} .priorBits=${priorBits}>instead of scripts</citizen-id-explanation>`,
  );
}

const cells = (element: CitizenIdExplanation): string[][] =>
  [...(element.shadowRoot?.querySelectorAll('tbody tr, tfoot tr') ?? [])].map((row) =>
    [...row.querySelectorAll('th, .comparison, .figure')].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
  );

describe('The explanation', () => {
  it('tells each field in words and in bits, and what all come to', async () => {
    expect(cells(await open())).toEqual([
      ['First name', 'The same Speaks strongly for the same person. Against a stranger +9.1, against a relative +6.0', '+8.2'],
      [
        'Date of birth',
        'Day and month changed places Speaks strongly for the same person. Against a stranger +8.0, against a relative +5.5',
        '+6.4',
      ],
      ['Address', 'Different Speaks against. Against a stranger −2.2, against a relative −2.4', '−2.3'],
      ['Library card', 'Some new level Says little. Against a stranger 0.0, against a relative 0.0', '0.0'],
      ['All together', '', '+12.3'],
    ]);
  });

  it('begins with what is known before, and then tells how likely it is', async () => {
    const rows = cells(await open(-10));
    expect(rows[0]).toEqual(['Before any comparison', expect.any(String), '−10.0']);
    expect(rows.at(-1)).toEqual(['All together', '83 % likely to be the same person', '+2.3']);
  });

  it('never rounds to certainty', async () => {
    expect(cells(await open(30)).at(-1)?.[1]).toContain('> 99.99 %');
    expect(cells(await open(-60)).at(-1)?.[1]).toContain('< 0.01 %');
  });

  it('takes its evidence from an attribute as well, and shows nothing rather than half', async () => {
    const written = await fixture<CitizenIdExplanation>(
      html`<citizen-id-explanation
        evidence=${JSON.stringify([...evidence, { field: 'x' }, 7])}
        prior-bits="-3"
      ></citizen-id-explanation>`,
    );
    expect(cells(written)).toHaveLength(6);
    const broken = await fixture<CitizenIdExplanation>(html`<citizen-id-explanation evidence="[{"></citizen-id-explanation>`);
    expect(broken.shadowRoot?.querySelector('table')).toBeNull();
    expect(broken.shadowRoot?.textContent.trim()).toBe('There was nothing to compare.');
  });

  it('says it in other words where it is given some', async () => {
    const element = await open();
    element.words = { 'field/given': 'Enw cyntaf' };
    await element.updateComplete;
    expect(cells(element)[0]?.[0]).toBe('Enw cyntaf');
    expect(cells(element)[1]?.[0]).toBe('Date of birth');
  });

  it.each([1280, 320])('is accessible and fits at %i px', async (width) => {
    await page.viewport(width, 800);
    const element = await open(-10);
    await axeExpect(element).to.be.accessible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const bars = [...(element.shadowRoot?.querySelectorAll('rect') ?? [])].map((bar) => bar.getBoundingClientRect());
    expect(bars).toHaveLength(6);
    expect(bars.filter((bar) => bar.width < 0.5 || bar.right > width + 1)).toEqual([]);
  });

  it('puts nothing in the way of the keyboard, and no style into the markup', async () => {
    const element = await open();
    expect(element.shadowRoot?.querySelector('[tabindex], a, button, [style], style')).toBeNull();
  });
});

describe('The waterfall', () => {
  it.each([
    [[10, -5], { zero: 0, ends: [100, 50], total: 50 }],
    [[-10, 20], { zero: 50, ends: [0, 100], total: 100 }],
    [[], { zero: 0, ends: [], total: 0 }],
    [[0, 0], { zero: 0, ends: [0, 0], total: 0 }],
    [[Infinity, 5], { zero: 0, ends: [0, 100], total: 100 }], // what cannot be drawn counts as nought
  ])('of %j', (figures, wanted) => {
    const { bars, zero, total } = layOutWaterfall(figures);
    expect({ zero, ends: bars.map(({ end }) => end), total: total.end }).toEqual(wanted);
    for (const { start, width } of [...bars, total]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(start + width).toBeLessThanOrEqual(100);
    }
  });
});
