/** Staff fill the form in for a caller, and are shown who it may be, how sure that is, and why. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define.ts';
import type { Candidate, CustomerIndex } from '../src/protocol/customer-index.ts';
import { answer, drawn, the } from './driving.ts';
import { rightAnswers } from './examples.ts';

/** Made up, as are their scores. */
const candidates: readonly Candidate[] = [
  {
    customerId: 'GBX-1',
    grade: 'probable',
    probability: 0.97,
    summary: {
      name: { given: 'Ada', family: 'Quill' },
      dateOfBirth: { year: 1985, month: 3, day: 27 },
      postalAddress: { kind: 'written', line1: '1 Example Street', town: 'Leeds', postcode: 'LS1 4AP', country: 'GB' },
    },
    explanation: [
      { field: 'given', level: 'exact', bits: 8, againstStranger: 9, againstHousehold: 6 },
      { field: 'date-of-birth', level: 'exact', bits: 12, againstStranger: 13, againstHousehold: 11 },
    ],
  },
  {
    customerId: 'GBX-2',
    grade: 'possible',
    probability: 0.54,
    summary: { name: { given: 'A', family: 'Quill' } },
    explanation: [{ field: 'family', level: 'exact', bits: 9, againstStranger: 10, againstHousehold: 1 }],
  },
];

/** As a gateway of the host's answers, which adds credentials: an index finds candidates for nobody else. */
const gateway: CustomerIndex = {
  resolve: async () => ({ reference: 'reference-1', expiresAt: '2999-01-01T00:00:00.000Z' }),
  findCandidates: async () => [...candidates],
};

const meta: Meta = {
  title: 'Citizen ID form/Assisted mode',
  component: 'citizen-id-form',
  parameters: { controls: { disable: true } },
  render: () => html`
    <main class="service-page" lang="en-GB">
      <h1>New case</h1>
      <form @submit=${(event: Event) => event.preventDefault()}>
        <citizen-id-form service="contact-centre" mode="assisted" .index=${gateway}></citizen-id-form>
        <button class="service-button">Open the case</button>
      </form>
    </main>
  `,
};
export default meta;

type Story = StoryObj;

/** Milliseconds: what is fetched late is bundled on the spot where stories are developed. */
const patience = { timeout: 15_000 };

/** Looked up with what is right so far; the keyboard goes from the button to the customers, and says that it is none of them. */
export const NoneOfThese: Story = {
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await waitFor(() => expect(element.querySelector('.cif-candidates button')).not.toBeNull(), patience);
    await answer(element, rightAnswers);
    the(element, '.cif-candidates button').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(the(element, '[name="customer.candidate"]')).toHaveFocus(), patience);
    await userEvent.click(the(element, '.cif-candidates details summary'));
    await userEvent.click(the(element, '[name="customer.candidate"][value="none"]'));
    await expect(new FormData(the<HTMLFormElement>(canvasElement, 'form')).get('customer.candidate')).toBe('none');
  },
};
