/** One thing at a time: nothing is asked before its turn, nothing is lost on the way, and only the end is a submission. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Entries } from '../../src/standard/identity.ts';
import {
  answers,
  click,
  createFakeIndex,
  inputOf,
  openPage,
  pause,
  press,
  settled,
  the,
  until,
  type Page,
  type PageOptions,
} from './page.ts';

const start = history.length;
afterEach(() => history.replaceState(null, ''));

async function openSteps(options: PageOptions = {}): Promise<Page> {
  const page = await openPage({ index: createFakeIndex(), ...options, attributes: { layout: 'steps', ...options.attributes } });
  await until('the first step', () => page.element.querySelector('.cif-foot button') !== null);
  return page;
}

function write({ element }: Page, entries: Entries): void {
  for (const [entry, value] of Object.entries(entries)) {
    const input = inputOf(element, entry);
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

const seen = ({ element }: Page) =>
  [...element.querySelectorAll<HTMLElement>('[data-field]')]
    .filter((group) => group.checkVisibility())
    .map((group) => group.dataset['field']);
const at = ({ element }: Page) => the(element, '.cif-form').dataset['step'];

async function goOn(page: Page): Promise<void> {
  const before = at(page);
  the(page.element, '.cif-foot button').click();
  await until(`on from ${before ?? ''}`, () => at(page) !== before);
}

/** Through all steps, to the answers. */
async function goToEnd(page: Page): Promise<void> {
  write(page, answers);
  while (at(page) !== 'check') await goOn(page);
}

describe('A form in steps', () => {
  it('asks one thing at a time, and moves on where that is right', async () => {
    const page = await openSteps();
    expect(seen(page)).toEqual(['name']);
    expect(page.element.issues.map(({ path }) => path)).toEqual(['name.given']);
    expect(the(page.element, '.cif-step').textContent).toContain('Step 1 of 6');
    write(page, answers);
    await goOn(page);
    expect(seen(page)).toEqual(['date-of-birth']);
    expect(document.activeElement).toBe(the(page.element, '.cif-step'));
    expect(page.element.issues).toEqual([]);
  });

  it('stays where something is wrong, and says what', async () => {
    const page = await openSteps();
    await click(the(page.element, '.cif-foot button'));
    await until('the summary', () => page.element.querySelector('.cif-summary') !== null);
    expect(at(page)).toBe('name');
    expect(page.element.querySelectorAll('.cif-summary-link').length).toBe(1);
    expect(page.submissions).toEqual([]);
  });

  it('is submitted from the last step only, with every answer', async () => {
    const page = await openSteps();
    write(page, { 'name.given': 'Ada', 'name.family': 'Quill' });
    await press(page.form, 'Continue elsewhere');
    await until('the next step', () => at(page) === 'date-of-birth');
    expect([page.submissions, page.index.requests]).toEqual([[], []]);
    await goToEnd(page);
    await press(page.form, 'Continue elsewhere');
    await until('the submission', () => page.submissions.length === 1);
    const entries = Object.fromEntries(page.submissions[0]?.entries ?? []);
    for (const [entry, value] of Object.entries(answers)) expect(entries[`customer.${entry}`]).toBe(value);
    expect(entries).toMatchObject({ customer: 'reference-1', action: 'other' });
  });

  it('lets a form be saved for later at any step', async () => {
    const page = await openSteps();
    await press(page.form, 'Save for later');
    expect(page.submissions.length).toBe(1);
  });

  it('shows all answers to be checked, and comes back to them after a change', async () => {
    const page = await openSteps();
    await goToEnd(page);
    const lines = [...page.element.querySelectorAll('.cif-answer')].map((row) => row.textContent.replace(/\s+/gu, ' ').trim());
    expect(lines).toEqual([
      'Your name Ada Quill Change Your name',
      'Date of birth 27 3 1985 Change Date of birth',
      'Address 1 Example Street Leeds LS1 4AP Change Address',
      'Email address Not given Change Email address',
      'Phone number Not given Change Phone number',
    ]);
    the(page.element, '.cif-answer:nth-child(2) a').click();
    expect(seen(page)).toEqual(['date-of-birth']);
    write(page, { 'dateOfBirth.day': '28' });
    await goOn(page);
    expect(at(page)).toBe('check');
    expect(the(page.element, '.cif-answer:nth-child(2) dd').textContent.trim()).toBe('28 3 1985');
  });

  it('goes back to what a late rule finds wrong', async () => {
    const page = await openSteps({ attributes: { fields: 'name telephone-number date-of-birth postal-address' } });
    await goToEnd(page);
    inputOf(page.element, 'telephoneNumber').value = '123';
    await press(page.form, 'Continue');
    await until('the step', () => at(page) === 'telephone-number');
    expect(page.element.querySelector('.cif-error')?.checkVisibility()).toBe(true);
    expect(page.submissions).toEqual([]);
  });

  it('hides what the host keeps for the end until then', async () => {
    const page = await openSteps();
    const button = the(page.form, '[name=action]');
    button.dataset['citizenId'] = 'last';
    write(page, answers);
    await goOn(page);
    expect(button.checkVisibility()).toBe(false);
    await goToEnd(page);
    expect(button.checkVisibility()).toBe(true);
  });
});

