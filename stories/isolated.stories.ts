/** The form in a shadow root, on a page whose style sheet would spoil it. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { createMemoryIndex } from '../src/adapters/memory.ts';
import type { CitizenIdIsolated } from '../src/form/citizen-id-isolated.ts';
import '../src/isolated.ts';
import { inputOf, the } from './driving.ts';

/** What some content systems say of every input. */
const hostile = '.hostile input { border: 0 !important; background: none !important; font-size: 9px !important }';

const meta: Meta = {
  title: 'Citizen ID form/In a shadow root',
  component: 'citizen-id-isolated',
  parameters: { controls: { disable: true } },
  render: () => html`
    <main class="service-page hostile" lang="en-GB">
      <h1>Apply for a parking permit</h1>
      <form @submit=${(event: Event) => event.preventDefault()}>
        <citizen-id-isolated service="parking-permit" .index=${createMemoryIndex()}></citizen-id-isolated>
        <button class="service-button">Continue</button>
      </form>
    </main>
  `,
};
export default meta;

type Story = StoryObj;

/** Its inputs have their edges, and what is typed is submitted with the form around it. */
export const OnAHostilePage: Story = {
  beforeEach: () => {
    const sheet = document.createElement('style');
    sheet.textContent = hostile;
    document.head.append(sheet);
    return () => sheet.remove();
  },
  play: async ({ canvasElement }) => {
    const element = the<CitizenIdIsolated>(canvasElement, 'citizen-id-isolated');
    await waitFor(() => expect(element.inner.querySelector('.cif-form')).not.toBeNull(), { timeout: 15_000 });
    const input = inputOf(element.inner, 'name.given');
    await expect(getComputedStyle(input).borderTopWidth).toBe('1px');
    input.value = 'Ada';
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    const entries = new FormData(the<HTMLFormElement>(canvasElement, 'form'));
    await expect(entries.get('customer.name.given')).toBe('Ada');
  },
};
