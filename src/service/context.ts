/**
 * What every route of the index works with, put together once at the start. Tests put in their own clock, log and matching.
 */
import type { CalendarDate } from '../standard/calendar-date.ts';
import type { Identity } from '../standard/identity.ts';
import type { CandidateCustomer, ClusterOptions, DecideOptions, Decision } from '../matching/index.ts';
import type { ProfileId } from '../standard/profiles/profile.ts';
import type { Store } from '../store/store.ts';
import type { Audit } from './audit.ts';
import type { BudgetLimits, Ledger } from './budgets.ts';
import type { IndexKeys } from './keys.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Policy } from './policy.ts';
import type { Registry } from './registry.ts';

export interface ServiceContext {
  /** Notes in the audit trail what is done with it. */
  readonly store: Store;
  readonly audit: Audit;
  /** Another one after the operator changed its file and said so: never kept beyond a call. */
  readonly registry: Registry;
  readonly policy: Policy;
  readonly keys: IndexKeys;
  readonly matching: Matching;
  /** While match keys are made anew: those that take the place of `matching`'s and `keys`'. People are kept and found by both. */
  readonly comingKeys?: MatchKeySet;
  readonly log: Log;
  readonly now: () => Date;
  readonly ledger: Ledger;
  readonly limits: BudgetLimits;
  /** Where services reach the index, without a slash at the end; known where the operator says so. */
  readonly publicUrl?: string;
  readonly metrics: Metrics;
  /** From the word to stop on: calls are still answered, new ones had better go elsewhere. */
  readonly isStopping: () => boolean;
}

/** What the service asks of matching; `src/matching` fits as it is. */
export interface Matching {
  readonly blockingKeys: (identity: Identity) => readonly string[];
  readonly decide: (identity: Identity, candidates: readonly CandidateCustomer[], options?: DecideOptions) => Decision;
  readonly clusterRecords: (identities: readonly Identity[], options?: ClusterOptions) => readonly number[];
  /** Rises whenever `blockingKeys` makes other keys of somebody than before. */
  readonly blockingVersion: number;
  /** How the keys of versions before were made, for databases that still hold those. */
  readonly formerBlockingKeys?: ReadonlyMap<number, (identity: Identity) => readonly string[]>;
  /** Of the model that decides, kept with every link. */
  readonly modelVersion: string;
}

/** One way to make the keys that people are found by: of an identity the keys in words, and the secret that hashes them. */
export interface MatchKeySet {
  readonly secret: Uint8Array;
  readonly blockingKeys: Matching['blockingKeys'];
}

/** Where residents of a profile look at the calendar: a baby born just after midnight in summer is not born tomorrow. */
const timeZones: Readonly<Record<ProfileId, string>> = { gb: 'Europe/London', 'us-fl': 'America/New_York' };

/** Made once: a calendar costs more than the rest of a submission's checks. */
const calendars = new Map<ProfileId, Intl.DateTimeFormat>();

function calendarOf(profile: ProfileId): Intl.DateTimeFormat {
  const known = calendars.get(profile);
  if (known !== undefined) return known;
  const timeZone = timeZones[profile];
  const calendar = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  calendars.set(profile, calendar);
  return calendar;
}

/** By profile, of the minute it was last asked in: no time zone's day begins within one. */
const lastAsked = new Map<ProfileId, { readonly minute: number; readonly today: CalendarDate }>();

/** The day it is for residents of the profile. */
export function todayOf(profile: ProfileId, now: Date): CalendarDate {
  const minute = Math.floor(now.getTime() / 60_000);
  const last = lastAsked.get(profile);
  if (last?.minute === minute) return last.today;
  const parts = calendarOf(profile).formatToParts(now);
  const numbers = new Map(parts.map((part) => [part.type, Number(part.value)]));
  const today = { year: numbers.get('year') ?? 0, month: numbers.get('month') ?? 0, day: numbers.get('day') ?? 0 };
  lastAsked.set(profile, { minute, today });
  return today;
}
