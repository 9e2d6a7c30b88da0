/** The address finder over HTTP: what it sends, and what it makes of right, half-wrong and wrong answers. */
import { describe, expect, it } from 'vitest';
import { createHttpAddressFinder } from '../../src/adapters/address-finder.ts';

interface Sent {
  readonly url: string;
  readonly body: unknown;
}

function finderThatHears(answer: () => Response) {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    sent.push({ url: url instanceof Request ? url.url : String(url), body: init?.body });
    return answer();
  };
  return { sent, finder: createHttpAddressFinder({ url: '/addresses', fetch }) };
}

const answering = (value: unknown) => finderThatHears(() => Response.json(value)).finder.findAddresses('LS1 4AP');

describe('The address finder over HTTP', () => {
  it('sends the postcode in the body, and never in the address', async () => {
    const { sent, finder } = finderThatHears(() => Response.json({ addresses: [] }));
    expect(await finder.findAddresses('LS1 4AP')).toEqual([]);
    expect(sent).toEqual([{ url: '/addresses', body: '{"postcode":"LS1 4AP"}' }]);
  });

  it.each([
    [
      'all of it',
      { line1: '1 Example Street', line2: 'Leafy', town: 'Leeds', postcode: 'LS1 4AP', uprn: '100' },
      { line1: '1 Example Street', line2: 'Leafy', town: 'Leeds', postcode: 'LS1 4AP', uprn: '100' },
    ],
    ['a number as JSON has it', { line1: '1 Example Street', uprn: 100 }, { line1: '1 Example Street', uprn: '100' }],
    ['no number that is none', { line1: '1 Example Street', uprn: '12a' }, { line1: '1 Example Street' }],
    ['no number too long for one', { line1: '1 Example Street', uprn: '1234567890123' }, { line1: '1 Example Street' }],
    ['no part that is no text', { line1: '1 Example Street', town: 7, line2: null, postcode: '' }, { line1: '1 Example Street' }],
    ['no part too long for a line', { line1: '1 Example Street', town: 'x'.repeat(129) }, { line1: '1 Example Street' }],
    ['nothing it does not know', { line1: '1 Example Street', owner: 'somebody' }, { line1: '1 Example Street' }],
  ])('takes %s', async (_what, entry, address) => {
    expect(await answering({ addresses: [entry] })).toEqual([address]);
  });

  it('leaves out entries without a first line', async () => {
    expect(await answering({ addresses: [null, 7, 'x', {}, { town: 'Leeds' }, { line1: ' ' }] })).toEqual([]);
  });

  it('takes as many as a list can show', async () => {
    const addresses = Array.from({ length: 1_000 }, (_, place) => ({ line1: `${place} Example Street` }));
    expect((await answering({ addresses })).length).toBe(250);
  });

  it.each([
    ['a list', []],
    ['no addresses', {}],
    ['addresses that are none', { addresses: 'none' }],
    ['null', null],
  ])('refuses %s', async (_what, value) => {
    await expect(answering(value)).rejects.toMatchObject({ code: 'ADAPTER_BAD_ANSWER' });
  });

  it('tells a refusal from a server that is down', async () => {
    const refusing = finderThatHears(() => new Response(null, { status: 404 })).finder;
    await expect(refusing.findAddresses('LS1 4AP')).rejects.toMatchObject({ code: 'ADAPTER_REFUSED', status: 404 });
    const down = finderThatHears(() => new Response(null, { status: 503 })).finder;
    await expect(down.findAddresses('LS1 4AP')).rejects.toMatchObject({ code: 'ADAPTER_UNREACHABLE' });
  });

  it.each(['', 'ftp://x.example', 'javascript:alert(1)'])('cannot be made for %j', (url) => {
    expect(() => createHttpAddressFinder({ url })).toThrow(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }));
  });
});
