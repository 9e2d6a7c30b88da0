/** Whose look the form takes on: the same questions, in a page that has that design system's style sheet. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import bootstrapSheet from 'bootstrap/dist/css/bootstrap.min.css?inline';
import govukSheet from 'govuk-frontend/dist/govuk/govuk-frontend.min.css?inline';
import { html } from 'lit';
import nhsukSheet from 'nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css?inline';
import '../src/define.ts';
import uswdsSheet from '../node_modules/@uswds/uswds/dist/css/uswds.min.css?inline';
import { drawn, inputOf } from './driving.ts';

const sheets = { default: '', govuk: govukSheet, nhsuk: nhsukSheet, uswds: uswdsSheet, bootstrap: bootstrapSheet } as const;

interface LookPage {
  readonly appearance: keyof typeof sheets;
}

/** The system's sheet applies to this story alone. Without its fonts: they are not ours to show. */
function styled({ appearance }: LookPage) {
  const rules = sheets[appearance].replace(/@import[^;]*;|@font-face\s*\{[^}]*\}/g, '');
  const sheet = document.createElement('style');
  sheet.textContent = rules;
  return html`${sheet}
    <main class="service-page" lang="en-GB">
      <h1>Apply for a parking permit</h1>
      <form><citizen-id-form appearance=${appearance}></citizen-id-form></form>
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

/** Has the classes of its system on the very inputs. */
function inLook(appearance: LookPage['appearance'], inputClass: string): Story {
  return {
    args: { appearance },
    play: async ({ canvasElement }) => {
      const element = await drawn(canvasElement);
      await expect(inputOf(element, 'name.given')).toHaveClass(inputClass);
    },
  };
}

/** Our own, with the page's fonts and colours. */
export const Default: Story = inLook('default', 'cif-input');

/** GOV.UK Design System. Only services on GOV.UK may use the crown and the typeface. */
export const GovUk: Story = inLook('govuk', 'govuk-input');

/** NHS digital service manual. Only NHS organisations may use the NHS identity. */
export const Nhs: Story = inLook('nhsuk', 'nhsuk-input');

/** U.S. Web Design System. */
export const Uswds: Story = inLook('uswds', 'usa-input');

/** Bootstrap, in its own colours. */
export const Bootstrap: Story = inLook('bootstrap', 'form-control');
