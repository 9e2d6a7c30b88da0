/** How wrong answers are told: beside the field, in the summary, to assistive technology; and when the telling stops. */
import { describe, expect, it } from 'vitest';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { answers, click, errorsOf, fill, inputOf, leave, openPage, press, settled, the, type } from './page.ts';

const summaryOf = (element: Element) => [...element.querySelectorAll('.cif-summary-link')].map((link) => link.textContent);
const wrongInputs = (element: CitizenIdForm) =>
  [...element.querySelectorAll<HTMLInputElement>('input[aria-invalid=true]')].map(({ name }) => name.replace('customer.', ''));

/** The words that the ids of `aria-describedby` lead to. */
function descriptionOf(element: Element): string {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids
    .map((id) =>
      the(document, `#${CSS.escape(id)}`)
        .textContent.trim()
        .replace(/\s+/g, ' '),
    )
    .join(' | ');
}

describe('Errors', () => {
  it('stand in the same words beside the field and in the summary, in the order of the questions', async () => {
    const { form, element } = await openPage({
      answers: { ...answers, 'name.given': '', 'postalAddress.postcode': 'LS1', emailAddress: 'ada' },
    });
    await press(form, 'Continue');
    const beside = [...element.querySelectorAll('.cif-error-words')].map(({ textContent }) => textContent);
    expect(beside.length).toBe(3);
    expect(summaryOf(element)).toEqual(beside);
  });

  it('are described to assistive technology behind the hint, with the word "Error", on wrong inputs only', async () => {
    const { form, element } = await openPage({ answers: { ...answers, emailAddress: 'ada' } });
    expect(descriptionOf(inputOf(element, 'emailAddress'))).toBe('For example, name@example.com');
    await press(form, 'Continue');
    expect(descriptionOf(inputOf(element, 'emailAddress'))).toMatch(
      /^For example, name@example.com \| Error: Email address must/,
    );
    expect(wrongInputs(element)).toEqual(['emailAddress']);
  });

  it('begin in a summary that has a name where it has focus', async () => {
    const { form, element } = await openPage();
    await press(form, 'Continue');
    const summary = the(element, '.cif-summary');
    await expect.poll(() => document.activeElement).toBe(summary);
    expect(summary.getAttribute('role')).toBe('group');
    const name = document.getElementById(summary.getAttribute('aria-labelledby') ?? '');
    expect(name).toBe(the(element, '.cif-summary-title'));
  });

  it('of a date stand at the group, and mark the wrong box only', async () => {
    const { form, element } = await openPage({ answers: { ...answers, 'dateOfBirth.year': '85' } });
    await press(form, 'Continue');
    expect(wrongInputs(element)).toEqual(['dateOfBirth.year']);
    expect(descriptionOf(the(element, '[data-field=date-of-birth] fieldset'))).toMatch(/^For example, .* \| Error: Year must/);
    await click(the(element, '.cif-summary-link'));
    expect(document.activeElement).toBe(inputOf(element, 'dateOfBirth.year'));
  });

  it('of a date that was not given at all mark every box, and lead to the first', async () => {
    const { form, element } = await openPage({
      answers: { ...answers, 'dateOfBirth.day': '', 'dateOfBirth.month': '', 'dateOfBirth.year': '' },
    });
    await press(form, 'Continue');
    expect(wrongInputs(element)).toEqual(['dateOfBirth.day', 'dateOfBirth.month', 'dateOfBirth.year']);
    await click(the(element, '.cif-summary-link'));
    expect(document.activeElement).toBe(inputOf(element, 'dateOfBirth.day'));
  });

  it('are not there before the first attempt, neither on leaving a field nor on a key', async () => {
    const { element } = await openPage();
    await fill(element, { emailAddress: 'nonsense' });
    await leave(inputOf(element, 'emailAddress'));
    expect(element.querySelectorAll('.cif-error, .cif-summary, [aria-invalid]').length).toBe(0);
  });

  it('go as soon as the answer is right, each by itself, and the summary with the last', async () => {
    const { form, element } = await openPage({ answers: { ...answers, 'name.family': '', emailAddress: 'ada' } });
    await press(form, 'Continue');
    await fill(element, { emailAddress: 'ada@' });
    expect(Object.keys(errorsOf(element))).toEqual(['name.family', 'emailAddress']);
    await fill(element, { emailAddress: 'ada@example.org' });
    expect(Object.keys(errorsOf(element))).toEqual(['name.family']);
    expect(summaryOf(element).length).toBe(1);
    expect(inputOf(element, 'emailAddress').hasAttribute('aria-invalid')).toBe(false);
    await click(inputOf(element, 'name.kind'));
    expect(element.querySelectorAll('.cif-error, .cif-summary, [aria-invalid]').length).toBe(0);
  });

  it('keep their words while the answer is still wrong, and take new ones on the next attempt', async () => {
    const { form, element } = await openPage({ answers: { ...answers, 'postalAddress.postcode': '' } });
    await press(form, 'Continue');
    await fill(element, { 'postalAddress.postcode': 'LS1' });
    expect(errorsOf(element)['postalAddress.postcode']).toBe('postal-address/postcode-missing');
    await press(form, 'Continue');
    expect(errorsOf(element)['postalAddress.postcode']).not.toBe('postal-address/postcode-missing');
  });

  it('leave focus, and what is being typed, where they are when they go', async () => {
    const { form, element } = await openPage({ answers: { ...answers, 'name.family': '' } });
    await press(form, 'Continue');
    const input = inputOf(element, 'name.family');
    input.focus();
    await type('Quill');
    expect(document.activeElement).toBe(input);
    expect(input.value).toBe('Quill');
    expect(input).toBe(inputOf(element, 'name.family'));
  });

  it('are left to the host’s summary where it has one', async () => {
    const { form, element } = await openPage({ attributes: { 'error-summary': 'host' } });
    await press(form, 'Continue');
    expect(element.querySelector('.cif-summary')).toBe(null);
    expect(Object.keys(errorsOf(element)).length).toBe(3);
    const [issue] = element.issues;
    expect(the(document, `#customer\\.${CSS.escape(issue?.path ?? '')}`)).toBe(inputOf(element, 'name.given'));
  });

  it('move focus to the first wrong input where there is to be no summary', async () => {
    const { form, element } = await openPage({
      answers: { ...answers, 'postalAddress.town': '' },
      attributes: { 'error-summary': 'none' },
    });
    await press(form, 'Continue');
    expect(document.activeElement).toBe(inputOf(element, 'postalAddress.town'));
    expect(element.querySelector('.cif-summary')).toBe(null);
  });

  it('are put into the other language with everything else', async () => {
    const { form, element } = await openPage({ answers: { ...answers, 'name.given': '' } });
    await press(form, 'Continue');
    const before = summaryOf(element);
    element.lang = 'cy';
    await until(element, 'cy');
    expect(summaryOf(element)).not.toEqual(before);
    expect(summaryOf(element)).toEqual([...element.querySelectorAll('.cif-error-words')].map(({ textContent }) => textContent));
  });
});

