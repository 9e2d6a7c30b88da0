/** Bad input in every field: told beside the field and in the summary, which takes focus and leads there; nothing typed is lost. */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { Entries } from '../../../src/standard/identity.ts';
import { missedBin, openCase, parkingPermit, seeCase, send, typeIdentity } from '../pages.ts';
import { drawPeople } from '../people.ts';
import { withPage, type World } from '../world.ts';

/** What is typed wrongly, where its message stands, and which input the summary leads to. */
const mistakes: readonly (readonly [string, Entries, string, string])[] = [
  ['no first name', { 'name.given': '' }, 'name.given', 'name.given'],
  ['a last name without a letter', { 'name.family': '----' }, 'name.family', 'name.family'],
  ['a day that no month has', { 'dateOfBirth.day': '32' }, 'dateOfBirth', 'dateOfBirth.day'],
  [
    'a day that this month does not have',
    { 'dateOfBirth.day': '31', 'dateOfBirth.month': '2' },
    'dateOfBirth',
    'dateOfBirth.day',
  ],
  ['a year of two digits', { 'dateOfBirth.year': '85' }, 'dateOfBirth', 'dateOfBirth.year'],
  ['a birth in the future', { 'dateOfBirth.year': '2999' }, 'dateOfBirth', 'dateOfBirth.year'],
  ['no address line', { 'postalAddress.line1': '' }, 'postalAddress.line1', 'postalAddress.line1'],
  ['no town', { 'postalAddress.town': '' }, 'postalAddress.town', 'postalAddress.town'],
  ['a postcode that is none', { 'postalAddress.postcode': 'LS1 4A' }, 'postalAddress.postcode', 'postalAddress.postcode'],
  ['an email address without @', { emailAddress: 'name.example.com' }, 'emailAddress', 'emailAddress'],
  ['a phone number with letters', { telephoneNumber: '07700 90O123' }, 'telephoneNumber', 'telephoneNumber'],
];

async function expectTold(page: Page, entries: Entries, place: string, target: string): Promise<void> {
  const error = page.locator(`[id="customer.${place}-error"]`);
  await error.waitFor();
  const words = (await error.locator('[data-code]').innerText()).trim();
  const summary = page.locator('.cif-summary');
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  const link = summary.getByRole('link');
  expect((await link.innerText()).trim()).toBe(words);
  await link.click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(`customer.${target}`);
  for (const [entry, value] of Object.entries(entries)) {
    expect(await page.locator(`[name="customer.${entry}"]`).inputValue()).toBe(value);
  }
}

export function describeBadInput(world: () => World): void {
  describe('bad input', () => {
    it.each(mistakes)('tells of %s beside the field and in the summary, and no longer once it is mended', async (...mistake) => {
      const [what, wrong, place, target] = mistake;
      const [resident] = drawPeople(1, what);
      const entries = { ...resident?.entries, ...wrong };
      await withPage(world(), async (page) => {
        await page.goto(world().demo.url + missedBin.path);
        await typeIdentity(page, entries);
        await missedBin.answer(page);
        await send(page);
        await expectTold(page, entries, place, target);
        const mended = Object.keys(wrong).map((entry): [string, string] => [entry, resident?.entries[entry] ?? '']);
        await typeIdentity(page, Object.fromEntries(mended));
        expect(await page.locator(`[id="customer.${place}-error"]`).count()).toBe(0);
      });
    });

    it('tells of everything at once when nothing is filled in', async () => {
      await withPage(world(), async (page) => {
        await page.goto(world().demo.url + parkingPermit.path);
        await send(page);
        const links = page.locator('.cif-summary').getByRole('link');
        await links.nth(2).waitFor();
        expect(await links.count()).toBeGreaterThanOrEqual(3);
        // What writes the title is fetched when it is asked for, and may come after the summary.
        await page.waitForFunction(() => document.title.startsWith('Error: '));
      });
    });

    it("keeps the identity when one of the service's own questions is not answered", async () => {
      const [resident] = drawPeople(1, 'own question');
      const entries = resident?.entries ?? {};
      const { url } = world().demo;
      await withPage(world(), async (page) => {
        await page.goto(url + parkingPermit.path);
        await typeIdentity(page, entries);
        await page.getByLabel('12 months').check();
        await send(page);
        const summary = page.getByTestId('fault-summary');
        await summary.waitFor();
        expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
        for (const [entry, value] of Object.entries(entries)) {
          expect(await page.locator(`[name="customer.${entry}"]`).inputValue()).toBe(value);
        }
        await page.getByLabel('Vehicle registration number').fill('AB12 CDE');
        await send(page);
        expect(await page.getByTestId('case-number').innerText()).toMatch(/^PP-/);
      });
    });

    it('has everything again when a resident goes back after sending', async () => {
      const [resident] = drawPeople(1, 'back after sending');
      const entries = resident?.entries ?? {};
      await withPage(world(), async (page) => {
        await openCase(page, { url: world().demo.url, service: parkingPermit, entries });
        await page.goBack({ waitUntil: 'networkidle' });
        for (const [entry, value] of Object.entries(entries))
          expect(await page.locator(`[name="customer.${entry}"]`).inputValue()).toBe(value);
        expect(await page.getByLabel('Vehicle registration number').inputValue()).toBe('AB12 CDE');
        expect(await page.getByLabel('12 months').isChecked()).toBe(true);
      });
    });

    it('opens one case when the same page is posted twice', async () => {
      const { url } = world().demo;
      const [resident] = drawPeople(1, 'posted twice');
      const page = await (await fetch(url + missedBin.path)).text();
      const token = /name="form-token" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const typed = Object.entries(resident?.entries ?? {}).map(([entry, value]): [string, string] => [
        `customer.${entry}`,
        value,
      ]);
      const post = () => {
        const body = new URLSearchParams([['form-token', token], ...typed, ['bin', 'Recycling']]);
        return fetch(url + missedBin.path, { method: 'POST', body, redirect: 'manual' });
      };
      const [first, second, third] = [...(await Promise.all([post(), post()])), await post()].map(({ headers }) =>
        headers.get('location'),
      );
      expect(first).toMatch(/^\/missed-bin\/done\/MB-/);
      expect([second, third]).toEqual([first, first]);
    });

    it('shows the caseworker that a reference was forged, and the resident nothing', async () => {
      const { url } = world().demo;
      const [resident] = drawPeople(1, 'forged');
      const caseNumber = await withPage(world(), async (page) => {
        await page.route('**/missed-bin', async (route) => {
          const posted = route.request().postData();
          const forged = posted && new URLSearchParams(posted);
          if (forged) forged.set('customer', 'AAAAAAAAAAAAAAAAAAAAAAAAAA');
          await route.continue(forged ? { postData: forged.toString() } : {});
        });
        return openCase(page, { url, service: missedBin, entries: resident?.entries ?? {} });
      });
      const seen = await seeCase(url, caseNumber);
      expect(seen.state).toBe('invalid');
      expect(seen.customerId).toBeUndefined();
    });
  });
}
