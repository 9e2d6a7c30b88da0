/** The address finder: a help that can fail in every way, beside boxes that are always there. */
import { describe, expect, it } from 'vitest';
import type { AddressFinder, FoundAddress } from '../../src/protocol/address-finder.ts';
import type { Identity } from '../../src/standard/identity.ts';
import {
  answers,
  click,
  createFakeIndex,
  fill,
  inputOf,
  openPage,
  pause,
  press,
  settled,
  the,
  until,
  type Page,
} from './page.ts';

const found: readonly FoundAddress[] = [
  { line1: 'Flat 1', line2: '2 Example Street', town: 'Leeds', postcode: 'LS1 4AP', uprn: '1' },
  { line1: '3 Example Street', town: 'Leeds', postcode: 'LS1 4AP', uprn: '200003' },
];

interface FakeFinder extends AddressFinder {
  readonly searches: { readonly postcode: string; readonly signal: AbortSignal | undefined }[];
}

function createFakeFinder(answer: (postcode: string) => Promise<readonly FoundAddress[]> = async () => found): FakeFinder {
  const searches: FakeFinder['searches'] = [];
  return {
    searches,
    findAddresses: (postcode, { signal } = {}) => {
      searches.push({ postcode, signal });
      return answer(postcode);
    },
  };
}

async function openWithFinder(finder: AddressFinder | string, options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const page = await openPage(options);
  page.element.addressFinder = finder;
  await until('the finder', () => page.element.querySelector('.cif-finder .cif-button') !== null);
  return page;
}

const box = ({ element }: Page) => the<HTMLInputElement>(element, '.cif-finder input');
const list = ({ element }: Page) => element.querySelector<HTMLSelectElement>('.cif-finder select');
const said = ({ element }: Page) => the(element, '.cif-finder [role=status]').textContent;

async function search(page: Page, postcode: string): Promise<void> {
  box(page).value = postcode;
  the(page.element, '.cif-finder button').click();
}

