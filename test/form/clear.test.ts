/** Shared computers and the host's own words: a button that leaves nothing behind, and reasons beside their fields. */
import { describe, expect, it } from 'vitest';
import { answers, inputOf, openPage, settled, the, until, type Page } from './page.ts';

const button = ({ element }: Page) => the<HTMLButtonElement>(element, '.cif-clear button');

describe('The button that clears', () => {
  it('is not there unless it is asked for', async () => {
    const { element } = await openPage();
    expect(element.querySelector('.cif-clear')).toBe(null);
  });

  it('empties everything, what the host had put in too, says so and tells the host', async () => {
    const page = await openPage({ attributes: { 'clear-button': '' } });
    const { element, form } = page;
    await until('the button', () => element.querySelector('.cif-clear button') !== null);
    const heard: string[] = [];
    form.addEventListener('citizen-id-cleared', ({ type }) => heard.push(type));
    element.initialIdentity = { name: { given: 'Ada', family: 'Quill' }, emailAddress: 'ada@example.org' };
    await settled(element);
    for (const [entry, value] of Object.entries(answers)) inputOf(element, entry).value = value;
    inputOf(element, 'postalAddress.kind').click();
    element.reportValidity();
    button(page).click();
    const left = [...new FormData(form)].filter(([name, value]) => name.startsWith('customer') && value !== '');
    expect(left).toEqual([]);
    expect(element.querySelectorAll('.cif-error, .cif-summary').length).toBe(0);
    expect(document.activeElement).toBe(inputOf(element, 'name.given'));
    expect(the(element, '.cif-clear [role=status]').textContent).toBe('All answers have been cleared');
    expect(heard).toEqual(['citizen-id-cleared']);
    form.reset();
    expect(inputOf(element, 'name.given').value).toBe('');
  });

  it('takes steps back to the first', async () => {
    const page = await openPage({ attributes: { 'clear-button': '', layout: 'steps', 'step-history': 'none' } });
    await until('the steps', () => page.element.querySelector('.cif-foot button') !== null);
    inputOf(page.element, 'name.given').value = 'Ada';
    inputOf(page.element, 'name.family').value = 'Quill';
    the(page.element, '.cif-foot button').click();
    await until('the second step', () => the(page.element, '.cif-form').dataset['step'] === 'date-of-birth');
    button(page).click();
    expect(the(page.element, '.cif-form').dataset['step']).toBe('name');
    expect(inputOf(page.element, 'name.given').value).toBe('');
  });
});

describe('Why a field is asked', () => {
  it('folds out beside it, in the host’s own words, with the host’s own child left in its place', async () => {
    const inside = '<p data-citizen-id="why:date-of-birth">To tell you from <b>others</b> of your name.</p>';
    const { element } = await openPage({ inside });
    await until('the words', () => element.querySelector('[data-field=date-of-birth] details') !== null);
    const details = the<HTMLDetailsElement>(element, '[data-field=date-of-birth] details');
    expect(the(details, 'summary').textContent.trim()).toBe('Why we ask');
    expect(the(details, '.cif-more-body').innerHTML).toContain('<b>others</b>');
    expect(the(element, ':scope > p').hidden).toBe(true);
    expect(element.querySelectorAll('details').length).toBe(1);
  });
});
