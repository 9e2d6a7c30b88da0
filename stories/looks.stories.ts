/** Whose look the form takes on: the same questions, in a page that has that design system's style sheet. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '../src/define.ts';
import { drawn, inputOf, the } from './driving.ts';
import { sheets, type LookWithSheet } from './sheets.ts';

interface LookPage {
  readonly appearance: LookWithSheet;
}

/** What the page's own heading and button are called in each system. */
const ownClasses: Readonly<Record<LookWithSheet, { readonly heading: string; readonly button: string }>> = {
  default: { heading: '', button: 'service-button' },
  govuk: { heading: 'govuk-heading-l', button: 'govuk-button' },
  nhsuk: { heading: 'nhsuk-heading-l', button: 'nhsuk-button' },
  uswds: { heading: 'font-heading-xl', button: 'usa-button' },
  bootstrap: { heading: 'h2', button: 'btn btn-primary' },
};

/** The system's sheet applies to this story alone: it goes with the page. */
function styled({ appearance }: LookPage) {
  const sheet = document.createElement('style');
  sheet.textContent = sheets[appearance];
  const { heading, button } = ownClasses[appearance];
  return html`${sheet}
    <main class="service-page" lang="en-GB">
      <h1 class=${heading}>Apply for a parking permit</h1>
      <form @submit=${(event: SubmitEvent) => event.preventDefault()}>
        <citizen-id-form appearance=${appearance}></citizen-id-form>
        <button class=${button}>Continue</button>
      </form>
    </main>`;
}

const meta: Meta<LookPage> = {
  title: 'Citizen ID form/Looks',
  component: 'citizen-id-form',
  argTypes: { appearance: { control: 'select', options: Object.keys(sheets), description: 'Attribute `appearance`' } },
  render: styled,
};
export default meta;

type Story = StoryObj<LookPage>;

/** Has its system's classes on the very inputs, and says what is wrong in its system's way. */
function inLook(appearance: LookWithSheet, classes: { readonly input: string; readonly error: string }): Story {
  return {
    args: { appearance },
    play: async ({ canvasElement }) => {
      const element = await drawn(canvasElement);
      await expect(inputOf(element, 'name.given')).toHaveClass(classes.input);
      await userEvent.click(the(canvasElement, 'form > button'));
      await expect(element.querySelectorAll(`.${classes.error}`).length).toBeGreaterThan(2);
    },
  };
}

/** Our own, with the page's fonts and colours. */
export const Default: Story = inLook('default', { input: 'cif-input', error: 'cif-error' });

/** GOV.UK Design System, without the crown and the typeface: only services on GOV.UK may use those. */
export const GovUk: Story = inLook('govuk', { input: 'govuk-input', error: 'govuk-error-message' });

/** NHS digital service manual, without the NHS identity: only NHS organisations may use that. */
export const Nhs: Story = inLook('nhsuk', { input: 'nhsuk-input', error: 'nhsuk-error-message' });

/** U.S. Web Design System. */
export const Uswds: Story = inLook('uswds', { input: 'usa-input', error: 'usa-error-message' });

/** Bootstrap, in its own colours. */
export const Bootstrap: Story = inLook('bootstrap', { input: 'form-control', error: 'invalid-feedback' });
