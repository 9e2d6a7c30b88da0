/** Places it must live in: another component's shadow root, an iframe, a dialog, a host that moves it; and pages that are enlarged, spaced out or turned round. */
import { expect as axeExpect, fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { page as screen } from 'vitest/browser';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { errorsOf, answers, click, createFakeIndex, inputOf, openPage, press, settled, the, until, type Page } from './page.ts';

function write(element: CitizenIdForm, entries: Readonly<Record<string, string>> = answers): void {
  for (const [entry, value] of Object.entries(entries)) {
    const input = inputOf(element, entry);
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** What a form submits, each time that it does. */
function submissionsOf(form: HTMLFormElement): string[][] {
  const submissions: string[][] = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submissions.push([...new FormData(form).keys()]);
  });
  return submissions;
}

describe('The form in another place', () => {
  it('works, and has its look, inside another component’s shadow root', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<form><citizen-id-form></citizen-id-form><button>Continue</button></form>';
    const element = the<CitizenIdForm>(root, 'citizen-id-form');
    element.index = createFakeIndex();
    await settled(element);
    const submissions = submissionsOf(the<HTMLFormElement>(root, 'form'));
    expect(getComputedStyle(inputOf(element, 'name.given')).borderTopLeftRadius).toBe('6px');
    the(root, 'button').click();
    await until('the summary', () => element.querySelector('.cif-summary') !== null);
    expect(root.activeElement).toBe(element.querySelector('.cif-summary'));
    the<HTMLAnchorElement>(element, '.cif-summary-link').click();
    expect(root.activeElement).toBe(inputOf(element, 'name.given'));
    write(element);
    the(root, 'button').click();
    await until('the submission', () => submissions.length === 1);
    expect(submissions[0]).toContain('customer.name.given');
  });

  it('works in a dialog that is opened late, and keeps what was typed when it is closed and opened again', async () => {
    const dialog = await fixture<HTMLDialogElement>(
      html`<dialog>
        <form>
          <citizen-id-form></citizen-id-form>
          <button>Continue</button>
        </form>
      </dialog>`,
    );
    const element = the<CitizenIdForm>(dialog, 'citizen-id-form');
    element.index = createFakeIndex();
    await settled(element);
    dialog.showModal();
    element.focus();
    expect(document.activeElement).toBe(inputOf(element, 'name.given'));
    write(element, { 'name.given': 'Ada' });
    dialog.close();
    dialog.showModal();
    expect(inputOf(element, 'name.given').value).toBe('Ada');
    const submissions = submissionsOf(the<HTMLFormElement>(dialog, 'form'));
    the(dialog, 'button').click();
    await until('what is missing', () => errorsOf(element)['name.family'] === 'name/family-missing');
    write(element);
    the(dialog, 'button').click();
    await until('the submission', () => submissions.length === 1);
    dialog.close();
  });

  it('takes what was typed and its place in a form along when it is moved', async () => {
    const page = await openPage();
    const other = await fixture<HTMLFormElement>(html`<form id="other"><button>Send</button></form>`);
    write(page.element);
    page.element.reportValidity();
    const input = inputOf(page.element, 'name.given');
    other.prepend(page.element);
    await settled(page.element);
    expect([page.element.form, inputOf(page.element, 'name.given'), input.value]).toEqual([other, input, 'Ada']);
    const submissions = submissionsOf(other);
    the(other, 'button').click();
    await until('the submission', () => submissions.length === 1);
    expect([...new FormData(page.form).keys()].filter((name) => name.startsWith('customer'))).toEqual([]);
  });

  it('works where it is moved into the document of an iframe, with its look', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="A page within" width="600" height="900"></iframe>`);
    const inside = frame.contentDocument;
    if (!inside) throw new Error('the frame has no document');
    const form = inside.body.appendChild(inside.createElement('form'));
    const element = document.createElement('citizen-id-form');
    element.index = createFakeIndex();
    form.append(element);
    await settled(element);
    expect(inside.defaultView?.getComputedStyle(inputOf(element, 'name.given')).borderTopLeftRadius).toBe('6px');
    const submissions = submissionsOf(form);
    write(element);
    form.requestSubmit();
    await until('the submission', () => submissions.length === 1);
  });
});

describe('The form on a page that is shown otherwise', () => {
  const whole = { 'acting-for': '', 'clear-button': '', 'address-finder': '/addresses' };

  async function openWhole(attributes: Readonly<Record<string, string>>) {
    const page = await openPage({ attributes: { ...whole, ...attributes } });
    await until(
      'all its parts',
      () => page.element.querySelector('.cif-clear button') !== null && page.element.helper !== undefined,
    );
    await settled(page.element);
    return page;
  }

  it.each([
    ['at 320 pixels, which is 1280 at 400 %', ''],
    [
      'at 320 pixels with the text spacing of WCAG 1.4.12',
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}',
    ],
    ['at 320 pixels with text twice as large', ':root{font-size:200%}'],
  ])('needs no scrolling sideways, with somebody helping and every error on show, %s', async (_how, rules) => {
    await screen.viewport(320, 800);
    const page = await openWhole({});
    page.form.insertAdjacentHTML('afterbegin', `<style>${rules}</style>`);
    await click(the(page.element, '[name="customer.actingFor"][value=someone-else]'));
    await until('the helper', () => the(page.element, 'citizen-id-form').checkVisibility());
    await press(page.form, 'Continue');
    await until('the summary', () => page.element.querySelector('.cif-summary') !== null);
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await screen.viewport(1280, 800);
  });

  it.each([
    ['at rest', () => undefined],
    ['with somebody helping and every error on show', ({ element }: Page) => element.reportValidity()],
  ])('has no fault that axe knows of, with all its parts, %s', async (_how, act) => {
    const page = await openWhole({});
    the<HTMLInputElement>(page.element, '[name="customer.actingFor"][value=someone-else]').click();
    await until('the helper', () => the(page.element, 'citizen-id-form').checkVisibility());
    act(page);
    await axeExpect(page.element).to.be.accessible();
  });

  it('has no fault that axe knows of in steps, at the first, at one that is wrong, and at the answers', async () => {
    const page = await openPage({ attributes: { layout: 'steps', 'step-history': 'none', fields: 'name date-of-birth' } });
    const at = () => the(page.element, '.cif-form').dataset['step'];
    await until('the first step', () => page.element.querySelector('.cif-foot button') !== null);
    await axeExpect(page.element).to.be.accessible();
    the(page.element, '.cif-foot button').click();
    await until('the summary', () => page.element.querySelector('.cif-summary') !== null);
    await axeExpect(page.element).to.be.accessible();
    write(page.element, {
      'name.given': 'Ada',
      'name.family': 'Quill',
      'dateOfBirth.day': '27',
      'dateOfBirth.month': '3',
      'dateOfBirth.year': '1985',
    });
    for (const step of ['date-of-birth', 'check']) {
      the(page.element, '.cif-foot button').click();
      await until(step, () => at() === step);
    }
    await axeExpect(page.element).to.be.accessible();
  });
});
