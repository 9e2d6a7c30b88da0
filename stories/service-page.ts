/**
 * The page that the stories stand in: a council service with one question page, as plain as can be. Stays where it is on
 * submit and shows what its backend would get. Not a story.
 */
import { html, nothing, type TemplateResult } from 'lit';
import '../src/define.ts';
import type { CustomerIndex } from '../src/protocol/customer-index.ts';
import type { Identity } from '../src/standard/identity.ts';
import type { Messages } from '../src/standard/messages.ts';
import type { Purposes } from '../src/standard/profiles/profile.ts';

export interface ServicePage {
  readonly heading: string;
  readonly lang: string;
  readonly fields?: string;
  readonly requiredFields?: string;
  readonly profile?: string;
  readonly nameParts?: string;
  readonly addressAbroad?: boolean;
  readonly purposes?: Purposes;
  readonly index?: CustomerIndex;
  readonly initialIdentity?: Identity;
  readonly messages?: Messages;
}

/** A heading, the element with the service's privacy notice in it, a button, and a place for what was submitted. */
export function servicePage(page: ServicePage): TemplateResult {
  return html`
    <main class="service-page" lang=${page.lang}>
      <h1>${page.heading}</h1>
      <form @submit=${showSubmission}>
        <citizen-id-form
          service="parking-permit"
          fields=${page.fields ?? 'name date-of-birth postal-address email-address telephone-number'}
          required-fields=${page.requiredFields ?? 'name date-of-birth postal-address'}
          profile=${page.profile ?? 'gb'}
          name-parts=${page.nameParts ?? nothing}
          ?address-abroad=${page.addressAbroad ?? false}
          .purposes=${page.purposes}
          .index=${page.index}
          .initialIdentity=${page.initialIdentity}
          .messages=${page.messages}
          @citizen-id-resolved=${showCustomer}
        >
          <p data-citizen-id="privacy">We use these answers to find or start your record. They are kept for this service only.</p>
        </citizen-id-form>
        <button class="service-button">Continue</button>
      </form>
      <p class="service-customer" role="status"></p>
      <pre class="service-submission" aria-label="Submitted" tabindex="0" hidden></pre>
    </main>
  `;
}

function showSubmission(event: SubmitEvent): void {
  event.preventDefault();
  const form = event.currentTarget;
  if (!(form instanceof HTMLFormElement)) return;
  const lines = [...new FormData(form, event.submitter)].flatMap(([name, value]) =>
    typeof value === 'string' ? [`${name}=${value}`] : [],
  );
  const place = form.closest('main')?.querySelector<HTMLElement>('.service-submission');
  if (!place) return;
  place.textContent = lines.join('\n');
  place.hidden = false;
}

function showCustomer(event: HTMLElementEventMap['citizen-id-resolved']): void {
  const { customerId, grade } = event.detail.resolution;
  const place = event.target instanceof Element ? event.target.closest('main')?.querySelector('.service-customer') : undefined;
  if (place && customerId) place.textContent = `Customer ${customerId}, ${grade ?? 'ungraded'}`;
}
