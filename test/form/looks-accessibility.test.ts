/** The whole form in each look and language, at rest and with errors, before axe: one page, whose attributes are switched. */
import axe from 'axe-core';
import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { server } from 'vitest/browser';
import bootstrapSheet from 'bootstrap/dist/css/bootstrap.min.css?inline';
import govukSheet from 'govuk-frontend/dist/govuk/govuk-frontend.min.css?inline';
import nhsukSheet from 'nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css?inline';
import uswdsSheet from '../../node_modules/@uswds/uswds/dist/css/uswds.min.css?inline';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { openPage, settled, the, until } from './page.ts';

/** As in the looks' own pages. Fonts and pictures are of no account here. */
const sheets = { default: '', govuk: govukSheet, nhsuk: nhsukSheet, uswds: uswdsSheet, bootstrap: bootstrapSheet };
const locales = ['en-GB', 'cy', 'es', 'ht', 'en-US'];

async function violationsOf(element: CitizenIdForm): Promise<readonly string[]> {
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

describe.skipIf(server.browser !== 'chromium')('The look', () => {
  it.each(Object.entries(sheets))('%s has no violation in any language, at rest and with errors', async (appearance, sheet) => {
    const style = await fixture<HTMLStyleElement>(html`<style></style>`);
    style.textContent = sheet.replace(/@import[^;]*;|@font-face\s*\{[^}]*\}|url\([^)]*\)/g, '');
    const { form, element } = await openPage({ attributes: { appearance, lang: 'en-GB' } });
    for (const lang of locales) {
      element.lang = lang;
      await until(lang, () => the(element, '.cif-form').lang === lang);
      await settled(element);
      form.reset();
      expect(await violationsOf(element), `${lang} at rest`).toEqual([]);
      element.reportValidity();
      await until('errors', () => element.querySelector('.cif-error') !== null);
      expect(await violationsOf(element), `${lang} with errors`).toEqual([]);
    }
  });

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
