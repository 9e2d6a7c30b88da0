/** What a form asks beyond profile `gb`'s five usual fields: every field of both profiles, drawn here and taken over from a server. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { renderFallback, type FallbackOptions } from '../../src/form/fallback.ts';
import type { Entries } from '../../src/standard/identity.ts';
import { loadAllMessages } from '../../src/standard/messages.ts';
import { offeredFields } from '../../src/standard/offered-fields.ts';
import { profiles } from '../../src/standard/profiles.ts';
import type { ProfileId, Purposes } from '../../src/standard/profiles/profile.ts';
import { withPurposes } from '../../src/standard/purposes.ts';
import { answers, click, errorsOf, fill, openPage, pause, press, the, until } from './page.ts';

const why = 'We need it to find your record at the tax office';
const purposes: Purposes = {
  'national-insurance-number': why,
  'nhs-number': why,
  'driver-license': why,
  'social-security-number': why,
  'individual-taxpayer-number': why,
  'federal-employer-identification-number': why,
};
const purposeAttributes = Object.fromEntries(Object.keys(purposes).map((name) => [`purpose-${name}`, why]));

const allOf = (profile: ProfileId) => ({
  profile,
  fields: offeredFields[profile].join(' '),
  'required-fields': offeredFields[profile].join(' '),
  ...purposeAttributes,
});

interface Configuration {
  readonly what: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const configurations: readonly Configuration[] = [
  { what: 'every field of gb', attributes: allOf('gb') },
  { what: 'every field of us-fl', attributes: allOf('us-fl') },
  { what: 'the usual fields of us-fl', attributes: { profile: 'us-fl' } },
  { what: 'every field of us-fl with addresses abroad', attributes: { ...allOf('us-fl'), 'address-abroad': '' } },
  { what: 'the usual fields of gb with addresses abroad', attributes: { 'address-abroad': '' } },
  { what: 'a name in one box', attributes: { fields: 'name previous-name', 'name-parts': 'full' } },
  { what: 'a name in all its parts', attributes: { fields: 'name previous-name', 'name-parts': 'given middle family suffix' } },
  { what: 'every field of us-fl in Spanish', attributes: { ...allOf('us-fl'), lang: 'es' } },
];

/** What a server draws for a tag with these attributes. */
async function fallbackFor(attributes: Configuration['attributes'], options: Partial<FallbackOptions> = {}): Promise<string> {
  const id: ProfileId = attributes['profile'] === 'us-fl' ? 'us-fl' : 'gb';
  const profile = withPurposes(profiles[id], 'purpose-nhs-number' in attributes ? purposes : {});
  const wanted = (list: string | undefined, fallback: FallbackOptions['fields']) =>
    list === undefined ? fallback : offeredFields[id].filter((field) => list.split(' ').includes(field));
  return renderFallback({
    profile,
    messages: await loadAllMessages(attributes['lang'] ?? profile.locale),
    fields: wanted(attributes['fields'], profile.fields) ?? [],
    requiredFields: wanted(attributes['required-fields'], profile.requiredFields) ?? [],
    ...(attributes['name-parts'] ? { nameParts: attributes['name-parts'] } : {}),
    addressAbroad: 'address-abroad' in attributes,
    ...options,
  });
}

/** The tree as elements, attributes and text: comments are nobody's business, and white space between tags is none. */
function treeOf(node: Node): unknown {
  if (node instanceof Text) return node.data.trim().replace(/\s+/g, ' ');
  if (!(node instanceof Element)) return '';
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }): [string, string] => [name, value]).sort());
  const children = [...node.childNodes].map(treeOf).filter((child) => child !== '');
  return { tag: node.localName, attributes, children };
}

