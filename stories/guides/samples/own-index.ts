import { AdapterError, type CustomerIndex, type Resolution, type ResolveRequest } from '../../../src/protocol/index.ts';

/** Keeps what residents gave under a reference, wherever you like; your backend fetches it by that reference. */
export type Keep = (reference: string, request: ResolveRequest) => Promise<void>;

export function createOwnIndex(keep: Keep): CustomerIndex {
  const answered = new Map<string, Promise<Resolution>>();

  async function begin(request: ResolveRequest): Promise<Resolution> {
    const reference = crypto.randomUUID();
    const expiresAt = new Date(Date.now() + 60 * 60_000).toISOString();
    try {
      await keep(reference, structuredClone(request));
    } catch (cause) {
      throw new AdapterError('ADAPTER_UNREACHABLE', 'The identity could not be kept', { cause });
    }
    return { reference, expiresAt };
  }

  return {
    async resolve(request, { signal, idempotencyKey = crypto.randomUUID() } = {}) {
      const stop = () => {
        if (signal?.aborted) throw new AdapterError('ADAPTER_ABORTED', 'The caller ended the call');
      };
      stop();
      const answer = answered.get(idempotencyKey) ?? begin(request);
      answered.set(idempotencyKey, answer);
      // What failed may be tried again under the same key.
      const resolution = await answer.catch((fault: unknown) => {
        answered.delete(idempotencyKey);
        throw fault;
      });
      stop();
      return resolution;
    },
  };
}
