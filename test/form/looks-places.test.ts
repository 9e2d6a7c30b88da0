/** Where parts stand in the look of each design system, and how heavy its words are: what the system's own sheet alone does not see to. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page as screen } from 'vitest/browser';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { gapsBetween, openInLook, systemSheets } from './in-look.ts';
import { answers, createFakeIndex, fill, inputOf, the, until } from './page.ts';

const { uswds } = systemSheets;

const isBold = (element: Element) => Number(getComputedStyle(element).fontWeight) >= 600;
const labelOf = (element: CitizenIdForm, entry: string) => the(element, `label[for="customer.${entry}"]`);

async function showErrors(element: CitizenIdForm): Promise<void> {
  element.reportValidity();
  await until('errors', () => element.querySelector('.cif-summary') !== null && element.querySelector('.cif-error') !== null);
}

describe("The look of USWDS, beside that system's own", () => {
  it('has a bold label where an answer is wrong, and nowhere else, as long as it is', async () => {
    const { element } = await openInLook('uswds', uswds);
    const names = ['name.given', 'name.family', 'postalAddress.line1', 'postalAddress.line2'];
    const bold = () => names.filter((entry) => isBold(labelOf(element, entry)));
    expect(bold()).toEqual([]);
    await fill(element, { 'name.given': 'Ada' });
    await showErrors(element);
    expect(bold()).toEqual(['name.family', 'postalAddress.line1']);
    // The legend says it of a date, above the three boxes.
    expect([...element.querySelectorAll('.cif-box-label')].filter(isBold)).toEqual([]);
    await fill(element, { 'name.family': 'Quill' });
    await until('the label', () => !isBold(labelOf(element, 'name.family')));
    expect(bold()).toEqual(['postalAddress.line1']);
  });

  it('has an alert whose words stand near its heading, and its questions well below', async () => {
    const { element } = await openInLook('uswds', uswds);
    await showErrors(element);
    const [title, list] = [the(element, '.cif-summary-title'), the(element, '.cif-summary-list')];
    // Half and twice the system's unit of 16 pixels.
    expect(gapsBetween(title, list)).toEqual([8]);
    expect(gapsBetween(the(element, '.cif-summary'), the(element, '.cif-questions > *'))).toEqual([32]);
  });
});

describe('The button of the address finder', () => {
  beforeEach(() => screen.viewport(1280, 800));
  afterEach(() => screen.viewport(414, 896));

  /** The box and the button, where there is room for them side by side. */
  async function openFinder(appearance: keyof typeof systemSheets): Promise<readonly [box: DOMRect, button: DOMRect]> {
    const { element } = await openInLook(appearance, systemSheets[appearance]);
    element.addressFinder = { findAddresses: async () => [] };
    await until('the button', () => element.querySelector('.cif-finder button') !== null);
    await Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished));
    const { 0: box, 1: button } = the(element, '.cif-finder .cif-together').children;
    if (!box || !button) throw new Error('no box, or no button');
    return [box.getBoundingClientRect(), button.getBoundingClientRect()];
  }

  it.each(['default', 'uswds', 'bootstrap'] as const)(
    'stands beside the box, on its line, in the look %s',
    async (appearance) => {
      const [box, button] = await openFinder(appearance);
      expect(Math.abs(button.bottom - box.bottom)).toBeLessThan(1);
      expect(button.left - box.right).toBeGreaterThanOrEqual(8);
      expect(button.left - box.right).toBeLessThanOrEqual(12);
    },
  );

  it.each(['govuk', 'nhsuk'] as const)(
    'stands below the box, where that system has its buttons, in the look %s',
    async (appearance) => {
      const [box, button] = await openFinder(appearance);
      expect(button.left).toBe(box.left);
      expect(Math.round(button.top - box.bottom)).toBe(20);
      // No wider than its words ask for.
      expect(button.width).toBeLessThan(250);
    },
  );
});

