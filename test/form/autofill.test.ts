/** What browsers fill in by themselves: every box that they know in one go, and all of it reaches the identity. */
import { describe, expect, it } from 'vitest';
import { server } from 'vitest/browser';
import { fillFrom } from './autofill.ts';
import { answers, errorsOf, inputOf, openPage, press, until, type Page } from './page.ts';

const saved = {
  NAME_FULL: 'Ada Quill',
  NAME_FIRST: 'Ada',
  NAME_LAST: 'Quill',
  ADDRESS_HOME_STREET_ADDRESS: '1 Example Street\nFlat 2',
  ADDRESS_HOME_LINE1: '1 Example Street',
  ADDRESS_HOME_LINE2: 'Flat 2',
  ADDRESS_HOME_CITY: 'Leeds',
  ADDRESS_HOME_ZIP: 'LS1 4AP',
  ADDRESS_HOME_COUNTRY: 'GB',
  EMAIL_ADDRESS: 'ada@example.org',
  PHONE_HOME_WHOLE_NUMBER: '+447700900123',
};

/** All that a saved address holds; browsers keep no date of birth in it. */
const filled = {
  'customer.name.given': 'Ada',
  'customer.name.family': 'Quill',
  'customer.postalAddress.line1': '1 Example Street',
  'customer.postalAddress.line2': 'Flat 2',
  'customer.postalAddress.town': 'Leeds',
  'customer.postalAddress.postcode': 'LS1 4AP',
  'customer.emailAddress': 'ada@example.org',
  'customer.telephoneNumber': '+447700900123',
};

const inputsOf = ({ element }: Page) => [...element.querySelectorAll('input')];
const filledBy = (page: Page) =>
  Object.fromEntries(
    inputsOf(page)
      .filter((input) => input.matches(':autofill'))
      .map(({ name, value }) => [name, value]),
  );

describe('A browser that fills every box in one tick', () => {
  const everything = { ...answers, emailAddress: 'ada@example.org', telephoneNumber: '07700 900123' };

  it.each([
    ['with events, as browsers do', ['input', 'change']],
    ['with a change alone, as some password managers do', ['change']],
    ['without any event, as on Back', []],
  ])('is heard, and what it filled is what is sent, %s', async (_how, types) => {
    const page = await openPage();
    for (const [entry, value] of Object.entries(everything)) {
      const input = inputOf(page.element, entry);
      input.value = value;
      for (const type of types) input.dispatchEvent(new Event(type, { bubbles: true }));
    }
    await press(page.form, 'Continue');
    await until('the submission', () => page.submissions.length === 1);
    expect(page.index.requests[0]?.identity).toMatchObject({ emailAddress: 'ada@example.org', name: { given: 'Ada' } });
    expect(Object.fromEntries(page.submissions[0]?.entries ?? [])).toMatchObject(
      Object.fromEntries(Object.entries(everything).map(([entry, value]) => [`customer.${entry}`, value])),
    );
  });
});

describe('Every box', () => {
  it('says what it is for, in the words of HTML that browsers and password managers go by', async () => {
    const page = await openPage();
    expect(Object.fromEntries(inputsOf(page).map((input) => [input.name, input.getAttribute('autocomplete')]))).toEqual({
      'customer.name.given': 'given-name',
      'customer.name.family': 'family-name',
      'customer.name.kind': 'off',
      'customer.dateOfBirth.day': 'bday-day',
      'customer.dateOfBirth.month': 'bday-month',
      'customer.dateOfBirth.year': 'bday-year',
      'customer.postalAddress.line1': 'address-line1',
      'customer.postalAddress.line2': 'address-line2',
      'customer.postalAddress.town': 'address-level2',
      'customer.postalAddress.postcode': 'postal-code',
      'customer.postalAddress.kind': 'off',
      'customer.emailAddress': 'email',
      'customer.telephoneNumber': 'tel',
    });
  });

  // The property is empty for a word that a browser does not know: Firefox does not know those of a birthday.
  it.skipIf(server.browser !== 'chromium')('says it in words that Chromium knows', async () => {
    const page = await openPage();
    const unknown = inputsOf(page).filter((input) => input.autocomplete !== input.getAttribute('autocomplete'));
    expect(unknown).toEqual([]);
  });
});

describe.skipIf(server.browser !== 'chromium')('Chromium’s own filling', () => {
  // One test, and the last: for a while Chromium fills the same questions again, wherever they come up.
  it('fills every box that it knows, at once', async () => {
    const page = await openPage();
    await press(page.form, 'Continue');
    await until('errors', () => errorsOf(page.element)['postalAddress.line1'] !== undefined);
    inputOf(page.element, 'name.given').focus();
    await fillFrom('customer.name.given', saved);
    await until('what is filled in', () => Object.keys(filledBy(page)).length === Object.keys(filled).length);
    expect(filledBy(page)).toEqual(filled);
    // What it filled in is no longer wrong; what it does not know still is.
    await until('errors gone', () => Object.keys(errorsOf(page.element)).join() === 'dateOfBirth');
    for (const [entry, value] of Object.entries(answers).filter(([name]) => name.startsWith('dateOfBirth')))
      inputOf(page.element, entry).value = value;
    expect(page.element.identity).toMatchObject({
      name: { given: 'Ada', family: 'Quill' },
      dateOfBirth: { year: 1985, month: 3, day: 27 },
      postalAddress: { kind: 'written', line1: '1 Example Street', line2: 'Flat 2', town: 'Leeds', postcode: 'LS1 4AP' },
      emailAddress: 'ada@example.org',
      telephoneNumber: { typed: '+447700900123' },
    });
  });
});
