/** The whole form in each look, layout and language, at rest and with errors, before axe: one page, whose attributes are switched. */
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { server } from 'vitest/browser';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { gapsBetween, openInLook, systemSheets } from './in-look.ts';
import { answers, fill, inputOf, settled, the, until } from './page.ts';

/** All that a page must bring where nobody else does: inputs as a browser draws them are 21 pixels high. */
const ownSheet = 'input, select, button, a { min-block-size: 24px; display: inline-block }';

const sheets = { ...systemSheets, none: ownSheet };
const locales = ['en-GB', 'cy', 'es', 'ht', 'en-US'];

/** Colours are those of the look, whatever the language: they are looked at in the first, as that is most of axe's work. */
async function violationsOf(element: CitizenIdForm): Promise<readonly string[]> {
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: element.lang === locales[0] } },
    resultTypes: ['violations'],
    preload: false,
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** Until all that is drawn is in that language. */
async function speak(element: CitizenIdForm, lang: string): Promise<void> {
  element.lang = lang;
  await until(lang, () => the(element, '.cif-form').lang === lang);
  await settled(element);
}

const boxesOf = (element: CitizenIdForm) => ['day', 'month', 'year'].map((part) => inputOf(element, `dateOfBirth.${part}`));

const fontOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize);

async function goOn(element: CitizenIdForm): Promise<void> {
  const before = the(element, '.cif-form').dataset['step'];
  the(element, '.cif-foot button').click();
  await until(`on from ${before ?? ''}`, () => the(element, '.cif-form').dataset['step'] !== before);
}

async function goTo(element: CitizenIdForm, step: string): Promise<void> {
  element.step = step;
  await until(step, () => the(element, '.cif-form').dataset['step'] === step);
}

/** What is around the questions; the questions themselves are those of a page. */
async function stepsHaveNoViolation(element: CitizenIdForm): Promise<void> {
  element.stepHistory = 'none';
  element.layout = 'steps';
  await until('the first step', () => element.querySelector('.cif-foot button') !== null);
  await fill(element, answers);
  while (the(element, '.cif-form').dataset['step'] !== 'check') await goOn(element);
  for (const lang of locales) {
    await speak(element, lang);
    await until('the answers', () => element.querySelector('.cif-answers') !== null);
    expect(await violationsOf(element), `${lang}, answers to check`).toEqual([]);
    await goTo(element, 'date-of-birth');
    expect(await violationsOf(element), `${lang}, a step at rest`).toEqual([]);
    await fill(element, { 'dateOfBirth.day': '' });
    the(element, '.cif-foot button').click();
    await until('errors', () => element.querySelector('.cif-error') !== null);
    expect(await violationsOf(element), `${lang}, a step with errors`).toEqual([]);
    await fill(element, answers);
    await goTo(element, 'check');
  }
}

