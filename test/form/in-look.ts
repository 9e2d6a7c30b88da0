/** Pages in the look of each design system, with that system's own style sheet. Not a test. */
import { fixture, html } from '@open-wc/testing';
import bootstrapSheet from 'bootstrap/dist/css/bootstrap.min.css?inline';
import govukSheet from 'govuk-frontend/dist/govuk/govuk-frontend.min.css?inline';
import nhsukSheet from 'nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css?inline';
import uswdsSheet from '../../node_modules/@uswds/uswds/dist/css/uswds.min.css?inline';
import { openPage, type Page } from './page.ts';

/** By appearance, as in the looks' own pages. Fonts and pictures are of no account here. */
export const systemSheets = { default: '', govuk: govukSheet, nhsuk: nhsukSheet, uswds: uswdsSheet, bootstrap: bootstrapSheet };

/** The page has the system's sheet, and the form its look. */
export async function openInLook(appearance: string, sheet: string): Promise<Page> {
  const style = await fixture<HTMLStyleElement>(html`<style></style>`);
  style.textContent = sheet.replace(/@import[^;]*;|@font-face\s*\{[^}]*\}|url\(\s*["']?(?!["']?data:)[^)]*\)/g, '');
  return openPage({ attributes: { appearance, lang: 'en-GB' } });
}

/** Pixels from the lower edge of each to the upper edge of the next. */
export function gapsBetween(...parts: readonly Element[]): readonly number[] {
  const places = parts.map((part) => part.getBoundingClientRect());
  return places.slice(1).map(({ top }, place) => Math.round(top - (places[place]?.bottom ?? 0)));
}
