/**
 * Takes pictures of the form in each look, at rest and with errors, at 320 and 1280 pixels, each under the same parts as the
 * design system's own HTML has them, with that system's style sheet: for people to look at, side by side.
 *
 *   tsx demo/looks.ts [folder]        (demo/screenshots where none is given)
 */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { renderFallback } from '../src/form/fallback.ts';
import { defaultLook } from '../src/form/looks/default-further.ts';
import { systems, systemSheet } from '../src/form/looks/systems.ts';
import type { Appearance } from '../src/form/options.ts';
import { parseIdentity } from '../src/standard/identity.ts';
import { loadAllMessages } from '../src/standard/messages.ts';
import { wholeGb } from '../src/standard/profiles/whole-gb.ts';
import { chromiumArguments, findBrowser } from '../test/browsers/find-browser.ts';

const folder = path.resolve(process.argv[2] ?? fileURLToPath(new URL('screenshots', import.meta.url)));
/** Not by the packages' doors: not all of them let their style sheets out. */
const resolve = (file: string) => fileURLToPath(new URL(`../node_modules/${file}`, import.meta.url));

/** The system's own style sheet, and a little of its own HTML beside which ours is seen. */
const pages: Readonly<
  Record<Exclude<Appearance, 'none'>, { readonly sheet?: string; readonly body: string; readonly theirs: string }>
> = {
  default: { body: '', theirs: '' },
  govuk: {
    sheet: 'govuk-frontend/dist/govuk/govuk-frontend.min.css',
    body: 'govuk-template__body',
    theirs: await example('govuk-frontend/dist/govuk/components', ['input', 'date-input', 'radios']),
  },
  nhsuk: {
    sheet: 'nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css',
    body: 'nhsuk-template__body',
    theirs: await example('nhsuk-frontend/dist/nhsuk/components', ['input', 'date-input', 'radios']),
  },
  uswds: {
    sheet: '@uswds/uswds/dist/css/uswds.min.css',
    body: '',
    theirs: `<form class="usa-form usa-form--large"><label class="usa-label" for="a">Text input</label><input class="usa-input" id="a">
      <fieldset class="usa-fieldset"><legend class="usa-legend usa-legend--large">Legend</legend><div class="usa-checkbox">
      <input class="usa-checkbox__input" id="b" type="checkbox"><label class="usa-checkbox__label" for="b">Checkbox</label></div></fieldset></form>`,
  },
  bootstrap: {
    sheet: 'bootstrap/dist/css/bootstrap.min.css',
    body: 'container py-3',
    theirs: `<div class="mb-3"><label class="form-label" for="a">Text input</label><input class="form-control" id="a"></div>
      <div class="form-check"><input class="form-check-input" id="b" type="checkbox"><label class="form-check-label" for="b">Checkbox</label></div>`,
  },
};

/** The first visible example of each of these parts. */
async function example(components: string, names: readonly string[]): Promise<string> {
  const files = names.map((name) => readFile(resolve(`${components}/${name}/fixtures.json`), 'utf8'));
  return (await Promise.all(files))
    .map((text) => (JSON.parse(text) as { fixtures: { html: string }[] }).fixtures[0]?.html ?? '')
    .join('\n');
}

const values = { 'name.given': 'Ada', 'dateOfBirth.month': '13', 'postalAddress.postcode': 'BX25', emailAddress: 'ada' };
const messages = await loadAllMessages('en-GB');
const parsed = parseIdentity(values, wholeGb, { today: { year: 2025, month: 6, day: 15 } });
const states = { rest: {}, errors: { values, issues: parsed.ok ? [] : parsed.issues } };

await mkdir(folder, { recursive: true });
const executablePath = findBrowser('chromium');
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...chromiumArguments] });
try {
  for (const width of [320, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    for (const appearance of Object.keys(pages) as (keyof typeof pages)[]) {
      const { sheet, body, theirs } = pages[appearance];
      const css = systems[appearance] ? systemSheet : defaultLook;
      const system = sheet ? await readFile(resolve(sheet), 'utf8') : 'body{font:1.0625rem/1.5 sans-serif}';
      for (const [state, more] of Object.entries(states)) {
        const questions = renderFallback({ profile: wholeGb, messages, appearance, ...more });
        await page.setContent(
          `<!doctype html><html lang="en" class="govuk-template nhsuk-template"><head><style>${system}</style><style>${css}</style></head>
          <body class="${body}"><main style="padding:1rem">${theirs}<hr><citizen-id-form>${questions}</citizen-id-form></main></body></html>`,
        );
        await page.screenshot({ path: path.join(folder, `look-${appearance}-${width}-${state}.png`), fullPage: true });
      }
    }
    await page.close();
  }
  console.log(`Pictures are in ${folder}`);
} finally {
  await browser.close();
}
