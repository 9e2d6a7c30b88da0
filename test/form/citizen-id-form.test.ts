/** The element as a form control: what it submits, when it is valid, and that it behaves as native inputs do. */
import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { answers, click, createFakeIndex, errorsOf, fill, inputOf, openPage, pause, press, settled, the, until } from './page.ts';

describe('What is submitted', () => {
  it('is every answer under its own name, and the reference under the name of the element', async () => {
    const { form, element, submissions } = await openPage({ answers });
    await press(form, 'Continue');
    await until('the submission', () => submissions.length === 1);
    expect(submissions[0]?.entries).toEqual([
      ['permit', 'resident'],
      ['customer', 'reference-1'],
      ...Object.entries({ ...answers, 'postalAddress.line2': '', emailAddress: '', telephoneNumber: '' })
        .sort(([a], [b]) => orderOf(element, a) - orderOf(element, b))
        .map(([entry, value]) => [`customer.${entry}`, value]),
      ['action', 'continue'],
    ]);
  });

  it('begins with the name that the host gave', async () => {
    const { form } = await openPage({ attributes: { name: 'applicant', fields: 'name' } });
    expect([...new FormData(form).keys()]).toEqual(['permit', 'applicant.name.given', 'applicant.name.family']);
  });

  it('is nothing at all where a fieldset around it is disabled', async () => {
    const { form, element } = await openPage({ answers });
    const fieldset = document.createElement('fieldset');
    element.replaceWith(fieldset);
    fieldset.append(element);
    fieldset.disabled = true;
    await settled(element);
    expect([...new FormData(form).keys()]).toEqual(['permit']);
    expect(element.issues).toEqual([]);
  });

  it('is nothing at all where the element is disabled, and everything again where it is not', async () => {
    const { form, element } = await openPage({ answers });
    element.disabled = true;
    await settled(element);
    expect([...new FormData(form).keys()]).toEqual(['permit']);
    expect(inputOf(element, 'name.given').disabled).toBe(true);
    element.disabled = false;
    await settled(element);
    expect(new FormData(form).get('customer.name.given')).toBe('Ada');
  });

  it('goes with a form elsewhere in the page that `form` names', async () => {
    const page = await fixture(
      html`<div>
        <form id="elsewhere"></form>
        <citizen-id-form form="elsewhere"></citizen-id-form>
      </div>`,
    );
    const element = the<CitizenIdForm>(page, 'citizen-id-form');
    await settled(element);
    await fill(element, { 'name.given': 'Ada' });
    const form = the<HTMLFormElement>(page, 'form');
    expect(element.form).toBe(form);
    expect(new FormData(form).get('customer.name.given')).toBe('Ada');
    element.removeAttribute('form');
    await settled(element);
    expect([...new FormData(form).keys()]).toEqual([]);
  });

  it('leaves out the last name of somebody who has one name, and keeps what was typed there', async () => {
    const { form, element } = await openPage({ answers });
    await click(inputOf(element, 'name.kind'));
    expect(inputOf(element, 'name.family').checkVisibility()).toBe(false);
    expect(new FormData(form).has('customer.name.family')).toBe(false);
    expect(new FormData(form).get('customer.name.kind')).toBe('single');
    expect(element.identity?.name).toEqual({ given: 'Ada' });
    expect(labelOf(element, 'name.given')).toBe('Name');
    await click(inputOf(element, 'name.kind'));
    expect(inputOf(element, 'name.family').checkVisibility()).toBe(true);
    expect(inputOf(element, 'name.family').value).toBe('Quill');
    expect(labelOf(element, 'name.given')).toBe('First name');
  });

  it('leaves out the address of somebody who has none, and keeps what was typed there', async () => {
    const { form, element } = await openPage({ answers });
    await click(inputOf(element, 'postalAddress.kind'));
    expect(inputOf(element, 'postalAddress.line1').checkVisibility()).toBe(false);
    expect([...new FormData(form).keys()].filter((key) => key.includes('postalAddress'))).toEqual([
      'customer.postalAddress.kind',
    ]);
    expect(element.identity?.postalAddress).toEqual({ kind: 'no-fixed-address' });
    await click(inputOf(element, 'postalAddress.kind'));
    expect(inputOf(element, 'postalAddress.postcode').value).toBe('LS1 4AP');
  });
});

describe('Two elements in one form', () => {
  it('keep apart by name, show their errors together, and submit two references', async () => {
    const { form, element, submissions } = await openPage({ attributes: { fields: 'name' } });
    element.insertAdjacentHTML('afterend', '<citizen-id-form name="partner" fields="name"></citizen-id-form>');
    const partner = the<CitizenIdForm>(form, '[name=partner]');
    partner.index = createFakeIndex({ resolution: { reference: 'reference-of-partner' } });
    await settled(partner);
    const ids = [...form.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);

    await press(form, 'Continue');
    expect(errorsOf(element)).toEqual({ 'name.given': 'name/missing' });
    expect(errorsOf(partner)).toEqual({ 'name.given': 'name/missing' });
    expect(element.contains(document.activeElement)).toBe(true);

    await fill(element, { 'name.given': 'Ada', 'name.family': 'Quill' });
    await fill(partner, { 'name.given': 'Sam', 'name.family': 'Quill' });
    await press(form, 'Continue');
    await until('the submission', () => submissions.length === 1);
    const submitted = new Map(submissions[0]?.entries);
    expect(submitted.get('customer')).toBe('reference-1');
    expect(submitted.get('partner')).toBe('reference-of-partner');
    expect(submitted.get('partner.name.given')).toBe('Sam');
  });
});

