/**
 * Offers the domain that was probably meant, once somebody has left an e-mail address whose domain looks like a slip. What is typed is
 * never changed but by the button beside the offer; who goes on has refused it. Fetched late.
 *
 * Nothing of it leaves the page: no event, no attribute, no storage.
 */
import { html, nothing, render } from 'lit/html.js';
import { suggestProvider } from '../standard/email-providers.ts';
import { parseEmailAddress, replaceDomain } from '../standard/fields/email-address.ts';
import { text, type Messages } from '../standard/messages.ts';
import { tidy } from '../standard/text.ts';
import { furtherWords } from './further-words.ts';
import { adoptLateLook } from './late-look.ts';
import type { StyledHost } from './style-controller.ts';
import { writeAnswer } from './write-answer.ts';

export interface OfferingHost extends HTMLElement, Pick<StyledHost, 'appearance' | 'css'> {
  readonly elementName: string;
  readonly readonly: boolean;
  readonly words: Messages;
}

/** The place of the offer: a live region has to be there before something is said in it. */
const placeClass = 'cif-offer';

const listening = new WeakSet<OfferingHost>();

/** From now on, for this element; once, however often it is called. */
export function offerEmailProviders(host: OfferingHost): void {
  if (listening.has(host)) return;
  listening.add(host);
  const inputAt = ({ target }: Event): HTMLInputElement | undefined =>
    target instanceof HTMLInputElement && target.name === `${host.elementName}.emailAddress` ? target : undefined;
  host.addEventListener('focusin', (event) => makePlace(inputAt(event)));
  host.addEventListener('input', (event) => withdraw(inputAt(event)));
  host.addEventListener('focusout', (event) => void offer(host, inputAt(event)));
  const { activeElement } = host.ownerDocument;
  // The focus that had this fetched may be in the address already.
  if (activeElement instanceof HTMLInputElement && activeElement.name === `${host.elementName}.emailAddress`)
    makePlace(activeElement);
}

/** The address that was probably meant; `undefined` where nothing looks wrong, or the address is wrong in another way. */
export function suggestAddress(typed: string): string | undefined {
  const parsed = parseEmailAddress(typed, { suggestProvider });
  const [warning] = parsed.ok ? parsed.warnings : [];
  const suggestion = warning?.params?.['suggestion'];
  return suggestion === undefined ? undefined : replaceDomain(tidy(typed), String(suggestion));
}

function makePlace(input: HTMLInputElement | undefined): HTMLElement | undefined {
  if (!input) return undefined;
  const existing = input.parentElement?.querySelector<HTMLElement>(`.${placeClass}`);
  if (existing) return existing;
  const place = input.ownerDocument.createElement('div');
  place.className = placeClass;
  place.setAttribute('role', 'status');
  input.after(place);
  return place;
}

function withdraw(input: HTMLInputElement | undefined): void {
  const place = input?.parentElement?.querySelector<HTMLElement>(`.${placeClass}`);
  if (place) render(nothing, place);
}

/** Once no pointer is down. What is moved under one loses its click: the offer moves the very button that the address was left for. */
function pointerUp(page: Document): Promise<void> {
  return new Promise((resolve) => {
    if (!page.querySelector(':active')) resolve();
    else page.addEventListener('mouseup', () => setTimeout(resolve), { capture: true, once: true });
  });
}

async function offer(host: OfferingHost, input: HTMLInputElement | undefined): Promise<void> {
  const typed = input?.value ?? '';
  const address = suggestAddress(typed);
  const place = makePlace(input);
  if (!input || !place || address === undefined || host.readonly) return;
  await pointerUp(input.ownerDocument);
  const words = await furtherWords(host.words);
  if (!words || input.value !== typed) return;
  const take = () => {
    writeAnswer(input, address);
    withdraw(input);
  };
  adoptLateLook(host);
  render(
    html`<span class="cif-offer-words">${text(words, 'form/email-suggestion', { address })}</span>
      <button class="cif-button cif-button-secondary" type="button" @click=${take}>
        ${text(words, 'form/email-take-suggestion', { address })}
      </button>`,
    place,
  );
}