describe('The history of a form in steps', () => {
  it('has an entry for each step, with what others keep in it and nothing that was typed', async () => {
    history.replaceState({ router: 7 }, '');
    const page = await openSteps();
    write(page, answers);
    await goOn(page);
    await goOn(page);
    expect(history.length).toBeGreaterThan(start);
    expect(history.state).toEqual({ router: 7, citizenIdForm: { customer: 'postal-address' } });
    history.back();
    await until('the step before', () => at(page) === 'date-of-birth');
    expect(inputOf(page.element, 'dateOfBirth.day').value).toBe('27');
    history.back();
    await until('the first step', () => at(page) === 'name');
    history.forward();
    await until('forward again', () => at(page) === 'date-of-birth');
  });

  it('is left alone where the host cancels the event, and follows the host then', async () => {
    const page = await openSteps();
    const details: unknown[] = [];
    page.form.addEventListener('citizen-id-step', (event) => {
      event.preventDefault();
      details.push(event.detail);
    });
    write(page, answers);
    await goOn(page);
    await goOn(page);
    expect(history.state).toBe(null);
    expect(details).toEqual([
      { step: 'date-of-birth', from: 'name' },
      { step: 'postal-address', from: 'date-of-birth' },
    ]);
    page.element.step = 'name';
    await until('the host’s step', () => at(page) === 'name');
    page.element.step = 'telephone-number';
    await pause(50);
    expect(at(page), 'not reached yet').toBe('name');
  });

  it('is not touched with step-history="none", and the link goes back all the same', async () => {
    const page = await openSteps({ attributes: { 'step-history': 'none' } });
    write(page, answers);
    await goOn(page);
    expect(history.state).toBe(null);
    the(page.element, '.cif-back').click();
    expect(at(page)).toBe('name');
  });
});

describe('What was typed', () => {
  it('is kept when the language or the layout changes', async () => {
    const page = await openSteps();
    write(page, answers);
    await goOn(page);
    page.element.lang = 'cy';
    await until('Welsh', () => the(page.element, '.cif-step').textContent.includes('Cam 2 o 6'));
    expect(seen(page)).toEqual(['date-of-birth']);
    page.element.layout = undefined;
    await until('one page', () => seen(page).length === 5);
    await settled(page.element);
    for (const [entry, value] of Object.entries(answers)) expect(inputOf(page.element, entry).value).toBe(value);
    expect(page.element.querySelector('.cif-foot, .cif-progress')).toBe(null);
    expect(page.element.identity?.name?.given).toBe('Ada');
  });

  it('is carried over several pages of the host’s by initialIdentity', async () => {
    const first = await openPage({
      attributes: { fields: 'name date-of-birth', 'required-fields': 'name date-of-birth', resolve: 'never' },
    });
    write(first, {
      'name.given': 'Ada',
      'name.family': 'Quill',
      'dateOfBirth.day': '27',
      'dateOfBirth.month': '3',
      'dateOfBirth.year': '1985',
    });
    await press(first.form, 'Continue');
    await until('the first page', () => first.submissions.length === 1);
    const known = first.element.identity ?? {};
    first.form.remove();
    const second = await openPage({ index: createFakeIndex() });
    second.element.initialIdentity = known;
    await until('what is known', () => inputOf(second.element, 'name.given').value === 'Ada');
    expect(inputOf(second.element, 'dateOfBirth.year').value).toBe('1985');
    write(second, answers);
    await press(second.form, 'Continue');
    await until('the second page', () => second.submissions.length === 1);
    expect(first.index.requests).toEqual([]);
    expect(second.index.requests[0]?.identity).toMatchObject(known);
  });
});
