/** What a page is told of problems on show, and "Error:" in front of its title where it asks for that. */
import { afterEach, describe, expect, it } from 'vitest';
import { answers, fill, openPage, press, the, until } from './page.ts';

const before = document.title;
afterEach(() => (document.title = before));

describe('Problems on show', () => {
  it('are counted to whoever listens, when they come and when the last one goes', async () => {
    const { form, element } = await openPage({ answers: { ...answers, 'name.given': '', 'dateOfBirth.year': '' } });
    const counts: number[] = [];
    form.addEventListener('citizen-id-issues-shown', ({ detail }) => counts.push(detail.count));
    await press(form, 'Continue');
    await until('the summary', () => element.querySelector('.cif-summary') !== null);
    await fill(element, { 'name.given': 'Ada' });
    await fill(element, { 'dateOfBirth.year': '1985' });
    expect(counts).toEqual([2, 1, 0]);
  });

  it('leave the page’s title alone unless it is asked for', async () => {
    document.title = 'Permits';
    const { form } = await openPage();
    await press(form, 'Continue');
    expect(document.title).toBe('Permits');
  });
});

describe('error-title', () => {
  const attributes = { 'error-title': '' };

  it('says so first in the title, and takes it back with the last problem', async () => {
    document.title = 'Permits';
    const { form, element } = await openPage({ attributes, answers: { ...answers, 'name.given': '' } });
    await press(form, 'Continue');
    await until('the title', () => document.title === 'Error: Permits');
    await fill(element, { 'name.given': 'Ada' });
    await until('the title as it was', () => document.title === 'Permits');
  });

  it('counts both forms of a page', async () => {
    document.title = 'Permits';
    const { form } = await openPage({ attributes });
    the(form, 'citizen-id-form').insertAdjacentHTML('afterend', '<citizen-id-form name="second" error-title></citizen-id-form>');
    const [first, second] = form.querySelectorAll('citizen-id-form');
    await second?.updateComplete;
    for (const each of [first, second]) {
      each?.reportValidity();
      await until('the title', () => document.title === 'Error: Permits');
      each?.reset();
      await until('the title as it was', () => document.title === 'Permits');
    }
    first?.reportValidity();
    second?.reportValidity();
    first?.reset();
    expect(document.title).toBe('Error: Permits');
    second?.remove();
    expect(document.title).toBe('Permits');
  });

  it('knows the words that the host has put there itself', async () => {
    document.title = 'Permits';
    const { element } = await openPage({ attributes });
    element.reportValidity();
    await until('the title', () => document.title === 'Error: Permits');
    element.reset();
    document.title = 'Error: Permits';
    element.reportValidity();
    expect(document.title).toBe('Error: Permits');
    element.reset();
    expect(document.title).toBe('Permits');
  });
});

describe('Titles of fields', () => {
  it('are as large as the page says, and its heading where it says so', async () => {
    const { element } = await openPage({ attributes: { fields: 'name', 'title-size': 'l', 'page-heading': '' } });
    expect(the(element, 'legend').className).toContain('cif-title-l');
    expect(the(element, 'legend > h1').textContent).toBe('Your name');
  });
});
