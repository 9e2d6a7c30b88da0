/** What a screen reader is given of each field of profile gb, at rest and with what is wrong on show, word for word. */
import { describe, expect, it } from 'vitest';
import { server } from 'vitest/browser';
import { offeredFields } from '../../src/standard/offered-fields.ts';
import type { Entries, FieldName } from '../../src/standard/identity.ts';
import { accessibilityTreeOf } from './accessibility-tree.ts';
import { inputOf, openPage, until } from './page.ts';

/** Something wrong with one part, where a field has several. */
const wrong: Readonly<Partial<Record<FieldName, Entries>>> = {
  name: { 'name.given': 'Ada' },
  'date-of-birth': { 'dateOfBirth.day': '31', 'dateOfBirth.month': '2', 'dateOfBirth.year': '1985' },
  'postal-address': { 'postalAddress.line1': '1 Example Street', 'postalAddress.postcode': 'LS1' },
  'email-address': { emailAddress: 'ada@' },
  'telephone-number': { telephoneNumber: '01632' },
  'national-insurance-number': { nationalInsuranceNumber: 'QQ' },
  'nhs-number': { nhsNumber: '12' },
};

const region = 'One field';

async function open(field: FieldName) {
  const page = await openPage({
    attributes: {
      role: 'region',
      'aria-label': region,
      fields: field,
      'required-fields': field,
      resolve: 'never',
      [`purpose-${field}`]: 'We need it to find your record',
    },
  });
  await until(field, () => page.element.querySelector(`[data-field=${field}]`) !== null);
  return page;
}

describe.skipIf(server.browser !== 'chromium')('What a screen reader is given', () => {
  it.each(offeredFields.gb)('of %s', async (field) => {
    const { element } = await open(field);
    const atRest = await accessibilityTreeOf(region);
    for (const [entry, value] of Object.entries(wrong[field] ?? {})) inputOf(element, entry).value = value;
    element.reportValidity();
    await until('what is wrong', () => element.querySelector('.cif-error') !== null);
    const inError = await accessibilityTreeOf(region);
    const both = `At rest\n\n${atRest}\n\nIn error\n\n${inError}\n`;
    await expect(both).toMatchFileSnapshot(`accessibility-tree/${field}.txt`);
  });
});
