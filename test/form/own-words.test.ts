/** A host's own words beside the questions: hints and reasons, from marked children of the tag. */
import { describe, expect, it } from 'vitest';
import { errorsOf, inputOf, openPage, the, until } from './page.ts';

const reasonOf = (element: Element, field: string) =>
  element.querySelector(`[data-field=${field}] .cif-more-body`)?.textContent.trim();

describe('A hint of the host’s own', () => {
  const inside =
    '<p data-citizen-id="hint:email-address">The one you <b>read</b></p><p data-citizen-id="hint:date-of-birth">As on your passport</p>' +
    '<p data-citizen-id="hint:name">Both, please</p><p data-citizen-id="hint:previous-name">Not asked</p>';

  it('stands in the place of ours, describes the input or the group, and is read before an error', async () => {
    const { element } = await openPage({ inside });
    await until('the hints', () => element.querySelectorAll('[id$=own-hint]').length === 3);
    element.reportValidity();
    await until('errors', () => errorsOf(element)['dateOfBirth'] !== undefined);
    const described = (part: Element) =>
      part
        .getAttribute('aria-describedby')
        ?.split(' ')
        .map((id) => the(element, `[id="${id}"]`).textContent.replace(/\s+/gu, ' ').trim());
    expect(described(inputOf(element, 'emailAddress'))).toEqual(['The one you read']);
    expect(described(the(element, '[data-field=date-of-birth] fieldset'))).toEqual([
      'As on your passport',
      'Error: Enter your date of birth',
    ]);
    expect(described(the(element, 'fieldset[data-field=name]'))).toEqual(['Both, please']);
    const hints = [...element.querySelectorAll<HTMLElement>('.cif-hint')].filter((hint) => hint.checkVisibility());
    expect(hints.map(({ textContent }) => textContent)).not.toContain('For example, 27 3 1985');
    expect([...element.children].filter((child) => child.matches('p') && child.checkVisibility())).toEqual([]);
  });

  it('makes room for ours again once it is taken away', async () => {
    const { element } = await openPage({ inside });
    await until('the hints', () => element.querySelectorAll('[id$=own-hint]').length === 3);
    the(element, ':scope > [data-citizen-id="hint:email-address"]').remove();
    element.requestUpdate();
    await until('ours', () => inputOf(element, 'emailAddress').getAttribute('aria-describedby') === 'customer.emailAddress-hint');
    expect(the(element, '[id="customer.emailAddress-hint"]').checkVisibility()).toBe(true);
  });

  it('goes where it is asked in another language, and what was typed stays', async () => {
    const { element } = await openPage({ inside });
    inputOf(element, 'emailAddress').value = 'ada@example.org';
    element.lang = 'cy';
    await until('Welsh', () => the(element, '.cif-form').lang === 'cy');
    await until('the hints', () => element.querySelectorAll('[id$=own-hint]').length === 3);
    expect(inputOf(element, 'emailAddress').getAttribute('aria-describedby')).toBe('customer.email-address-own-hint');
    expect(inputOf(element, 'emailAddress').value).toBe('ada@example.org');
  });
});

describe('Why a field is asked', () => {
  it('is said in our words beside every field that there is a reason for, and in the host’s where it has its own', async () => {
    const { element } = await openPage({
      attributes: { 'why-we-ask': '' },
      inside: '<p data-citizen-id="why:name">To find your permit</p>',
    });
    await until('the reasons', () => element.querySelectorAll('.cif-more').length === 5);
    expect(reasonOf(element, 'name')).toBe('To find your permit');
    expect(reasonOf(element, 'date-of-birth')).toBe('It tells people of the same name apart');
  });

  it('is said beside the fields that are named, in the language of the page, and no more once it is not wanted', async () => {
    const { element } = await openPage({ attributes: { 'why-we-ask': 'telephone-number', lang: 'es' } });
    await until('the reason', () => element.querySelector('.cif-more') !== null);
    expect(element.querySelectorAll('.cif-more').length).toBe(1);
    expect(reasonOf(element, 'telephone-number')).toContain('Ayuda a encontrar');
    element.removeAttribute('why-we-ask');
    await until('nothing', () => element.querySelector('.cif-more') === null);
  });
});
