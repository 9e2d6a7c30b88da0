/** The default look: how much it weighs, that a host can override it, and that it fits everywhere. */
import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { defaultLook } from '../../src/form/looks/default-further.ts';
import { answers, inputOf, openPage, press, settled, the } from './page.ts';

/** Every selector of the sheet, those in conditions too. */
function selectorsOf(rules: CSSRuleList): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return [rule.selectorText];
    return 'cssRules' in rule && rule.cssRules instanceof CSSRuleList ? selectorsOf(rule.cssRules) : [];
  });
}

/** In full, as people write them. */
const monthNames = (locale: string): readonly string[] => {
  const names = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => names.format(Date.UTC(2026, month)));
};

describe('The default look', () => {
  it('has its own corners and its own width', async () => {
    const { element } = await openPage();
    expect(getComputedStyle(inputOf(element, 'name.given')).borderTopLeftRadius).toBe('6px');
    expect(getComputedStyle(the(element, '.cif-form')).maxInlineSize).not.toBe('none');
  });

  it('weighs one class in every rule, so that any host rule of two classes wins', () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(defaultLook);
    const selectors = selectorsOf(sheet.cssRules);
    expect(selectors.length).toBeGreaterThan(20);
    for (const selector of selectors) {
      // What is in :where() weighs nothing; of what remains one class, attribute or state may.
      let rest = selector;
      while (/:where\([^()]*(\([^()]*\)[^()]*)*\)/.test(rest)) rest = rest.replace(/:where\([^()]*(\([^()]*\)[^()]*)*\)/g, '');
      rest = rest.replace(/::[a-z-]+/g, '');
      expect(rest.match(/\.[a-z-]+|\[[^\]]+\]|:[a-z-]+/g)?.length, selector).toBe(1);
      expect(rest, selector).not.toMatch(/#|(^|[\s>+~])[a-z]/);
    }
    expect(defaultLook).not.toContain('!important');
  });

  it('uses logical directions only', () => {
    expect(defaultLook).not.toMatch(
      /(margin|padding|border|inset)-(left|right|top|bottom)|text-align:\s*(left|right)|[;{](left|right|width|height):/,
    );
  });

  it('is adopted once for a document, and gives way to a host’s rule of two names', async () => {
    const before = document.adoptedStyleSheets.length;
    const { form, element } = await openPage();
    await openPage();
    expect(document.adoptedStyleSheets.length - before).toBeLessThanOrEqual(1);
    form.insertAdjacentHTML('afterbegin', '<style>citizen-id-form .cif-input { border-color: rgb(1, 2, 3) }</style>');
    expect(getComputedStyle(inputOf(element, 'name.given')).borderTopColor).toBe('rgb(1, 2, 3)');
  });

  it('shows the whole name of a month, in the widest of usual fonts too', async () => {
    const { element } = await openPage({ answers: { 'dateOfBirth.month': 'October' } });
    const { scrollWidth, clientWidth } = inputOf(element, 'dateOfBirth.month');
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  it('stands against a plain reset of the host’s', async () => {
    const { form, element } = await openPage();
    form.insertAdjacentHTML('afterbegin', '<style>input { border: 0; padding: 0 } fieldset { padding: 9px }</style>');
    expect(getComputedStyle(inputOf(element, 'name.given')).borderTopWidth).toBe('1px');
    expect(getComputedStyle(the(element, 'fieldset')).paddingTop).toBe('0px');
  });

  it('follows the element into a shadow root, and takes its tokens', async () => {
    const host = await fixture<HTMLElement>(html`<div style="--citizen-id-radius: 0px"></div>`);
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<citizen-id-form></citizen-id-form>';
    const element = the<CitizenIdForm>(shadow, 'citizen-id-form');
    await settled(element);
    const style = getComputedStyle(the(element, '.cif-input'));
    expect([style.borderTopWidth, style.borderTopLeftRadius]).toEqual(['1px', '0px']);
  });

  it('is not there where the host brings its own', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<citizen-id-form appearance="none"></citizen-id-form>';
    await settled(the<CitizenIdForm>(shadow, 'citizen-id-form'));
    expect(shadow.adoptedStyleSheets.length).toBe(0);
  });

  it('needs no scrolling sideways at 320 pixels, with every error on show and in both directions', async () => {
    await page.viewport(320, 800);
    for (const direction of ['ltr', 'rtl']) {
      const { form, element } = await openPage({
        answers: { emailAddress: 'a'.repeat(200), 'dateOfBirth.year': '85' },
      });
      document.documentElement.dir = direction;
      await press(form, 'Continue');
      expect(window.innerWidth).toBe(320);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
      expect(element.querySelectorAll('.cif-error').length).toBeGreaterThan(3);
      form.remove();
    }
    document.documentElement.removeAttribute('dir');
    await page.viewport(800, 600);
  });

  it('has room for the name of any month, and for a date in one line, at 320 pixels and beyond', async () => {
    const { element, form } = await openPage({ answers: { 'dateOfBirth.day': '28', 'dateOfBirth.year': '2026' } });
    // The widest of the fonts that Linux has for pages that name none; and with larger letters between wider margins.
    const pages = [
      [320, '16px', '288px'],
      [320, '17px', '272px'],
      [800, '16px', '768px'],
    ] as const;
    for (const [width, size, room] of pages) {
      // A width, as some browsers take the scrollbar's from what margins leave.
      form.style.cssText = `font: ${size} "DejaVu Sans", sans-serif; inline-size: ${room}`;
      await page.viewport(width, 600);
      const boxes = ['day', 'month', 'year'].map((part) => inputOf(element, `dateOfBirth.${part}`));
      for (const month of [...monthNames('en-GB'), ...monthNames('cy')]) {
        inputOf(element, 'dateOfBirth.month').value = month;
        const cut = boxes.filter((box) => box.scrollWidth > box.clientWidth).map(({ value }) => value);
        expect(cut, `${width} pixels`).toEqual([]);
      }
      expect(new Set(boxes.map((box) => box.getBoundingClientRect().top)).size).toBe(1);
    }
    await page.viewport(800, 600);
  });

  it('makes every target 44 pixels high, or its label does', async () => {
    const { element } = await openPage({ answers });
    for (const target of element.querySelectorAll('.cif-input, .cif-checkbox-label')) {
      expect(target.getBoundingClientRect().height, target.className).toBeGreaterThanOrEqual(44);
    }
  });

  it('shows where focus is', async () => {
    const { element } = await openPage();
    inputOf(element, 'name.given').focus();
    const { outlineStyle, outlineWidth } = getComputedStyle(inputOf(element, 'name.given'));
    expect([outlineStyle, outlineWidth]).toEqual(['solid', '3px']);
  });
});
