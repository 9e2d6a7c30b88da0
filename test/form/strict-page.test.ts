/** The built bundle where little is allowed: under a strict content policy with Trusted Types, beside a host's own Lit, and beside itself. */
import { describe, expect, it } from 'vitest';
import { answeringIndex, openSite, pageWith, send, write, type OpenSite } from './built-site.ts';
import { answers, errorsOf, the, until } from './page.ts';

const strict = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

/** Runs before everything else on the page: writes down what the policy refuses, and tries something itself. */
const watch = `
  self.violations = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    self.violations.push(effectiveDirective + ' ' + blockedURI));
  self.tryMarkup = () => {
    try { document.createElement('p').innerHTML = '<i></i>'; return 'let through'; } catch { return 'refused'; }
  };`;

interface Watched extends Window {
  readonly violations: readonly string[];
  readonly tryMarkup: () => string;
  readonly warnings: readonly string[];
}

const watched = ({ window }: OpenSite) => window as unknown as Watched;
const scripts = (...names: readonly string[]) =>
  ['<script src="watch.js"></script>', ...names.map((name) => `<script type="module" src="${name}"></script>`)].join('');

/** With everything that is fetched late, so that it too is under the policy. */
const whole = 'address-finder="addresses" acting-for mode="assisted" clear-button error-title lang="cy" appearance="govuk"';

describe('Under a strict content policy with Trusted Types', () => {
  it.each([
    ['plain', ''],
    ['with all its parts, in another language and look', whole],
  ])('the form is drawn, says what is wrong, and is sent, and nothing is refused: %s', async (_how, attributes) => {
    const page = await openSite({
      files: { '': pageWith(`index="index" ${attributes}`, scripts('citizen-id-form.js')), 'watch.js': watch },
      headers: { 'content-security-policy': strict },
      answers: answeringIndex,
    });
    the(page.form, ':scope > button').click();
    await until('what is wrong', () => Object.keys(errorsOf(page.element)).length > 0);
    write(page, answers);
    expect(await send(page)).toMatchObject({ customer: 'reference-1', 'customer.name.given': 'Ada' });
    expect(watched(page).violations).toEqual([]);
    // The policy is in force: the same page is refused what it may not do, where the browser knows Trusted Types.
    expect(watched(page).tryMarkup()).toBe('trustedTypes' in page.window ? 'refused' : 'let through');
  });

  it('works where the policies are named too, beside a host that draws with a Lit of its own', async () => {
    const host = `import { html, render } from './lit-html.js';
      render(html\`<p id="hosts">\${'The host’s own'}</p>\`, document.body.appendChild(document.createElement('div')));`;
    const page = await openSite({
      files: { '': pageWith('index="index"', scripts('host.js', 'citizen-id-form.js')), 'watch.js': watch, 'host.js': host },
      headers: { 'content-security-policy': `${strict}; trusted-types citizen-id-form lit-html` },
      answers: answeringIndex,
    });
    expect(the(page.document, '#hosts').textContent).toBe('The host’s own');
    write(page, answers);
    expect(await send(page)).toMatchObject({ 'customer.name.given': 'Ada' });
    expect(watched(page).violations).toEqual([]);
  });
});

describe('Beside another copy of itself', () => {
  it('the first one counts, says so in the console, and nothing is the worse for it', async () => {
    const listen = `${watch} self.warnings = []; console.warn = (words) => self.warnings.push(words);`;
    const page = await openSite({
      files: { '': pageWith('index="index"', scripts('citizen-id-form.js', 'copy/citizen-id-form.js')), 'watch.js': listen },
      headers: { 'content-security-policy': strict },
      answers: answeringIndex,
    });
    await until('the warning', () => watched(page).warnings.length > 0);
    expect(watched(page).warnings).toEqual([expect.stringMatching(/^citizen-id-form: .*twice/)]);
    write(page, answers);
    expect(await send(page)).toMatchObject({ 'customer.name.given': 'Ada' });
    expect(page.element.querySelectorAll('[name="customer.name.given"]').length).toBe(1);
    expect(watched(page).violations).toEqual([]);
  });
});
