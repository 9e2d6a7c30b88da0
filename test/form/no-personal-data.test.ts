/** A planted person is hunted for everywhere it must not be: attributes, addresses, storage, console, events. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeIndex, fill, inputOf, openPage, press, settled, until } from './page.ts';

const planted = {
  'name.given': 'Zephyrine',
  'name.family': 'Plantedname',
  'dateOfBirth.day': '29',
  'dateOfBirth.month': '2',
  'dateOfBirth.year': '1956',
  'postalAddress.line1': '77 Plantedstreet',
  'postalAddress.town': 'Plantedtown',
  'postalAddress.postcode': 'LS1 4AP',
  emailAddress: 'planted@gmial.com',
  telephoneNumber: '01632 960777',
};
const traces = /zephyrine|planted|1956|LS1 ?4AP|960777|gmial/i;

describe('What was typed', () => {
  const said: string[] = [];
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
  beforeEach(() => {
    said.length = 0;
    for (const method of methods) {
      vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
        said.push(words.map((word) => JSON.stringify(word) + String(word)).join());
      });
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is in no attribute, address, storage, event or console line, whatever happens to it', async () => {
    const { form, element, submissions } = await openPage({ index: createFakeIndex({ fails: true }) });
    const details: string[] = [];
    for (const type of ['citizen-id-changed', 'citizen-id-invalid', 'citizen-id-deferred', 'citizen-id-resolved']) {
      form.addEventListener(type, (event) => details.push(JSON.stringify(event instanceof CustomEvent ? event.detail : null)));
    }
    element.initialIdentity = { name: { given: 'Zephyrine', family: 'Plantedname' } };
    await settled(element);
    await fill(element, { ...planted, 'postalAddress.postcode': 'planted', 'dateOfBirth.day': '31' });
    await press(form, 'Continue');
    await fill(element, planted);
    await press(form, 'Continue');
    await until('the submission', () => submissions.length === 1);
    element.index = createFakeIndex();
    await element.resolve();
    form.reset();
    await fill(element, planted);

    const attributes = [...document.querySelectorAll('*')].flatMap((node) =>
      [...node.attributes].map(({ name, value }) => `${name}=${value}`),
    );
    const addresses = performance.getEntriesByType('resource').map(({ name }) => name);
    const stored = [localStorage, sessionStorage].map((storage) => JSON.stringify(storage));
    const everywhere = [...attributes, location.href, ...addresses, ...stored, document.cookie, ...said, ...details];
    expect(details.length).toBeGreaterThan(3);
    expect(everywhere.filter((text) => traces.test(text))).toEqual([]);
    expect(inputOf(element, 'name.given').value).toBe('Zephyrine');
  });

  it('is marked for session recorders to leave alone', async () => {
    const { element } = await openPage();
    expect(element.classList.contains('rr-block')).toBe(true);
    expect(element.getAttribute('data-dd-privacy')).toBe('mask');
  });
});
