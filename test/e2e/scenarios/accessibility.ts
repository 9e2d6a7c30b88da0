/** Every page of the demo through axe, in each of its states. What axe cannot see (focus, order, words) is in the other scenarios. */
import axe from 'axe-core';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { caseNumberOn, missedBin, newCase, parkingPermit, send, typeIdentity } from '../pages.ts';
import { drawPeople } from '../people.ts';
import { withPage, type World } from '../world.ts';

const rules: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Off unless it is named.
  rules: { 'target-size': { enabled: true } },
};

/** What axe finds, as `rule: element`. Evaluated from outside, so that the page's content policy stays as it is. */
async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // A text, as an imported `axe` would not be the page's.
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(rules)})`);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

export function describeAccessibility(world: () => World): void {
  describe('axe finds nothing', () => {
    it.each([
      ['the parking permit', parkingPermit],
      ['the missed bin', missedBin],
      ['the case for a caller', newCase],
    ])('on %s, empty, with errors, sent back and done, and on its case', async (...[what, service]) => {
      const { url } = world().demo;
      const [resident] = drawPeople(1, `axe ${what}`);
      await withPage(
        world(),
        async (page) => {
          await page.goto(url + service.path);
          expect(await findFaults(page)).toEqual([]);
          await send(page);
          await page.locator('.cif-summary').waitFor();
          expect(await findFaults(page)).toEqual([]);
          await typeIdentity(page, resident?.entries ?? {});
          await send(page);
          await page.getByTestId('fault-summary').waitFor();
          expect(await findFaults(page)).toEqual([]);
          await service.answer(page);
          await send(page);
          const caseNumber = await caseNumberOn(page);
          expect(await findFaults(page)).toEqual([]);
          for (const place of [`/staff/cases/${caseNumber}`, '/staff/cases', '/nowhere']) {
            await page.goto(url + place);
            expect(await findFaults(page)).toEqual([]);
          }
        },
        { viewport: { width: 320, height: 640 } },
      );
    });
  });
}
