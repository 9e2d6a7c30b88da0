/** What happens on Continue, with every kind of index: a good one, a slow one, one that is down, one that may tell who it is. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { createMemoryIndex } from '../src/adapters/memory.ts';
import type { CustomerIndex } from '../src/protocol/customer-index.ts';
import { AdapterError } from '../src/protocol/error.ts';
import { parseIdentity } from '../src/standard/identity.ts';
import { gb } from '../src/standard/profiles/gb.ts';
import { answer, drawn, pressContinue, submitted, the } from './driving.ts';
import { rightAnswers } from './examples.ts';
import { servicePage, type ServicePage } from './service-page.ts';

const meta: Meta<ServicePage> = {
  title: 'Citizen ID form/Resolving',
  component: 'citizen-id-form',
  args: { heading: 'Apply for a parking permit', lang: 'en-GB' },
  argTypes: { index: { control: false }, initialIdentity: { control: false }, messages: { control: false } },
  render: servicePage,
};
export default meta;

type Story = StoryObj<ServicePage>;

const parsed = parseIdentity(rightAnswers, gb, { today: { year: 2025, month: 6, day: 15 } });
const known = parsed.ok ? parsed.value : {};

/** An index that takes its time: the form says so, keeps every answer, and submits once. */
export const SlowIndex: Story = {
  args: { index: createMemoryIndex({ delay: 1_500 }) },
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await answer(element, rightAnswers);
    await pressContinue(canvasElement);
    await pressContinue(canvasElement);
    await waitFor(() => expect(the(element, '.cif-status')).toHaveTextContent('Checking your details'));
    await expect(the(element, '.cif-form')).toHaveAttribute('aria-busy', 'true');
    const entries = await submitted(canvasElement, 4_000);
    await expect(entries.get('customer')).toMatch(/^memory-/);
    await expect(entries.get('customer.name.given')).toBe('Ada');
  },
};

const deadIndex: CustomerIndex = {
  resolve: () => Promise.reject(new AdapterError('ADAPTER_UNREACHABLE', 'The index cannot be reached')),
};

/** An index that is down holds nobody up: the answers go to the service without a reference. */
export const DeadIndex: Story = {
  args: { index: deadIndex },
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await answer(element, rightAnswers);
    const deferred: string[] = [];
    element.addEventListener('citizen-id-deferred', ({ detail }) => deferred.push(detail.code), { once: true });
    await pressContinue(canvasElement);
    const entries = await submitted(canvasElement);
    await expect(entries.has('customer')).toBe(false);
    await expect(entries.get('customer.name.family')).toBe('Example');
    await expect(deferred).toEqual(['ADAPTER_UNREACHABLE']);
  },
};

/**
 * To those who may know, such as staff behind a sign-in, the index discloses the customer ID. Here one in memory, with real
 * matching, that holds this resident already under another spelling of the street.
 */
export const DisclosedId: Story = {
  args: {
    heading: 'New case for a caller',
    index: createMemoryIndex({
      customers: [
        {
          customerId: 'GBX-0000-EXAMPLE',
          records: [{ ...known, postalAddress: { ...known.postalAddress, kind: 'written', line1: '1 Example St' } }],
        },
      ],
    }),
  },
  play: async ({ canvasElement }) => {
    const element = await drawn(canvasElement);
    await answer(element, rightAnswers);
    await pressContinue(canvasElement);
    const entries = await submitted(canvasElement);
    await expect(element.resolution?.customerId).toBe('GBX-0000-EXAMPLE');
    await expect(the(canvasElement, '.service-customer')).toHaveTextContent('Customer GBX-0000-EXAMPLE');
    // A host never trusts an ID that came through a browser: what is submitted is the reference.
    await expect([...entries.values()]).not.toContain('GBX-0000-EXAMPLE');
  },
};
