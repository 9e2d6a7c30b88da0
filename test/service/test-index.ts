/**
 * An index for tests: the real app over a real store, called without a network, with a frozen clock, a log that is kept, and
 * a watch on which verbs of the store and which parts of matching were used.
 */
import { createHash } from 'node:crypto';
import { createApp } from '../../src/service/app.ts';
import { createAudit, type Audit } from '../../src/service/audit.ts';
import { createLedger, usualLimits, type BudgetLimits } from '../../src/service/budgets.ts';
import type { Matching, ServiceContext } from '../../src/service/context.ts';
import type { KeyRing } from '../../src/service/key-ring.ts';
import { deriveKeys } from '../../src/service/keys.ts';
import { createLog } from '../../src/service/log.ts';
import { silentMetrics, type Metrics } from '../../src/service/metrics.ts';
import { builtInPolicy, type Policy } from '../../src/service/policy.ts';
import { hashSecret, readRegistry } from '../../src/service/registry.ts';
import { builtInMatching } from '../../src/service/open-context.ts';
import type { Entries, Identity } from '../../src/standard/identity.ts';
import type { Store, StoreUnit } from '../../src/store/store.ts';

export const secrets = {
  permits: 'permits-secret',
  bins: 'bins-secret',
  desk: 'desk:secret with a colon',
  loader: 'loader-secret',
  reader: 'reader-secret',
  counter: 'counter-secret',
  shelter: 'shelter-secret',
  reviewers: 'reviewers-secret',
  guardian: 'guardian-secret',
  copies: 'copies-secret',
  clinic: 'clinic-secret',
};

export type ServiceId = keyof typeof secrets;

export const permitsOrigin = 'https://permits.example';

const service = (id: ServiceId, permissions: readonly string[], changes: object = {}) => ({
  id,
  name: `Service ${id}`,
  profile: 'gb',
  origins: [`https://${id}.example`],
  secretHash: hashSecret(secrets[id]),
  permissions,
  purposes: { identity: 'to know whose case it is' },
  ...changes,
});

export const registryText = JSON.stringify({
  authority: 'TST',
  services: [
    service('permits', ['submission']),
    service('bins', ['submission']),
    service('desk', ['submission', 'disclosure']),
    service('loader', ['records', 'customers']),
    service('reader', ['match', 'customers'], { purposes: { identity: 'to know who writes', arrears: 'to find who owes' } }),
    service('counter', ['match', 'customers'], { staffed: true }),
    service('shelter', ['match', 'customers', 'restricted-people'], { staffed: true }),
    service('reviewers', ['review', 'customers'], { staffed: true }),
    service('guardian', ['data-subjects', 'customers'], { staffed: true }),
    service('copies', ['changes']),
    service('clinic', ['submission', 'match', 'customers', 'records'], {
      purposes: { identity: 'to know whose case it is', 'nhs-number': 'to find the patient’s record' },
    }),
  ],
});

export interface TestIndex {
  readonly app: ReturnType<typeof createApp>;
  readonly context: ServiceContext;
  readonly audit: Audit;
  /** The lines logged so far. */
  readonly lines: string[];
  /** Verbs of the store and functions of matching, in the order they were used since it was last emptied. */
  readonly used: string[];
  /** Moves the frozen clock. */
  advance(milliseconds: number): void;
  beginToStop(): void;
}

export interface TestRules {
  readonly policy?: Policy;
  readonly limits?: BudgetLimits;
  /** In place of the registry of this file. */
  readonly registryText?: string;
  /** Where the frozen clock begins. */
  readonly now?: Date;
  readonly metrics?: Metrics;
  /** In place of the keys of one secret, and of the engine as it is shipped. */
  readonly ring?: KeyRing;
}

/** The master secret of every test index. */
export const masterSecret = new Uint8Array(32).fill(7);

/** `matching` replaces parts of the engine. */
export function createTestIndex(store: Store, matching: Partial<Matching> = {}, rules: TestRules = {}): TestIndex {
  const { policy = builtInPolicy, limits = usualLimits } = rules;
  const lines: string[] = [];
  const used: string[] = [];
  let isStopping = false;
  let now = rules.now ?? new Date('2026-06-15T10:00:00.000Z');
  const ring = rules.ring ?? { keys: deriveKeys(masterSecret), matching: builtInMatching };
  const { keys } = ring;
  const audit = createAudit(store, { keys, now: () => now });
  const context: ServiceContext = {
    store: watchedStore(audit.store, used),
    audit,
    registry: readRegistry(rules.registryText ?? registryText, 'registry.json'),
    policy,
    ...ring,
    matching: watched({ ...ring.matching, ...matching }, used, 'matching.'),
    log: createLog((line) => lines.push(line)),
    now: () => now,
    limits,
    metrics: rules.metrics ?? silentMetrics,
    isStopping: () => isStopping,
    ledger: createLedger(store, { now: () => now, limits }),
  };
  const advance = (milliseconds: number) => {
    now = new Date(now.getTime() + milliseconds);
  };
  const beginToStop = () => {
    isStopping = true;
  };
  return { app: createApp(context), context, audit, lines, used, advance, beginToStop };
}