/** Answers a list or radios. */
async function choose(element: CitizenIdForm, entry: string, value: string): Promise<void> {
  const [input] = element.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="customer.${entry}"]`);
  if (input instanceof HTMLSelectElement) {
    input.value = value;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  } else {
    await click(the(element, `[name="customer.${entry}"][value="${value}"]`));
  }
}

const place = (element: Element, entry: string) => the(element, `[name="customer.${entry}"]`);
const submittedKeys = (form: HTMLFormElement) => [...new FormData(form).keys()].map((key) => key.replace('customer.', ''));

describe.each(configurations)('A page that asks $what', ({ attributes }) => {
  it('is the same taken over from a server as drawn here, at rest and with every error', async () => {
    const drawn = await openPage({ attributes });
    const adopted = await openPage({ attributes, inside: await fallbackFor(attributes) });
    const input = the(adopted.element, '.cif-input');
    expect(treeOf(the(adopted.element, '.cif-form'))).toEqual(treeOf(the(drawn.element, '.cif-form')));
    for (const { form } of [drawn, adopted]) await press(form, 'Continue');
    expect(Object.keys(errorsOf(drawn.element)).length).toBeGreaterThan(0);
    expect(treeOf(the(adopted.element, '.cif-form'))).toEqual(treeOf(the(drawn.element, '.cif-form')));
    expect(the(adopted.element, '.cif-input')).toBe(input);
  });

  it('has words for all that it says, a label for every input, and no id twice', async () => {
    const { form, element } = await openPage({ attributes });
    await press(form, 'Continue');
    expect(element.textContent).not.toMatch(/\w\/\w|undefined|\{\w+\}/);
    const inputs = [...element.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
    expect(inputs.filter(({ labels }) => labels?.length !== 1).map(({ id }) => id)).toEqual([]);
    const ids = [...element.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('leads from every line of the summary to an input that can be seen', async () => {
    const { form, element } = await openPage({ attributes });
    await press(form, 'Continue');
    for (const link of element.querySelectorAll<HTMLAnchorElement>('.cif-summary-link')) {
      link.click();
      expect(document.activeElement?.id).toBe(decodeURIComponent(link.hash.slice(1)));
      expect(document.activeElement?.checkVisibility()).toBe(true);
    }
  });
});

describe('A person or an organisation', () => {
  const attributes = {
    profile: 'us-fl',
    fields: 'customer-kind name organisation date-of-birth',
    'required-fields': 'name organisation',
  };

  it('is asked first, and what is not about the one that was chosen is neither shown, required nor submitted', async () => {
    const { form, element } = await openPage({ attributes });
    await fill(element, { 'name.given': 'Ada', 'name.family': 'Quill' });
    expect(place(element, 'organisation.legalName').checkVisibility()).toBe(false);
    await choose(element, 'customerKind', 'organisation');
    expect(place(element, 'name.given').checkVisibility()).toBe(false);
    expect(place(element, 'dateOfBirth.year').checkVisibility()).toBe(false);
    expect(submittedKeys(form).filter((key) => key.startsWith('name') || key.startsWith('date'))).toEqual([]);
    expect(element.issues.map(({ path }) => path)).toEqual(['organisation.legalName']);
    await fill(element, { 'organisation.legalName': 'Example Nursery LLC' });
    expect(element.identity).toEqual({ customerKind: 'organisation', organisation: { legalName: 'Example Nursery LLC' } });
    await choose(element, 'customerKind', 'person');
    expect(element.identity?.name).toEqual({ given: 'Ada', family: 'Quill' });
    expect(submittedKeys(form)).not.toContain('organisation.legalName');
  });

  it('is put in at first where the host knows it', async () => {
    const { element } = await openPage({ attributes });
    element.initialIdentity = { customerKind: 'organisation', organisation: { legalName: 'Example Nursery LLC' } };
    await until('the answer', () => element.identity?.customerKind === 'organisation');
    expect(place(element, 'organisation.legalName').checkVisibility()).toBe(true);
  });
});

describe('Profile us-fl', () => {
  const american: Entries = {
    'name.given': 'Ada',
    'name.family': 'Quill',
    'name.suffix': 'Jr.',
    'dateOfBirth.day': '27',
    'dateOfBirth.year': '1985',
    'postalAddress.line1': '1 Example St',
    'postalAddress.town': 'Tallahassee',
    'postalAddress.postcode': '32399',
    telephoneNumber: '850-555-0100',
  };

  it('asks month, day and year in this order, a state and a ZIP code, and speaks American English on a page in English', async () => {
    const { element, index, form, submissions } = await openPage({
      attributes: { profile: 'us-fl', lang: 'en' },
      answers: american,
    });
    const boxes = [...element.querySelectorAll('.cif-boxes .cif-input')].map(({ id }) => id.replace('customer.dateOfBirth.', ''));
    expect(boxes).toEqual(['month', 'day', 'year']);
    expect(the(element, '.cif-form').lang).toBe('en-US');
    await choose(element, 'dateOfBirth.month', '3');
    await choose(element, 'postalAddress.region', 'FL');
    await press(form, 'Continue');
    await until('the submission', () => submissions.length === 1);
    expect(index.requests[0]).toMatchObject({
      profile: 'us-fl',
      identity: {
        name: { given: 'Ada', family: 'Quill' },
        dateOfBirth: { year: 1985, month: 3, day: 27 },
        postalAddress: { line1: '1 Example St', region: 'FL', postcode: '32399', country: 'US' },
        telephoneNumber: { e164: '+18505550100' },
      },
    });
  });

  it('takes the same mailing address by one tick, and a second and third location only where they are filled in', async () => {
    const { form, element } = await openPage({
      attributes: { profile: 'us-fl', fields: 'postal-address mailing-address locations', 'required-fields': 'mailing-address' },
      answers: Object.fromEntries(Object.entries(american).filter(([entry]) => entry.startsWith('postalAddress'))),
    });
    await choose(element, 'postalAddress.region', 'FL');
    await choose(element, 'mailingAddress.kind', 'same');
    expect(place(element, 'mailingAddress.line1').checkVisibility()).toBe(false);
    expect(submittedKeys(form)).not.toContain('mailingAddress.line1');
    expect(element.identity?.mailingAddress?.line1).toBe('1 Example St');
    expect(element.identity?.locations).toBe(undefined);
    await fill(element, { 'locations.1.line1': '2 Example St', 'locations.1.town': 'Miami', 'locations.1.postcode': '33101' });
    await choose(element, 'locations.1.region', 'FL');
    await choose(element, 'locations.1.billTo', 'use');
    expect(element.identity?.locations).toMatchObject([{ uses: ['bill-to'], primaryFor: ['bill-to'] }]);
  });

  it('opens a folded location where something in it is wrong', async () => {
    const { form, element } = await openPage({
      attributes: { profile: 'us-fl', fields: 'locations', 'required-fields': '', resolve: 'never' },
    });
    const folded = the<HTMLDetailsElement>(element, 'details');
    expect(folded.open).toBe(false);
    const input = the<HTMLInputElement>(folded, '[name="customer.locations.2.line1"]');
    input.value = '3 Example St';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await press(form, 'Continue');
    expect(folded.open).toBe(true);
  });
});

describe('An address in another country', () => {
  it('is a country and free lines, in place of what only addresses at home have', async () => {
    const { form, element } = await openPage({ attributes: { 'address-abroad': '' }, answers });
    expect(place(element, 'postalAddress.country').checkVisibility()).toBe(false);
    await choose(element, 'postalAddress.kind', 'abroad');
    expect(element.querySelectorAll('[value="no-fixed-address"]')[0]?.checkVisibility()).toBe(false);
    await fill(element, { 'postalAddress.postcode': '75001' });
    await choose(element, 'postalAddress.country', 'FR');
    expect(element.identity?.postalAddress).toMatchObject({ kind: 'abroad', country: 'FR', postcode: '75001' });
    expect(new FormData(form).getAll('customer.postalAddress.kind')).toEqual(['abroad']);
    await choose(element, 'postalAddress.kind', 'abroad');
    expect(submittedKeys(form)).not.toContain('postalAddress.country');
  });
});

describe('A name', () => {
  it('is asked in one box where the host wants it, and submitted as such', async () => {
    const { form, element } = await openPage({ attributes: { fields: 'name', 'name-parts': 'full' } });
    await fill(element, { 'name.full': 'Ada Lucinda Quill' });
    expect(element.identity).toEqual({ name: { full: 'Ada Lucinda Quill' } });
    expect(submittedKeys(form)).toEqual(['permit', 'name.full']);
  });

  it('that is the only one of a person leaves no middle name behind', async () => {
    const { form, element } = await openPage({ attributes: { fields: 'name', 'name-parts': 'given middle family suffix' } });
    await fill(element, { 'name.given': 'Ada', 'name.middle': 'Lucinda' });
    await choose(element, 'name.kind', 'single');
    expect(submittedKeys(form)).not.toContain('name.middle');
    expect(element.identity).toEqual({ name: { given: 'Ada' } });
  });
});

describe('An identifier', () => {
  const warnings: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    warnings.length = 0;
    console.warn = (...words: unknown[]) => warnings.push(words.map(String).join(' '));
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('without a purpose is not asked, and the developer is told what to set', async () => {
    const { element } = await openPage({ attributes: { fields: 'name nhs-number' } });
    expect(element.querySelector('[data-field="nhs-number"]')).toBe(null);
    await until('the warning', () => warnings.some((words) => words.includes('set purpose-nhs-number="…"')));
    await pause(20);
  });

  it('says why it is asked, to everybody, and is left to no browser’s memory', async () => {
    const { element } = await openPage({ attributes: { fields: 'name nhs-number', 'purpose-nhs-number': why } });
    const input = place(element, 'nhsNumber');
    expect(input.getAttribute('autocomplete')).toBe('off');
    expect(the(document, `#${CSS.escape(input.getAttribute('aria-describedby') ?? '')}`).textContent).toContain(why);
  });

  it('takes its purpose from the property too', async () => {
    const { element } = await openPage({ attributes: { fields: 'name nhs-number' } });
    element.purposes = { 'nhs-number': why };
    await until('the field', () => element.querySelector('[data-field="nhs-number"]') !== null);
  });
});

