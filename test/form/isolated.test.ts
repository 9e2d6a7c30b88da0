/** The form in a shadow root: as it looks without the page's rules, and submits as if its inputs were the page's. */
import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import '../../src/isolated.ts';
import type { CitizenIdIsolated } from '../../src/isolated.ts';
import { answers, createFakeIndex, inputOf, press, settled, the, until, type FakeIndex } from './page.ts';

interface IsolatedPage {
  readonly form: HTMLFormElement;
  readonly element: CitizenIdIsolated;
  readonly submissions: [string, string][][];
}

async function open(index: FakeIndex = createFakeIndex()): Promise<IsolatedPage> {
  const form = await fixture<HTMLFormElement>(html`
    <form>
      <style>
        input {
          all: unset !important;
        }
        * {
          color: rgb(255, 0, 0) !important;
          letter-spacing: 9px !important;
        }
      </style>
      <citizen-id-isolated name="who" fields="name date-of-birth postal-address email-address"></citizen-id-isolated>
      <button>Continue</button>
    </form>
  `);
  const element = the<CitizenIdIsolated>(form, 'citizen-id-isolated');
  element.inner.index = index;
  await settled(element.inner);
  const submissions: IsolatedPage['submissions'] = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submissions.push([...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
  });
  return { form, element, submissions };
}

function fillIn({ element }: IsolatedPage, entries: Readonly<Record<string, string>> = answers): void {
  for (const [entry, value] of Object.entries(entries)) {
    const input = inputOf(element.inner, entry);
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
}

describe('The isolated form', () => {
  it('is not touched by the rules of the page', async () => {
    const { element } = await open();
    const style = getComputedStyle(inputOf(element.inner, 'name.given'));
    expect([style.borderTopWidth, style.letterSpacing]).toEqual(['1px', 'normal']);
    expect(style.color).not.toBe('rgb(255, 0, 0)');
  });

  it('submits every entry once, with the reference, into the form outside', async () => {
    const page = await open();
    fillIn(page);
    await press(page.form, 'Continue');
    await until('the submission', () => page.submissions.length === 1);
    const names = page.submissions[0]?.map(([name]) => name) ?? [];
    expect(page.submissions[0]).toContainEqual(['who', 'reference-1']);
    expect(page.submissions[0]).toContainEqual(['who.name.given', 'Ada']);
    expect(new Set(names).size).toBe(names.length);
  });

  it('stops a submission while answers are wrong, and shows which', async () => {
    const page = await open();
    fillIn(page, { ...answers, 'name.family': '' });
    await press(page.form, 'Continue');
    await until('the summary', () => page.element.inner.querySelector('.cif-summary') !== null);
    expect(page.submissions).toEqual([]);
    expect(page.element.shadowRoot?.activeElement).toBe(page.element.inner.querySelector('.cif-summary'));
  });

  it('submits all the same while the index is down', async () => {
    const page = await open(createFakeIndex({ fails: true }));
    fillIn(page);
    await press(page.form, 'Continue');
    await until('the submission', () => page.submissions.length === 1);
    expect(page.submissions[0]).toContainEqual(['who.name.given', 'Ada']);
  });

  it('submits on Enter, is emptied with the form, and takes nothing in while it is disabled', async () => {
    const page = await open();
    fillIn(page);
    inputOf(page.element.inner, 'name.given').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
    );
    await until('the submission', () => page.submissions.length === 1);
    page.form.reset();
    expect(inputOf(page.element.inner, 'name.given').value).toBe('');
    page.element.setAttribute('disabled', '');
    await settled(page.element.inner);
    expect(inputOf(page.element.inner, 'name.given').disabled).toBe(true);
    expect([...new FormData(page.form).keys()]).toEqual([]);
  });
});