async function until(element: CitizenIdForm, lang: string): Promise<void> {
  while (the(element, '.cif-form').lang !== lang) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    await settled(element);
  }
}

describe('Nasty input', () => {
  const essay = 'On the nature of forms. '.repeat(2_000);
  const rows: readonly (readonly [what: string, entry: string, typed: string, isRight: boolean])[] = [
    ['an essay is too long for a name', 'name.given', essay, false],
    ['an essay is no e-mail address', 'emailAddress', essay, false],
    ['an essay is no year', 'dateOfBirth.year', essay, false],
    ['an emoji alone is no name', 'name.given', '🎉', false],
    ['a name in Arabic is a name', 'name.given', 'ليلى', true],
    ['a name with joiners is a name', 'name.family', 'क्\u200dष', true],
    ['markup is refused nowhere and run nowhere', 'name.given', '<img src=x onerror=alert(1)>', true],
    ['a direction override is refused', 'name.given', 'Ada\u202eevil', false],
    ['full-width digits are digits', 'dateOfBirth.day', '２７', true],
    ['spaces around a postcode are nothing', 'postalAddress.postcode', '  ls1   4ap ', true],
  ];
  for (const [what, entry, typed, isRight] of rows) {
    it(`${what}, and what was typed stays as it was typed`, async () => {
      const { form, element } = await openPage({ answers, attributes: { resolve: 'never' } });
      const input = inputOf(element, entry);
      input.focus();
      input.select();
      document.execCommand('insertText', false, typed);
      await press(form, 'Continue');
      expect(input.value).toBe(typed);
      expect(Object.keys(errorsOf(element)).some((path) => path.startsWith(entry) || entry.startsWith(path))).toBe(!isRight);
      expect(element.querySelectorAll('img').length).toBe(0);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
    });
  }
});