describe('A list', () => {
  it('has the border of an answer that can be given, and of one that cannot once it is switched off', async () => {
    const { element } = await openPage({ attributes: { profile: 'us-fl', fields: 'name date-of-birth' } });
    const list = the<HTMLSelectElement>(element, 'select');
    expect(getComputedStyle(list).borderTopStyle).toBe('solid');
    element.disabled = true;
    await until('no answer', () => list.disabled);
    expect(getComputedStyle(list).borderTopStyle).toBe('dashed');
  });
});

describe('Profile and locked answers', () => {
  it('of lists and radios cannot be changed while the element is read-only, and are submitted', async () => {
    const { form, element } = await openPage({ attributes: { profile: 'us-fl', fields: 'customer-kind date-of-birth' } });
    await choose(element, 'dateOfBirth.month', '3');
    await choose(element, 'customerKind', 'person');
    element.readonly = true;
    await element.updateComplete;
    await choose(element, 'customerKind', 'organisation');
    const list = the<HTMLSelectElement>(element, 'select');
    expect([...list.options].filter(({ disabled }) => !disabled).map(({ value }) => value)).toEqual(['3']);
    expect([new FormData(form).get('customer.customerKind'), new FormData(form).get('customer.dateOfBirth.month')]).toEqual([
      'person',
      '3',
    ]);
  });
});
