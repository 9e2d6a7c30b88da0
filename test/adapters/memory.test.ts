/** The in-memory index: the contract every index keeps, and the matching it does for stories. */
import { describe, expect, it } from 'vitest';
import { createMemoryIndex } from '../../src/adapters/memory.ts';
import type { ResolveRequest } from '../../src/protocol/resolution.ts';
import type { Identity } from '../../src/standard/identity.ts';
import { standardVersion } from '../../src/standard/version.ts';
import { customerIndexContract } from '../../src/testing/customer-index-contract.ts';

const resident: Identity = {
  name: { given: 'Catherine', family: 'Wimblethorpe' },
  dateOfBirth: { year: 1968, month: 7, day: 19 },
  postalAddress: { kind: 'written', line1: '31 Larkspur Road', town: 'Marlowick', postcode: 'BX21 3QP', country: 'GB' },
};

const requestFor = (identity: Identity): ResolveRequest => ({ service: 'library', profile: 'gb', standardVersion, identity });

describe.each([
  ['at once', 0],
  ['slowly', 20],
])('an index in memory that answers %s', (_, delay) => {
  it.each(customerIndexContract)('$name', ({ run }) =>
    run(() => ({ index: createMemoryIndex({ delay }), service: 'library', discloses: true })),
  );
});

describe('an index in memory', () => {
  it('finds a customer it was given, by a nickname', async () => {
    const index = createMemoryIndex({ customers: [{ customerId: 'GBX-1', records: [resident] }] });
    const resolution = await index.resolve(requestFor({ ...resident, name: { given: 'Kate', family: 'Wimblethorpe' } }));
    expect(resolution).toMatchObject({ customerId: 'GBX-1', grade: 'certain' });
  });

  it('does not change the customers it was given', async () => {
    const customers = [{ customerId: 'GBX-1', records: [resident] }];
    await createMemoryIndex({ customers }).resolve(requestFor(resident));
    expect(customers).toEqual([{ customerId: 'GBX-1', records: [resident] }]);
  });

  it('never links or finds somebody of whom it knows a name alone', async () => {
    const index = createMemoryIndex();
    const nameOnly = requestFor({ name: { given: 'Catherine', family: 'Wimblethorpe' } });
    const first = await index.resolve(nameOnly);
    const second = await index.resolve(nameOnly);
    expect(first.customerId).not.toBe(second.customerId);
    expect(second.grade).toBe('certainly-not');
  });

  it('lets a reference expire by the clock it was given', async () => {
    const { expiresAt } = await createMemoryIndex({ now: () => Date.UTC(2030, 0, 1) }).resolve(requestFor(resident));
    expect(expiresAt).toBe('2030-01-01T01:00:00.000Z');
  });

  it('gives candidates with what it knows of them, later records over earlier ones', async () => {
    const moved: Identity = { ...resident, postalAddress: { kind: 'written', line1: '2 Tallow Lane', postcode: 'BX22 1AA' } };
    const index = createMemoryIndex({ customers: [{ customerId: 'GBX-1', records: [resident, moved] }] });
    const candidates = await index.findCandidates?.(requestFor(resident));
    expect(candidates?.map(({ customerId, grade }) => [customerId, grade])).toEqual([['GBX-1', 'certain']]);
    expect(candidates?.[0]?.summary.postalAddress?.line1).toBe('2 Tallow Lane');
  });
});
