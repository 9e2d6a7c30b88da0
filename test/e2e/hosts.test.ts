/**
 * The element in the pages of five frameworks, from one build: what goes in, what comes out, and that drawing again, resetting
 * and submitting are what they are with native inputs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Browser, Page } from 'playwright';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderFallback } from '../../src/form/fallback.ts';
import { loadMessages } from '../../src/standard/messages.ts';
import { gb } from '../../src/standard/profiles/gb.ts';
import { HostPage } from './hosts/react/page.ts';
import { openBrowser } from './pages.ts';
import { serveHosts, type ServedHosts } from './served-hosts.ts';

const hosts = ['plain', 'react', 'react-hydrated', 'vue', 'angular', 'svelte'] as const;
type Host = (typeof hosts)[number];

const rest = {
  'dateOfBirth.day': '27',
  'dateOfBirth.month': '3',
  'dateOfBirth.year': '1985',
  'postalAddress.line1': '1 Example Street',
  'postalAddress.town': 'Leeds',
  'postalAddress.postcode': 'LS1 4AP',
};

let served: ServedHosts;
let browser: Browser;
let address: string;

beforeAll(async () => {
  served = await serveHosts(hosts, {
    plugins: [svelte({ configFile: false })],
    // With the compiler of templates.
    resolve: { alias: { vue: 'vue/dist/vue.esm-bundler.js' } },
    define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true' },
  });
  await drawOnTheServer(path.join(served.folder, 'react-hydrated', 'index.html'));
  address = served.address;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** What a server sends: React's own markup, with the element's fields inside the tag. */
async function drawOnTheServer(file: string): Promise<void> {
  const fallback = renderFallback({ profile: gb, messages: await loadMessages('en-GB') });
  const drawn = renderToString(createElement(HostPage, { fallback }));
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('<!--drawn-on-the-server-->', () => drawn),
  );
}

const input = (page: Page, entry: string) => page.locator(`[name="customer.${entry}"]`);

async function open(host: Host): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${address}${host}/`);
  if (host === 'react-hydrated') await hydrate(page);
  await input(page, 'name.given').waitFor();
  return { page, complaints };
}

const hydrate = (page: Page) => page.evaluate(() => dispatchEvent(new Event('hydrate')));

describe.each(hosts)('A page in %s', (host) => {
  it('gives the element what is known, hears that it resolved, and submits the same entries as everywhere', async () => {
    const { page, complaints } = await open(host);
    await expect.poll(() => input(page, 'name.family').inputValue()).toBe('Quill');
    for (const [entry, value] of Object.entries(rest)) await input(page, entry).fill(value);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => page.getByTestId('submitted').textContent()).not.toBe('');
    const submitted = JSON.parse((await page.getByTestId('submitted').textContent()) ?? '') as Record<string, string>;
    expect(submitted).toMatchObject({
      customer: 'reference-1',
      permit: 'resident',
      'customer.name.given': 'Ada',
      'customer.dateOfBirth.year': '1985',
    });
    expect(await page.getByTestId('events').textContent()).toBe('citizen-id-resolved');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('keeps what was typed, focus and caret when it draws again, and goes back to what was known on reset', async () => {
    const { page, complaints } = await open(host);
    await expect.poll(() => input(page, 'name.family').inputValue()).toBe('Quill');
    await input(page, 'name.family').fill('Quillfeather');
    await input(page, 'emailAddress').pressSequentially('ada@example');
    await page.getByRole('button', { name: 'Draw again' }).dispatchEvent('click');
    await expect.poll(() => page.getByTestId('drawings').textContent()).toBe('2');
    await page.keyboard.type('.org');
    expect(await input(page, 'emailAddress').inputValue()).toBe('ada@example.org');
    expect(await input(page, 'name.family').inputValue()).toBe('Quillfeather');
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect.poll(() => input(page, 'name.family').inputValue()).toBe('Quill');
    expect(await input(page, 'emailAddress').inputValue()).toBe('');
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('A page that React takes over late', () => {
  it('keeps what was typed before, and finds nothing to repair', async () => {
    const page = await browser.newPage();
    await page.goto(`${address}react-hydrated/`);
    await input(page, 'emailAddress').pressSequentially('ada@');
    await hydrate(page);
    await expect.poll(() => input(page, 'name.family').inputValue()).toBe('Quill');
    await page.keyboard.type('example.org');
    expect(await input(page, 'emailAddress').inputValue()).toBe('ada@example.org');
    expect(await page.evaluate(() => document.documentElement.dataset['hydrationError'])).toBeUndefined();
    await page.close();
  });
});
