/** A likely slip in an e-mail address: offered, said once, and never taken but by the button. */
import { describe, expect, it } from 'vitest';
import { suggestAddress } from '../../src/form/offer-email-provider.ts';
import { pressDown } from './held-mouse.ts';
import {
  answers,
  click,
  fill,
  hasRealInput,
  inputOf,
  leave,
  openPage,
  pause,
  settled,
  the,
  type,
  until,
  type Page,
} from './page.ts';

async function leaveAddress(page: Page, typed: string): Promise<HTMLElement> {
  const input = inputOf(page.element, 'emailAddress');
  input.focus();
  await until('the place of the offer', () => page.element.querySelector('.cif-offer') !== null);
  await type(typed);
  await leave(input);
  return the(page.element, '.cif-offer');
}

const isOffered = (place: HTMLElement) => place.querySelector('button') !== null;

describe('An address that was probably meant', () => {
  it.each([
    ['ada@gmial.com', 'ada@gmail.com'], // Two letters swapped.
    [' Ada.Quill+bins@hotmial.co.uk ', 'Ada.Quill+bins@hotmail.co.uk'], // The local part stays as it was typed.
    ['ada@gmail.co.uk', 'ada@gmail.com'], // A provider with one domain only.
    ['ada@gmail.com', undefined], // Nothing looks wrong.
    ['ada@gmial', undefined], // Wrong in another way: an error's business.
    ['gmial.com', undefined], // No address at all.
    ['', undefined],
  ])('of %j is %j', (typed, suggestion) => {
    expect(suggestAddress(typed)).toBe(suggestion);
  });
});

describe('The offer', () => {
  it('comes once the address is left, in a live region that was there before, and changes nothing by itself', async () => {
    const page = await openPage();
    const place = await leaveAddress(page, 'ada@gmial.com');
    await until('the offer', () => isOffered(place));
    expect(place.getAttribute('role')).toBe('status');
    expect(place.textContent).toContain('ada@gmail.com');
    expect(inputOf(page.element, 'emailAddress').value).toBe('ada@gmial.com');
    expect(page.element.querySelectorAll('.cif-error').length).toBe(0);
  });

  it('is taken by its button, which leads back to the address and can be undone', async () => {
    const page = await openPage();
    const place = await leaveAddress(page, 'ada@gmial.com');
    await until('the offer', () => isOffered(place));
    await click(the(place, 'button'));
    const input = inputOf(page.element, 'emailAddress');
    expect(input.value).toBe('ada@gmail.com');
    expect(document.activeElement).toBe(input);
    expect(isOffered(place)).toBe(false);
    document.execCommand('undo');
    expect(input.value).toBe('ada@gmial.com');
  });

  it('goes when the address is edited, and is not made of an address that is right', async () => {
    const page = await openPage();
    const place = await leaveAddress(page, 'ada@gmial.com');
    await until('the offer', () => isOffered(place));
    await fill(page.element, { emailAddress: 'ada@gmail.com' });
    expect(isOffered(place)).toBe(false);
    await leave(inputOf(page.element, 'emailAddress'));
    await pause(50);
    expect(isOffered(place)).toBe(false);
  });

  it.runIf(hasRealInput)('waits for a mouse that is down: it would move the button that is being pressed', async () => {
    const page = await openPage({ attributes: { resolve: 'never' }, answers });
    const place = await leaveAddress(page, 'ada@gmial.com');
    await until('the offer', () => isOffered(place));
    await fill(page.element, { emailAddress: 'ada@hotmial.co.uk' });
    const release = await pressDown(the(page.form, 'button[value=continue]'));
    await until('the address to be left', () => !page.element.matches(':focus-within'));
    await pause(100);
    expect(isOffered(place)).toBe(false);
    await release();
    await until('the submission', () => page.submissions.length === 1);
    await until('the offer', () => isOffered(place));
  });

  it('speaks the language of the page', async () => {
    const page = await openPage({ attributes: { lang: 'cy' } });
    await settled(page.element);
    const place = await leaveAddress(page, 'ada@gmial.com');
    await until('the offer', () => isOffered(place));
    expect(the(place, 'button').textContent.trim()).toBe('Defnyddio ada@gmail.com');
  });

  it('is not made where nothing can be changed', async () => {
    const page = await openPage({ attributes: { readonly: '' }, answers: {} });
    page.element.initialIdentity = { emailAddress: 'ada@gmial.com' };
    await settled(page.element);
    const input = inputOf(page.element, 'emailAddress');
    input.focus();
    await until('the place of the offer', () => page.element.querySelector('.cif-offer') !== null);
    await leave(input);
    await pause(50);
    expect(isOffered(the(page.element, '.cif-offer'))).toBe(false);
  });
});
