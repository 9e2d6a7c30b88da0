/** The same forms where no script runs: they post, get the same customer ID, and come back filled and marked. */
import { describe, expect, it } from 'vitest';
import { missedBin, openCase, parkingPermit, seeCase, send, typeIdentity } from '../pages.ts';
import { drawPeople } from '../people.ts';
import { withPage, type World } from '../world.ts';

const noScript = { javaScriptEnabled: false };

export function describeWithoutJavaScript(world: () => World): void {
  describe('with JavaScript off', () => {
    it('gives the resident the same customer ID as with it', async () => {
      const { url } = world().demo;
      const [resident] = drawPeople(1, 'without script');
      const entries = resident?.entries ?? {};
      const without = await withPage(world(), (page) => openCase(page, { url, service: parkingPermit, entries }), noScript);
      const withIt = await withPage(world(), (page) => openCase(page, { url, service: missedBin, entries }));
      const customerId = (await seeCase(url, without)).customerId;
      expect(customerId).toMatch(/^GBX-/);
      expect((await seeCase(url, withIt)).customerId).toBe(customerId);
    });

    it('brings a form in error back with everything that was typed, and marks what is wrong', async () => {
      const { url } = world().demo;
      const [resident] = drawPeople(1, 'in error without script');
      const entries = { ...resident?.entries, 'dateOfBirth.month': '13', 'postalAddress.postcode': 'nowhere' };
      await withPage(
        world(),
        async (page) => {
          await page.goto(url + parkingPermit.path);
          await typeIdentity(page, entries);
          await page.getByLabel('12 months').check();
          await send(page);
          for (const [entry, value] of Object.entries(entries)) {
            expect(await page.locator(`[name="customer.${entry}"]`).inputValue()).toBe(value);
          }
          expect(await page.getByLabel('12 months').isChecked()).toBe(true);
          const wrong = await page.locator('[aria-invalid=true]').evaluateAll((inputs) => inputs.map(({ id }) => id));
          expect(wrong).toEqual(['customer.dateOfBirth.month', 'customer.postalAddress.postcode', 'vehicle-registration']);
          expect(await page.title()).toMatch(/^Error: /);
        },
        noScript,
      );
    });

    it('leads from every line of the summary to the input it is about', async () => {
      await withPage(
        world(),
        async (page) => {
          await page.goto(world().demo.url + missedBin.path);
          await send(page);
          const links = await page.locator('.cif-summary a, .fault-summary a').all();
          expect(links).toHaveLength(4);
          for (const link of links) {
            const target = (await link.getAttribute('href')) ?? '';
            expect(await page.locator(`[id="${target.slice(1)}"]`).count()).toBe(1);
          }
        },
        noScript,
      );
    });
  });
}
