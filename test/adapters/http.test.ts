/** The HTTP adapter against a real server that misbehaves in every way a network can. Not the contract suite over the real service: see the end-to-end tests. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHttpIndex, type HttpIndexOptions } from '../../src/adapters/http.ts';
import { AdapterError, ConfigurationError } from '../../src/protocol/error.ts';
import type { ResolveRequest } from '../../src/protocol/resolution.ts';

const plantedName = 'Zebedee Quillfeather';

const request: ResolveRequest = {
  service: 'parking-permit',
  profile: 'gb',
  standardVersion: '1.0',
  identity: { name: { given: 'Zebedee', family: 'Quillfeather', full: plantedName } },
};

const resolution = { reference: 'reference-1', expiresAt: '2030-01-01T00:00:00.000Z' };

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Answer = (response: ServerResponse, incoming: IncomingMessage) => void;

const releases: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const release of releases.splice(0)) await release();
});

/** A server that gives its answers in turn, the last one for ever, and remembers what it was asked. */
async function serve(...answers: readonly [Answer, ...Answer[]]): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const listener: RequestListener = (incoming, response) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    incoming.on('end', () => {
      seen.push({ method: incoming.method, url: incoming.url, headers: incoming.headers, body });
      const answer = answers[Math.min(seen.length, answers.length) - 1] ?? answers[0];
      answer(response, incoming);
    });
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  releases.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const json =
  (value: unknown, status = 201): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
const status = (code: number) => json({ title: plantedName }, code);
const text =
  (body: string): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(body);
  };
const reset: Answer = (_response, incoming) => incoming.socket.destroy();
const hang: Answer = () => undefined;
const stallInBody: Answer = (response) => {
  response.writeHead(201, { 'content-type': 'application/json' }).write('{"reference":');
};
const endInBody: Answer = (response, incoming) => {
  response.writeHead(201, { 'content-length': '500' }).write('{"reference":');
  setTimeout(() => incoming.socket.destroy(), 20);
};

async function faultOf(call: Promise<unknown>): Promise<AdapterError> {
  const fault = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof AdapterError)) throw new Error('expected an AdapterError', { cause: fault });
  return fault;
}

const resolveWith = (options: HttpIndexOptions) => createHttpIndex(options).resolve(request);

