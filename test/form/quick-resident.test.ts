/**
 * A page that the server has drawn, as it is built and as a browser loads it: the element takes it over behind the browser's first frame, and
 * whoever is quicker than that loses nothing.
 */
import { describe, expect, it } from 'vitest';
import { renderFallback } from '../../src/form/fallback.ts';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { enGB } from '../../src/standard/messages/en-GB.ts';
import type { Issue } from '../../src/standard/issue.ts';
import { gb } from '../../src/standard/profiles/gb.ts';
import { answeringIndex, openSite, pageWith, type OpenSite } from './built-site.ts';
import { answers, errorsOf, inputOf, pause, settled, the, until } from './page.ts';

/** Runs right behind the element's own script, and behind all that this does before it lets the browser draw. */
const quick = `
  import './citizen-id-form.js';
  for (let turn = 0; turn < 100; turn += 1) await undefined;
  const element = document.querySelector('citizen-id-form');
  window.quick = { isDefined: element.matches(':defined'), hasLook: document.adoptedStyleSheets.length > 0, hasUpdated: element.hasUpdated };
  for (const [entry, value] of Object.entries(answers)) element.querySelector('[name="customer.' + entry + '"]').value = value;
  if (isSent) element.closest('form').requestSubmit();`;

/** As in a page that nobody looks at. */
const noFrames = '<script>window.requestAnimationFrame = () => 0</script>';

interface Quick {
  readonly answers: Readonly<Record<string, string>>;
  readonly isSent: boolean;
  /** What the server has found wrong, and drawn. */
  readonly issues?: readonly Issue[];
  /** Scripts before all others. */
  readonly head?: string;
}

/** The page with a script that fills in, and perhaps sends, before anybody could. */
async function openQuick({ answers: typed, isSent, issues = [], head = '' }: Quick): Promise<OpenSite> {
  const page = pageWith('index="index"', `${head}<script type="module" src="quick.js"></script>`).replace(
    '</citizen-id-form>',
    `${renderFallback({ profile: gb, messages: enGB, issues })}</citizen-id-form>`,
  );
  const code = `const answers = ${JSON.stringify(typed)}, isSent = ${String(isSent)};${quick}`;
  return openSite({ files: { '': page, 'quick.js': code }, answers: answeringIndex });
}

const typedInto = (element: CitizenIdForm) =>
  Object.fromEntries(Object.keys(answers).map((entry) => [entry, inputOf(element, entry).value]));

describe('A page that the server has drawn', () => {
  it('is taken over behind the first frame, with what was typed until then', async () => {
    const { element, window } = await openQuick({ answers, isSent: false });
    await until('the taking over', () => element.hasUpdated);
    expect((window as unknown as { readonly quick: unknown }).quick).toEqual({
      isDefined: true,
      hasLook: true,
      hasUpdated: false,
    });
    await settled(element);
    expect(typedInto(element)).toEqual(answers);
    expect(element.identity?.name?.given).toBe('Ada');
  });

  it('that is sent before it is taken over is sent once, with its reference', async () => {
    const site = await openQuick({ answers, isSent: true });
    let sent: Awaited<ReturnType<OpenSite['sent']>> = [];
    while (sent.length === 0) {
      await pause(20);
      sent = await site.sent();
    }
    expect(sent[0]).toMatchObject({ customer: 'reference-1', 'customer.name.given': 'Ada' });
    await settled(site.element);
    expect((await site.sent()).length).toBe(1);
  });

  it('that is sent with a fault before it is taken over is held, and says so once', async () => {
    const site = await openQuick({ answers: { ...answers, 'name.given': '' }, isSent: true });
    const { element } = site;
    await until('what is wrong', () => errorsOf(element)['name.given'] === 'name/given-missing');
    await settled(element);
    expect(element.querySelectorAll('.cif-summary').length).toBe(1);
    expect(element.querySelectorAll('.cif-error').length).toBe(1);
    expect(await site.sent()).toEqual([]);
  });

  it('with a fault in it, that is sent again with another while the browser draws nothing, shows the other alone', async () => {
    const issues = [{ code: 'name/family-missing', path: 'name.family' }] as const;
    const site = await openQuick({ answers: { ...answers, 'name.given': '' }, isSent: true, issues, head: noFrames });
    const { element } = site;
    await until('the taking over', () => element.hasUpdated);
    await settled(element);
    await until('what is wrong', () => errorsOf(element)['name.given'] === 'name/given-missing');
    expect(errorsOf(element)).toEqual({ 'name.given': 'name/given-missing' });
    expect(element.querySelectorAll('.cif-summary').length).toBe(1);
    expect(await site.sent()).toEqual([]);
  });

  it('that a browser is still reading when the script is there is taken over once all of it stands there', async () => {
    const { document, element: first } = await openSite({ files: { '': pageWith('index="index"') }, answers: answeringIndex });
    const drawn = renderFallback({ profile: gb, messages: enGB });
    const middle = drawn.indexOf('data-field="postal-address"');
    // Keeps the window, and so what is defined there.
    document.open();
    document.write(`<!doctype html><html lang="en-GB"><form><citizen-id-form>${drawn.slice(0, middle)}`);
    const element = the<CitizenIdForm>(document, 'citizen-id-form');
    const early = inputOf(element, 'name.given');
    early.value = 'Ada';
    await pause(50);
    expect({ isNew: element !== first, isDefined: element.matches(':defined'), hasUpdated: element.hasUpdated }).toEqual({
      isNew: true,
      isDefined: true,
      hasUpdated: false,
    });
    document.write(`${drawn.slice(middle)}</citizen-id-form><button>Continue</button></form>`);
    document.close();
    await settled(element);
    expect(inputOf(element, 'name.given')).toBe(early);
    expect(inputOf(element, 'postalAddress.postcode').form).toBe(early.form);
    expect(element.querySelectorAll('.cif-form').length).toBe(1);
  });
});
