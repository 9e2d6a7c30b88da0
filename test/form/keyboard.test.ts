/** Every path through the form by keyboard alone: focus can always be seen, comes in order, and goes to the summary when something is wrong. */
import { describe, expect, it } from 'vitest';
import { page as screen, server } from 'vitest/browser';
import type { FoundAddress } from '../../src/protocol/address-finder.ts';
import type { Candidate } from '../../src/protocol/customer-index.ts';
import { answer, nameOf, press, tabTo } from './keyboard.ts';
import { createFakeIndex, inputOf, openPage, the, until, type Page, type PageOptions } from './page.ts';

/** At the host's own first question, by script: from here on there are only keys. */
async function begin(options: PageOptions, what: string, isThere: (page: Page) => boolean): Promise<Page> {
  await screen.viewport(800, 600);
  const page = await openPage(options);
  await until(what, () => isThere(page));
  the(page.form, '[name=permit]').focus();
  return page;
}

const hasPart = (selector: string) => (page: Page) => page.element.querySelector(selector) !== null;
const focused = () => document.activeElement;
const isAtSummary = () => focused()?.classList.contains('cif-summary') === true;
const isSent = ({ submissions }: Page) => submissions.length === 1;
const entriesOf = ({ submissions }: Page) => Object.fromEntries(submissions[0]?.entries ?? []);

const name = { 'First name': 'Ada', 'Last name': 'Quill' };
const date = { Day: '27', Month: 'March', Year: '1985' };
const address = { 'Address line 1': '1 Example Street', 'Town or city': 'Leeds', Postcode: 'LS1 4AP' };

describe.skipIf(server.browser !== 'chromium')('By keyboard alone', () => {
  it('a page is filled in, what is wrong is heard of, reached and mended, and Enter in a box sends it', async () => {
    const page = await begin({}, 'the form', hasPart('input'));
    await answer({ ...name, Day: '31', Month: '2', Year: '1985', ...address });
    await tabTo('Continue');
    await press('{Enter}');
    await until('the summary', isAtSummary);
    await tabTo('Date of birth must be a day that is in the calendar');
    await press('{Enter}');
    expect(focused()).toBe(inputOf(page.element, 'dateOfBirth.day'));
    await press('{Control>}a{/Control}27');
    await answer({ Month: 'March' });
    await press('{Enter}');
    await until('the submission', () => isSent(page));
    expect(entriesOf(page)).toMatchObject({ customer: 'reference-1', 'customer.dateOfBirth.month': 'March' });
  });

  it('steps are gone through, each begins at its heading, and one is changed from the answers', async () => {
    const attributes = { layout: 'steps', 'step-history': 'none', fields: 'name date-of-birth postal-address' };
    const page = await begin({ attributes }, 'the first step', hasPart('.cif-foot button'));
    const at = (step: string) => until(step, () => the(page.element, '.cif-form').dataset['step'] === step);
    await tabTo('Continue');
    await press('{Enter}');
    await until('the summary', isAtSummary);
    await tabTo('Enter your name');
    await press('{Enter}Ada');
    await answer({ 'Last name': 'Quill' });
    await press('{Enter}');
    await at('date-of-birth');
    expect(focused()).toBe(the(page.element, '.cif-step'));
    await answer(date);
    await press('{Enter}');
    await at('postal-address');
    await answer(address);
    await press('{Enter}');
    await at('check');
    expect(focused()).toBe(the(page.element, '.cif-foot h2'));
    await tabTo('Change Date of birth');
    await press('{Enter}');
    await at('date-of-birth');
    await tabTo('Year');
    await press('{Control>}a{/Control}1986{Enter}');
    await at('check');
    expect(page.submissions.length).toBe(0);
    await tabTo('Continue');
    await press('{Enter}');
    await until('the submission', () => isSent(page));
    expect(entriesOf(page)['customer.dateOfBirth.year']).toBe('1986');
  });

  it('an address is found and chosen', async () => {
    const found: FoundAddress[] = [
      { line1: '2 Example Street', town: 'Leeds', postcode: 'LS1 4AP', uprn: '1' },
      { line1: '3 Example Street', town: 'Leeds', postcode: 'LS1 4AP', uprn: '2' },
    ];
    const page = await openPage();
    page.element.addressFinder = { findAddresses: async () => found };
    await until('the finder', () => hasPart('.cif-finder button')(page));
    inputOf(page.element, 'dateOfBirth.year').focus();
    await answer({ 'Find your address by postcode': 'ls1 4ap' });
    await press('{Enter}');
    await until('the list', () => hasPart('.cif-finder select')(page));
    await tabTo('Choose your address');
    await press('{ArrowDown}{ArrowDown}');
    expect(inputOf(page.element, 'postalAddress.line1').value).toBe('3 Example Street');
    await tabTo('Address line 1');
  });

  it('somebody else is helped', async () => {
    const attributes = { 'acting-for': 'name', fields: 'name', resolve: 'never' };
    const page = await begin({ attributes }, 'all of it', hasPart(':scope citizen-id-form input'));
    await tabTo('Myself');
    await press('{ArrowDown}');
    expect(nameOf(focused())).toBe('Someone else');
    const helper = the(page.element, 'citizen-id-form');
    await until('the helper', () => helper.checkVisibility());
    await answer(name);
    await tabTo('Continue');
    await press('{Enter}');
    await until('the summary', isAtSummary);
    await tabTo('Enter your name');
    await press('{Enter}');
    expect(focused()).toBe(the(helper, 'input'));
    await press('Bo');
    await answer({ 'Last name': 'Marsh' });
    await press('{Enter}');
    await until('the submission', () => isSent(page));
    expect(entriesOf(page)).toMatchObject({ 'customer.name.given': 'Ada', 'customer.helper.name.given': 'Bo' });
  });

  it.each([
    ['a customer is looked up and chosen', '{ArrowDown}{ArrowUp} ', 'GBX-1'],
    ['a customer is looked up, and it is none of those found', '{ArrowUp}', 'none'],
  ])('%s', async (_what, keys, chosen) => {
    const candidate: Candidate = {
      customerId: 'GBX-1',
      grade: 'probable',
      probability: 0.9,
      summary: { name: { given: 'Ada', family: 'Quill' } },
      explanation: [],
    };
    const index = { ...createFakeIndex(), findCandidates: async () => [candidate, { ...candidate, customerId: 'GBX-2' }] };
    const attributes = { mode: 'assisted', fields: 'name email-address', 'required-fields': 'name' };
    const page = await begin({ index, attributes }, 'the button', hasPart('.cif-candidates button'));
    await answer({ ...name, 'Email address (optional)': 'ada@example.org' });
    await tabTo('Find customer');
    await press('{Enter}');
    await until('the customers', () => nameOf(focused()) === 'Ada Quill');
    await press(keys);
    await tabTo('Continue');
    await press('{Enter}');
    await until('the submission', () => isSent(page));
    expect(entriesOf(page)['customer.candidate']).toBe(chosen);
  });
});
