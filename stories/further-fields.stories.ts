/** What can be asked beyond profile `gb`'s five usual fields: every field of both profiles, and other shapes of name and address. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { offeredFields } from '../src/standard/offered-fields.ts';
import type { Purposes } from '../src/standard/profiles/profile.ts';
import { answer, drawn, inputOf, pressContinue, the } from './driving.ts';
import { servicePage, type ServicePage } from './service-page.ts';

const meta: Meta<ServicePage> = {
  title: 'Citizen ID form/Further fields',
  component: 'citizen-id-form',
  args: { heading: 'Register for a service', lang: 'en-GB', requiredFields: 'name' },
  argTypes: {
    profile: { control: 'select', options: ['gb', 'us-fl'], description: 'Attribute `profile`: whose rules' },
    fields: { description: 'Attribute `fields`: what is asked, in this order' },
    nameParts: { description: 'Attribute `name-parts`: `given middle family suffix`, or `full`' },
    addressAbroad: { description: 'Attribute `address-abroad`: whether an address may be in another country' },
    lang: { control: 'select', options: ['en-GB', 'en-US', 'cy', 'es', 'ht'], description: 'Attribute `lang`, here inherited' },
    purposes: { description: 'Property `purposes`, or attributes `purpose-…`: why identifiers are asked' },
  },
  render: servicePage,
};
export default meta;

type Story = StoryObj<ServicePage>;

const why = 'We need it to find the record that you already have with us.';
const purposes: Purposes = {
  'national-insurance-number': why,
  'nhs-number': why,
  'driver-license': why,
  'social-security-number': why,
  'individual-taxpayer-number': why,
  'federal-employer-identification-number': why,
};

/** Every field is there, and none is wrong before anybody asked. */
const play: Story['play'] = async ({ canvasElement, args }) => {
  const element = await drawn(canvasElement);
  for (const field of args.fields?.split(' ') ?? [])
    await expect(element.querySelector(`[data-field="${field}"]`)).not.toBeNull();
  await expect(element.querySelectorAll('.cif-error, .cif-summary').length).toBe(0);
};

const everyFieldOfGb = offeredFields.gb.join(' ');
const everyFieldOfFlorida = offeredFields['us-fl'].join(' ');

export const EveryFieldOfGb: Story = { args: { fields: everyFieldOfGb, purposes }, play };

/** All is required, nothing is answered. */
export const EveryFieldOfGbWithErrors: Story = {
  args: { fields: everyFieldOfGb, requiredFields: everyFieldOfGb, purposes },
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await pressContinue(canvasElement);
    await waitFor(() => expect(element.querySelectorAll('.cif-summary-link').length).toBe(offeredFields.gb.length));
  },
};

export const UsualFieldsOfFlorida: Story = {
  args: { profile: 'us-fl', lang: 'en-US', fields: 'name date-of-birth postal-address email-address telephone-number' },
  play,
};

export const EveryFieldOfFlorida: Story = {
  args: { profile: 'us-fl', lang: 'en-US', fields: everyFieldOfFlorida, purposes },
  play,
};

/** All is required, nothing is answered. */
export const EveryFieldOfFloridaWithErrors: Story = {
  args: { profile: 'us-fl', lang: 'en-US', fields: everyFieldOfFlorida, requiredFields: everyFieldOfFlorida, purposes },
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await pressContinue(canvasElement);
    await waitFor(() => expect(element.querySelectorAll('.cif-summary-link').length).toBeGreaterThan(10));
  },
};

/** An organisation has no birthday: what is about a person is neither shown nor submitted. */
export const Organisation: Story = {
  args: { profile: 'us-fl', lang: 'en-US', fields: 'customer-kind name organisation date-of-birth email-address' },
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await userEvent.click(the(element, '[value=organisation]'));
    await expect(inputOf(element, 'name.given')).not.toBeVisible();
    await answer(element, { 'organisation.legalName': 'Example Nursery LLC' });
    await expect(element.identity?.organisation?.legalName).toBe('Example Nursery LLC');
  },
};

export const NameInOneBox: Story = { args: { fields: 'name date-of-birth postal-address', nameParts: 'full' }, play };

/** Country and free lines, in place of what only addresses at home have. */
export const AddressAbroad: Story = {
  args: { fields: 'name date-of-birth postal-address', addressAbroad: true },
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await userEvent.click(the(element, '[value=abroad]'));
    await expect(the(element, '[name="customer.postalAddress.country"]')).toBeVisible();
  },
};

export const InSpanish: Story = { args: { ...EveryFieldOfFlorida.args, lang: 'es' }, play };

export const InHaitianCreole: Story = { args: { ...EveryFieldOfFlorida.args, lang: 'ht' }, play };

export const InWelsh: Story = { args: { fields: everyFieldOfGb, purposes, lang: 'cy' }, play };
