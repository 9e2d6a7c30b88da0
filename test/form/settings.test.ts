/** What a page settles once for all its elements, and what a form builder is told who wrote an attribute wrongly. */
import { ContextProvider } from '@lit/context';
import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import type { CitizenIdSettings } from '../../src/form/citizen-id-settings.ts';
import { serviceContext } from '../../src/form/contexts.ts';
import { enGB } from '../../src/standard/messages/en-GB.ts';
import { answers, createFakeIndex, fill, openPage, pause, settled, the, until } from './page.ts';

describe('<citizen-id-settings>', () => {
  it('gives every element inside it index, service and words, unless it has its own', async () => {
    const page = await fixture<CitizenIdSettings>(html`
      <citizen-id-settings service="from-settings">
        <citizen-id-form></citizen-id-form>
        <citizen-id-form name="second" service="its-own"></citizen-id-form>
      </citizen-id-settings>
    `);
    const index = createFakeIndex();
    page.index = index;
    page.messages = { ...enGB, 'name/legend': 'Who are you?' };
    const elements = [...page.querySelectorAll('citizen-id-form')];
    for (const element of elements) {
      await settled(element);
      await fill(element, answers);
      await element.resolve();
      expect(the(element, 'legend').textContent).toBe('Who are you?');
    }
    expect(index.requests.map(({ service }) => service)).toEqual(['from-settings', 'its-own']);
  });

  it('can be any host that provides the contexts', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    new ContextProvider(host, { context: serviceContext, initialValue: 'from-anywhere' });
    host.innerHTML = '<citizen-id-form></citizen-id-form>';
    const element = the<CitizenIdForm>(host, 'citizen-id-form');
    await settled(element);
    expect(element.activeService).toBe('from-anywhere');
  });
});

describe('An attribute', () => {
  const warnings: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    warnings.length = 0;
    console.warn = (...words: unknown[]) => warnings.push(words.map(String).join(' '));
  });
  afterEach(() => {
    console.warn = warn;
  });

  const rows: readonly (readonly [attribute: string, value: string, warning: RegExp])[] = [
    ['appearance', 'shiny', /appearance="shiny" is not known\. Allowed: default, govuk, nhsuk, uswds, bootstrap, none\./],
    ['css', 'inline', /css="inline" is not known\. Allowed: plain, layer\./],
    ['resolve', 'always', /resolve="always" is not known\. Allowed: submit, never\./],
    ['error-summary', 'yes', /error-summary="yes" is not known\. Allowed: own, host, none\./],
    ['profile', 'atlantis', /profile="atlantis" is not known\. Allowed: gb, us-fl\./],
    ['fields', 'name shoe-size', /fields="shoe-size" is not known\. Allowed: name, previous-name, /],
    ['required-fields', 'shoe-size', /required-fields="shoe-size" is not known\. Allowed: name, /],
    ['index', 'ftp://index.example', /index="…" cannot be used: url must be/],
    ['fields', 'name date-of-birth', /can never say enough to find a customer \(5 of 9\)/],
  ];
  for (const [attribute, value, warning] of rows) {
    it(`${attribute}="${value}" is told to the developer, and the default taken`, async () => {
      const { element } = await openPage({ attributes: { [attribute]: value } });
      const told = () => warnings.filter((words) => warning.test(words));
      // What is said to developers is loaded when it is needed; then nothing is said twice.
      await until('the warning', () => told().length > 0);
      await pause(50);
      expect(told().length).toBe(1);
      expect(element.querySelectorAll('input').length).toBeGreaterThan(2);
    });
  }

  it('that is right is nothing to talk about', async () => {
    await openPage({
      attributes: {
        appearance: 'none',
        css: 'layer',
        resolve: 'never',
        profile: 'gb',
        fields: 'name date-of-birth email-address',
      },
    });
    await pause(50);
    expect(warnings.filter((words) => words.includes('citizen-id-form'))).toEqual([]);
  });
});

describe('Fields', () => {
  it('are asked in the order given, and what need not be answered says so', async () => {
    const { element } = await openPage({
      attributes: { fields: 'email-address name date-of-birth', 'required-fields': 'email-address date-of-birth' },
    });
    const titles = [...element.querySelectorAll('.cif-title')].map(({ textContent }) => textContent.trim());
    expect(titles).toEqual(['Email address', 'Your name (optional)', 'Date of birth']);
    await fill(element, {
      emailAddress: 'ada@example.org',
      'dateOfBirth.day': '1',
      'dateOfBirth.month': '2',
      'dateOfBirth.year': '1990',
    });
    expect(element.identity?.name).toBe(undefined);
    expect(element.issues).toEqual([]);
  });
});
