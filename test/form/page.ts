/**
 * What the tests of the element share: an index that answers as told, a page with a form, and one complete set of answers.
 * Not a test.
 */
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import { afterEach } from 'vitest';
import { server, userEvent } from 'vitest/browser';
import '../../src/define.ts';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { AdapterError } from '../../src/protocol/error.ts';
import type { CustomerIndex } from '../../src/protocol/customer-index.ts';
import type { Resolution, ResolveRequest } from '../../src/protocol/resolution.ts';
import type { Entries } from '../../src/standard/identity.ts';
import { loadFurtherMessages } from '../../src/standard/messages/further/further-messages.ts';

// What the element fetches late, and waits for no longer than a resident does: a busy server of tests may take longer to give it out.
await Promise.all([
  import('../../src/form/rules.ts'),
  import('../../src/form/while-typing.ts'),
  import('../../src/standard/telephone-plans.ts'),
  loadFurtherMessages('en-GB'),
]);

afterEach(() => fixtureCleanup());

/** Complete and right, by entry. */
export const answers: Entries = {
  'name.given': 'Ada',
  'name.family': 'Quill',
  'dateOfBirth.day': '27',
  'dateOfBirth.month': '3',
  'dateOfBirth.year': '1985',
  'postalAddress.line1': '1 Example Street',
  'postalAddress.town': 'Leeds',
  'postalAddress.postcode': 'LS1 4AP',
};

export interface FakeIndex extends CustomerIndex {
  readonly requests: ResolveRequest[];
}

export interface FakeIndexOptions {
  /** Milliseconds before the answer. */
  readonly delay?: number;
  /** Answers once this has come, too. */
  readonly gate?: Promise<void>;
  readonly fails?: boolean;
  readonly resolution?: Partial<Resolution>;
}

/** Answers `reference-1`, `reference-2`, …; honours no signal, as the worst of indexes. */
export function createFakeIndex({ delay = 0, gate, fails = false, resolution = {} }: FakeIndexOptions = {}): FakeIndex {
  const requests: ResolveRequest[] = [];
  return {
    requests,
    async resolve(request) {
      requests.push(request);
      const reference = `reference-${requests.length}`;
      await new Promise((resolve) => setTimeout(resolve, delay));
      await gate;
      if (fails) throw new AdapterError('ADAPTER_UNREACHABLE', 'The index cannot be reached');
      return { reference, expiresAt: '2999-01-01T00:00:00.000Z', ...resolution };
    },
  };
}

export interface Page {
  readonly form: HTMLFormElement;
  readonly element: CitizenIdForm;
  readonly index: FakeIndex;
  /** What the host's own handler was given, once for each submission that reached it. */
  readonly submissions: { readonly entries: [string, string][]; readonly submitter: HTMLElement | null }[];
}

export interface PageOptions {
  /** Attributes of the tag. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What stands inside the tag at first. */
  readonly inside?: string;
  readonly index?: FakeIndex;
  readonly answers?: Entries;
}

/** A host's page: a form with the element, two buttons, one that saves without checks, and a handler that stays on the page. */
export async function openPage(options: PageOptions = {}): Promise<Page> {
  const { attributes = {}, inside = '', index = createFakeIndex() } = options;
  const form = await fixture<HTMLFormElement>(html`
    <form>
      <label>Permit <input name="permit" value="resident" /></label>
      <span data-here></span>
      <button name="action" value="continue">Continue</button>
      <button name="action" value="other">Continue elsewhere</button>
      <button name="action" value="save" formnovalidate>Save for later</button>
    </form>
  `);
  const submissions: Page['submissions'] = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const entries = [...new FormData(form, event.submitter)].map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : '',
    ]);
    submissions.push({ entries, submitter: event.submitter });
  });
  const words = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  form
    .querySelector('[data-here]')
    ?.insertAdjacentHTML('afterend', `<citizen-id-form ${words.join(' ')}>${inside}</citizen-id-form>`);
  const element = the<CitizenIdForm>(form, 'citizen-id-form');
  element.index = index;
  await settled(element);
  if (options.answers) await fill(element, options.answers);
  return { form, element, index, submissions };
}

