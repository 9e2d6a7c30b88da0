/** The code that the guides show: it does what they say of it, and is shown with the package's doors alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { AdapterError } from '../../src/protocol/error.ts';
import { standardVersion } from '../../src/standard/version.ts';
import { asPublished } from '../../stories/guides/samples/as-published.ts';
import { receive, settle, type Cases } from '../../stories/guides/samples/backend.ts';
import { formPage } from '../../stories/guides/samples/fallback.ts';
import { createOwnIndex } from '../../stories/guides/samples/own-index.ts';
// The sample is a test itself: an index of one's own keeps the contract.
import '../../stories/guides/samples/contract.ts';

const folder = fileURLToPath(new URL('../../stories/guides/samples', import.meta.url));
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly exports: Readonly<Record<string, unknown>>;
};

const right = new URLSearchParams({
  customer: 'reference-1',
  'customer.name.given': 'Ada',
  'customer.name.family': 'Quill',
  'customer.dateOfBirth.day': '27',
  'customer.dateOfBirth.month': '3',
  'customer.dateOfBirth.year': '1985',
  'customer.postalAddress.line1': '1 Example Street',
  'customer.postalAddress.town': 'Leeds',
  'customer.postalAddress.postcode': 'LS1 4AP',
});

interface Noted {
  readonly settled: string[];
  readonly later: string[];
}

function casesThatNote(): { readonly cases: Cases; readonly noted: Noted } {
  const noted: Noted = { settled: [], later: [] };
  const cases: Cases = {
    create: async () => 'PP-1',
    settle: async (caseReference, customerId) => void noted.settled.push(`${caseReference} ${customerId}`),
    tryLater: async (caseReference) => void noted.later.push(caseReference),
  };
  return { cases, noted };
}

const answering = (status: number, body: unknown) => ({
  index: 'https://index.example.org',
  service: 'your-service',
  secret: 'a secret',
  fetch: async () => Response.json(body, { status }),
});

describe('A sample of a guide', () => {
  const samples = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'as-published.ts');

  it.each(samples)('%s is shown with the doors of the package', (file) => {
    const shown = asPublished(readFileSync(`${folder}/${file}`, 'utf8'));
    expect(shown).not.toContain('../');
    const doors = [...shown.matchAll(/'citizen-id-form(\/[^']*)?'/gu)].map(([, door = '']) => `.${door}`);
    expect(doors.length).toBeGreaterThan(0);
    for (const door of doors) expect(manifest.exports).toHaveProperty([door]);
  });
});

describe('The sample of a backend', () => {
  it('sends a form in error back with its issues, and opens no case', async () => {
    const { cases, noted } = casesThatNote();
    const wrong = new URLSearchParams([...right].map(([name, value]) => [name, name.endsWith('month') ? '13' : value]));
    const { issues } = await receive(wrong, cases, answering(200, {}));
    expect(issues?.map(({ path }) => path)).toEqual(['dateOfBirth.month']);
    expect(noted).toEqual({ settled: [], later: [] });
  });

  it('tells the resident the case number, and keeps the customer ID with the case', async () => {
    const { cases, noted } = casesThatNote();
    const settledAnswer = { customerId: 'GBX-1', outcome: 'new', grade: 'certainly-not', identity: {}, standardVersion };
    expect(await receive(right, cases, answering(200, settledAnswer))).toEqual({ caseReference: 'PP-1' });
    await expect.poll(() => noted.settled).toEqual(['PP-1 GBX-1']);
  });

  it('keeps the case for later where the index cannot answer, or refuses what was submitted', async () => {
    const { cases, noted } = casesThatNote();
    await settle('PP-1', right, { cases, connection: answering(503, {}) });
    await settle('PP-2', right, { cases, connection: answering(422, { issues: [] }) });
    expect(noted).toEqual({ settled: [], later: ['PP-1', 'PP-2'] });
  });
});

describe('The sample of a page from a server', () => {
  it('asks everything, and again what was wrong, with what was typed', () => {
    expect(formPage()).toContain('name="customer.name.given"');
    const again = formPage({ emailAddress: '"<ada>"' }, [{ code: 'email-address/missing', path: 'emailAddress' }]);
    expect(again).toContain('&#34;&#60;ada&#62;&#34;');
    expect(again).toContain('aria-invalid');
  });
});

describe('The sample of an index', () => {
  it('tells in the contract’s words that an identity could not be kept', async () => {
    const index = createOwnIndex(() => Promise.reject(new Error('no room')));
    const request = { service: 'your-service', profile: 'gb', standardVersion, identity: {} } as const;
    const fault = await index.resolve(request).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(AdapterError);
    expect(fault).toMatchObject({ code: 'ADAPTER_UNREACHABLE' });
  });

  it('may be asked again under the same key where that failed', async () => {
    let isFull = true;
    const index = createOwnIndex(() => (isFull ? Promise.reject(new Error('no room')) : Promise.resolve()));
    const request = { service: 'your-service', profile: 'gb', standardVersion, identity: {} } as const;
    await expect(index.resolve(request, { idempotencyKey: 'a' })).rejects.toThrow();
    isFull = false;
    await expect(index.resolve(request, { idempotencyKey: 'a' })).resolves.toHaveProperty('reference');
  });
});
