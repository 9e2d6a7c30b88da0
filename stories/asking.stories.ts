/** What a resident is asked, and how the answers are checked: `<citizen-id-form>` without regard to any index. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { formatIdentity, parseIdentity } from '../src/standard/identity.ts';
import { cy } from '../src/standard/messages/cy.ts';
import { gb } from '../src/standard/profiles/gb.ts';
import { answer, drawn, inputOf, pressContinue, the } from './driving.ts';
import { rightAnswers, wrongAnswers } from './examples.ts';
import { servicePage, type ServicePage } from './service-page.ts';

const meta: Meta<ServicePage> = {
  title: 'Citizen ID form/Asking',
  component: 'citizen-id-form',
  args: { heading: 'Apply for a parking permit', lang: 'en-GB' },
  argTypes: {
    fields: { description: 'Attribute `fields`: what is asked, in this order' },
    requiredFields: { description: 'Attribute `required-fields`: what must be answered' },
    lang: {
      control: 'select',
      options: ['en-GB', 'cy', 'es', 'ht'],
      description: 'Attribute `lang`, here inherited from the page',
    },
    index: { control: false },
    initialIdentity: { control: false },
    messages: { control: false },
  },
  render: servicePage,
};
export default meta;

type Story = StoryObj<ServicePage>;

/** Nothing answered yet: nothing is wrong yet either, though the browser already knows that the form is not complete. */
export const Empty: Story = {
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await expect(element.querySelectorAll('.cif-error, .cif-summary, [aria-invalid]').length).toBe(0);
    await expect(element.validity.valid).toBe(false);
    await expect(inputOf(element, 'name.given').autocomplete).toBe('given-name');
  },
};

const parsed = parseIdentity(rightAnswers, gb, { today: { year: 2025, month: 6, day: 15 } });
const known = parsed.ok ? parsed.value : {};

/** What the host knows already, put in once through `initialIdentity`. */
export const Filled: Story = {
  args: { initialIdentity: known },
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    const formatted = formatIdentity(known, gb);
    for (const entry of Object.keys(rightAnswers)) await expect(inputOf(element, entry).value).toBe(formatted[entry]);
    await expect(element.issues).toEqual([]);
  },
};

/** Wrong in every field: focus goes to the summary, a line of it to its input, and what becomes right is let go of. */
export const WithErrors: Story = {
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await answer(element, wrongAnswers);
    await pressContinue(canvasElement);
    await waitFor(() => expect(document.activeElement).toBe(the(element, '.cif-summary')));
    const lines = [...element.querySelectorAll<HTMLAnchorElement>('.cif-summary-link')];
    await expect(lines.length).toBeGreaterThanOrEqual(5);
    for (const line of lines) {
      await userEvent.click(line);
      await expect(document.activeElement?.id).toBe(line.hash.slice(1));
      await expect(document.activeElement).toHaveAttribute('aria-invalid', 'true');
    }
    for (const [entry, value] of Object.entries(wrongAnswers)) await expect(inputOf(element, entry).value).toBe(value);
    await answer(element, { emailAddress: 'ada@example.com' });
    await expect(inputOf(element, 'emailAddress')).not.toHaveAttribute('aria-invalid');
  },
};

/** One name, and no fixed address: what a box excuses is hidden, and neither required nor submitted. */
export const OneNameAndNoAddress: Story = {
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await userEvent.click(inputOf(element, 'name.kind'));
    await userEvent.click(inputOf(element, 'postalAddress.kind'));
    await expect(inputOf(element, 'name.family')).not.toBeVisible();
    await expect(inputOf(element, 'postalAddress.line1')).not.toBeVisible();
    await answer(element, {
      'name.given': 'Ada',
      'dateOfBirth.day': '27',
      'dateOfBirth.month': 'March',
      'dateOfBirth.year': '1985',
    });
    await expect(element.identity?.postalAddress).toEqual({ kind: 'no-fixed-address' });
    await expect(element.issues).toEqual([]);
  },
};

/** In the language of the page. No native speaker has reviewed these words yet. */
export const Welsh: Story = {
  args: { lang: 'cy', heading: 'Gwneud cais am drwydded barcio' },
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await expect(the(element, 'legend')).toHaveTextContent(cy['name/legend']);
    await pressContinue(canvasElement);
    await waitFor(() => expect(the(element, '.cif-summary')).toHaveFocus());
    await expect(the(element, '.cif-summary')).toHaveTextContent(cy['form/error-summary-title']);
    await expect(the(element, '.cif-form')).toHaveAttribute('lang', 'cy');
  },
};

/** Fewer fields, in another order, one of them required that usually is not. */
export const OtherFields: Story = {
  args: { fields: 'email-address name date-of-birth', requiredFields: 'email-address name' },
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    const asked = [...element.querySelectorAll('.cif-title')].map(({ textContent }) => textContent.trim());
    await expect(asked).toEqual(['Email address', 'Your name', 'Date of birth (optional)']);
  },
};
