/** The explanation that staff see: why two records are, or are not, one person's. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import '../src/explanation.ts';
import { explain, builtInModel } from '../src/matching/index.ts';
import type { Identity } from '../src/standard/identity.ts';

interface TwoIdentities {
  readonly one: Identity;
  readonly other: Identity;
}

const ada: Identity = {
  name: { given: 'Ada', family: 'Example' },
  dateOfBirth: { year: 1985, month: 3, day: 12 },
  postalAddress: { kind: 'written', line1: '1 Example Street', town: 'Leeds', postcode: 'LS1 4AP', country: 'GB' },
  telephoneNumber: { typed: '07700 900123', e164: '+447700900123' },
};

const meta: Meta<TwoIdentities> = {
  title: 'For staff/Explanation of a match',
  component: 'citizen-id-explanation',
  render: ({ one, other }) => {
    const { evidence, priorBits } = explain(builtInModel, one, other);
    return html`<main class="service-page" lang="en-GB">
      <h1>Why these two records</h1>
      <citizen-id-explanation .evidence=${evidence} .priorBits=${priorBits}></citizen-id-explanation>
    </main>`;
  },
};
export default meta;

type Story = StoryObj<TwoIdentities>;

const figureOf = (canvas: HTMLElement): string =>
  canvas.querySelector('citizen-id-explanation')?.shadowRoot?.querySelector('tfoot .figure')?.textContent ?? '';

/** Somebody who moved, and whose day and month of birth were written the other way round. */
export const MovedAndMistyped: Story = {
  args: {
    one: ada,
    other: {
      ...ada,
      dateOfBirth: { year: 1985, month: 12, day: 3 },
      postalAddress: { kind: 'written', line1: '22 Sample Road', town: 'York', postcode: 'YO1 7HH', country: 'GB' },
    },
  },
  play: async ({ canvasElement }) => {
    await expect(figureOf(canvasElement)).toMatch(/^[+−]\d+\.\d$/);
  },
};

/** A parent and a child at one address: much agrees, and it is not the same person. */
export const ParentAndChild: Story = {
  args: {
    one: ada,
    other: { ...ada, name: { given: 'Beatrice', family: 'Example' }, dateOfBirth: { year: 2012, month: 8, day: 30 } },
  },
  play: async ({ canvasElement }) => {
    await expect(figureOf(canvasElement)).toMatch(/^−/);
  },
};
