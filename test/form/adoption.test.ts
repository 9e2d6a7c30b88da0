/** Taking over what the server has drawn: nothing typed is lost, nothing is drawn twice, and the page is as if drawn here. */
import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { renderFallback, type FallbackOptions } from '../../src/form/fallback.ts';
import { parseIdentity, type Entries } from '../../src/standard/identity.ts';
import { cy } from '../../src/standard/messages/cy.ts';
import { enGB } from '../../src/standard/messages/en-GB.ts';
import { gb } from '../../src/standard/profiles/gb.ts';
import { answers, click, errorsOf, fill, inputOf, openPage, press, settled, the, treeOf, type, until } from './page.ts';

const fallback = (options: Partial<FallbackOptions> = {}) => renderFallback({ profile: gb, messages: enGB, ...options });

/** What a server answers to a POST with these entries. */
function answered(values: Entries): string {
  const parsed = parseIdentity(values, gb, { today: { year: 2025, month: 6, day: 15 } });
  return fallback({ values, issues: parsed.ok ? [] : parsed.issues });
}

describe('A page that the server has drawn', () => {
  it('is taken over with the very inputs, before anything was added', async () => {
    const inside = fallback();
    const template = document.createElement('template');
    template.innerHTML = inside;
    const { element } = await openPage({ inside });
    expect(element.children.length).toBe(1);
    expect(element.innerHTML.includes('<!--')).toBe(false);
    expect(treeOf(the(element, '.cif-form'))).toEqual(treeOf(the(template.content, '.cif-form')));
  });

  it('keeps value, focus and caret of somebody who was faster than the script', async () => {
    const form = await fixture<HTMLFormElement>(html`<form></form>`);
    const host = document.createElement('div');
    form.append(host);
    // Not connected through a custom element registry yet: the element upgrades with its children and its focus in place.
    const inert = new DOMParser().parseFromString(`<citizen-id-form>${fallback()}</citizen-id-form>`, 'text/html');
    const element = the<CitizenIdForm>(inert, 'citizen-id-form');
    const input = the<HTMLInputElement>(element, '[name="customer.name.given"]');
    host.append(element);
    input.focus();
    input.value = 'Ada Q';
    input.setSelectionRange(2, 4);
    await settled(element);
    expect(inputOf(element, 'name.given')).toBe(input);
    expect(document.activeElement).toBe(input);
    expect([input.value, input.selectionStart, input.selectionEnd]).toEqual(['Ada Q', 2, 4]);
    await type('x');
    expect(input.value).toBe('AdxQ');
    expect(element.hasUpdated).toBe(true);
  });

  it('becomes the same page as one that was drawn here, empty and with errors', async () => {
    const drawn = await openPage();
    const adopted = await openPage({ inside: fallback() });
    expect(treeOf(the(adopted.element, '.cif-form'))).toEqual(treeOf(the(drawn.element, '.cif-form')));
    for (const { form, element } of [drawn, adopted]) {
      await fill(element, { 'dateOfBirth.year': '85', emailAddress: 'ada' });
      await click(inputOf(element, 'name.kind'));
      await press(form, 'Continue');
    }
    expect(errorsOf(adopted.element)).not.toEqual({});
    expect(treeOf(the(adopted.element, '.cif-form'))).toEqual(treeOf(the(drawn.element, '.cif-form')));
  });

  it('with errors keeps them, once, and clears them as answers become right', async () => {
    const typed = { ...answers, 'name.given': '', emailAddress: 'ada' };
    const { element } = await openPage({ inside: answered(typed) });
    const drawn = await openPage({ answers: typed });
    await press(drawn.form, 'Continue');
    expect(errorsOf(element)).toEqual(errorsOf(drawn.element));
    expect(element.querySelectorAll('.cif-summary').length).toBe(1);
    expect(element.querySelectorAll('.cif-error').length).toBe(2);
    expect(inputOf(element, 'postalAddress.town').value).toBe('Leeds');
    await fill(element, { 'name.given': 'Ada', emailAddress: 'ada@example.org' });
    expect(element.querySelectorAll('.cif-summary, .cif-error, [aria-invalid]').length).toBe(0);
  });

  it('with an error that only the server knows keeps its words until that answer is edited', async () => {
    const issues = [{ code: 'email-address/known-to-bounce', path: 'emailAddress' }] as const;
    const { element } = await openPage({ inside: fallback({ values: { ...answers, emailAddress: 'ada@example.org' }, issues }) });
    const words = the(element, '.cif-error-words').textContent;
    await fill(element, { 'name.given': 'Adah' });
    expect(the(element, '.cif-error-words').textContent).toBe(words);
    await fill(element, { emailAddress: 'adah@example.org' });
    expect(errorsOf(element)).toEqual({});
  });

  it('shows what a ticked box excuses as hidden, and submits what was typed', async () => {
    const { form, element, submissions } = await openPage({
      inside: answered({ ...answers, 'name.family': '', 'name.kind': 'single' }),
    });
    expect(inputOf(element, 'name.family').checkVisibility()).toBe(false);
    await press(form, 'Continue');
    await until('the submission', () => submissions.length === 1);
    expect(submissions[0]?.entries).toContainEqual(['customer.name.kind', 'single']);
    expect(submissions[0]?.entries).toContainEqual(['customer', 'reference-1']);
  });

  it('is drawn anew in the language of the page, with the answers in it', async () => {
    const { element } = await openPage({ inside: fallback({ messages: cy, values: answers }) });
    expect(the(element, '.cif-form').lang).toBe('en-GB');
    expect(the(element, 'legend').textContent).toBe(enGB['name/legend']);
    expect(inputOf(element, 'name.given').value).toBe('Ada');
    expect(element.identity?.name?.family).toBe('Quill');
  });

  it('is drawn anew when other fields are asked later, with the answers under their own questions', async () => {
    const { element } = await openPage({ inside: fallback(), answers });
    inputOf(element, 'name.family').focus();
    element.fields = 'email-address name date-of-birth';
    await settled(element);
    const asked = [...element.querySelectorAll('[data-field]')].map((field) => field.getAttribute('data-field'));
    expect(asked).toEqual(['email-address', 'name', 'date-of-birth']);
    expect(inputOf(element, 'name.family').value).toBe('Quill');
    expect(inputOf(element, 'emailAddress').value).toBe('');
    expect(document.activeElement).toBe(inputOf(element, 'name.family'));
  });

  it('made by somebody else is replaced, with what was typed into inputs of the same names', async () => {
    const inside = '<p>Please wait</p><label>First name <input name="customer.name.given" value="Ada"></label>';
    const { element } = await openPage({ inside });
    expect(element.textContent).not.toContain('Please wait');
    expect(inputOf(element, 'name.given').value).toBe('Ada');
  });

  it('made by somebody else under another name is replaced, with what was typed', async () => {
    const inside = '<label>First name <input name="applicant.name.given" value="Ada"></label>';
    const { element } = await openPage({ attributes: { name: 'applicant' }, inside });
    expect(element.querySelectorAll('label').length).toBeGreaterThan(1);
    expect(inputOf(element, 'name.given').value).toBe('Ada');
  });
});

