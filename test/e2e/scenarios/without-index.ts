/** The forms while the Customer Index is stopped, frozen or restarted: no resident notices, no case is lost. */
import { describe, expect, it } from 'vitest';
import { timeEmptyProcess, until } from '../demo-process.ts';
import { caseNumberOn, missedBin, newCase, openCase, parkingPermit, seeCase, send, typeIdentity } from '../pages.ts';
import { drawPeople } from '../people.ts';
import { withPage, type World } from '../world.ts';

export function describeWithoutIndex(world: () => World): void {
  const customerWithin = async (caseNumber: string, milliseconds: number): Promise<string> => {
    let customerId: string | undefined;
    await until(async () => {
      customerId = (await seeCase(world().demo.url, caseNumber)).customerId;
      return customerId !== undefined;
    }, milliseconds);
    return customerId ?? '';
  };
  const openOne = async (purpose: string) => {
    const [resident] = drawPeople(1, purpose);
    const { url } = world().demo;
    return withPage(world(), async (page) => {
      await page.goto(url + parkingPermit.path);
      await typeIdentity(page, resident?.entries ?? {});
      await parkingPermit.answer(page);
      await send(page);
      return { caseNumber: await caseNumberOn(page), entries: resident?.entries ?? {} };
    });
  };

  describe('without the index', () => {
    it('still submits while it is stopped, keeps the case as deferred, and gives it its ID when the index is back', async () => {
      await world().demo.stopIndex();
      const { caseNumber, entries } = await openOne('index stopped');
      const kept = await seeCase(world().demo.url, caseNumber);
      expect(kept.state).toBe('deferred');
      expect(kept.customerId).toBeUndefined();
      expect(Object.values(entries).filter((value) => !kept.page.includes(escapeHtml(value)))).toEqual([]);
      await world().demo.startIndex();
      expect(await customerWithin(caseNumber, 60_000)).toMatch(/^GBX-/);
    });

    it.skipIf(process.platform !== 'linux')('still submits within the time limit while it hangs', async () => {
      await world().demo.freezeIndex();
      const { caseNumber } = await openOne('index frozen').finally(() => world().demo.thawIndex());
      expect(await customerWithin(caseNumber, 60_000)).toMatch(/^GBX-/);
    });

    it('tells staff that no customer can be looked up, and still opens their case', async () => {
      const [caller] = drawPeople(1, 'call while index stopped');
      const { url } = world().demo;
      await world().demo.stopIndex();
      const caseNumber = await withPage(world(), async (page) => {
        await page.goto(url + newCase.path);
        await typeIdentity(page, caller?.entries ?? {});
        await page.getByRole('button', { name: 'Find customer' }).click();
        await page.getByText('cannot be looked up').waitFor();
        await newCase.answer(page);
        await send(page);
        return caseNumberOn(page);
      });
      await world().demo.startIndex();
      expect(await customerWithin(caseNumber, 60_000)).toMatch(/^GBX-/);
    });

    it('gives a deferred case its ID after the service itself was restarted', async () => {
      await world().demo.stopIndex();
      const { caseNumber } = await openOne('service restarted');
      await world().restart('SIGTERM');
      expect(await customerWithin(caseNumber, 60_000)).toMatch(/^GBX-/);
    });

    it('has started again within 3 seconds, on a machine that does nothing else', { retry: 2 }, async () => {
      await world().restart('SIGTERM');
      const { startedIn } = world().demo;
      const emptyProcess = await timeEmptyProcess();
      console.log(`Started again in ${Math.round(startedIn)} ms; an empty process took ${Math.round(emptyProcess)} ms.`);
      expect(startedIn).toBeLessThan(Math.max(3_000, 10 * emptyProcess));
    });

    it('loses no case and leaves no process behind when the service is killed', async () => {
      const [resident] = drawPeople(1, 'service killed');
      const at = { url: world().demo.url, service: missedBin, entries: resident?.entries ?? {} };
      const caseNumber = await withPage(world(), (page) => openCase(page, at));
      await world().restart('SIGKILL');
      expect(await customerWithin(caseNumber, 60_000)).toMatch(/^GBX-/);
    });
  });
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');