describe('A date in Welsh, whose labels are wider than day and year', () => {
  afterEach(() => screen.viewport(414, 896));

  // Not in USWDS's, whose boxes stand 16 pixels apart.
  it.each(['default', 'govuk', 'nhsuk', 'bootstrap'] as const)(
    'is in one line of 288 pixels in the look %s',
    async (appearance) => {
      await screen.viewport(320, 800);
      const { element } = await openInLook(appearance, systemSheets[appearance]);
      element.lang = 'cy';
      await until('Welsh', () => the(element, '.cif-form').lang === 'cy');
      // The widest of the fonts that Linux has for pages that name none.
      element.style.cssText = 'display:block;inline-size:288px;font:16px "DejaVu Sans", sans-serif';
      const boxes = ['day', 'month', 'year'].map((part) => inputOf(element, `dateOfBirth.${part}`));
      expect(new Set(boxes.map((box) => box.getBoundingClientRect().top)).size).toBe(1);
    },
  );

  it('leaves room for the longest names of months, in the look bootstrap', async () => {
    await screen.viewport(320, 800);
    const { element } = await openInLook('bootstrap', systemSheets.bootstrap);
    element.style.cssText = 'display:block;inline-size:288px;font:16px "DejaVu Sans", sans-serif';
    const month = inputOf(element, 'dateOfBirth.month');
    const cut = ['September', 'Gorffennaf', 'septiembre'].filter((name) => {
      month.value = name;
      return month.scrollWidth > month.clientWidth;
    });
    expect(cut).toEqual([]);
  });
});

/** Where its words are drawn, line by line. */
function linesOf(node: Node): readonly DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()];
}

describe('The customers found in assisted mode', () => {
  const found = {
    customerId: 'GBX-1',
    grade: 'probable' as const,
    probability: 0.97,
    summary: { name: { given: 'Ada', family: 'Quill' }, dateOfBirth: { year: 1985, month: 3, day: 27 } },
    explanation: ['given', 'family', 'date-of-birth'].map((field) => ({
      field,
      level: 'exact',
      bits: 12,
      againstStranger: 13,
      againstHousehold: 11,
    })),
  };

  async function openFound(appearance: keyof typeof systemSheets, width: number) {
    await screen.viewport(width, 800);
    const { form, element } = await openInLook(appearance, systemSheets[appearance]);
    element.index = { ...createFakeIndex(), findCandidates: async () => [found] };
    element.mode = 'assisted';
    await until('the button', () => element.querySelector('.cif-candidates button') !== null);
    await fill(element, answers);
    the(element, '.cif-candidates button').click();
    await until('the customers', () => element.querySelector('.cif-candidates input') !== null);
    the<HTMLDetailsElement>(element, '.cif-candidates details').open = true;
    await until(
      'the reasons',
      () => (the(element, 'citizen-id-explanation').shadowRoot?.querySelector('tfoot') ?? null) !== null,
    );
    return { form, element };
  }

  const looks = ['default', 'govuk', 'nhsuk', 'uswds', 'bootstrap'] as const;
  const cases = looks.flatMap((appearance) => [320, 1280].map((width) => ({ appearance, width })));
  afterEach(() => screen.viewport(414, 896));

  it.each(cases)(
    'have what is said of each under the name, in the look $appearance at $width pixels',
    async ({ appearance, width }) => {
      const { form, element } = await openFound(appearance, width);
      const [name] = linesOf(the(element, '.cif-candidates .cif-radio-label'));
      const [hint] = linesOf(the(element, '.cif-candidates .cif-radio-hint'));
      const why = the(element, '.cif-candidates summary').getBoundingClientRect();
      expect(Math.abs((hint?.left ?? 0) - (name?.left ?? 0))).toBeLessThan(2);
      expect(Math.abs(why.left - (name?.left ?? 0))).toBeLessThan(2);
      // Nothing touches what stands above it: neither the search's answer, nor the reasons, nor the page's own button.
      const none = [...element.querySelectorAll('.cif-candidates .cif-radio')].at(-1);
      const next = the(form, 'citizen-id-form ~ button');
      const parts = [the(element, '.cif-candidates button'), the(element, '.cif-candidates [role=status]')];
      expect(gapsBetween(...parts)[0]).toBeGreaterThanOrEqual(8);
      expect(gapsBetween(the(element, '.cif-candidates details'), none ?? next, next)).toSatisfy((gaps: readonly number[]) =>
        gaps.every((gap) => gap >= 6),
      );
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    },
  );

  it.each(looks)('have reasons whose words are whole in a narrow table, in the look %s', async (appearance) => {
    // Nearly too little for a table.
    const { element } = await openFound(appearance, 900);
    const explanation = the(element, 'citizen-id-explanation').shadowRoot;
    const heads = [...(explanation?.querySelectorAll('tbody th, tfoot th') ?? [])];
    const broken = heads.filter((head) => linesOf(head).length > head.textContent.trim().split(/\s+/).length);
    expect(heads.filter((head) => linesOf(head).length > 0).length).toBe(4);
    expect(broken.map(({ textContent }) => textContent.trim())).toEqual([]);
  });
});
