/**
 * What every Customer Index keeps, whatever stands behind it: one list of cases, run against each adapter. A case throws where the
 * contract is broken. Not tied to a test framework, and not a test of matching beyond "the same again, and somebody else".
 */
import type { CallOptions, CustomerIndex } from '../protocol/customer-index.ts';
import { AdapterError } from '../protocol/error.ts';
import type { Resolution, ResolveRequest } from '../protocol/resolution.ts';
import type { Identity } from '../standard/identity.ts';
import { standardVersion } from '../standard/version.ts';

/** An index under test, empty of the contract's people or not: each case may run against the same one. */
export interface ContractSubject {
  readonly index: CustomerIndex;
  /** A service that the index knows and lets this caller speak for. */
  readonly service: string;
  /** Whether this caller is told the customer ID. */
  readonly discloses: boolean;
  readonly close?: () => Promise<void> | void;
}

export type CreateContractSubject = () => Promise<ContractSubject> | ContractSubject;

/** `name` is a sentence about the index; `run` throws an `Error` where it does not hold. */
export interface ContractCase {
  readonly name: string;
  readonly run: (createSubject: CreateContractSubject) => Promise<void>;
}

/**
 * `for (const { name, run } of customerIndexContract) it(name, () => run(() => ({ index, service, discloses })))`.
 * Needs no clock of its own but that `expiresAt` lies after the real one.
 */
export const customerIndexContract: readonly ContractCase[] = [
  contractCase('gives a reference that is good for a while', async (subject) => {
    const { reference, expiresAt } = await resolve(subject, somebody);
    check(typeof reference === 'string' && reference !== '', 'the reference is a text that is not empty');
    check(/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/u.test(expiresAt), 'expiresAt is an ISO 8601 instant');
    check(Date.parse(expiresAt) > Date.now(), 'expiresAt lies in the future');
  }),
  contractCase('gives each call a reference of its own that nobody could guess', async (subject) => {
    const resolutions = await Promise.all(Array.from({ length: 12 }, () => resolve(subject, somebody)));
    const references = resolutions.map(({ reference }) => reference);
    check(new Set(references).size === references.length, 'no reference comes twice');
    const shared = sharedPrefix(references);
    check(
      references.every((reference) => reference.length - shared >= 16),
      'references differ in 16 characters or more',
    );
  }),
  contractCase('gives the same reference for the same idempotency key, also at the same time', async (subject) => {
    const options = { idempotencyKey: freshKey() };
    const [first, second] = await Promise.all([resolve(subject, somebody, options), resolve(subject, somebody, options)]);
    const third = await resolve(subject, somebody, options);
    check(
      first.reference === second.reference && second.reference === third.reference,
      'a repeated call gives the first reference',
    );
    const other = await resolve(subject, somebody, { idempotencyKey: freshKey() });
    check(other.reference !== first.reference, 'another key gives another reference');
  }),
  contractCase('ends a call that is aborted with ADAPTER_ABORTED', async (subject) => {
    const controller = new AbortController();
    const call = resolve(subject, somebody, { signal: controller.signal });
    controller.abort();
    await expectAborted(call);
  }),
  contractCase('does not begin a call whose signal is aborted already', async (subject) => {
    await expectAborted(resolve(subject, somebody, { signal: AbortSignal.abort() }));
  }),
  contractCase('leaves the request as it was', async (subject) => {
    const request = requestFor(subject, somebody);
    const before = JSON.stringify(request);
    await subject.index.resolve(deepFreeze(request));
    check(JSON.stringify(request) === before, 'the request is not changed');
  }),
  contractCase('tells one person from another to those who may know, and nothing to those who may not', async (subject) => {
    const first = await resolve(subject, somebody);
    const again = await resolve(subject, structuredClone(somebody));
    const other = await resolve(subject, somebodyElse);
    if (subject.discloses) {
      check(first.customerId !== undefined && first.grade !== undefined, 'customer ID and grade are disclosed');
      check(again.customerId === first.customerId, 'the same identity gives the same customer ID');
      check(again.grade === 'certain', 'a repeated identity is certain');
      check(other.customerId !== undefined && other.customerId !== first.customerId, 'another person gives another customer ID');
    } else {
      const told = [first, again, other].map((resolution) => Object.keys(resolution).sort().join(' '));
      check(new Set(told).size === 1 && told[0] === 'expiresAt reference', 'an answer holds reference and expiresAt alone');
    }
  }),
  contractCase('ranks the person asked for first among its candidates, where it gives any', async (subject) => {
    const { index } = subject;
    if (index.findCandidates === undefined || !subject.discloses) return;
    const { customerId } = await resolve(subject, somebody);
    const [best, ...others] = await index.findCandidates(requestFor(subject, somebody));
    check(best !== undefined && best.customerId === customerId, 'the person is the first candidate');
    check(
      best !== undefined && best.probability > 0.5 && best.explanation.length > 0,
      'a candidate has a probability and says why',
    );
    check(
      others.every((candidate) => candidate.probability <= (best?.probability ?? 0)),
      'candidates come best first',
    );
    await expectAborted(index.findCandidates(requestFor(subject, somebody), { signal: AbortSignal.abort() }));
  }),
];

/** Two people nobody would confuse; made up, with a telephone number from Ofcom's drama range. */
const somebody: Identity = {
  name: { given: 'Philippa', family: 'Contractby' },
  dateOfBirth: { year: 1979, month: 11, day: 23 },
  postalAddress: {
    kind: 'written',
    line1: '7 Agreement Walk',
    town: 'Exampleton',
    postcode: 'BX29 9XX',
    country: 'GB',
  },
  emailAddress: 'p.contractby@example.org',
  telephoneNumber: { typed: '07700 900982', e164: '+447700900982' },
};
const somebodyElse: Identity = {
  name: { given: 'Ambrose', family: 'Covenantham' },
  dateOfBirth: { year: 1991, month: 2, day: 8 },
  postalAddress: { kind: 'written', line1: '52 Treaty Row', town: 'Exampleton', postcode: 'BX28 8YY', country: 'GB' },
};

/** Opens a subject for one case and closes it again, whatever happens. */
function contractCase(name: string, body: (subject: ContractSubject) => Promise<void>): ContractCase {
  return {
    name,
    async run(createSubject) {
      const subject = await createSubject();
      try {
        await body(subject);
      } finally {
        await subject.close?.();
      }
    },
  };
}

function requestFor({ service }: ContractSubject, identity: Identity): ResolveRequest {
  return { service, profile: 'gb', standardVersion, identity: structuredClone(identity) };
}

function resolve(subject: ContractSubject, identity: Identity, options?: CallOptions): Promise<Resolution> {
  return subject.index.resolve(requestFor(subject, identity), options);
}

async function expectAborted(call: Promise<unknown>): Promise<void> {
  const fault = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  check(fault instanceof AdapterError, 'an aborted call rejects with an AdapterError');
  check(fault instanceof AdapterError && fault.code === 'ADAPTER_ABORTED', 'its code is ADAPTER_ABORTED');
}

function check(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(`Customer Index contract: expected that ${sentence}`);
}

function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function sharedPrefix(texts: readonly string[]): number {
  const [first = ''] = texts;
  let length = 0;
  while (length < first.length && texts.every((text) => text.charAt(length) === first.charAt(length))) length++;
  return length;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}
