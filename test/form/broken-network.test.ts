/**
 * The built bundle where parts of it cannot be fetched, or are never answered: what was typed is sent all the same, and what failed is tried
 * again where the browser does that (HTML's rule since July 2026: Chromium 156): others keep a module that they once could not fetch as
 * failed for as long as the page is open. In Chromium alone.
 */
import { describe, expect, it } from 'vitest';
import { server } from 'vitest/browser';
import { answeringIndex, openSite, pageWith, send, write } from './built-site.ts';
import { answers, errorsOf, inputOf, the, until } from './page.ts';
import type { Entries } from '../../src/standard/identity.ts';

const site = (attributes: string, broken: string) => ({
  files: { '': pageWith(`index="index" ${attributes}`) },
  answers: answeringIndex,
  broken,
});

/** As a regular expression. */
const nothing = '$.';

const everything = Object.fromEntries(Object.entries(answers).map(([entry, value]) => [`customer.${entry}`, value]));

/** What it is, where its files begin, what has it asked for, and what is sent beside what was typed. */
type Part = readonly [string, string, string, Entries];

const parts: readonly Part[] = [
  ['how answers are judged', 'rules-', '', {}],
  ['how answers are judged, on a page of several', 'rules-', 'resolve="never"', {}],
  ['what asks the index', 'while-typing-', '', {}],
  ['the adapter of the index', '/http-', '', {}],
  ['its look', 'systems-', 'appearance="govuk"', { customer: 'reference-1' }],
  ['the words of its language', '/cy-', 'lang="cy"', { customer: 'reference-1' }],
  ['the address finder', 'address-finder', 'address-finder="addresses"', { customer: 'reference-1' }],
  ['what its parts share', 'features-', 'layout="steps" acting-for', { customer: 'reference-1' }],
  ['further words', 'while-typing-', 'acting-for clear-button', {}],
];

/** Whether a module that could not be fetched is fetched again when it is asked for again. */
async function isFetchedAgain(): Promise<boolean> {
  const address = `/built/${performance.timeOrigin.toFixed(0)}-again/`;
  const change = (now: object) => fetch(address, { method: 'PUT', body: JSON.stringify({ files: { 'again.js': '' }, ...now }) });
  const isFetched = () =>
    import(/* @vite-ignore */ `${address}again.js`).then(
      () => true,
      () => false,
    );
  await change({ broken: 'again' });
  if (await isFetched()) throw new Error('what is broken was fetched');
  await change({});
  return isFetched();
}

const isChromium = server.browser === 'chromium';
const hasSecondTry = isChromium && (await isFetchedAgain());

describe.skipIf(!isChromium)('A form that', () => {
  it('is asked for more than once where the browser can: Chromium from 156 on', () => {
    const version = Number(/Chrome\/(\d+)/.exec(navigator.userAgent)?.[1]);
    expect(hasSecondTry || version < 156, `Chromium ${version}`).toBe(true);
  });

  it.each<Part>([
    ...parts.map(([what, ...how]): Part => [`cannot fetch ${what}`, ...how]),
    ['cannot fetch anything but its first file', 'citizen-id-form/', 'appearance="nhsuk" lang="es" mode="assisted"', {}],
    ['is offline once its first file is there', '.', '', {}],
  ])('%s is sent with all that was typed', async (_what, broken, attributes, more) => {
    const page = await openSite({ ...site(attributes, broken === '.' ? 'citizen-id-form/' : broken) });
    write(page, answers);
    expect(await send(page)).toMatchObject({ ...everything, ...more });
  });

  it.skipIf(!hasSecondTry)('judges answers as soon as it can fetch how', async () => {
    const page = await openSite(site('', 'rules-'));
    await page.change({ broken: nothing });
    the(page.form, ':scope > button').click();
    await until('what is wrong', () => errorsOf(page.element)['name.given'] === 'name/missing');
    expect(await page.sent()).toEqual([]);
  });

  it.skipIf(!hasSecondTry).each([
    ['its look', 'systems-', 'appearance="govuk"', '[data-look=govuk] .govuk-input'],
    ['the words of its language', '/cy-', 'lang="cy"', '[lang=cy]'],
    ['its parts', 'features-', 'clear-button', '.cif-clear button'],
    ['a part', 'clear-part-', 'clear-button', '.cif-clear button'],
    ['further words', 'while-typing-', 'clear-button', '.cif-clear button'],
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

/** Nobody waits for seconds here: they pass a hundred times as fast. */
const hurried = `<script>
  const wait = window.setTimeout;
  window.setTimeout = (then, milliseconds, ...more) => wait(then, milliseconds > 999 ? milliseconds / 100 : milliseconds, ...more);
</script>`;

const hangingSite = (attributes: string, hanging: string) => ({
  files: { '': pageWith(`index="index" ${attributes}`, `${hurried}<script type="module" src="citizen-id-form.js"></script>`) },
  answers: answeringIndex,
  hanging,
});

describe.skipIf(server.browser !== 'chromium')('A form to which a network never brings', () => {
  // Whether with a reference too is not asked: the index has no seconds either.
  it.each(parts)('%s is sent with all that was typed', async (_what, hanging, attributes) => {
    const page = await openSite(hangingSite(attributes, hanging));
    write(page, answers);
    expect(await send(page)).toMatchObject(everything);
  });

  it('the words for one more question does not ask it', async () => {
    const page = await openSite(hangingSite('required-fields="name"', '/en-GB-'));
    write(page, { 'name.given': 'Ada', 'name.family': 'Quill', emailAddress: 'ada@example.org' });
    expect(await send(page)).toMatchObject({ 'customer.name.given': 'Ada' });
  });

  it.each([
    ['its look', 'systems-', 'appearance="govuk"', '[data-look=govuk] .govuk-input'],
    ['the words of its language', '/cy-', 'lang="cy"', '[lang=cy]'],
    ['its parts', 'features-', 'clear-button', '.cif-clear button'],
    ['a part, while others are there', 'address-finder-part-', 'clear-button address-finder="addresses"', '.cif-finder'],
    ['further fields', 'further-fields', 'fields="name preferred-name"', '[data-field=preferred-name]'],
  ])('%s has it once it comes, and keeps what was typed', async (_what, hanging, attributes, isThere) => {
    const page = await openSite(hangingSite(attributes, hanging));
    write(page, { 'name.given': 'Ada' });
    expect(page.element.querySelector(isThere)).toBe(null);
    await page.change({ hanging: nothing });
    await until('what came late', () => page.element.querySelector(isThere) !== null);
    expect(inputOf(page.element, 'name.given').value).toBe('Ada');
  });

  it('one part has the others', async () => {
    const page = await openSite(hangingSite('clear-button address-finder="addresses"', 'address-finder-part-'));
    await until('the button', () => page.element.querySelector('.cif-clear button') !== null);
  });
});
