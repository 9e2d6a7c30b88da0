/**
 * The parts that come late (who it is for, address finder, candidates, summary, steps and the answers to be checked) on pages that are
 * shown otherwise: narrow, spaced out, right to left, in forced colours, without motion. Measured in one page each, in Chromium.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page as screen, server } from 'vitest/browser';
import { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import type { Candidate } from '../../src/protocol/customer-index.ts';
import { loadAllMessages, type Messages } from '../../src/standard/messages.ts';
import { answers, createFakeIndex, fill, inputOf, openPage, settled, the, until, type Page } from './page.ts';

const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwll'.repeat(2);
const candidate: Candidate = {
  customerId: 'GBX-1',
  grade: 'possible',
  probability: 0.5,
  summary: { name: { full: long }, emailAddress: `${long}@example.org` },
  explanation: [{ field: 'given', level: 'exact', bits: 8, againstStranger: 9, againstHousehold: 6 }],
};

/** A tongue of nobody's: right to left, and two fifths longer. What stands in brackets is put in, and stays. */
function turnedRound(words: Messages): Messages {
  const turn = (sentence: string) => {
    const letters = sentence.replace(/\{\w+\}|[a-z]/giu, (found: string) =>
      found.startsWith('{') ? found : String.fromCharCode(0x05d0 + (found.toLowerCase().charCodeAt(0) - 97)),
    );
    return `${letters} ${'אבגד '.repeat(Math.ceil(sentence.length / 12))}`.trim();
  };
  const turned = Object.entries(words).map(([key, sentence]): [string, string] => [
    key,
    key === 'form/locale' ? sentence : turn(sentence),
  ]);
  return { ...words, ...Object.fromEntries(turned), 'form/direction': 'rtl' };
}

const english = await loadAllMessages('en-GB');
const tongues = [
  ['in English', english],
  ['in a pseudo-locale, right to left', turnedRound(english)],
] as const;

async function openAll(messages: Messages): Promise<Page> {
  const index = { ...createFakeIndex(), findCandidates: async () => [candidate] };
  const page = await openPage({
    index,
    attributes: { mode: 'assisted', 'acting-for': '', 'clear-button': '', 'error-title': '' },
  });
  const { element } = page;
  element.messages = messages;
  element.addressFinder = { findAddresses: async () => [{ line1: long, town: long, postcode: 'LS1 4AP' }] };
  await until('all its parts', () =>
    ['.cif-finder button', '.cif-candidates button', '.cif-clear button', 'citizen-id-form input'].every((part) =>
      element.querySelector(part),
    ),
  );
  const helper = the(element, 'citizen-id-form');
  if (helper instanceof CitizenIdForm) helper.messages = messages;
  the(element, '[name="customer.actingFor"][value=someone-else]').click();
  await until('the helper', () => helper.checkVisibility());
  await fill(element, { 'name.given': long, 'name.family': long, emailAddress: `${long}@example.org` });
  the<HTMLInputElement>(element, '.cif-finder input').value = 'LS1 4AP';
  the(element, '.cif-finder button').click();
  await until('an address', () => element.querySelector('.cif-finder select') !== null);
  // Last, as candidates are those of the answers at the time.
  the(element, '.cif-candidates button').click();
  await until('a customer', () => element.querySelector('[name="customer.candidate"]') !== null);
  element.reportValidity();
  for (const details of element.querySelectorAll('details')) details.open = true;
  await settled(element);
  return page;
}

async function openAnswers(messages: Messages): Promise<Page> {
  const page = await openPage({ attributes: { layout: 'steps', 'step-history': 'none' } });
  page.element.messages = messages;
  await until('the first step', () => page.element.querySelector('.cif-foot button') !== null);
  for (const [entry, value] of Object.entries({ ...answers, 'postalAddress.line1': long }))
    inputOf(page.element, entry).value = value;
  while (the(page.element, '.cif-form').dataset['step'] !== 'check') {
    const before = the(page.element, '.cif-form').dataset['step'];
    the(page.element, '.cif-foot button').click();
    await until(`on from ${before ?? ''}`, () => the(page.element, '.cif-form').dataset['step'] !== before);
  }
  return page;
}

const parts = [
  ['every question that there is', openAll],
  ['the answers to be checked', openAnswers],
] as const;

const spaced = 'line-height:1.5;letter-spacing:.12em;word-spacing:.16em';

async function emulate(features: { name: string; value: string }[]): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features });
}

describe.skipIf(server.browser !== 'chromium')('What comes late', () => {
  afterEach(async () => {
    await emulate([]);
    await screen.viewport(1280, 800);
  });

  it.each(tongues.flatMap(([how, messages]) => parts.map(([what, open]) => [what, how, open, messages] as const)))(
    'needs no scrolling sideways at 320 pixels, with spaced text: %s %s',
    async (_what, _how, open, messages) => {
      await screen.viewport(320, 800);
      const { element } = await open(messages);
      for (const style of ['', spaced]) {
        element.style.cssText = style;
        const { scrollWidth, clientWidth } = document.documentElement;
        expect(scrollWidth, style).toBeLessThanOrEqual(clientWidth);
        expect(cutOff(element), style).toEqual([]);
      }
    },
  );

  it.each(parts)('keeps its edges, and shows focus, in forced colours, and moves nothing: %s', async (_what, open) => {
    await emulate([
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    const { element } = await open(english);
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    const seen = [...element.querySelectorAll<HTMLElement>('input, select, button, a, summary, .cif-summary')].filter((part) =>
      part.checkVisibility(),
    );
    expect(seen.length).toBeGreaterThan(5);
    for (const part of seen) {
      part.focus();
      expect(part.matches(':focus') ? getComputedStyle(part).outlineStyle : 'solid', part.outerHTML).toMatch(/solid|auto/);
    }
    const edged = seen.filter((part) => part.matches('.cif-input, .cif-button, .cif-summary'));
    const edgeless = edged.filter((part) => {
      const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(part);
      return borderTopStyle === 'none' || borderTopWidth === '0px' || borderTopColor === getComputedStyle(part).backgroundColor;
    });
    expect(edgeless).toEqual([]);
    expect(element.getAnimations({ subtree: true })).toEqual([]);
  });
});

/** What is wider than it is let be, and so not to be read. */
function cutOff(element: Element): readonly string[] {
  const parts = [...element.querySelectorAll<HTMLElement>('.cif-form *:not(.cif-unseen, input, select, option)')];
  const isCut = (part: HTMLElement) =>
    part.checkVisibility() && getComputedStyle(part).overflowX !== 'visible' && part.scrollWidth > part.clientWidth + 1;
  return parts.filter(isCut).map((part) => part.className);
}
