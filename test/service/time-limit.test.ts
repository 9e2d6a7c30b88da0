/** A database that hangs holds no caller longer than a route's own limit. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { createTestIndex, credentialsOf, entriesOf, post } from './test-index.ts';

const hang = () => new Promise<never>(() => undefined);
const hanging: Store = { transaction: hang, singly: hang, close: () => Promise.resolve() };

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

it.each([
  ['/healthz', undefined],
  ['/v1/submissions', post({ caseReference: 'hangs', fields: entriesOf(1) }, credentialsOf('permits'))],
])('%s says when to ask again', async (path, init) => {
  const answering = createTestIndex(hanging).app.request(path, init);
  await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
  await vi.advanceTimersByTimeAsync(60_000);
  const response = await answering;
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await response.text()).toContain('time-limit-exceeded');
});