/** When the element has drawn all it knows of. */
export async function settled(element: CitizenIdForm): Promise<void> {
  await element.updateComplete;
  await element.updateComplete;
}

/** The one element that matches; a test that finds none is wrong. */
export function the<T extends Element = HTMLElement>(within: ParentNode, selector: string): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** The input of an entry. */
export function inputOf(element: CitizenIdForm, entry: string): HTMLInputElement {
  return the<HTMLInputElement>(element, `[name="${element.name}.${entry}"]`);
}

/**
 * Playwright drives Firefox over WebDriver BiDi, which brings neither pointer nor keys into the frame that vitest tests in;
 * and our own WebKitGTK provider brings none at all.
 */
export const hasRealInput = server.browser === 'chromium';

/**
 * A real click where that can be had; else what one sets off. One that never arrives, because the page moved while the button of the
 * mouse was down, is made again as a resident would, and told of: a page that stands still must lose none.
 */
export async function click(target: HTMLElement): Promise<void> {
  if (!hasRealInput) return target.click();
  const places: number[] = [];
  let arrived = false;
  const notePlace = () => places.push(target.getBoundingClientRect().top);
  const noteArrival = (event: Event) => (arrived ||= event.composedPath().includes(target));
  const listen = (change: 'addEventListener' | 'removeEventListener') => {
    for (const kind of ['pointerdown', 'pointerup']) window[change](kind, notePlace, true);
    window[change]('click', noteArrival, true);
  };
  listen('addEventListener');
  await userEvent.click(target);
  listen('removeEventListener');
  if (arrived) return;
  console.warn(`A click was lost and is made again. Top of its target when the pointer went down and up: ${places.join(', ')}`);
  await userEvent.click(target);
}

/** Twice, as fast as can be. */
export async function doubleClick(target: HTMLElement): Promise<void> {
  if (hasRealInput) return userEvent.dblClick(target);
  target.click();
  target.click();
}

/** Key by key, into what has focus. */
export async function type(words: string): Promise<void> {
  if (hasRealInput) await userEvent.keyboard(words);
  else for (const letter of words) document.execCommand('insertText', false, letter);
}

/** On to the next input. */
export async function leave(input: HTMLElement): Promise<void> {
  if (hasRealInput) await userEvent.tab();
  else input.blur();
}

/** As a browser fills: value, then events. For what a resident does key by key, tests use `type`. */
export async function fill(element: CitizenIdForm, entries: Entries): Promise<void> {
  for (const [entry, value] of Object.entries(entries)) {
    const input = inputOf(element, entry);
    if (input.type === 'checkbox') {
      await click(input);
      continue;
    }
    input.focus();
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

export async function press(form: HTMLFormElement, words: string): Promise<void> {
  const button = [...form.querySelectorAll('button')].find((candidate) => candidate.textContent.trim() === words);
  if (!button) throw new Error(`no button says ${words}`);
  await click(button);
}

/** The words of every error, beside its field, by the entry it stands at. */
export function errorsOf(element: Element): Record<string, string> {
  const errors = [...element.querySelectorAll('.cif-error-words')];
  return Object.fromEntries(
    errors.map((error) => [error.getAttribute('data-path') ?? '', error.getAttribute('data-code') ?? '']),
  );
}

/** The tree as elements, attributes and text: comments are nobody's business, and white space between tags is none. */
export function treeOf(node: Node): unknown {
  if (node instanceof Text) return node.data.trim().replace(/\s+/g, ' ');
  if (!(node instanceof Element)) return '';
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }): [string, string] => [name, value]).sort());
  const children = [...node.childNodes].map(treeOf).filter((child) => child !== '');
  return { tag: node.localName, attributes, children };
}

export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Waits for what happens in its own time, however busy the machine; says what did not. */
export async function until(what: string, holds: () => boolean, milliseconds = 20_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`not within ${milliseconds} ms: ${what}`);
    await pause(10);
  }
}