describe('what is sent', () => {
  it('posts the request as JSON to /v1/resolutions, whether or not the address ends in a slash', async () => {
    const { url, seen } = await serve(json(resolution));
    await resolveWith({ url: `${url}/index/` });
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/index/v1/resolutions' });
    expect(seen[0]?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(request);
  });

  it('sends a random idempotency key, another one for each call', async () => {
    const { url, seen } = await serve(json(resolution));
    await resolveWith({ url });
    await resolveWith({ url });
    const keys = seen.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toMatch(/^[0-9a-f-]{32,36}$/);
  });

  it("sends the caller's idempotency key and headers", async () => {
    const { url, seen } = await serve(json(resolution));
    await createHttpIndex({ url, headers: { authorization: 'Basic Zm9v' } }).resolve(request, { idempotencyKey: 'mine' });
    expect(seen[0]?.headers).toMatchObject({ 'idempotency-key': 'mine', authorization: 'Basic Zm9v' });
  });

  it('has a key where the page is no secure context and randomUUID is missing', async () => {
    const { url, seen } = await serve(json(resolution));
    const own = Object.getOwnPropertyDescriptor(Crypto.prototype, 'randomUUID');
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
    try {
      await resolveWith({ url });
    } finally {
      if (own) Object.defineProperty(Crypto.prototype, 'randomUUID', own);
    }
    expect(seen[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
  });

  it('asks the browser for no cookie elsewhere, no cache, no referrer and no redirect', async () => {
    const seen: RequestInit[] = [];
    const fetch: typeof globalThis.fetch = async (_input, init) => {
      seen.push(init ?? {});
      return new Response(JSON.stringify(resolution), { status: 201 });
    };
    await resolveWith({ url: '/index', fetch });
    expect(seen[0]).toMatchObject({
      credentials: 'same-origin',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
  });
});

describe('what is answered', () => {
  it('gives the reference and when it expires, and drops what it does not know', async () => {
    const { url } = await serve(json({ ...resolution, surprise: true }));
    expect(await resolveWith({ url })).toEqual(resolution);
  });

  it('gives customer ID and grade where they are disclosed', async () => {
    const disclosed = { ...resolution, customerId: 'GBX-1', grade: 'certain' };
    const { url } = await serve(json(disclosed));
    expect(await resolveWith({ url })).toEqual(disclosed);
  });

  it.each<[string, Answer]>([
    ['the HTML of a sign-in page or a captive portal', text('<!doctype html><title>Sign in</title>')],
    ['nothing at all', text('')],
    ['no content', (response) => void response.writeHead(204).end()],
    ['a JSON string', json('reference-1')],
    ['null', json(null)],
    ['a list', json([resolution])],
    ['no reference', json({ expiresAt: resolution.expiresAt })],
    ['an empty reference', json({ ...resolution, reference: '' })],
    ['a reference that is a number', json({ ...resolution, reference: 7 })],
    ['no expiry', json({ reference: 'reference-1' })],
    ['an expiry that is no instant', json({ ...resolution, expiresAt: 'soon' })],
    ['a customer ID that is an object', json({ ...resolution, customerId: {} })],
    ['a grade that FHIR does not know', json({ ...resolution, customerId: 'GBX-1', grade: 'likely' })],
    ['more than 64 KB', json({ ...resolution, padding: 'x'.repeat(70_000) })],
    ['bytes that are not UTF-8', (response) => void response.writeHead(200).end(Buffer.from([0xff, 0xfe, 0x00]))],
  ])('refuses an answer that is %s', async (_what, answer) => {
    const { url, seen } = await serve(answer);
    expect((await faultOf(resolveWith({ url }))).code).toBe('ADAPTER_BAD_ANSWER');
    expect(seen).toHaveLength(1);
  });

  it('stops reading an answer that never ends', async () => {
    const { url } = await serve((response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'.repeat(16_384)), 1);
      response.on('close', () => clearInterval(timer));
    });
    expect((await faultOf(resolveWith({ url }))).code).toBe('ADAPTER_BAD_ANSWER');
  });

  it.each([400, 401, 403, 404, 409, 413, 422, 429, 500, 501])('reports status %i as refused, at once', async (code) => {
    const { url, seen } = await serve(status(code), json(resolution));
    expect(await faultOf(resolveWith({ url }))).toMatchObject({ code: 'ADAPTER_REFUSED', status: code });
    expect(seen).toHaveLength(1);
  });

  it('follows no redirect', async () => {
    const elsewhere = await serve(json(resolution));
    const { url } = await serve((response) => void response.writeHead(307, { location: elsewhere.url }).end());
    expect((await faultOf(resolveWith({ url }))).code).toBe('ADAPTER_UNREACHABLE');
    expect(elsewhere.seen).toHaveLength(0);
  });
});

describe('the one repeat', () => {
  it.each<[string, Answer]>([
    ['a reset connection', reset],
    ['a connection that ends in the middle of the answer', endInBody],
    ['status 502', status(502)],
    ['status 503', status(503)],
    ['status 504', status(504)],
  ])('asks again after %s, under the same key and with the same body', async (_what, answer) => {
    const { url, seen } = await serve(answer, json(resolution));
    expect(await resolveWith({ url })).toEqual(resolution);
    expect(seen).toHaveLength(2);
    expect(seen[1]?.headers['idempotency-key']).toBe(seen[0]?.headers['idempotency-key']);
    expect(seen[1]?.body).toBe(seen[0]?.body);
  });

  it('gives up after the second reset', async () => {
    const { url, seen } = await serve(reset);
    expect(await faultOf(resolveWith({ url }))).toMatchObject({ code: 'ADAPTER_UNREACHABLE', status: undefined });
    expect(seen).toHaveLength(2);
  });

  it('gives up after the second 503, and says so', async () => {
    const { url, seen } = await serve(status(503));
    expect(await faultOf(resolveWith({ url }))).toMatchObject({ code: 'ADAPTER_UNREACHABLE', status: 503 });
    expect(seen).toHaveLength(2);
  });

  it('reports a port on which nobody listens', async () => {
    expect((await faultOf(resolveWith({ url: 'http://127.0.0.1:1' }))).code).toBe('ADAPTER_UNREACHABLE');
  });

  it('shares one time limit with the first call', async () => {
    const { url } = await serve(reset, hang);
    const started = performance.now();
    expect((await faultOf(resolveWith({ url, timeLimit: 2_000 }))).code).toBe('ADAPTER_TIMEOUT');
    expect(performance.now() - started).toBeLessThan(2 * 2_000);
  });
});

describe('the time limit and the caller', () => {
  it.each<[string, Answer]>([
    ['never answers', hang],
    ['stalls in the middle of its answer', stallInBody],
  ])('ends a call to an index that %s', async (_what, answer) => {
    const { url, seen } = await serve(answer);
    expect((await faultOf(resolveWith({ url, timeLimit: 200 }))).code).toBe('ADAPTER_TIMEOUT');
    expect(seen).toHaveLength(1);
  });

  it('waits for a slow answer within the limit', async () => {
    const { url } = await serve((response, incoming) => void setTimeout(() => json(resolution)(response, incoming), 300));
    expect(await resolveWith({ url })).toEqual(resolution);
  });

  it('sends nothing when the caller had already given up', async () => {
    const { url, seen } = await serve(json(resolution));
    const call = createHttpIndex({ url }).resolve(request, { signal: AbortSignal.abort() });
    expect((await faultOf(call)).code).toBe('ADAPTER_ABORTED');
    expect(seen).toHaveLength(0);
  });

  it.each<[string, Answer]>([
    ['before the answer', hang],
    ['in the middle of the answer', stallInBody],
    ['between the two tries', status(503)],
  ])('ends when the caller gives up %s', async (_what, answer) => {
    const { url, seen } = await serve(answer);
    const controller = new AbortController();
    const fault = faultOf(createHttpIndex({ url }).resolve(request, { signal: controller.signal }));
    await vi.waitUntil(() => seen.length > 0, 10_000);
    setTimeout(() => controller.abort(), 40);
    expect((await fault).code).toBe('ADAPTER_ABORTED');
    expect(seen).toHaveLength(1);
  });

  it.each([0, -1, Number.NaN])('refuses a time limit of %d', (timeLimit) => {
    expect(() => createHttpIndex({ url: '/index', timeLimit })).toThrow(ConfigurationError);
  });

  it.each(['', 'ftp://index.example', 'javascript:alert(1)', 'http:///v1'])('refuses the address %j', (url) => {
    expect(() => createHttpIndex({ url })).toThrow(ConfigurationError);
  });
});

describe('personal data', () => {
  it.each<[string, Answer]>([
    ['a refusal that quotes it', status(422)],
    ['an answer that quotes it', text(`<p>${plantedName}</p>`)],
    ['JSON that quotes it and breaks off', text(`{"reference": "${plantedName}`)],
    ['a reset', reset],
  ])('is in no error after %s', async (_what, answer) => {
    const { url } = await serve(answer);
    const fault = await faultOf(resolveWith({ url }));
    const told = [fault, fault.cause].map((error) => (error instanceof Error ? `${error.message} ${error.stack}` : ''));
    expect(told.join(' ')).not.toMatch(/Zebedee|Quillfeather/);
  });
});
