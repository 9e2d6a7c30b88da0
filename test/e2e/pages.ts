/** Drives the demo's pages as a resident or a caseworker would. Knows selectors, so that no test has to. */
import { chromium, type Browser, type Page } from 'playwright';
import type { Entries } from '../../src/standard/identity.ts';
import { chromiumArguments, findBrowser } from '../browsers/find-browser.ts';

export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...chromiumArguments] });
}

export interface ServiceUnderTest {
  readonly path: '/' | '/missed-bin' | '/staff/new-case';
  /** Fills the service's own questions. */
  readonly answer: (page: Page) => Promise<void>;
}

export const parkingPermit: ServiceUnderTest = {
  path: '/',
  answer: async (page) => {
    await page.getByLabel('Vehicle registration number').fill('AB12 CDE');
    await page.getByLabel('12 months').check();
  },
};

export const missedBin: ServiceUnderTest = { path: '/missed-bin', answer: (page) => page.getByLabel('Recycling').check() };

export const newCase: ServiceUnderTest = {
  path: '/staff/new-case',
  answer: (page) => page.getByLabel('What is the call about?').fill('A question about council tax'),
};

/** Types an identity, entry by entry, as `name.given` and so on. */
export async function typeIdentity(page: Page, entries: Entries): Promise<void> {
  for (const [entry, value] of Object.entries(entries)) {
    const input = page.locator(`[name="customer.${entry}"]`);
    if (entry.endsWith('.kind')) await input.check();
    else await input.fill(value);
  }
}

/** Presses the form's submit button and waits for what comes back. */
export const send = (page: Page) => page.locator('form button[type=submit]').click();

/** Fills and sends a whole form. Resolves to the case number that the resident is told. */
export async function openCase(page: Page, at: { url: string; service: ServiceUnderTest; entries: Entries }): Promise<string> {
  await page.goto(at.url + at.service.path);
  await typeIdentity(page, at.entries);
  await at.service.answer(page);
  await send(page);
  return caseNumberOn(page);
}

export const caseNumberOn = (page: Page) => page.getByTestId('case-number').innerText();

/** What the caseworker's page says of a case. */
export interface SeenCase {
  readonly state: string | undefined;
  readonly customerId: string | undefined;
  readonly grade: string | undefined;
  readonly page: string;
}

export async function seeCase(url: string, caseNumber: string): Promise<SeenCase> {
  const response = await fetch(`${url}/staff/cases/${caseNumber}`);
  const page = await response.text();
  const textOf = (testId: string) => new RegExp(`data-testid="${testId}"[^>]*>([^<]+)<`).exec(page)?.[1]?.trim();
  return {
    state: /data-state="([^"]+)"/.exec(page)?.[1],
    customerId: textOf('customer-id'),
    grade: textOf('grade'),
    page,
  };
}
