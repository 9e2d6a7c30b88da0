/** Somebody fills the form in for another: both are asked, each apart from the other. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { createMemoryIndex } from '../src/adapters/memory.ts';
import '../src/define.ts';
import { answer, drawn, inputOf, pressContinue, the } from './driving.ts';
import { rightAnswers } from './examples.ts';

interface Acting {
  readonly helperFields: string;
}

const meta: Meta<Acting> = {
  title: 'Citizen ID form/Acting for somebody else',
  component: 'citizen-id-form',
  args: { helperFields: '' },
  argTypes: {
    helperFields: {
      description: 'Attribute `acting-for`: what the helper is asked; name, e-mail and telephone where it is empty',
    },
  },
  render: ({ helperFields }) => html`
    <main class="service-page" lang="en-GB">
      <h1>Apply for a parking permit</h1>
      <form @submit=${(event: Event) => event.preventDefault()}>
        <citizen-id-form service="parking-permit" acting-for=${helperFields} .index=${createMemoryIndex()}></citizen-id-form>
        <button class="service-button">Continue</button>
      </form>
    </main>
  `,
};
export default meta;

type Story = StoryObj<Acting>;

/** Milliseconds: what is fetched late is bundled on the spot where stories are developed. */
const patience = { timeout: 15_000 };

/** "Who is this for?" stands first; whoever asks for themselves goes on as ever. */
export const ForOneself: Story = {
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await waitFor(() => expect(element.helper).toBeDefined(), patience);
    await expect(the(element, 'citizen-id-form')).not.toBeVisible();
  },
};

/** The words speak of the other person, and the helper's own questions stand below, with what is wrong in the one summary. */
export const ForSomebodyElse: Story = {
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await waitFor(() => expect(element.helper).toBeDefined(), patience);
    await userEvent.click(the(element, '[name="customer.actingFor"][value="someone-else"]'));
    await waitFor(() => expect(the(element, '[data-field=name] > legend')).toHaveTextContent('Their name'), patience);
    await expect(the(element, 'citizen-id-form')).toBeVisible();
    await answer(element, rightAnswers);
    await pressContinue(canvasElement);
    await waitFor(() => expect(element.querySelectorAll('.cif-summary-link').length).toBe(1), patience);
    await userEvent.click(the(element, '.cif-summary-link'));
    await expect(inputOf(element, 'helper.name.given')).toHaveFocus();
  },
};
