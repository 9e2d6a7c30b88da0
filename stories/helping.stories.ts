/** What helps a resident on the way: addresses by postcode, one thing at a time, a slip that is offered, one answer more. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { createMemoryIndex } from '../src/adapters/memory.ts';
import '../src/define.ts';
import type { AddressFinder, FoundAddress } from '../src/protocol/address-finder.ts';
import { answer, drawn, inputOf, pressContinue, the } from './driving.ts';
import { rightAnswers } from './examples.ts';

/** Made up: no such flats stand there. */
const addresses: readonly FoundAddress[] = [
  { line1: 'Flat 1', line2: '2 Example Street', town: 'Leeds', postcode: 'LS1 4AP', uprn: '1' },
  { line1: 'Flat 2', line2: '2 Example Street', town: 'Leeds', postcode: 'LS1 4AP', uprn: '2' },
  { line1: '3 Example Street', town: 'Leeds', postcode: 'LS1 4AP', uprn: '3' },
];

const addressFinder: AddressFinder = {
  findAddresses: async (postcode) => addresses.filter((address) => address.postcode === postcode),
};

/** Milliseconds: what is fetched late is bundled on the spot where stories are developed. */
const patience = { timeout: 15_000 };

interface Helped {
  readonly layout: 'page' | 'steps';
  readonly clearButton: boolean;
}

const meta: Meta<Helped> = {
  title: 'Citizen ID form/Helping',
  component: 'citizen-id-form',
  args: { layout: 'page', clearButton: false },
  argTypes: {
    layout: { control: 'select', options: ['page', 'steps'], description: 'Attribute `layout`' },
    clearButton: { description: 'Attribute `clear-button`' },
  },
  render: ({ layout, clearButton }) => html`
    <main class="service-page" lang="en-GB">
      <h1>Apply for a parking permit</h1>
      <form @submit=${(event: Event) => event.preventDefault()}>
        <citizen-id-form
          service="parking-permit"
          layout=${layout}
          step-history="none"
          ?clear-button=${clearButton}
          .index=${createMemoryIndex()}
          .addressFinder=${addressFinder}
        >
          <p data-citizen-id="why:date-of-birth">It tells you from others of your name.</p>
        </citizen-id-form>
        <button class="service-button" data-citizen-id="last">Continue</button>
      </form>
    </main>
  `,
};
export default meta;

type Story = StoryObj<Helped>;

/** A postcode, a list, and the boxes below, which can be written by hand all the time. Try LS1 4AP, or another. */
export const AddressByPostcode: Story = {
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await waitFor(() => expect(element.querySelector('.cif-finder button')).not.toBeNull(), patience);
    await userEvent.type(the(element, '.cif-finder input'), 'ls1 4ap{Enter}');
    await waitFor(() => expect(element.querySelector('.cif-finder select')).not.toBeNull(), patience);
    await userEvent.selectOptions(the(element, '.cif-finder select'), '2');
    await expect(inputOf(element, 'postalAddress.line1').value).toBe('3 Example Street');
  },
};

/** One thing at a time, and all answers to be checked before they are sent. */
export const Steps: Story = {
  args: { layout: 'steps', clearButton: true },
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await waitFor(() => expect(element.querySelector('.cif-foot button')).not.toBeNull(), patience);
    const steps = ['name', 'dateOfBirth', 'postalAddress', 'emailAddress', 'telephoneNumber'];
    for (const [place, step] of steps.entries()) {
      await answer(element, Object.fromEntries(Object.entries(rightAnswers).filter(([entry]) => entry.startsWith(step))));
      await userEvent.click(the(element, '.cif-foot button'));
      await waitFor(() => expect(the(element, '.cif-step')).toHaveTextContent(`Step ${place + 2} of 6`), patience);
    }
    await expect(element.querySelectorAll('.cif-answer').length).toBe(5);
    await expect(the(canvasElement, '.service-button')).toBeVisible();
  },
};

/** Somebody without an address who gave no contact is asked for one, once, and may go on without. */
export const OneMoreAnswer: Story = {
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    const { 'name.given': given = '', 'name.family': family = '' } = rightAnswers;
    await answer(element, { 'name.given': given, 'name.family': family });
    await answer(element, { 'dateOfBirth.day': '27', 'dateOfBirth.month': '3', 'dateOfBirth.year': '1985' });
    await userEvent.click(inputOf(element, 'postalAddress.kind'));
    await pressContinue(canvasElement);
    await waitFor(() => expect(the(element, '.cif-one-more h2')).toHaveFocus(), patience);
  },
};
