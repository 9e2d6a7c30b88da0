/**
 * Takes pictures of the demo for people to look at: both services at 320 and 1280 pixels, empty, with errors and done, and the
 * caseworker's page. Starts a demo of its own, so that nobody's data is on them.
 *
 *   tsx demo/screenshots.ts [folder]        (demo/screenshots where none is given)
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { drawPeople } from '../src/testing/index.ts';
import { chromiumArguments, findBrowser } from '../test/browsers/find-browser.ts';
import { startDemo } from './demo.ts';

const widths = [320, 1280];
const folder = path.resolve(process.argv[2] ?? fileURLToPath(new URL('screenshots', import.meta.url)));

interface Shown {
  readonly name: string;
  readonly path: string;
  readonly answer: (page: Page) => Promise<void>;
}

const services: readonly Shown[] = [
  {
    name: 'parking-permit',
    path: '/',
    answer: async (page) => {
      await page.getByLabel('Vehicle registration number').fill('AB12 CDE');
      await page.getByLabel('12 months').check();
    },
  },
  { name: 'missed-bin', path: '/missed-bin', answer: (page) => page.getByLabel('Recycling').check() },
];

const [person] = drawPeople('screenshots', 1);

async function typePerson(page: Page): Promise<void> {
  for (const [entry, value] of Object.entries(person?.entries ?? {}))
    await page.locator(`[name="customer.${entry}"]`).fill(value);
}

async function shootService(page: Page, url: string, { name, path: place, answer }: Shown): Promise<string> {
  const shoot = createCamera(page, name);
  // What comes behind the first drawing makes the page longer.
  await page.goto(url + place, { waitUntil: 'networkidle' });
  await page.locator('citizen-id-form input').first().waitFor();
  await shoot('empty');
  await typePerson(page);
  await page.locator('[name="customer.name.family"]').fill('');
  await page.locator('[name="customer.dateOfBirth.month"]').fill('13');
  await page.locator('[name="customer.postalAddress.postcode"]').fill('BX25');
  await page.locator('form button[type=submit]').click();
  await page.locator('.cif-summary').waitFor();
  await shoot('errors');
  await page.goto(url + place);
  await typePerson(page);
  await page.locator('form button[type=submit]').click();
  await page.getByTestId('fault-summary').waitFor();
  await shoot('own-question-missing');
  await answer(page);
  await page.locator('form button[type=submit]').click();
  const caseNumber = await page.getByTestId('case-number').innerText();
  await shoot('done');
  return caseNumber;
}

function createCamera(page: Page, name: string): (state: string) => Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  return async (state) =>
    void (await page.screenshot({ path: path.join(folder, `${name}-${width}-${state}.png`), fullPage: true }));
}

async function shootStaff(page: Page, url: string, caseNumber: string): Promise<void> {
  await page.goto(`${url}/staff/cases/${caseNumber}`);
  await createCamera(page, 'staff')('case');
  await page.goto(`${url}/staff/cases`);
  await createCamera(page, 'staff')('cases');
  await page.goto(`${url}/staff/new-case`);
  await typePerson(page);
  await page.getByRole('button', { name: 'Find customer' }).click();
  await page.locator('input[name="customer.candidate"]').first().check();
  await page.locator('summary', { hasText: 'Why' }).first().click();
  await createCamera(page, 'staff')('new-case');
}

async function shootAll(browser: Browser, url: string): Promise<void> {
  for (const width of widths) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    let caseNumber = '';
    for (const service of services) caseNumber = await shootService(page, url, service);
    await shootStaff(page, url, caseNumber);
    await page.close();
  }
}

const dataFolder = await mkdtemp(path.join(tmpdir(), 'citizen-id-screenshots-'));
await mkdir(folder, { recursive: true });
const executablePath = findBrowser('chromium');
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...chromiumArguments] });
const demo = await startDemo({ port: 0, host: '127.0.0.1', dataFolder, databaseUrl: undefined }, (sentence) =>
  console.log(sentence),
);
try {
  await shootAll(browser, demo.url);
  console.log(`Pictures are in ${folder}`);
} finally {
  await demo.close();
  await browser.close();
  await rm(dataFolder, { recursive: true, force: true });
}
