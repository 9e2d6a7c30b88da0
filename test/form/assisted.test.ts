/** Assisted mode: staff look a caller up, see who it may be and why, and choose with the keyboard. */
import { expect as axeExpect } from '@open-wc/testing';
import { describe, expect, it, vi } from 'vitest';
import type { CitizenIdExplanation } from '../../src/form/explanation/citizen-id-explanation.ts';
import { AdapterError } from '../../src/protocol/error.ts';
import type { Candidate } from '../../src/protocol/customer-index.ts';
import type { ResolveRequest } from '../../src/protocol/resolution.ts';
import type { CalendarDate } from '../../src/standard/calendar-date.ts';
import {
  createFakeIndex,
  fill,
  inputOf,
  openPage,
  press,
  the,
  type,
  until,
  type FakeIndex,
  type Page,
  type PageOptions,
} from './page.ts';

const candidates: readonly Candidate[] = [
  {
    customerId: 'GBX-1',
    grade: 'certain',
    probability: 0.99999,
    summary: {
      name: { given: 'Ada', family: 'Quill' },
      dateOfBirth: { year: 1985, month: 3, day: 27 },
      postalAddress: { kind: 'written', line1: '1 Example Street', town: 'Leeds', postcode: 'LS1 4AP', country: 'GB' },
    },
    explanation: [{ field: 'given', level: 'exact', bits: 8, againstStranger: 9, againstHousehold: 6 }],
  },
  { customerId: 'GBX-2', grade: 'possible', probability: 0.51, summary: { name: { full: 'A Quill' } }, explanation: [] },
];

interface FindingIndex extends FakeIndex {
  readonly searches: ResolveRequest[];
}

function createFindingIndex(find: () => Promise<readonly Candidate[]> = async () => candidates): FindingIndex {
  const searches: ResolveRequest[] = [];
  return {
    ...createFakeIndex(),
    searches,
    findCandidates: (request) => {
      searches.push(request);
      return find();
    },
  };
}

const name = { 'name.given': 'Ada', 'name.family': 'Quill' };

async function openAssisted(index: FakeIndex = createFindingIndex(), attributes: PageOptions['attributes'] = {}): Promise<Page> {
  const page = await openPage({ index, attributes: { mode: 'assisted', ...attributes } });
  await until('the button', () => page.element.querySelector('.cif-candidates button') !== null);
  return page;
}

const button = ({ element }: Page) => the(element, '.cif-candidates button');
const radios = ({ element }: Page) => [...element.querySelectorAll<HTMLInputElement>('[name="customer.candidate"]')];
const said = ({ element }: Page) => the(element, '.cif-candidates [role=status]').textContent;

async function find(page: Page): Promise<void> {
  button(page).click();
  await until('the customers', () => radios(page).length > 0);
}

