/** What a screen reader is given of each field of both profiles, at rest and with what is wrong on show, word for word. */
import { describe, expect, it } from 'vitest';
import { server } from 'vitest/browser';
import { offeredFields } from '../../src/standard/offered-fields.ts';
import type { Entries } from '../../src/standard/identity.ts';
import { accessibilityTreeOf } from './accessibility-tree.ts';
import { inputOf, openPage, until } from './page.ts';

/** Something wrong with one part, where a field has several. */
const wrong: Readonly<Record<string, Entries>> = {
  name: { 'name.given': 'Ada' },
  'date-of-birth': { 'dateOfBirth.day': '31', 'dateOfBirth.month': '2', 'dateOfBirth.year': '1985' },
  'postal-address': { 'postalAddress.line1': '1 Example Street', 'postalAddress.postcode': 'LS1' },
  'email-address': { emailAddress: 'ada@' },
  'telephone-number': { telephoneNumber: '01632' },
  'national-insurance-number': { nationalInsuranceNumber: 'QQ' },
  'nhs-number': { nhsNumber: '12' },
  // One name is enough there.
  'us-fl/name': {},
  'driver-license': { driverLicense: 'Q12' },
  'social-security-number': { socialSecurityNumber: '000' },
  'individual-taxpayer-number': { individualTaxpayerNumber: '12' },
};

/** Each profile in its own language. */
const asked = [
  ...offeredFields.gb.map((field) => ({ profile: 'gb', lang: 'en-GB', field, file: field })),
  ...offeredFields['us-fl'].map((field) => ({ profile: 'us-fl', lang: 'en-US', field, file: `us-fl/${field}` })),
];

const region = 'One field';

async function open({ profile, lang, field }: (typeof asked)[number]) {
  const page = await openPage({
    attributes: {
      role: 'region',
      'aria-label': region,
      profile,
      lang,
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
  it.each(asked)('of $profile’s $field', async (question) => {
    const { field, file } = question;
    const { element } = await open(question);
    const atRest = await accessibilityTreeOf(region);
    for (const [entry, value] of Object.entries(wrong[file] ?? wrong[field] ?? {})) inputOf(element, entry).value = value;
    element.reportValidity();
    await until('what is wrong', () => element.querySelector('.cif-error') !== null);
    const inError = await accessibilityTreeOf(region);
    const both = `At rest\n\n${atRest}\n\nIn error\n\n${inError}\n`;
    await expect(both).toMatchFileSnapshot(`accessibility-tree/${file}.txt`);
  });
});