describe('Validity', () => {
  it('is known to the form before anything was submitted, and shows nothing', async () => {
    const { form, element } = await openPage();
    expect(element.validity.valid).toBe(false);
    expect(element.checkValidity()).toBe(false);
    expect(form.checkValidity()).toBe(false);
    expect(element.matches(':invalid')).toBe(true);
    await pause(20);
    expect(errorsOf(element)).toEqual({});
    expect(inputOf(element, 'name.given').matches(':invalid')).toBe(false);
  });

  it('holds as soon as all is right', async () => {
    const { form, element } = await openPage({ answers });
    expect(element.checkValidity()).toBe(true);
    expect(form.checkValidity()).toBe(true);
    expect(element.identity?.dateOfBirth).toEqual({ year: 1985, month: 3, day: 27 });
  });

  it('is shown by reportValidity, the form’s as well', async () => {
    const { form, element } = await openPage();
    expect(element.reportValidity()).toBe(false);
    expect(Object.keys(errorsOf(element))).toEqual(['name.given', 'dateOfBirth', 'postalAddress.line1']);
    element.reset();
    expect(errorsOf(element)).toEqual({});
    expect(form.reportValidity()).toBe(false);
    expect(Object.keys(errorsOf(element))).toEqual(['name.given', 'dateOfBirth', 'postalAddress.line1']);
  });

  it('does not count what is locked: a resident could not mend it', async () => {
    const { element } = await openPage({ attributes: { readonly: '' } });
    expect(inputOf(element, 'name.given').readOnly).toBe(true);
    await click(inputOf(element, 'name.kind'));
    expect(inputOf(element, 'name.kind').checked).toBe(false);
    expect(element.validity.valid).toBe(true);
  });
});

describe('Reset', () => {
  it('empties the answers, and forgets errors and reference', async () => {
    const { form, element } = await openPage({ answers });
    await element.resolve();
    expect(new FormData(form).get('customer')).toBe('reference-1');
    await click(inputOf(element, 'name.kind'));
    form.reset();
    expect(inputOf(element, 'name.given').value).toBe('');
    expect(inputOf(element, 'name.family').checkVisibility()).toBe(true);
    expect(new FormData(form).has('customer')).toBe(false);
    expect(element.resolution).toBe(undefined);
  });

  it('goes back to what was known at first', async () => {
    const { form, element } = await openPage();
    element.initialIdentity = { name: { given: 'Ada', family: 'Quill' } };
    await settled(element);
    await fill(element, { 'name.given': 'Somebody else' });
    form.reset();
    expect(inputOf(element, 'name.given').value).toBe('Ada');
  });
});

describe('What is known at first', () => {
  it('is put in once, however often an equal object is set, and never over what was typed', async () => {
    const { element } = await openPage();
    await fill(element, { 'name.family': 'Typed' });
    element.initialIdentity = { name: { given: 'Ada', family: 'Quill' }, emailAddress: 'ada@example.org' };
    await settled(element);
    expect(inputOf(element, 'name.given').value).toBe('Ada');
    expect(inputOf(element, 'name.family').value).toBe('Typed');
    await fill(element, { emailAddress: '' });
    element.initialIdentity = { name: { given: 'Ada', family: 'Quill' }, emailAddress: 'ada@example.org' };
    await settled(element);
    expect(inputOf(element, 'emailAddress').value).toBe('');
  });

  it('may be a single name and no fixed address', async () => {
    const { element } = await openPage();
    element.initialIdentity = { name: { given: 'Ada' }, postalAddress: { kind: 'no-fixed-address' } };
    await settled(element);
    expect(inputOf(element, 'name.kind').checked).toBe(true);
    expect(inputOf(element, 'postalAddress.kind').checked).toBe(true);
    expect(inputOf(element, 'name.family').checkVisibility()).toBe(false);
  });
});

describe('Focus', () => {
  it('goes from a label of the host’s to the first input', async () => {
    const page = await fixture(
      html`<div><label for="who">Who are you?</label><citizen-id-form id="who"></citizen-id-form></div>`,
    );
    const element = the<CitizenIdForm>(page, 'citizen-id-form');
    await settled(element);
    await click(the(page, 'label'));
    expect(document.activeElement).toBe(inputOf(element, 'name.given'));
  });

  it('goes to the first wrong input where there is one', async () => {
    const { element } = await openPage({ answers: { ...answers, 'postalAddress.postcode': 'nonsense' } });
    element.reportValidity();
    element.focus();
    expect(document.activeElement).toBe(inputOf(element, 'postalAddress.postcode'));
  });
});

describe('Coming back', () => {
  it('takes in what the browser put back without an event', async () => {
    const { element } = await openPage();
    inputOf(element, 'name.kind').checked = true;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until('what depends on it', () => !inputOf(element, 'name.family').checkVisibility());
  });

  it('asks browsers to bring nothing back where no-restore is set', async () => {
    const { form, element } = await openPage({ attributes: { 'no-restore': '' } });
    expect(form.getAttribute('autocomplete')).toBe('off');
    const tokens = [...element.querySelectorAll('input')].map((input) => input.getAttribute('autocomplete'));
    expect(new Set(tokens)).toEqual(new Set(['off']));
  });
});

function labelOf(element: CitizenIdForm, entry: string): string {
  return the(element, `label[for="${element.name}.${entry}"]`).innerText.trim();
}

function orderOf(element: CitizenIdForm, entry: string): number {
  return [...element.querySelectorAll('input')].indexOf(inputOf(element, entry));
}
