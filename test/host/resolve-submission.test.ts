/** The host helper against a server that answers as a Customer Index would, and as everything else on a network would. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { resolveSubmission, type DeferredSubmission, type SubmissionOptions } from '../../src/host/resolve-submission.ts';
import { ConfigurationError } from '../../src/protocol/error.ts';
import { standardVersion } from '../../src/standard/version.ts';

const settled = {
  customerId: 'GBX-1111-1111',
  outcome: 'new',
  grade: 'certainly-not',
  identity: { name: { given: 'Zebedee', family: 'Quillfeather' } },
  standardVersion: '1.0',
};
const entries = {
  customer: 'reference-1',
  'customer.name.given': 'Zebedee',
  'customer.name.family': 'Quillfeather',
  'vehicle-registration': 'AB12 CDE',
};

type Answer = (response: ServerResponse, incoming: IncomingMessage) => void;
interface Seen {
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

const releases: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const release of releases.splice(0)) await release();
});

async function serve(...answers: readonly [Answer, ...Answer[]]): Promise<{ options: SubmissionOptions; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    incoming.on('end', () => {
      seen.push({ url: incoming.url, authorization: incoming.headers.authorization, body: JSON.parse(body) });
      (answers[Math.min(seen.length, answers.length) - 1] ?? answers[0])(response, incoming);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  releases.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const index = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Short only where it is waited for: an answer may take its time on a loaded machine.
  const timeLimit = answers[0] === hang ? 300 : 10_000;
  return { options: { index, service: 'parking-permit', secret: 'Geheimnis: ä', caseReference: 'PP-1', timeLimit }, seen };
}

const answer =
  (status: number, body: unknown): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
const html: Answer = (response) => void response.writeHead(200).end('<p>Zebedee</p>');
const reset: Answer = (_response, incoming) => incoming.socket.destroy();
const hang: Answer = () => undefined;

function asDeferred(outcome: Awaited<ReturnType<typeof resolveSubmission>>): DeferredSubmission {
  if (outcome.outcome !== 'deferred') throw new Error(`expected deferred, got ${outcome.outcome}`);
  return outcome;
}

describe('a submission', () => {
  it('sends the reference and what was typed, under the credentials of the service, and nothing of other questions', async () => {
    const { options, seen } = await serve(answer(200, settled));
    await resolveSubmission(entries, { ...options, requiredFields: ['name', 'email-address'] });
    expect(seen[0]).toEqual({
      url: '/v1/submissions',
      authorization: `Basic ${Buffer.from('parking-permit:Geheimnis: ä').toString('base64')}`,
      body: {
        caseReference: 'PP-1',
        reference: 'reference-1',
        fields: { 'name.given': 'Zebedee', 'name.family': 'Quillfeather' },
        requiredFields: 'name email-address',
        standardVersion,
      },
    });
  });

  it('says nothing of the helper to whom the person is asked about, but all of the helper when asked about the helper', async () => {
    const { options, seen } = await serve(answer(200, settled));
    const acting = {
      ...entries,
      'customer.actingFor': 'someone-else',
      'customer.helper.name.given': 'Bo',
      'customer.candidate': 'none',
    };
    await resolveSubmission(acting, options);
    await resolveSubmission(acting, { ...options, caseReference: 'PP-1-helper', elementName: 'customer.helper' });
    expect(seen.map(({ body }) => (body as { fields: object }).fields)).toEqual([
      { 'name.given': 'Zebedee', 'name.family': 'Quillfeather' },
      { 'name.given': 'Bo' },
    ]);
  });

  it('leaves out what there is not: no reference without JavaScript, no fields where the page keeps them', async () => {
    const { options, seen } = await serve(answer(200, settled));
    await resolveSubmission({ 'customer.name.given': 'Zebedee' }, options);
    await resolveSubmission({ customer: 'reference-1' }, options);
    expect(seen.map(({ body }) => Object.keys(body as object))).toEqual([
      ['caseReference', 'fields', 'standardVersion'],
      ['caseReference', 'reference', 'standardVersion'],
    ]);
  });

  it.each(['existing', 'new', 'review', 'insufficient'])('gives the settled result with outcome %s', async (outcome) => {
    const { options } = await serve(answer(200, { ...settled, outcome }));
    expect(await resolveSubmission(entries, options)).toEqual({ ...settled, outcome });
  });

  it('gives the issues of what was typed', async () => {
    const issues = [{ code: 'name/missing', path: 'name.family' }];
    const { options } = await serve(answer(422, { type: 'urn:x', status: 422, outcome: 'invalid', issues }));
    expect(await resolveSubmission(entries, options)).toEqual({ outcome: 'invalid', issues });
  });

  it('gives one issue about the whole element where the reference was refused', async () => {
    const { options } = await serve(answer(422, { type: 'urn:problem:reference-refused', status: 422 }));
    expect(await resolveSubmission(entries, options)).toEqual({
      outcome: 'invalid',
      issues: [{ code: 'reference/refused', path: '' }],
    });
  });
});

describe('an index that cannot answer', () => {
  it.each<[string, Answer, string]>([
    ['never answers', hang, 'ADAPTER_TIMEOUT'],
    ['resets the connection', reset, 'ADAPTER_UNREACHABLE'],
    ['answers 500', answer(500, {}), 'ADAPTER_REFUSED'],
    ['answers 503', answer(503, {}), 'ADAPTER_REFUSED'],
    ['asks for patience with 429', answer(429, {}), 'ADAPTER_REFUSED'],
    ['is a captive portal', html, 'ADAPTER_BAD_ANSWER'],
    ['settles without a customer ID', answer(200, { ...settled, customerId: '' }), 'ADAPTER_BAD_ANSWER'],
    ['settles with an outcome nobody knows', answer(200, { ...settled, outcome: 'maybe' }), 'ADAPTER_BAD_ANSWER'],
    ['redirects', (response) => void response.writeHead(302, { location: '/' }).end(), 'ADAPTER_UNREACHABLE'],
  ])('defers the case when it %s', async (_what, badAnswer, code) => {
    const { options } = await serve(badAnswer);
    expect(asDeferred(await resolveSubmission(entries, options)).fault.code).toBe(code);
  });

  it('defers the case where nobody listens', async () => {
    const { options } = await serve(hang);
    const outcome = await resolveSubmission(entries, { ...options, index: 'http://127.0.0.1:1' });
    expect(asDeferred(outcome).fault.code).toBe('ADAPTER_UNREACHABLE');
  });

  it('sends the same submission again on retry, until it settles', async () => {
    const { options, seen } = await serve(reset, answer(503, {}), answer(200, settled));
    const first = asDeferred(await resolveSubmission(new URLSearchParams(entries), options));
    const second = asDeferred(await first.retry());
    expect(await second.retry()).toEqual(settled);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it('tells no personal data in the fault', async () => {
    const { options } = await serve(html);
    const { fault } = asDeferred(await resolveSubmission(entries, options));
    expect(`${fault.message} ${fault.stack} ${String(fault.cause)}`).not.toMatch(/Zebedee|Quillfeather|Geheimnis/);
  });
});

describe("a programmer's mistake", () => {
  it.each([
    [401, /does not know the service "parking-permit" by this secret/],
    [403, /permission "submission"/],
    [404, /no submission route/],
    [409, /already submitted with other content/],
    [400, /could not read/],
  ])('is thrown at status %i, in words that say what to mend', async (status, words) => {
    const { options } = await serve(answer(status, { title: 'Zebedee' }));
    const call = resolveSubmission(entries, options);
    await expect(call).rejects.toBeInstanceOf(ConfigurationError);
    await expect(call).rejects.toThrow(words);
    await expect(call).rejects.not.toThrow(/Geheimnis|Zebedee/);
  });

  it('is thrown for an index that is no address', async () => {
    const { options } = await serve(hang);
    await expect(resolveSubmission(entries, { ...options, index: '/index' })).rejects.toBeInstanceOf(ConfigurationError);
  });
});
