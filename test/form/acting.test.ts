/** Acting for somebody else: two identities, apart from the first keystroke to the index and the host. */
import { describe, expect, it } from 'vitest';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { renderFallback } from '../../src/form/fallback.ts';
import type { Entries } from '../../src/standard/identity.ts';
import { loadAllMessages } from '../../src/standard/messages.ts';
import { gb } from '../../src/standard/profiles/gb.ts';
import { answers, click, errorsOf, inputOf, openPage, press, the, treeOf, until, type Page, type PageOptions } from './page.ts';

const words = await loadAllMessages('en-GB');
const helperFields = ['name', 'email-address', 'telephone-number'] as const;
const inside = (values: Entries = {}) => renderFallback({ profile: gb, messages: words, helperFields, values });
const ways = [
  ['was drawn here', undefined],
  ['was taken over', inside()],
] as const;

const choice = ({ element }: Page, value: string) =>
  the<HTMLInputElement>(element, `[name="customer.actingFor"][value=${value}]`);
const helperOf = ({ element }: Page) => the<CitizenIdForm>(element, 'citizen-id-form');
const legendOf = ({ element }: Page) => the(element, '[data-field=name] > legend').textContent;

/** By script: vitest finds inputs by their labels, and here two have the same. */
function write(element: CitizenIdForm, entries: Entries): void {
  for (const [entry, value] of Object.entries(entries)) {
    const input = inputOf(element, entry);
    input.value = value;
    for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

async function openActing({ answers: typed = {}, ...options }: PageOptions = {}): Promise<Page> {
  const page = await openPage({ ...options, attributes: { 'acting-for': '', ...options.attributes } });
  write(page.element, typed);
  await until('who it is for', () => page.element.helper !== undefined);
  await until('the helper’s questions', () => helperOf(page).querySelector('input') !== null);
  await helperOf(page).updateComplete;
  return page;
}

async function actForSomeoneElse(page: Page): Promise<void> {
  await click(choice(page, 'someone-else'));
  await until('other words', () => legendOf(page) === 'Their name');
  await until('the helper', () => !inputOf(helperOf(page), 'name.given').disabled);
}

const helperAnswers = { 'name.given': 'Bo', 'name.family': 'Marsh', emailAddress: 'bo@example.org' };

describe.each(ways)('A page for oneself or somebody else that %s', (_how, drawn) => {
  const options: PageOptions = drawn === undefined ? {} : { inside: drawn };

  it('asks nothing more of whoever fills it in for themselves', async () => {
    const page = await openActing({ ...options, answers });
    expect([choice(page, 'myself').checked, legendOf(page)]).toEqual([true, 'Your name']);
    expect(helperOf(page).checkVisibility()).toBe(false);
    await press(page.form, 'Continue');
    await until('the submission', () => page.submissions.length === 1);
    const entries = page.submissions[0]?.entries.map(([name]) => name) ?? [];
    expect(entries.filter((name) => name.includes('helper'))).toEqual([]);
    expect(page.submissions[0]?.entries).toContainEqual(['customer.actingFor', 'myself']);
    expect(page.index.requests[0]?.onBehalfOf).toBe(undefined);
  });

  it('keeps both identities apart, all the way', async () => {
    const page = await openActing({ ...options, answers });
    await actForSomeoneElse(page);
    expect(inputOf(page.element, 'name.given').value).toBe('Ada');
    write(helperOf(page), helperAnswers);
    await press(page.form, 'Continue');
    await until('the submission', () => page.submissions.length === 1);
    expect(page.index.requests[0]?.identity.name).toEqual({ given: 'Ada', family: 'Quill' });
    expect(page.index.requests[0]?.onBehalfOf).toEqual({
      name: { given: 'Bo', family: 'Marsh' },
      emailAddress: 'bo@example.org',
    });
    expect(page.submissions[0]?.entries).toContainEqual(['customer', 'reference-1']);
    expect(page.submissions[0]?.entries).toContainEqual(['customer.name.given', 'Ada']);
    expect(page.submissions[0]?.entries).toContainEqual(['customer.helper.name.given', 'Bo']);
    expect(page.index.requests.length).toBe(1);
  });

  it('shows what is wrong with either in one summary, and beside its own field', async () => {
    const page = await openActing({ ...options, answers: { ...answers, 'name.given': '' } });
    await actForSomeoneElse(page);
    const heard: string[] = [];
    page.form.addEventListener('citizen-id-invalid', ({ detail }) => heard.push(...detail.issues.map(({ path }) => path)));
    write(helperOf(page), { ...helperAnswers, 'name.family': '' });
    await press(page.form, 'Continue');
    await until('the summary', () => page.element.querySelector('.cif-summary') !== null);
    expect(page.element.querySelectorAll('.cif-summary').length).toBe(1);
    expect(heard).toEqual(['name.given', 'helper.name.family']);
    const lines = [...page.element.querySelectorAll<HTMLAnchorElement>('.cif-summary-link')];
    expect(lines.map((line) => line.hash)).toEqual(['#customer.name.given', '#customer.helper.name.family']);
    expect(errorsOf(helperOf(page))).toEqual({ 'name.family': 'name/family-missing' });
    lines[1]?.click();
    expect(document.activeElement).toBe(inputOf(helperOf(page), 'name.family'));
    write(helperOf(page), { 'name.family': 'Marsh' });
    expect(page.element.querySelectorAll('.cif-summary-link').length).toBe(1);
  });

  it('loses nothing when the language changes', async () => {
    const page = await openActing({ ...options, answers });
    await actForSomeoneElse(page);
    write(helperOf(page), helperAnswers);
    page.element.lang = 'cy';
    await until('Welsh', () => legendOf(page) === 'Eu henw');
    await until(
      'the question in Welsh',
      () => the(page.element, '[data-field=acting-for] legend').textContent === 'Ar gyfer pwy mae hyn?',
    );
    expect(choice(page, 'someone-else').checked).toBe(true);
    expect([inputOf(page.element, 'name.given').value, inputOf(helperOf(page), 'name.given').value]).toEqual(['Ada', 'Bo']);
  });
});

describe('Acting for somebody else', () => {
  it('is not asked about unless the host allows it', async () => {
    const { element } = await openPage();
    expect(element.querySelector('[data-field=acting-for]')).toBe(null);
  });

  it('is drawn by a server as it is here', async () => {
    const drawn = await openActing();
    const adopted = await openActing({ inside: inside() });
    expect(treeOf(the(adopted.element, '.cif-form'))).toEqual(treeOf(the(drawn.element, '.cif-form')));
  });

  it('comes back from a server with both sets of answers, their problems and the right words', () => {
    const template = document.createElement('template');
    template.innerHTML = renderFallback({
      profile: gb,
      messages: words,
      helperFields,
      values: { actingFor: 'someone-else', 'name.given': 'Ada', 'helper.name.given': 'Bo' },
      issues: [{ code: 'name/family-missing', path: 'helper.name.family' }],
    });
    const { content } = template;
    expect(the(content, '[name="customer.actingFor"][checked]').getAttribute('value')).toBe('someone-else');
    expect(the(content, '[name="customer.helper.name.given"]').getAttribute('value')).toBe('Bo');
    expect(the(content, '[data-field=name] > legend').textContent).toBe('Their name');
    expect(content.querySelectorAll('.cif-summary').length).toBe(1);
    expect(errorsOf(the(content, 'citizen-id-form'))).toEqual({ 'name.family': 'name/family-missing' });
  });

  it('is a step of its own at either end', async () => {
    const page = await openActing({
      attributes: { layout: 'steps', 'step-history': 'none', fields: 'name', 'required-fields': 'name' },
    });
    const at = () => the(page.element, '.cif-form').dataset['step'];
    const goOn = async () => {
      const before = at();
      the(page.element, '.cif-foot button').click();
      await until(`on from ${before ?? ''}`, () => at() !== before);
    };
    await until('the first step', () => at() === 'acting-for');
    choice(page, 'someone-else').click();
    await goOn();
    inputOf(page.element, 'name.given').value = 'Ada';
    inputOf(page.element, 'name.family').value = 'Quill';
    await goOn();
    expect(at()).toBe('helper');
    the(page.element, '.cif-foot button').click();
    await until('what is missing', () => errorsOf(helperOf(page))['name.given'] === 'name/missing');
    inputOf(helperOf(page), 'name.given').value = 'Bo';
    inputOf(helperOf(page), 'name.family').value = 'Marsh';
    await goOn();
    const rows = [...page.element.querySelectorAll('.cif-value')].map((row) => row.textContent.trim().replace(/\s+/g, ' '));
    expect(rows).toEqual(['Someone else', 'Ada Quill', 'Bo Marsh']);
  });

  it('is forgotten by the button that clears', async () => {
    const page = await openActing({ attributes: { 'clear-button': '' } });
    await until('the button', () => page.element.querySelector('.cif-clear button') !== null);
    await actForSomeoneElse(page);
    write(helperOf(page), helperAnswers);
    the(page.element, '.cif-clear button').click();
    await until('oneself again', () => legendOf(page) === 'Your name');
    expect([choice(page, 'myself').checked, inputOf(helperOf(page), 'name.given').value]).toEqual([true, '']);
  });
});
