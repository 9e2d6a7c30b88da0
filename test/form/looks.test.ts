/** The looks of design systems: the same page from server and browser, put on and taken off in place, and as each system behaves. */
import { describe, expect, it } from 'vitest';
import { renderFallback } from '../../src/form/fallback.ts';
import { appearances } from '../../src/form/options.ts';
import { parseIdentity } from '../../src/standard/identity.ts';
import { loadAllMessages } from '../../src/standard/messages.ts';
import { usFl } from '../../src/standard/profiles/us-fl.ts';
import { wholeGb } from '../../src/standard/profiles/whole-gb.ts';
import { withPurposes } from '../../src/standard/purposes.ts';
import { answers, errorsOf, fill, inputOf, openPage, press, settled, the, treeOf, until } from './page.ts';

const today = { year: 2025, month: 6, day: 15 };
const gbFields = ['name', 'date-of-birth', 'postal-address', 'email-address', 'telephone-number', 'nhs-number'] as const;
const usFields = ['customer-kind', 'name', 'organisation', 'date-of-birth', 'mailing-address', 'locations'] as const;

/** Everything that a template may differ by: both profiles, radios, lists, details, boxes, a purpose. */
const configurations = [
  { lang: 'en-GB', profile: withPurposes(wholeGb, { 'nhs-number': 'To check your records' }), fields: gbFields },
  { lang: 'en-US', profile: usFl, fields: usFields },
] as const;

const wrong = { 'dateOfBirth.year': '85', emailAddress: 'ada', nhsNumber: '1', 'locations.2.line1': '1 Example Street' };

describe.each(appearances)('The look %s', (appearance) => {
  it.each(configurations)(
    'is the same from a server and from a browser, at rest and with errors ($lang)',
    async (configuration) => {
      const { lang, profile, fields } = configuration;
      const attributes = {
        ...{ appearance, lang, profile: profile.id, fields: fields.join(' '), 'address-abroad': '' },
        'purpose-nhs-number': 'To check your records',
      };
      const messages = await loadAllMessages(lang);
      const requiredFields = profile.requiredFields.filter((field) => fields.some((asked) => asked === field));
      const options = { profile, fields, requiredFields, messages, appearance, addressAbroad: true };
      const drawn = await openPage({ attributes: { ...attributes, 'required-fields': requiredFields.join(' ') } });
      const adopted = await openPage({
        attributes: { ...attributes, 'required-fields': requiredFields.join(' ') },
        inside: renderFallback(options),
      });
      expect(treeOf(the(adopted.element, '.cif-form'))).toEqual(treeOf(the(drawn.element, '.cif-form')));
      const parsed = parseIdentity(wrong, profile, { today, fields, requiredFields });
      const answered = await openPage({
        attributes: { ...attributes, 'required-fields': requiredFields.join(' ') },
        inside: renderFallback({ ...options, values: wrong, issues: parsed.ok ? [] : parsed.issues }),
      });
      for (const { element } of [drawn, adopted]) {
        for (const [entry, value] of Object.entries(wrong)) {
          const input = element.querySelector<HTMLInputElement>(`[name="customer.${entry}"]`);
          input?.setAttribute('value', value);
        }
        element.reportValidity();
      }
      await until('errors of all three', () => answered.element.querySelectorAll('.cif-summary').length === 1);
      expect(Object.keys(errorsOf(drawn.element)).length).toBeGreaterThan(1);
      for (const { element } of [adopted, answered])
        expect(treeOf(the(element, '.cif-questions'))).toEqual(treeOf(the(drawn.element, '.cif-questions')));
    },
  );
});

describe('A look', () => {
  it('is put on and taken off in place, with what was typed', async () => {
    const { element } = await openPage({ answers });
    const before = treeOf(the(element, '.cif-questions'));
    const input = inputOf(element, 'name.given');
    input.focus();
    for (const appearance of ['govuk', 'bootstrap', 'none', 'nhsuk', 'default'] as const) {
      element.appearance = appearance;
      await settled(element);
      expect(inputOf(element, 'name.given')).toBe(input);
      expect(document.activeElement).toBe(input);
      expect(the(element, '.cif-form').getAttribute('data-look')).toBe(appearance === 'default' ? null : appearance);
    }
    expect(treeOf(the(element, '.cif-questions'))).toEqual(before);
  });

  it('of a system has nothing of the default one, on the same page', async () => {
    await openPage();
    const { element } = await openPage({ attributes: { appearance: 'govuk' } });
    const { borderTopWidth, minBlockSize } = getComputedStyle(inputOf(element, 'name.given'));
    expect([borderTopWidth, minBlockSize]).toEqual(['2px', '0px']);
  });

  it('marks what is wrong as its system does, and takes the mark away again', async () => {
    const { form, element } = await openPage({ attributes: { appearance: 'govuk' }, answers });
    expect(form.noValidate).toBe(true);
    await fill(element, { emailAddress: 'ada' });
    await press(form, 'Continue');
    const input = inputOf(element, 'emailAddress');
    expect([...input.classList]).toContain('govuk-input--error');
    expect([...the(element, '[data-entry=emailAddress]').classList]).toContain('govuk-form-group--error');
    expect(input.hasAttribute('aria-invalid')).toBe(false);
    expect(document.activeElement).toBe(the(element, '.govuk-error-summary'));
    await fill(element, { emailAddress: 'ada@example.org' });
    expect(element.querySelectorAll('[class*="--error"], .govuk-error-message').length).toBe(0);
  });
});
