/** The whole form in each look, layout and language, at rest and with errors, before axe: one page, whose attributes are switched. */
import axe from 'axe-core';
import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { server } from 'vitest/browser';
import bootstrapSheet from 'bootstrap/dist/css/bootstrap.min.css?inline';
import govukSheet from 'govuk-frontend/dist/govuk/govuk-frontend.min.css?inline';
import nhsukSheet from 'nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css?inline';
import uswdsSheet from '../../node_modules/@uswds/uswds/dist/css/uswds.min.css?inline';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { answers, fill, openPage, settled, the, until } from './page.ts';

/** All that a page must bring where nobody else does: inputs as a browser draws them are 21 pixels high. */
const ownSheet = 'input, select, button, a { min-block-size: 24px; display: inline-block }';

/** As in the looks' own pages. Fonts and pictures are of no account here. */
const sheets = {
  default: '',
  govuk: govukSheet,
  nhsuk: nhsukSheet,
  uswds: uswdsSheet,
  bootstrap: bootstrapSheet,
  none: ownSheet,
};
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
      const style = await fixture<HTMLStyleElement>(html`<style></style>`);
      style.textContent = sheet.replace(/@import[^;]*;|@font-face\s*\{[^}]*\}|url\([^)]*\)/g, '');
      const { form, element } = await openPage({ attributes: { appearance, lang: 'en-GB' } });
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
      const style = await fixture<HTMLStyleElement>(html`<style></style>`);
      style.textContent = sheet.replace(/@import[^;]*;|@font-face\s*\{[^}]*\}|url\([^)]*\)/g, '');
      const { element } = await openPage({ attributes: { appearance } });
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
});
