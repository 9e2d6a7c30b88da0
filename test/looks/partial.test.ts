/** Partials of Nunjucks and Twig give the page that `renderFallback` gives, whatever was typed and is wrong. */
import nunjucks from 'nunjucks';
import Twig from 'twig';
import { describe, expect, it } from 'vitest';
import { renderFallback } from '../../src/form/fallback.ts';
import { appearances } from '../../src/form/options.ts';
import { problemsByPath, renderPartial, type PartialOptions } from '../../src/form/partial.ts';
import { parseIdentity, type Entries } from '../../src/standard/identity.ts';
import { loadAllMessages } from '../../src/standard/messages.ts';
import { usFl } from '../../src/standard/profiles/us-fl.ts';
import { wholeGb } from '../../src/standard/profiles/whole-gb.ts';
import { treeOf } from './tree.ts';

const today = { year: 2025, month: 6, day: 15 };
const environment = new nunjucks.Environment(null, { autoescape: true });

/** Its types do not know that it can escape. */
const escaping = (data: string) => Object.assign({ data }, { autoescape: true });

/** What makes a page of variables, once the partial has been read. */
type Compile = (partial: string) => (variables: object) => string;

const engines: readonly (readonly [name: string, compile: Compile])[] = [
  [
    'Nunjucks',
    (partial) => {
      const template = nunjucks.compile(partial, environment);
      return (variables) => template.render(variables);
    },
  ],
  [
    'Twig',
    (partial) => {
      const template = Twig.twig(escaping(partial));
      return (variables) => template.render({ ...variables });
    },
  ],
];

const answers: readonly (readonly [name: string, values: Entries])[] = [
  ['nothing', {}],
  [
    'something right, something wrong',
    { 'name.given': 'Ada', 'dateOfBirth.day': '27', 'dateOfBirth.month': '13', emailAddress: 'ada' },
  ],
  // Markup, quotation marks, and what the languages would take for their own.
  ['what looks like code', { 'name.given': `<b>"Ada" & 'Bo'</b>`, 'name.family': '{{ 7 * 7 }}{% if %}', emailAddress: '"' }],
  ['ticks', { 'name.kind': 'single', 'postalAddress.kind': 'no-fixed-address', customerKind: 'person' }],
];

describe.each(engines)('A partial in %s gives the page that the server would have drawn', (_name, compile) => {
  it.each(appearances)('in the look %s', async (appearance) => {
    expectSame(compile, { profile: wholeGb, messages: await loadAllMessages('en-GB'), appearance }, answers.slice(1, 2));
  });

  it.each(answers)('whatever was typed: %s', async (name, values) => {
    expectSame(compile, { profile: wholeGb, messages: await loadAllMessages('en-GB'), name: 'person' }, [[name, values]]);
  });

  it('with lists, radios and a second address', async () => {
    const fields = ['customer-kind', 'name', 'postal-address', 'mailing-address'] as const;
    const values = {
      customerKind: 'organisation',
      'postalAddress.region': 'FL',
      'mailingAddress.kind': 'same',
      'name.given': 'Ada',
    };
    expectSame(compile, { profile: usFl, fields, messages: await loadAllMessages('en-US') }, [['chosen', values]]);
  });
});

function expectSame(compile: Compile, options: PartialOptions, all: typeof answers): void {
  const render = compile(renderPartial(options));
  for (const [name, values] of all) {
    const parsed = parseIdentity(values, options.profile, { today, ...(options.fields ? { fields: options.fields } : {}) });
    const issues = name === 'nothing' || parsed.ok ? [] : parsed.issues;
    const page = render({ values, problems: problemsByPath(issues, options.messages) });
    expect(treeOf(page)).toEqual(treeOf(renderFallback({ ...options, values, issues })));
  }
}

describe.each(engines)('A partial in %s of a page on which somebody may act for another', (_name, compile) => {
  const helperFields = ['name', 'email-address', 'telephone-number'] as const;

  it.each([
    ['nobody says so', {}, []],
    ['it is for oneself', { actingFor: 'myself', 'name.given': 'Ada' }, [{ code: 'name/family-missing', path: 'name.family' }]],
    [
      'it is for somebody else',
      { actingFor: 'someone-else', 'name.given': 'Ada', 'helper.name.given': 'Bo', 'helper.emailAddress': '"b"' },
      [
        { code: 'name/family-missing', path: 'name.family' },
        { code: 'name/family-missing', path: 'helper.name.family' },
        { code: 'email-address/missing', path: 'helper.emailAddress' },
      ],
    ],
  ] as const)('gives the page that the server would have drawn, where %s', async (_what, values, issues) => {
    const messages = await loadAllMessages('en-GB');
    const options = { profile: wholeGb, fields: ['name', 'email-address'], helperFields, messages, appearance: 'govuk' } as const;
    const page = compile(renderPartial(options))({ values, problems: problemsByPath(issues, messages, values) });
    expect(treeOf(page)).toEqual(treeOf(renderFallback({ ...options, values, issues })));
  });
});

describe('A partial', () => {
  it.each(engines)('of %s can be rendered without any variable', async (_name, compile) => {
    const options = { profile: wholeGb, messages: await loadAllMessages('en-GB') };
    expect(treeOf(compile(renderPartial(options))({}))).toEqual(treeOf(renderFallback(options)));
  });
});
