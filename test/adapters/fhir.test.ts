/**
 * Candidates out of what FHIR servers answer to `$match`, in shapes that differ as servers do: without scores, without grades, with more
 * than was asked for, with an outcome alone. Every answer is made up. Over our own route: test/service/fhir-match.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { createFhirIndex, type FhirIndexOptions } from '../../src/adapters/fhir.ts';
import type { ResolveRequest } from '../../src/protocol/resolution.ts';

const request: ResolveRequest = {
  service: 'desk',
  profile: 'gb',
  standardVersion: '1.1',
  identity: { name: { given: 'Ann', family: 'Sample' }, dateOfBirth: { year: 1980, month: 2, day: 3 } },
};

const gradeUrl = 'http://hl7.org/fhir/StructureDefinition/match-grade';
const patient = (id: string, more: object = {}) => ({
  resourceType: 'Patient',
  id,
  name: [{ family: 'Sample', given: ['Ann'] }],
  ...more,
});
const graded = (grade: string) => [{ url: gradeUrl, valueCode: grade }];
const match = (id: string, search: object, more: object = {}) => ({
  resource: patient(id, more),
  search: { mode: 'match', ...search },
});
const bundle = (...entry: readonly object[]) => ({ resourceType: 'Bundle', type: 'searchset', total: entry.length, entry });
const outcome = (severity: string, code: string) => ({ resourceType: 'OperationOutcome', issue: [{ severity, code }] });

const sent: { url: string; headers: Headers; body: string }[] = [];
const serverThat = (answers: unknown, { status = 200, ...options }: Partial<FhirIndexOptions> & { status?: number } = {}) =>
  createFhirIndex({
    url: 'https://records.example/fhir/',
    fetch: async (url, init) => {
      const request = new Request(url, init);
      sent.push({ url: request.url, headers: request.headers, body: await request.text() });
      return new Response(typeof answers === 'string' ? answers : JSON.stringify(answers), { status });
    },
    ...options,
  });
const find = (answers: unknown, options: Parameters<typeof serverThat>[1] = {}) =>
  serverThat(answers, options).findCandidates(request);
const told = async (...asked: Parameters<typeof find>) =>
  (await find(...asked)).map(({ customerId, grade, probability }) => [customerId, grade, probability]);

describe('Candidates of a FHIR server', () => {
  it('are asked for with the person as a Patient, and nothing in the address', async () => {
    sent.length = 0;
    await find(bundle(), { count: 3, headers: { authorization: 'Bearer token' } });
    const [call] = sent;
    expect(call?.url).toBe('https://records.example/fhir/Patient/$match');
    expect(call?.headers.get('content-type')).toBe('application/fhir+json');
    expect(call?.headers.get('authorization')).toBe('Bearer token');
    expect(JSON.parse(call?.body ?? '')).toEqual({
      resourceType: 'Parameters',
      parameter: [
        {
          name: 'resource',
          resource: {
            resourceType: 'Patient',
            name: [{ use: 'official', family: 'Sample', given: ['Ann'] }],
            birthDate: '1980-02-03',
          },
        },
        { name: 'onlyCertainMatches', valueBoolean: false },
        { name: 'count', valueInteger: 3 },
      ],
    });
  });

  it('have grade, score, and what the server says of them', async () => {
    const more = { birthDate: '1980-02-03', telecom: [{ system: 'email', value: 'ann@example.org' }], gender: 'female' };
    const [candidate] = await find(bundle(match('a', { score: 0.97, extension: graded('probable') }, more)));
    expect(candidate).toEqual({
      customerId: 'a',
      grade: 'probable',
      probability: 0.97,
      summary: { ...request.identity, emailAddress: 'ann@example.org' },
      explanation: [],
    });
  });

  it.each<readonly [string, unknown, readonly unknown[]]>([
    ['nobody', bundle(), []],
    ['nobody, without an empty list', { resourceType: 'Bundle', type: 'searchset', total: 0 }, []],
    [
      'no scores: the least of each grade',
      bundle(match('a', { extension: graded('certain') }), match('b', { extension: graded('probable') })),
      [
        ['a', 'certain', 0.999],
        ['b', 'probable', 0.5],
      ],
    ],
    ['no grades: no more than possible, whatever the score', bundle(match('a', { score: 1 })), [['a', 'possible', 1]]],
    ['neither', bundle({ resource: patient('a') }), [['a', 'possible', 0.01]]],
    ['a grade that FHIR has not', bundle(match('a', { score: 0.4, extension: graded('likely') })), [['a', 'possible', 0.4]]],
    [
      'worst first',
      bundle(
        match('a', { score: 0.2, extension: graded('possible') }),
        match('b', { score: 0.9, extension: graded('probable') }),
      ),
      [
        ['b', 'probable', 0.9],
        ['a', 'possible', 0.2],
      ],
    ],
    ['people who are certainly not the one', bundle(match('a', { score: 0, extension: graded('certainly-not') })), []],
    [
      'what is included beside the matches',
      bundle(
        match('a', { score: 0.6, extension: graded('probable') }),
        { resource: { resourceType: 'Organization', id: 'o' }, search: { mode: 'include' } },
        { resource: patient('b'), search: { mode: 'include' } },
        { resource: outcome('warning', 'incomplete'), search: { mode: 'outcome' } },
      ),
      [['a', 'probable', 0.6]],
    ],
    ['a patient without an id', bundle({ resource: { resourceType: 'Patient' }, search: { mode: 'match', score: 1 } }), []],
    ['an outcome alone, that found nobody', outcome('information', 'not-found'), []],
    ['an outcome alone, with a warning', outcome('warning', 'informational'), []],
  ])('of a server that sends %s', async (_, answers, expected) => {
    expect(await told(answers)).toEqual(expected);
  });

  it('are no more than asked for, though a server ignores how many', async () => {
    const many = Array.from({ length: 30 }, (_, number) =>
      match(String(number), { score: number / 30, extension: graded('possible') }),
    );
    expect((await told(bundle(...many), { count: 2 })).map(([id]) => id)).toEqual(['29', '28']);
    expect(await told(bundle(...many))).toHaveLength(10);
  });

  it('are certain ones where only such are asked for, though a server ignores it', async () => {
    const answers = bundle(
      match('a', { score: 1, extension: graded('certain') }),
      match('b', { score: 0.9, extension: graded('probable') }),
    );
    expect(await told(answers, { onlyCertainMatches: true })).toEqual([['a', 'certain', 1]]);
  });

  it('are known by the identifier that is named, and left out without it', async () => {
    const system = 'https://fhir.nhs.uk/Id/nhs-number';
    const identifier = [
      { system: 'urn:local', value: '1' },
      { system, value: '9434765919' },
    ];
    const answers = bundle(match('a', { score: 0.9 }, { identifier }), match('b', { score: 0.8 }));
    expect((await told(answers, { customerIdSystem: system })).map(([id]) => id)).toEqual(['9434765919']);
  });

  it.each<readonly [string, unknown, number, string]>([
    ['an outcome alone, that is an error', outcome('error', 'processing'), 200, 'ADAPTER_REFUSED'],
    ['an outcome alone, that there are several', outcome('information', 'multiple-matches'), 200, 'ADAPTER_REFUSED'],
    ['an outcome with its status', outcome('error', 'business-rule'), 422, 'ADAPTER_REFUSED'],
    ['another bundle', { resourceType: 'Bundle', type: 'history' }, 200, 'ADAPTER_BAD_ANSWER'],
    ['a name that is no list', bundle({ resource: patient('a', { name: { family: 'Sample' } }) }), 200, 'ADAPTER_BAD_ANSWER'],
    ['a score beyond one', bundle(match('a', { score: 98 })), 200, 'ADAPTER_BAD_ANSWER'],
    ['a page', '<html>', 200, 'ADAPTER_BAD_ANSWER'],
    ['nothing', '', 200, 'ADAPTER_BAD_ANSWER'],
    ['a gateway that reaches no server', '', 503, 'ADAPTER_UNREACHABLE'],
  ])('are none, but a fault, of a server that sends %s', async (_, answers, status, code) => {
    await expect(find(answers, { status })).rejects.toMatchObject({ name: 'AdapterError', code });
  });

  it('are refused for a profile that nobody knows', async () => {
    await expect(serverThat(bundle()).findCandidates({ ...request, profile: 'xx' })).rejects.toMatchObject({
      code: 'ADAPTER_REFUSED',
    });
  });
});
