/** A resident without a mouse: from the page's start to the case number by keys alone, also where something is wrong on the way. */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { Entries } from '../../../src/standard/identity.ts';
import { caseNumberOn, missedBin } from '../pages.ts';
import { drawPeople } from '../people.ts';
import { withPage, type World } from '../world.ts';

/** In the order of the page. */
const asked = [
  'name.given',
  'name.family',
  'dateOfBirth.day',
  'dateOfBirth.month',
  'dateOfBirth.year',
  'postalAddress.line1',
  'postalAddress.town',
  'postalAddress.postcode',
] as const;

/** What has focus, by its name or its words; and whether it is seen whole, with the ring around it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { top, bottom } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
    const ring = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth) + parseFloat(outlineOffset);
    const isSeen = ring > 0 && top >= ring && bottom + ring <= innerHeight;
    return { what: element.getAttribute('name') ?? element.textContent.trim(), isSeen };
  });

/** With Tab, past what may be left out; whatever is passed is seen. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  const passed: string[] = [];
  while (passed.at(-1) !== wanted && passed.length < 6) {
    await page.keyboard.press('Tab');
    const { what, isSeen } = await focused(page);
    expect(isSeen, `${what} is seen with its ring`).toBe(true);
    passed.push(what);
  }
  expect(passed.at(-1), `reached by way of ${passed.join(', ')}`).toBe(wanted);
}

async function typeAll(page: Page, entries: Entries): Promise<void> {
  for (const entry of asked) {
    await tabTo(page, `customer.${entry}`);
    await page.keyboard.type(entries[entry] ?? '');
  }
}

/** From the summary, which has focus, by its first link. */
async function followSummary(page: Page, summary: string, wanted: string): Promise<void> {
  await page.waitForFunction((selector) => document.activeElement?.matches(selector), summary);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction((name) => document.activeElement?.getAttribute('name') === name, wanted);
  expect(await focused(page)).toEqual({ what: wanted, isSeen: true });
}

/** Past the header, as whoever has no mouse goes. */
async function skipToQuestions(page: Page): Promise<void> {
  await tabTo(page, 'Skip to main content');
  await page.keyboard.press('Enter');
}

export function describeKeyboard(world: () => World): void {
  describe.each([
    { width: 1280, height: 800 },
    { width: 320, height: 640 },
  ])('by keyboard alone, in a window of $width by $height', (viewport) => {
    it('a resident comes from the page’s start to the case number', async () => {
      const [resident] = drawPeople(1, `keyboard ${viewport.width}`);
      await withPage(
        world(),
        async (page) => {
          await page.goto(world().demo.url + missedBin.path);
          await skipToQuestions(page);
          await typeAll(page, resident?.entries ?? {});
          await tabTo(page, 'bin');
          await page.keyboard.press('ArrowDown');
          expect(await page.getByLabel('Recycling').isChecked()).toBe(true);
          await tabTo(page, 'Send report');
          await page.keyboard.press('Enter');
          expect(await caseNumberOn(page)).toMatch(/^MB-/);
        },
        { viewport },
      );
    });

    it('a resident hears what is wrong, mends it where the summary leads to, and comes to the case number', async () => {
      const [resident] = drawPeople(1, `keyboard wrong ${viewport.width}`);
      const entries = resident?.entries ?? {};
      await withPage(
        world(),
        async (page) => {
          await page.goto(world().demo.url + missedBin.path);
          await skipToQuestions(page);
          await typeAll(page, { ...entries, 'dateOfBirth.day': '32' });
          await page.keyboard.press('Enter');
          await followSummary(page, '.cif-summary', 'customer.dateOfBirth.day');
          await page.keyboard.press('Control+A');
          await page.keyboard.type(entries['dateOfBirth.day'] ?? '');
          await page.keyboard.press('Enter');
          // The service's own question, which it finds unanswered once the identity is right.
          await followSummary(page, '.fault-summary', 'bin');
          await page.keyboard.press('Space');
          await page.keyboard.press('Enter');
          expect(await caseNumberOn(page)).toMatch(/^MB-/);
        },
        { viewport },
      );
    });
  });
}
