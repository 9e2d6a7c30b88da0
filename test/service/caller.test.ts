/** Whoever reads people says what for; staff say who they are and why. */
import { describe, expect, it } from 'vitest';
import { admit, type AccessHeaders } from '../../src/service/access.ts';
import { deriveKeys } from '../../src/service/keys.ts';
import { readRegistry } from '../../src/service/registry.ts';
import { credentialsOf, registryText, type ServiceId } from './test-index.ts';

const registry = readRegistry(registryText, 'registry.json');
const headersOf = (id: ServiceId, stated: Partial<AccessHeaders> = {}): AccessHeaders => ({
  ...credentialsOf(id),
  purpose: undefined,
  staff: undefined,
  reason: undefined,
  staffToken: undefined,
  ...stated,
});
const gate = { registry, keys: deriveKeys(new Uint8Array(32)), now: () => new Date() };
const ask = async (id: ServiceId, stated: Partial<AccessHeaders> = {}) => {
  const admission = await admit(gate, { kind: 'trusted', permission: 'customers' }, headersOf(id, stated));
  return 'refusal' in admission ? admission.refusal.kind : { ...admission.caller, service: admission.service?.id };
};

describe('A caller who reads people', () => {
  // prettier-ignore
  it.each<readonly [string, ServiceId, Partial<AccessHeaders>, unknown]>([
    ['need not name the only purpose there is', 'loader', {}, { service: 'loader', purposes: ['identity'] }],
    ['must choose among several', 'reader', {}, 'purpose-missing'],
    ['must not send blanks for one', 'reader', { purpose: '  ' }, 'purpose-missing'],
    ['may state several', 'reader', { purpose: 'arrears identity arrears' }, { service: 'reader', purposes: ['arrears', 'identity'] }],
    ['cannot make one up', 'reader', { purpose: 'curiosity' }, 'purpose-refused'],
    ['cannot hide one among others', 'reader', { purpose: 'identity curiosity' }, 'purpose-refused'],
    ['cannot call on what every object has', 'reader', { purpose: 'constructor' }, 'purpose-refused'],
    ['says who and why where staff ask', 'counter', { staff: 'clerk-7', reason: 'case%201042%20%E2%80%93%20refund' }, { service: 'counter', purposes: ['identity'], staff: 'clerk-7', reason: 'case 1042 – refund' }],
    ['must say who', 'counter', { reason: 'case 1042' }, 'reason-missing'],
    ['must say why', 'counter', { staff: 'clerk-7' }, 'reason-missing'],
    ['must not say nothing at length', 'counter', { staff: 'clerk-7', reason: '%20%20' }, 'reason-missing'],
    ['must be readable', 'counter', { staff: 'clerk-7', reason: '%E2%82' }, 'reason-missing'],
    ['must not go on for ever', 'counter', { staff: 'clerk-7', reason: 'x'.repeat(501) }, 'reason-missing'],
    ['needs the permission all the same', 'permits', {}, 'permission-missing'],
  ])('%s', async (_, id, stated, expected) => {
    expect(await ask(id, stated)).toEqual(expected);
  });
});
