/**
 * Personal data goes nowhere but into the form and the index: held by what the source may not use, and by a planted name
 * that is hunted for in everything a caller could log. The running parts are hunted in service/, form/ and e2e/.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createHttpIndex } from '../src/adapters/http.ts';
import { resolveSubmission } from '../src/host/index.ts';
import { parseIdentity, profiles, type Entries } from '../src/standard/index.ts';

const source = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** What could carry a value out of the page or keep it there. */
const forbidden: readonly { readonly what: string; readonly pattern: RegExp; readonly but?: string }[] = [
  { what: 'web storage', pattern: /\b(localStorage|sessionStorage|indexedDB)\b/ },
  { what: 'cookies', pattern: /\bdocument\.cookie\b/ },
  { what: 'the page address', pattern: /\b(history\.(push|replace)State\(.+, '', |location\.(href|search|hash)\s*=)/ },
  // Names of steps stand there: test/form/steps.test.ts looks at all that an entry holds.
  { what: 'entries of the history', pattern: /\bhistory\.(push|replace)State/, but: 'form/steps/step-history.ts' },
  { what: 'beacons', pattern: /\bsendBeacon\b/ },
];

describe('The source', () => {
  it.each(forbidden)('never uses $what', ({ pattern, but }) => {
    const offenders = files.filter((file) => file !== but && pattern.test(readFileSync(path.join(source, file), 'utf8')));
    expect(offenders).toEqual([]);
  });
});

const planted = 'Zaphyrine';
const today = { year: 2026, month: 6, day: 15 };
const good: Entries = {
  'name.given': planted,
  'name.family': `${planted}-Quill`,
  'dateOfBirth.day': '7',
  'dateOfBirth.month': '11',
  'dateOfBirth.year': '1961',
  'postalAddress.line1': `1 ${planted} Street`,
  'postalAddress.town': planted,
  'postalAddress.postcode': 'BX24 5LF',
  emailAddress: `${planted}@example.org`,
};

/** All of what an error or value can show when it is logged: stack, causes, hidden properties. */
const everythingIn = (value: unknown) => inspect(value, { depth: 20, showHidden: true, maxStringLength: null });

async function faultOf(call: () => Promise<unknown>): Promise<unknown> {
  return call().then(
    (value) => value,
    (fault: unknown) => fault,
  );
}

describe('A planted name', () => {
  it('is in no issue, whatever is wrong with what was typed', () => {
    const spoilt = [
      planted,
      `${planted}\u0000`,
      `${planted}\ud800`,
      `${planted}\u202e`,
      planted.repeat(100),
      `@${planted}@${planted}`,
    ];
    const found = Object.keys(good).flatMap((entry) =>
      spoilt.map((value) => parseIdentity({ ...good, [entry]: value }, profiles.gb, { today })),
    );
    const refusals = found.filter((parsed) => !parsed.ok);
    expect(refusals.length).toBeGreaterThan(20);
    expect(everythingIn(refusals)).not.toContain(planted);
  });

  it.each([
    ['a network fault', () => Promise.reject(new TypeError('fetch failed'))],
    ['an answer that echoes it', () => Promise.resolve(new Response(JSON.stringify(good), { status: 200 }))],
    ['a refusal that echoes it', () => Promise.resolve(new Response(JSON.stringify(good), { status: 400 }))],
    ['a broken gateway that echoes it', () => Promise.resolve(new Response(`<p>${planted}</p>`, { status: 502 }))],
  ])('is in no error of the http adapter or the host on %s', async (_name, fetch) => {
    const parsed = parseIdentity(good, profiles.gb, { today });
    if (!parsed.ok) throw new Error('the planted person must be acceptable');
    const request = { service: 'parking-permit', profile: 'gb', standardVersion: '1.0', identity: parsed.value };
    const options = { index: 'http://index.test', service: 'parking-permit', secret: 'x', caseReference: '1', fetch };
    const faults = [
      await faultOf(() => createHttpIndex({ url: 'http://index.test', fetch }).resolve(request)),
      await faultOf(() => resolveSubmission(prefixed(good), options)),
    ];
    expect(faults).toHaveLength(2);
    expect(everythingIn(faults)).not.toContain(planted);
  });
});

const prefixed = (entries: Entries) =>
  Object.fromEntries(Object.entries(entries).map(([entry, value]) => [`customer.${entry}`, value]));
