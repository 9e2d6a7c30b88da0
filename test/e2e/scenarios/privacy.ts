/** A planted name, hunted for wherever it must not be; and the pages' content policy, which nothing may violate. */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { caseNumberOn, missedBin, newCase, parkingPermit, send, typeIdentity, type ServiceUnderTest } from '../pages.ts';
import { withPage, type World } from '../world.ts';

const planted = {
  'name.given': 'Zebedee',
  'name.family': 'Quillfeather',
  'dateOfBirth.day': '27',
  'dateOfBirth.month': '3',
  'dateOfBirth.year': '1961',
  'postalAddress.line1': '7 Plumduff Mews',
  'postalAddress.town': 'Anytown',
  'postalAddress.postcode': 'BX25 4XN',
  emailAddress: 'zebedee.quillfeather@example.org',
  telephoneNumber: '01632 960777',
};
const traces = /zebedee|quillfeather|plumduff|960 ?777/i;

/** Runs in the page: every attribute of every element, all web storage, cookies, and the names of databases. */
async function readLeaks(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].map(({ value }) => value),
    );
    const storages = [localStorage, sessionStorage].flatMap((storage) => Object.entries<string>({ ...storage }).flat());
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const caches = (await globalThis.caches.keys()).join(' ');
    return [
      ...attributes,
      ...storages,
      ...databases,
      caches,
      document.cookie,
      document.title,
      location.href,
      JSON.stringify(history.state),
    ];
  });
}

interface Watched {
  readonly urls: string[];
  readonly console: string[];
}

async function watch(page: Page): Promise<Watched> {
  const watched: Watched = { urls: [], console: [] };
  page.on('request', (request) => watched.urls.push(request.url(), request.headers()['referer'] ?? ''));
  page.on('console', (message) => watched.console.push(message.text()));
  page.on('pageerror', (error) => watched.console.push(`page error: ${error.message}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`content security policy violated: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return watched;
}

/** Through a whole form: empty, with errors, resolved, done, and the caseworker's page. Gives what was seen at each step. */
async function walkThrough(page: Page, url: string, service: ServiceUnderTest): Promise<string[]> {
  const leaks: string[] = [];
  const look = async () => leaks.push(...(await readLeaks(page)));
  await page.goto(url + service.path);
  await send(page);
  await page.locator('.cif-summary').waitFor();
  await look();
  await typeIdentity(page, planted);
  await look();
  await service.answer(page);
  await page.evaluate(() => document.querySelector('citizen-id-form')?.resolve());
  await look();
  await send(page);
  const caseNumber = await caseNumberOn(page);
  await look();
  await page.goto(`${url}/staff/cases/${caseNumber}`);
  await page.getByTestId('customer-id').waitFor();
  await look();
  return leaks;
}

export function describePrivacy(world: () => World): void {
  describe('what stays unseen', () => {
    it.each([
      ['the parking permit', parkingPermit],
      ['the missed bin', missedBin],
      ['the case for a caller', newCase],
    ])(
      'a planted name is in no URL, storage, attribute, console or log after %s, and no content policy is violated',
      async (...row) => {
        const [, service] = row;
        await withPage(world(), async (page) => {
          const watched = await watch(page);
          const leaks = await walkThrough(page, world().demo.url, service);
          expect(leaks.filter((text) => traces.test(text))).toEqual([]);
          expect([...watched.urls, ...watched.console].filter((text) => traces.test(text))).toEqual([]);
          // A form that comes back with 422 is no fault of the page, though Chromium reports it as one.
          expect(watched.console.filter((text) => !text.includes('422'))).toEqual([]);
          expect(watched.urls.filter((address) => address !== '' && !address.startsWith(world().demo.url))).toEqual([]);
        });
        expect(await world().demo.printed()).not.toMatch(traces);
      },
    );

    it('every page carries the strict policy with Trusted Types, also those that say no', async () => {
      const { url } = world().demo;
      for (const place of [
        '/',
        '/missed-bin',
        '/staff/cases',
        '/staff/new-case',
        '/nowhere',
        '/done/PP-0000-0000',
        '/index/v1/resolutions',
      ]) {
        const { headers } = await fetch(url + place);
        expect(headers.get('content-security-policy')).toMatch(
          /^default-src 'none'; script-src 'self'; .*require-trusted-types-for 'script'$/,
        );
        expect(headers.get('cache-control')).toBe('no-store');
      }
    });

    it('only resolutions pass the gateway to the index, and staff calls only from pages of the same site', async () => {
      const { url } = world().demo;
      const status = async (path: string, init: RequestInit) => (await fetch(url + path, init)).status;
      const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      for (const path of [
        '/index/v1/submissions',
        '/index/v1/records',
        '/index/v1/customers/GBX-1',
        '/index/healthz',
        '/index/../v1/records',
      ]) {
        expect(await status(path, json)).toBe(404);
        expect(await status(path, { method: 'GET' })).toBe(404);
      }
      const elsewhere = { ...json, headers: { ...json.headers, origin: 'https://elsewhere.example' } };
      expect(await status('/staff/index/v1/resolutions', elsewhere)).toBe(403);
      expect(await status('/index/v1/resolutions', elsewhere)).toBeGreaterThanOrEqual(400);
    });
  });
}