describe('Assisted mode', () => {
  it('is not there for residents', async () => {
    const { element } = await openPage();
    expect(element.querySelector('.cif-candidates')).toBe(null);
  });

  it('looks up by what is right so far, and lists who it may be, best first, and none of these', async () => {
    const index = createFindingIndex();
    const page = await openAssisted(index);
    await fill(page.element, { ...name, emailAddress: 'ada@example.org', 'postalAddress.postcode': 'nowhere' });
    await find(page);
    expect(index.searches[0]?.identity).toEqual({ name: { given: 'Ada', family: 'Quill' }, emailAddress: 'ada@example.org' });
    expect(radios(page).map(({ value }) => value)).toEqual(['GBX-1', 'GBX-2', 'none']);
    expect(radios(page).map(({ labels }) => labels?.[0]?.textContent)).toEqual([
      'Ada Quill',
      'A Quill',
      'None of these: a new customer',
    ]);
    expect(the(page.element, '[id="customer.candidate-hint"]').textContent).toBe(
      'Certain, 99.9 % · 27 March 1985 · 1 Example Street, Leeds, LS1 4AP',
    );
    expect(the<CitizenIdExplanation>(page.element, 'citizen-id-explanation').evidence).toEqual(candidates[0]?.explanation);
    expect(page.element.querySelector('.cif-error')).toBe(null);
  });

  it.each([
    ['en-GB', { year: 1963, month: 2, day: 28 }, '28 February 1963'],
    ['en-US', { year: 1963, month: 2, day: 28 }, 'February 28, 1963'],
    ['es', { year: 1963, month: 2, day: 28 }, '28 de febrero de 1963'],
    ['cy', { year: 1963, month: 2, day: 28 }, '28 Chwefror 1963'],
    ['ht', { year: 1963, month: 2, day: 28 }, '28 fevriye 1963'],
    // What an index of somebody's own knows of a date may be less than all of it.
    ['es', { year: 1963, month: 2 }, 'febrero de 1963'],
    ['en-GB', { year: 1963 }, '1963'],
    ['en-GB', { month: 2, day: 28 }, '28 February'],
  ])('writes birthdays as %s does: %o', async (lang, known, written) => {
    const dateOfBirth = known as CalendarDate;
    const page = await openAssisted(
      createFindingIndex(async () => [
        { customerId: 'GBX-1', grade: 'possible', probability: 0.5, summary: { dateOfBirth }, explanation: [] },
      ]),
      { lang },
    );
    await fill(page.element, { ...name, emailAddress: 'ada@example.org' });
    await find(page);
    expect(the(page.element, '[id="customer.candidate-hint"]').textContent.split(' · ')[1]).toBe(written);
  });

  it('goes from the search to the choice by keyboard alone, and tells and submits what was chosen', async () => {
    const page = await openAssisted();
    const chosen: (string | undefined)[] = [];
    page.form.addEventListener('citizen-id-candidate-chosen', ({ detail }) => chosen.push(detail.customerId));
    await fill(page.element, { ...name, emailAddress: 'ada@example.org' });
    await find(page);
    expect(document.activeElement).toBe(radios(page)[0]);
    radios(page)[0]?.click();
    expect(chosen).toEqual(['GBX-1']);
    expect(new FormData(page.form).get('customer.candidate')).toBe('GBX-1');
    radios(page)[2]?.click();
    expect([chosen.at(-1), new FormData(page.form).get('customer.candidate')]).toEqual([undefined, 'none']);
  });

  it('forgets who was found once an answer is changed, and not because one was chosen', async () => {
    const page = await openAssisted();
    await fill(page.element, { ...name, emailAddress: 'ada@example.org' });
    await find(page);
    const questions = the(page.element, '.cif-questions');
    radios(page)[1]?.click();
    expect(radios(page).length).toBe(3);
    inputOf(page.element, 'name.given').focus();
    await type('m');
    expect([radios(page).length, said(page)]).toEqual([0, '']);
    // Nor are the questions drawn anew for it.
    await page.element.updateComplete;
    expect(the(page.element, '.cif-questions')).toBe(questions);
  });

  it.each([
    ['nobody is found', async () => [], 'No customer found. The answers will make a new one'],
    [
      'the index is not reached',
      () => Promise.reject(new AdapterError('ADAPTER_UNREACHABLE', 'gone')),
      'Customers cannot be looked up at the moment. You can carry on',
    ],
    [
      'the index wants more',
      () => Promise.reject(new AdapterError('ADAPTER_REFUSED', 'thin', { status: 422 })),
      'Enter a name and one thing more, such as a date of birth',
    ],
  ])('says so where %s, and the case goes on', async (_why, answer, sentence) => {
    const page = await openAssisted(createFindingIndex(answer));
    await fill(page.element, { ...name, emailAddress: 'ada@example.org' });
    button(page).click();
    await until('the words', () => said(page) === sentence);
    expect(radios(page)).toEqual([]);
  });

  it('asks for more before it asks the index, where hardly anything is known', async () => {
    const index = createFindingIndex();
    const page = await openAssisted(index);
    await fill(page.element, name);
    button(page).click();
    await until('the words', () => said(page)?.startsWith('Enter a name') === true);
    expect(index.searches).toEqual([]);
  });

  it('warns whoever gave it an index that finds nobody', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await openAssisted(createFakeIndex());
    await until('the warning', () => warn.mock.calls.some(([words]) => String(words).includes('findCandidates')));
    warn.mockRestore();
  });

  it('has no fault that axe knows of', async () => {
    const page = await openAssisted();
    await fill(page.element, { ...name, emailAddress: 'ada@example.org' });
    await find(page);
    the(page.element, '.cif-candidates summary').click();
    await axeExpect(page.element).to.be.accessible();
    await press(page.form, 'Save for later');
  });
});