describe.skipIf(server.browser !== 'chromium')('The look', () => {
  it.each(Object.entries(sheets))(
    '%s has no violation in any language and layout, at rest and with errors',
    async (appearance, sheet) => {
      const { form, element } = await openInLook(appearance, sheet);
      for (const lang of locales) {
        await speak(element, lang);
        form.reset();
        expect(await violationsOf(element), `${lang} at rest`).toEqual([]);
        element.reportValidity();
        await until('errors', () => element.querySelector('.cif-error') !== null);
        expect(await violationsOf(element), `${lang} with errors`).toEqual([]);
      }
      form.reset();
      await stepsHaveNoViolation(element);
    },
  );

  it.each(Object.entries(sheets))(
    '%s needs no scrolling sideways at 320 pixels, with spaced text, right to left',
    async (appearance, sheet) => {
      const { element } = await openInLook(appearance, sheet);
      element.reportValidity();
      const box = the<HTMLElement>(element, '.cif-form');
      // WCAG 1.4.12.
      element.style.cssText = 'display:block;inline-size:290px;line-height:1.5;letter-spacing:.12em;word-spacing:.16em';
      for (const direction of ['ltr', 'rtl']) {
        box.dir = direction;
        expect(element.scrollWidth, direction).toBeLessThanOrEqual(290);
      }
    },
  );

  it.each(Object.entries(sheets))('%s has words to be read on what comes late', async (appearance, sheet) => {
    const { element } = await openInLook(appearance, sheet);
    element.addressFinder = { findAddresses: async () => [{ line1: '1 Example Street', town: 'Leeds', postcode: 'LS1 4AP' }] };
    element.clearButton = true;
    await until('the buttons', () => element.querySelectorAll('.cif-button').length === 2);
    the<HTMLInputElement>(element, '.cif-finder input').value = 'LS1 4AP';
    the(element, '.cif-finder button').click();
    await until('the list', () => element.querySelector('.cif-finder select') !== null);
    await Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished));
    expect(await violationsOf(element)).toEqual([]);
    // What is said of the form is in its letters, also where a system's sheet gives a page none.
    const letters = [the(element, '.cif-label'), the(element, '.cif-status'), the(element, '.cif-said')];
    expect(new Set(letters.map((part) => getComputedStyle(part).fontFamily)).size).toBe(1);
    // Of words in the very colour behind them axe says nothing.
    const unseen = [...element.querySelectorAll('button')].filter((button) => {
      const { color, backgroundColor } = getComputedStyle(button);
      return color === backgroundColor;
    });
    expect(unseen).toEqual([]);
  });

  it.each(Object.entries(systemSheets))(
    '%s has a date in one line of 288 pixels, to be read, and boxes as wide when they are wrong',
    async (appearance, sheet) => {
      const { element } = await openInLook(appearance, sheet);
      // The widest of the fonts that Linux has for pages that name none.
      element.style.cssText = 'display:block;inline-size:288px;font:16px "DejaVu Sans", sans-serif';
      const widths = () => boxesOf(element).map((box) => box.getBoundingClientRect().width);
      await fill(element, { 'dateOfBirth.day': '32', 'dateOfBirth.month': '13', 'dateOfBirth.year': '1985' });
      const before = widths();
      element.reportValidity();
      await until('errors', () => element.querySelector('.cif-error') !== null);
      expect(new Set(boxesOf(element).map((box) => box.getBoundingClientRect().top)).size).toBe(1);
      expect(boxesOf(element).filter((box) => box.scrollWidth > box.clientWidth)).toEqual([]);
      expect(widths()).toEqual(before);
    },
  );

  it.each(Object.entries(systemSheets))(
    '%s has titles above their labels in size, and in steps buttons that stand apart and an address in lines',
    async (appearance, sheet) => {
      const { element } = await openInLook(appearance, sheet);
      expect(fontOf(the(element, 'legend.cif-title'))).toBeGreaterThan(fontOf(the(element, '.cif-label')));
      expect(fontOf(the(element, 'legend.cif-title'))).toBe(fontOf(the(element, 'label.cif-title')));
      element.stepHistory = 'none';
      element.clearButton = true;
      element.layout = 'steps';
      await until('both buttons', () => element.querySelectorAll('.cif-button').length === 2);
      const [box, goesOn, clears] = [
        the(element, '.cif-checkbox'),
        the(element, '.cif-foot button'),
        the(element, '.cif-clear button'),
      ];
      expect(Math.min(...gapsBetween(box, goesOn, clears))).toBeGreaterThanOrEqual(8);
      expect(fontOf(the(element, '.cif-step'))).toBeLessThanOrEqual(fontOf(the(element, '.cif-title')));
      await fill(element, answers);
      while (the(element, '.cif-form').dataset['step'] !== 'check') await goOn(element);
      const tops = [...element.querySelectorAll('.cif-line')].map((line) => line.getBoundingClientRect().top);
      expect(new Set(tops).size).toBe(tops.length);
      expect(tops.length).toBeGreaterThan(3);
    },
  );
});
