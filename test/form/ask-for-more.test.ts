/** One more answer, asked for once where it would be enough to be found by. */
import { describe, expect, it } from 'vitest';
import { answers, createFakeIndex, fill, inputOf, openPage, press, the, until, type Page, type PageOptions } from './page.ts';

const { 'name.given': given = '', 'name.family': family = '' } = answers;

/** Somebody without an address, who says so: a name and a date of birth are left. */
async function openWithoutAddress(options: PageOptions = {}): Promise<Page> {
  const page = await openPage({ index: createFakeIndex(), ...options });
  inputOf(page.element, 'name.given').focus();
  await until('the help', () => page.element.matches(':focus-within'));
  await page.element.updateComplete;
  await import('../../src/form/while-typing.ts');
  page.element.initialIdentity = {
    name: { given, family },
    dateOfBirth: { year: 1985, month: 3, day: 27 },
    postalAddress: { kind: 'no-fixed-address' },
  };
  await until('the answers', () => page.element.identity !== undefined);
  return page;
}

const panel = ({ element }: Page) => element.querySelector<HTMLElement>('.cif-one-more h2');

describe('One more answer', () => {
  it('is asked for before anything leaves the page, and leads to the fields that would do', async () => {
    const page = await openWithoutAddress();
    await press(page.form, 'Continue');
    await until('the question', () => panel(page) !== null);
    expect(document.activeElement).toBe(panel(page));
    expect([page.index.requests, page.submissions]).toEqual([[], []]);
    const links = [...page.element.querySelectorAll<HTMLAnchorElement>('.cif-one-more a')];
    expect(links.map(({ textContent }) => textContent)).toEqual(['Email address', 'Phone number']);
    links[0]?.click();
    expect(document.activeElement).toBe(inputOf(page.element, 'emailAddress'));
    await fill(page.element, { emailAddress: 'ada@example.org' });
    await press(page.form, 'Continue');
    await until('the submission', () => page.submissions.length === 1);
    expect(page.index.requests[0]?.identity.emailAddress).toBe('ada@example.org');
    expect(panel(page)).toBe(null);
  });

  it('is asked for where the form is sent without anybody having been in it', async () => {
    const page = await openPage();
    page.element.initialIdentity = {
      name: { given, family },
      dateOfBirth: { year: 1985, month: 3, day: 27 },
      postalAddress: { kind: 'no-fixed-address' },
    };
    await until('the answers', () => page.element.identity !== undefined);
    page.form.requestSubmit();
    await until('the question', () => panel(page) !== null);
    expect([page.index.requests, page.submissions]).toEqual([[], []]);
    the(page.element, '.cif-one-more button').click();
    await until('the submission', () => page.submissions.length === 1);
    expect(page.index.requests.length).toBe(1);
  });

  it('may be declined, and is not asked for again', async () => {
    const page = await openWithoutAddress();
    await press(page.form, 'Continue elsewhere');
    await until('the question', () => panel(page) !== null);
    the(page.element, '.cif-one-more button').click();
    await until('the submission', () => page.submissions.length === 1);
    expect(page.submissions[0]?.entries).toContainEqual(['action', 'other']);
    expect(page.submissions[0]?.entries).toContainEqual(['customer', 'reference-1']);
  });

  it.each([
    ['there is nothing more to ask', { fields: 'name date-of-birth postal-address' }],
    ['one more would not be enough', { fields: 'name email-address', 'required-fields': 'name' }],
    ['the page is one of several', { resolve: 'never' }],
  ])('is not asked for where %s', async (_why, attributes) => {
    const page = await openWithoutAddress({ attributes });
    await press(page.form, 'Continue');
    await until('the submission', () => page.submissions.length === 1);
    expect(panel(page)).toBe(null);
  });
});
