/** Pages whose scripts rewrite them under the element, with the real Turbo, htmx and idiomorph: what the resident typed stays. */
import * as Turbo from '@hotwired/turbo';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import htmx from 'htmx.org';
import { Idiomorph } from 'idiomorph';
import { renderFallback } from '../../src/form/fallback.ts';
import { enGB } from '../../src/standard/messages/en-GB.ts';
import { gb } from '../../src/standard/profiles/gb.ts';
import { answers, errorsOf, fill, inputOf, openPage, pause, press, settled, the, until, type Page } from './page.ts';

beforeAll(() => {
  // Links and forms of the page are not what is tested.
  Turbo.session.drive = false;
});

/** Of htmx 2, whose types lack it. */
const { swap } = htmx as unknown as {
  readonly swap: (target: Element, html: string, how: { readonly swapStyle: string }) => void;
};

const fallback = renderFallback({ profile: gb, messages: enGB });
const tag = (inside: string) => `<citizen-id-form id="who" name="customer">${inside}</citizen-id-form>`;

const typed = { 'name.given': 'Ada', 'dateOfBirth.month': 'March', emailAddress: 'ada@example.org' };

async function openTyped(inside: string): Promise<Page> {
  const page = await openPage({ attributes: { id: 'who' }, inside });
  await fill(page.element, typed);
  const input = inputOf(page.element, 'name.given');
  input.focus();
  input.setSelectionRange(1, 2);
  input.dispatchEvent(new KeyboardEvent('keyup', { key: 'ArrowLeft', bubbles: true }));
  return page;
}

async function expectNothingLost(page: Page): Promise<void> {
  const { element } = page;
  await until('the questions', () => element.querySelector('[name="customer.name.given"]') !== null);
  const valueOf = (entry: string) => element.querySelector<HTMLInputElement>(`[name="customer.${entry}"]`)?.value;
  await until('what was typed', () => Object.entries(typed).every(([entry, value]) => valueOf(entry) === value));
  await until('the focus', () => document.activeElement?.id === 'customer.name.given');
  const input = inputOf(element, 'name.given');
  expect([input.selectionStart, input.selectionEnd]).toEqual([1, 2]);
  expect(element.querySelectorAll('.cif-form').length).toBe(1);
  await fill(element, { ...answers, 'name.family': '' });
  await press(page.form, 'Continue');
  await until('what is wrong', () => errorsOf(element)['name.family'] === 'name/family-missing');
  await fill(element, { 'name.family': 'Quill' });
  await press(page.form, 'Continue');
  await until('the submission', () => page.submissions.length === 1);
  expect(page.submissions[0]?.entries).toContainEqual(['customer.name.given', 'Ada']);
}

const writers: readonly (readonly [string, (page: Page, html: string) => void])[] = [
  ['Turbo morphs the element', ({ element }, html) => Turbo.morphElements(element, html)],
  [
    'a stream of Turbo’s morphs it',
    (_page, html) =>
      Turbo.renderStreamMessage(
        `<turbo-stream action="replace" method="morph" target="who"><template>${html}</template></turbo-stream>`,
      ),
  ],
  [
    'idiomorph, as htmx uses it, morphs the element',
    ({ element }, html) => Idiomorph.morph(element, html, { morphStyle: 'outerHTML' }),
  ],
  ['htmx swaps what is inside', ({ element }, html) => swap(element, inner(html), { swapStyle: 'innerHTML' })],
  ['a script empties it', ({ element }) => element.replaceChildren()],
  ['a script writes the server’s page over it', ({ element }, html) => (element.innerHTML = inner(html))],
];

const inner = (html: string): string => /^<[^>]*>(.*)<\/[^>]*>$/s.exec(html)?.[1] ?? '';

describe.each([
  ['drawn here, and empty in the server’s page', ''],
  ['taken over from the server’s page', fallback],
])('Questions %s', (_how, inside) => {
  it.each(writers)('stay with all that was typed where %s', async (_what, write) => {
    const page = await openTyped(inside);
    await pause(20);
    write(page, tag(inside));
    await expectNothingLost(page);
  });
});

describe('An element whose page is rewritten', () => {
  it('has its questions again though nobody has typed yet', async () => {
    const { element } = await openPage();
    await settled(element);
    element.replaceChildren();
    await until('the questions', () => element.querySelector('[name="customer.name.given"]') !== null);
  });

  it('does not put back what was cleared', async () => {
    const page = await openPage({ attributes: { 'clear-button': '' } });
    await until('the button', () => page.element.querySelector('.cif-clear button') !== null);
    await fill(page.element, typed);
    the(page.element, '.cif-clear button').click();
    page.element.replaceChildren();
    await until('the questions', () => page.element.querySelector('[name="customer.name.given"]') !== null);
    expect(inputOf(page.element, 'name.given').value).toBe('');
  });

  it('takes the new attributes of a morph', async () => {
    const page = await openTyped('');
    Turbo.morphElements(page.element, '<citizen-id-form id="who" lang="cy"></citizen-id-form>');
    await until('Welsh', () => the(page.element, 'legend').textContent === 'Eich enw');
    expect(inputOf(page.element, 'name.given').value).toBe('Ada');
  });

  it('gives in to a script that never stops, and tells the developer', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { element } = await openPage();
    // What counts is how often in a second; a busy machine draws nothing as often.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    const stubborn = new MutationObserver(() => element.replaceChildren());
    stubborn.observe(element, { childList: true });
    element.replaceChildren();
    await until('the warning', () => warn.mock.calls.some(([words]) => String(words).includes('all the time')));
    stubborn.disconnect();
    clock.mockRestore();
    warn.mockRestore();
  });
});