async function choose(page: Page, place: number): Promise<void> {
  await until('the list', () => list(page) !== null);
  const select = the<HTMLSelectElement>(page.element, '.cif-finder select');
  select.selectedIndex = place;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

const lines = ({ element }: Page) =>
  ['line1', 'line2', 'town', 'postcode'].map((part) => inputOf(element, `postalAddress.${part}`).value);

describe('The address finder', () => {
  it('is not there unless it is asked for', async () => {
    const { element } = await openPage();
    await pause(50);
    expect(element.querySelector('.cif-finder')).toBe(null);
  });

  it('finds by postcode, however it is typed, and fills the boxes with what is chosen', async () => {
    const finder = createFakeFinder();
    const page = await openWithFinder(finder, { answers });
    await search(page, ' ls14ap ');
    await choose(page, 2);
    expect(finder.searches.map(({ postcode }) => postcode)).toEqual(['LS1 4AP']);
    expect(lines(page)).toEqual(['3 Example Street', '', 'Leeds', 'LS1 4AP']);
    expect(page.element.identity?.postalAddress).toMatchObject({ kind: 'found', uprn: '200003', line1: '3 Example Street' });
    expect(said(page)).not.toBe('');
  });

  it('says at its box that an address can be written instead, and what became of a search', async () => {
    const page = await openWithFinder(createFakeFinder());
    const described = () => {
      const ids = box(page).getAttribute('aria-describedby')?.split(' ') ?? [];
      return ids.map((id) => document.getElementById(id)?.textContent.trim());
    };
    expect(described()).toEqual(['Or write your address below', '']);
    await search(page, 'BX25');
    expect(described()).toEqual(['Or write your address below', said(page)]);
    expect(said(page)).not.toBe('');
  });

  it('keeps the number of the property only while what is written is what was found', async () => {
    const index = createFakeIndex();
    const page = await openWithFinder(createFakeFinder(), { answers, index });
    await search(page, 'LS1 4AP');
    await choose(page, 1);
    await fill(page.element, { 'postalAddress.line1': 'Flat 1a' });
    expect(page.element.identity?.postalAddress).toMatchObject({ kind: 'written', line1: 'Flat 1a' });
    expect(page.element.identity?.postalAddress).not.toHaveProperty('uprn');
    await fill(page.element, { 'postalAddress.line1': 'Flat 1' });
    expect(page.element.identity?.postalAddress?.uprn).toBe('1');
    await press(page.form, 'Continue');
    await until('the submission', () => page.submissions.length === 1);
    expect(page.submissions[0]?.entries).toContainEqual(['customer.postalAddress.uprn', '1']);
    expect(index.requests[0]?.identity.postalAddress).toMatchObject({ kind: 'found', uprn: '1' });
  });

  it('gives back what was written before, when the first line of the list is chosen', async () => {
    const page = await openWithFinder(createFakeFinder(), { answers });
    const before = lines(page);
    await search(page, 'LS1 4AP');
    await choose(page, 1);
    await choose(page, 2);
    await choose(page, 0);
    expect(lines(page)).toEqual(before);
    expect(page.element.identity?.postalAddress?.kind).toBe('written');
  });

  it('searches on Enter without submitting the form', async () => {
    const finder = createFakeFinder();
    const page = await openWithFinder(finder);
    box(page).value = 'LS1 4AP';
    box(page).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await until('the list', () => list(page)?.options.length === 3);
    expect(page.submissions).toEqual([]);
  });

  it.each(['', 'nonsense', 'LS1', 'ZZ1 1AA'])('says what is wrong with %j instead of asking', async (typed) => {
    const finder = createFakeFinder();
    const page = await openWithFinder(finder);
    await search(page, typed);
    expect(said(page)).not.toBe('');
    expect(finder.searches).toEqual([]);
    expect(page.element.querySelectorAll('.cif-error').length).toBe(0);
  });

  it.each([
    ['finds nothing', async () => []],
    ['fails', () => Promise.reject(new Error('down'))],
    [
      'throws at once',
      () => {
        throw new Error('broken');
      },
    ],
    ['answers nonsense', async (): Promise<never> => JSON.parse('{"not":"a list"}') as never],
    ['answers with entries that are none', async (): Promise<never> => JSON.parse('[null, 7, {"town":"Leeds"}]') as never],
  ] as const)('leaves everything to be written by hand when it %s', async (_what, answer) => {
    const page = await openWithFinder(createFakeFinder(answer), { answers });
    const before = lines(page);
    await search(page, 'LS1 4AP');
    await until('the words', () => /below/u.test(said(page)));
    expect(list(page)).toBe(null);
    expect(lines(page)).toEqual(before);
    await press(page.form, 'Continue');
    await until('the submission', () => page.submissions.length === 1);
  });

  it('gives a search up for a newer one, whose answer alone is shown', async () => {
    const late = (postcode: string) =>
      new Promise<readonly FoundAddress[]>((resolve) =>
        setTimeout(() => resolve(postcode === 'LS1 4AP' ? found : []), postcode === 'LS1 4AP' ? 20 : 120),
      );
    const finder = createFakeFinder(late);
    const page = await openWithFinder(finder);
    await search(page, 'LS2 7EW');
    await search(page, 'LS1 4AP');
    await until('the list', () => list(page) !== null);
    await pause(150);
    expect(list(page)?.options.length).toBe(3);
    expect(finder.searches.map(({ signal }) => signal?.aborted)).toEqual([true, false]);
  });

  it('fills half an address as far as it goes, and leaves the rest to be written', async () => {
    const page = await openWithFinder(createFakeFinder(async () => [{ line1: '4 Example Street', uprn: '7' }]));
    await search(page, 'LS1 4AP');
    await choose(page, 1);
    expect(lines(page)).toEqual(['4 Example Street', '', '', '']);
    expect(page.element.issues.map(({ path }) => path)).toContain('postalAddress.town');
  });

  it('goes away with "no fixed address", and nothing found is submitted then', async () => {
    const page = await openWithFinder(createFakeFinder());
    await search(page, 'LS1 4AP');
    await choose(page, 1);
    await click(inputOf(page.element, 'postalAddress.kind'));
    expect(box(page).checkVisibility()).toBe(false);
    expect(page.element.identity).toBe(undefined);
    expect([...new FormData(page.form).keys()].filter((name) => name.includes('postalAddress'))).toEqual([
      'customer.postalAddress.kind',
    ]);
  });

  it('knows an address that was found on an earlier page', async () => {
    const known: Identity = {
      postalAddress: {
        kind: 'found',
        line1: '3 Example Street',
        town: 'Leeds',
        postcode: 'LS1 4AP',
        country: 'GB',
        uprn: '200003',
      },
    };
    const page = await openPage({ attributes: { fields: 'postal-address' } });
    page.element.initialIdentity = known;
    await settled(page.element);
    page.element.addressFinder = createFakeFinder();
    await until('the number', () => page.element.identity?.postalAddress?.uprn === '200003');
    expect(page.element.identity).toEqual(known);
  });

  it('puts nothing found into an attribute', async () => {
    const page = await openWithFinder(createFakeFinder());
    await search(page, 'LS1 4AP');
    await choose(page, 2);
    expect(page.element.outerHTML.match(/="[^"]*(?:200003|Example)[^"]*"/u)).toBe(null);
  });

  it('goes when it is no longer asked for, with nothing lost', async () => {
    const page = await openWithFinder(createFakeFinder());
    await search(page, 'LS1 4AP');
    await choose(page, 2);
    page.element.addressFinder = undefined;
    await until('no finder', () => page.element.querySelector('.cif-finder') === null);
    expect(lines(page)[0]).toBe('3 Example Street');
    expect(page.element.identity?.postalAddress ?? { kind: 'written' }).toMatchObject({ kind: 'written' });
  });
});
