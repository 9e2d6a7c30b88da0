/**
 * The recipes of the guide "Low-code platforms", as they are printed there, in pages of the shapes that they are for: script may be
 * pasted, nothing runs on a server, and the platform sends its own fields alone. Shapes, not products.
 */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './pages.ts';
import { serveHosts, type ServedHosts } from './served-hosts.ts';

/** What each calls the fields that it sends. */
const platforms = {
  'plug-in': { registration: '2', reference: '3', answers: '' },
  drawn: { registration: 'registration', reference: 'reference', answers: '' },
  'e-forms': { registration: 'Vehicle registration', reference: 'Citizen reference', answers: 'Citizen answers' },
} as const;
type Platform = keyof typeof platforms;
const names = Object.keys(platforms) as Platform[];

const entries = {
  'name.given': 'Ada',
  'name.family': 'Quill',
  'dateOfBirth.day': '27',
  'dateOfBirth.month': '3',
  'dateOfBirth.year': '1985',
  'postalAddress.line1': '1 Example Street',
  'postalAddress.town': 'Leeds',
  'postalAddress.postcode': 'LS1 4AP',
};

let served: ServedHosts;
let browser: Browser;

beforeAll(async () => {
  served = await serveHosts(names);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** The page of a platform, beside an index that answers, or does not. */
async function open(name: Platform, index: 'answers' | 'is down'): Promise<Page> {
  const page = await browser.newPage();
  await page.route('https://index.example.org/**', (route) => {
    if (index === 'is down') return route.abort();
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    const body = JSON.stringify({ reference: 'reference-1', expiresAt: '2999-01-01T00:00:00.000Z' });
    return route.fulfill({ status: 200, headers, contentType: 'application/json', body });
  });
  await page.goto(`${served.address}${name}/`);
  await page.locator('.cif-form').waitFor();
  await page.getByLabel('Vehicle registration').fill('AB12 CDE');
  return page;
}

async function answer(page: Page): Promise<void> {
  for (const [entry, value] of Object.entries(entries)) await page.locator(`[name="customer.${entry}"]`).fill(value);
}

const press = (page: Page) => page.getByRole('button', { name: 'Send' }).click();

const sentBy = (page: Page) => page.getByTestId('sent').textContent();

/** What the platform sent, once it has. */
async function sent(page: Page): Promise<Record<string, string>> {
  await expect.poll(() => sentBy(page), { timeout: 15_000 }).not.toBe('');
  return JSON.parse((await sentBy(page)) ?? '') as Record<string, string>;
}

describe.each(names)('A platform of the shape "%s"', (name) => {
  const { registration, reference, answers } = platforms[name];

  it('sends nothing before the answers are right, and then the reference in a field of its own', async () => {
    const page = await open(name, 'answers');
    await press(page);
    await page.locator('.cif-summary').waitFor();
    expect(await sentBy(page)).toBe('');
    await answer(page);
    await press(page);
    const own = { [registration]: 'AB12 CDE', [reference]: 'reference-1' };
    expect(await sent(page)).toEqual(answers ? { ...own, [answers]: '' } : own);
    await page.close();
  });

  it('sends without a reference where the index is down, and keeps nobody from sending', async () => {
    const page = await open(name, 'is down');
    await answer(page);
    await press(page);
    expect(await sent(page)).toMatchObject({ [registration]: 'AB12 CDE', [reference]: '' });
    await page.close();
  });
});

describe('The recipe for e-forms', () => {
  it('sends the answers where there is no reference, as an identity that the index takes', async () => {
    const page = await open('e-forms', 'is down');
    await answer(page);
    await press(page);
    const { [platforms['e-forms'].answers]: answers = '' } = await sent(page);
    expect(JSON.parse(answers)).toMatchObject({
      name: { given: 'Ada', family: 'Quill' },
      dateOfBirth: { year: 1985, month: 3, day: 27 },
      postalAddress: { line1: '1 Example Street', postcode: 'LS1 4AP' },
    });
    await page.close();
  });
});