describe('Children of the host’s that carry a marker', () => {
  const notice = '<p data-citizen-id="privacy">How we use your details</p>';
  const above = '<p data-citizen-id="before">Before you start</p>';
  const order = (element: Element) =>
    [...element.children].map((child) => child.getAttribute('data-citizen-id') ?? child.className);

  it('stay, above and below the questions, where these are drawn here', async () => {
    const { element } = await openPage({ inside: `${above}fallback words${notice}` });
    const kept = the(element, '[data-citizen-id=privacy]');
    expect(order(element)).toEqual(['before', 'cif-form', 'privacy']);
    expect(element.textContent).not.toContain('fallback words');
    element.fields = 'name email-address';
    await settled(element);
    expect(the(element, '[data-citizen-id=privacy]')).toBe(kept);
  });

  it('are put into that order where the host wrote them in another', async () => {
    const { element } = await openPage({ inside: `${notice}${above}` });
    expect(order(element)).toEqual(['before', 'cif-form', 'privacy']);
  });

  it('stay where the server has put them', async () => {
    const { element } = await openPage({ inside: `${above}${fallback()}${notice}` });
    expect(order(element)).toEqual(['before', 'cif-form', 'privacy']);
  });
});

describe('Another language', () => {
  it('is taken from the page, and keeps what was typed when it changes', async () => {
    const { element } = await openPage({ answers });
    const input = inputOf(element, 'name.given');
    input.focus();
    input.setSelectionRange(1, 1);
    element.setAttribute('lang', 'cy-GB');
    await until('Welsh', () => the(element, '.cif-form').lang === 'cy');
    expect(the(element, 'legend').textContent).toBe(cy['name/legend']);
    expect(inputOf(element, 'name.given')).toBe(input);
    expect([input.value, input.selectionStart]).toEqual(['Ada', 1]);
  });

  it('is British English where there are no words for the page’s', async () => {
    const { element } = await openPage({ attributes: { lang: 'xx' } });
    expect(the(element, '.cif-form').lang).toBe('en-GB');
  });

  it('is the document’s, also when that changes', async () => {
    const page = document.documentElement;
    const before = page.lang;
    const { element } = await openPage();
    page.lang = 'cy';
    await until('Welsh', () => the(element, '.cif-form').lang === 'cy');
    page.lang = before;
    await until('English', () => the(element, '.cif-form').lang === 'en-GB');
  });

  it('is the host’s own words where it sets them', async () => {
    const { element } = await openPage();
    element.messages = { ...enGB, 'name/legend': 'Who are you?' };
    await settled(element);
    expect(the(element, 'legend').textContent).toBe('Who are you?');
  });
});
