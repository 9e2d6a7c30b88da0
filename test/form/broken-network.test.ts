/**
 * The built bundle where parts of it cannot be fetched: what was typed is sent all the same, and what failed is tried again. In Chromium:
 * WebKitGTK does the same; Firefox keeps a module that it once could not fetch as failed for as long as the page is open.
 */
import { describe, expect, it } from 'vitest';
import { server } from 'vitest/browser';
import { answeringIndex, openSite, pageWith, send, write } from './built-site.ts';
import { answers, errorsOf, inputOf, the, until } from './page.ts';

const site = (attributes: string, broken: string) => ({
  files: { '': pageWith(`index="index" ${attributes}`) },
  answers: answeringIndex,
  broken,
});

/** As a regular expression. */
const nothing = '$.';

const everything = Object.fromEntries(Object.entries(answers).map(([entry, value]) => [`customer.${entry}`, value]));

describe.skipIf(server.browser !== 'chromium')('A form that', () => {
  it.each([
    ['cannot fetch how answers are judged', 'rules-', '', {}],
    ['cannot fetch how answers are judged, on a page of several', 'rules-', 'resolve="never"', {}],
    ['cannot fetch what asks the index', 'while-typing-', '', {}],
    ['cannot fetch the adapter of the index', '/http-', '', {}],
    ['cannot fetch its look', 'systems-', 'appearance="govuk"', { customer: 'reference-1' }],
    ['cannot fetch the words of its language', '/cy-', 'lang="cy"', { customer: 'reference-1' }],
    ['cannot fetch the address finder', 'address-finder', 'address-finder="addresses"', { customer: 'reference-1' }],
    ['cannot fetch what its parts share', 'features-', 'layout="steps" acting-for', { customer: 'reference-1' }],
    ['cannot fetch further words', 'further-messages|late-look', 'acting-for clear-button', {}],
    ['cannot fetch anything but its first file', 'citizen-id-form/', 'appearance="nhsuk" lang="es" mode="assisted"', {}],
    ['is offline once its first file is there', '.', '', {}],
  ])('%s is sent with all that was typed', async (_what, broken, attributes, more) => {
    const page = await openSite({ ...site(attributes, broken === '.' ? 'citizen-id-form/' : broken) });
    write(page, answers);
    expect(await send(page)).toMatchObject({ ...everything, ...more });
  });

  it('judges answers as soon as it can fetch how', async () => {
    const page = await openSite(site('', 'rules-'));
    await page.change({ broken: nothing });
    the(page.form, ':scope > button').click();
    await until('what is wrong', () => errorsOf(page.element)['name.given'] === 'name/missing', 15_000);
    expect(await page.sent()).toEqual([]);
  });

  it.each([
    ['its look', 'systems-', 'appearance="govuk"', '[data-look=govuk] .govuk-input'],
    ['the words of its language', '/cy-', 'lang="cy"', '[lang=cy]'],
    ['its parts', 'features-', 'clear-button', '.cif-clear button'],
    ['a part', 'clear-part-', 'clear-button', '.cif-clear button'],
    ['further words', 'further-messages', 'clear-button', '.cif-clear button'],
    ['further fields', 'further-fields', 'fields="name preferred-name"', '[data-field=preferred-name]'],
  ])('fetches %s when the network is back, and keeps what was typed', async (_what, broken, attributes, isThere) => {
    const page = await openSite(site(attributes, broken));
    write(page, { 'name.given': 'Ada' });
    expect(page.element.querySelector(isThere)).toBe(null);
    await page.change({ broken: nothing });
    const isFetched = () => {
      // More than once: the attempt that is bound to fail may still be under way.
      page.window.dispatchEvent(new Event('online'));
      return page.element.querySelector(isThere) !== null;
    };
    await until('what could not be fetched', isFetched);
    expect(inputOf(page.element, 'name.given').value).toBe('Ada');
  });
});
