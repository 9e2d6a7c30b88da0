/** What a page settles once: `<citizen-id-settings>` around two elements of one form, kept apart by their names. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { createMemoryIndex } from '../src/adapters/memory.ts';
import '../src/define.ts';
import { answer, drawn, pressContinue, submitted } from './driving.ts';
import { rightAnswers } from './examples.ts';

const meta: Meta = {
  title: 'Citizen ID form/Settings for a page',
  component: 'citizen-id-settings',
};
export default meta;

/** An applicant and a partner: one index and one service for both. */
export const TwoPeople: StoryObj = {
  render: () => html`
    <main class="service-page" lang="en-GB">
      <h1>Apply for a joint permit</h1>
      <citizen-id-settings service="parking-permit" .index=${createMemoryIndex()}>
        <form
          @submit=${(event: SubmitEvent) => {
            event.preventDefault();
            const form = event.currentTarget;
            const place = form instanceof HTMLFormElement ? form.querySelector<HTMLElement>('.service-submission') : null;
            if (!(form instanceof HTMLFormElement) || !place) return;
            place.textContent = [...new FormData(form).keys()].map((name) => `${name}=`).join('\n');
            place.hidden = false;
          }}
        >
          <h2>You</h2>
          <citizen-id-form name="applicant" fields="name date-of-birth email-address" required-fields="name"></citizen-id-form>
          <h2>Your partner</h2>
          <citizen-id-form name="partner" fields="name date-of-birth email-address" required-fields="name"></citizen-id-form>
          <button class="service-button">Continue</button>
          <pre class="service-submission" aria-label="Submitted" tabindex="0" hidden></pre>
        </form>
      </citizen-id-settings>
    </main>
  `,
  play: async ({ canvasElement }) => {
    const name = { 'name.given': rightAnswers['name.given'] ?? '', 'name.family': rightAnswers['name.family'] ?? '' };
    await answer(await drawn(canvasElement, '[name=applicant]'), name);
    await answer(await drawn(canvasElement, '[name=partner]'), { ...name, 'name.given': 'Sam' });
    await pressContinue(canvasElement);
    const entries = await submitted(canvasElement);
    await expect([...entries.keys()]).toEqual(expect.arrayContaining(['applicant', 'partner', 'partner.name.given']));
  },
};