function watchedStore(store: Store, used: string[]): Store {
  return {
    transaction: (work) => store.transaction((unit: StoreUnit) => work(watched(unit, used, ''))),
    singly: (work) => store.singly((unit: StoreUnit) => work(watched(unit, used, ''))),
    close: () => store.close(),
  };
}

/** Notes the name of every member that is looked up. */
function watched<T extends object>(whole: T, used: string[], prefix: string): T {
  return new Proxy(whole, {
    get: (target, name, receiver): unknown => {
      used.push(prefix + String(name));
      return Reflect.get(target, name, receiver);
    },
  });
}

/** Headers of a registered service. */
export function credentialsOf(id: ServiceId, secret: string = secrets[id]): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

/** Headers of a service that staff call through, with what its calls must state; those of `shelter` may see people at risk. */
export const staffHeaders = (id: 'counter' | 'shelter' | 'guardian' = 'counter') => ({
  ...credentialsOf(id),
  'index-staff': 'clerk-7',
  'index-reason': 'case 1042',
});

/** Headers of a member of staff who settles doubts. */
export const reviewerHeaders = (staff: string) => ({
  ...credentialsOf('reviewers'),
  'index-staff': staff,
  'index-reason': 'seen with papers',
});

/** Headers of the system that reads for one of its two purposes. */
export const readerHeaders = { ...credentialsOf('reader'), 'index-purpose': 'identity' };

/** A POST of JSON. */
export function post(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** A JSON object, for tests that look into an answer. */
export async function jsonOf(response: Response): Promise<Record<string, unknown>> {
  const value: unknown = await response.json();
  if (typeof value !== 'object' || value === null) throw new TypeError('A JSON object was expected');
  return { ...value };
}

/** A synthetic person, another one for every number, and no two of them alike. */
export function personOf(number: number): Identity {
  const bytes = createHash('sha256').update(`person ${number}`).digest();
  const below = (place: number, limit: number) => bytes.readUInt16BE(place) % limit;
  const word = (place: number) => [0, 1, 2, 3].map((step) => syllables[below(place + 2 * step, syllables.length)]).join('');
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const month = 1 + below(18, 12);
  const day = 1 + below(20, 28);
  return {
    name: { given: capital(word(0)), family: capital(word(8)) },
    // The first of January is what systems fill in who know no birthday: whoever has it is in doubt, and none of these is to be.
    dateOfBirth: { year: 1940 + below(16, 60), month, day: month === 1 && day === 1 ? 2 : day },
    postalAddress: {
      kind: 'written',
      line1: `${1 + below(22, 90)} ${capital(word(24))} Road`,
      town: 'Testham',
      postcode: `LS${1 + below(20, 9)} ${below(22, 10)}A${'ABDEFG'.charAt(below(24, 6))}`,
      country: 'GB',
    },
  };
}

const syllables = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'ha',
  'je',
  'ki',
  'lo',
  'mu',
  'na',
  'pe',
  'ri',
  'so',
  'tu',
  'va',
  'we',
  'yi',
  'zo',
  'thu',
];

/** The same person as a form submits it. */
export function entriesOf(number: number): Entries {
  const { name, dateOfBirth, postalAddress } = personOf(number);
  return {
    'name.given': name?.given ?? '',
    'name.family': name?.family ?? '',
    'dateOfBirth.day': String(dateOfBirth?.day),
    'dateOfBirth.month': String(dateOfBirth?.month),
    'dateOfBirth.year': String(dateOfBirth?.year),
    'postalAddress.line1': postalAddress?.line1 ?? '',
    'postalAddress.town': postalAddress?.town ?? '',
    'postalAddress.postcode': postalAddress?.postcode ?? '',
  };
}

/** The body of a resolve call. */
export function resolveRequest(service: string, identity: Identity): Record<string, unknown> {
  return { service, profile: 'gb', standardVersion: '1.0', identity };
}
