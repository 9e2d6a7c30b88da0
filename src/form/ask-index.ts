/**
 * One call to the index about what is typed, within a time limit, and what came of it. Keeps nothing and shows nothing: that
 * is resolution-controller.ts's. Fetched late.
 */
import type { Helper } from './acting/helper.ts';
import type { CustomerIndex } from '../protocol/customer-index.ts';
import { AdapterError, CitizenIdError, type ErrorCode } from '../protocol/error.ts';
import type { Resolution } from '../protocol/resolution.ts';
import type { Identity } from '../standard/identity.ts';
import type { Issue } from '../standard/issue.ts';
import type { ProfileId } from '../standard/profiles/profile.ts';
import { standardVersion } from '../standard/version.ts';

export interface AskingHost {
  /** `undefined` while the answers have issues, and without any while they cannot be judged yet. */
  readonly identity: Identity | undefined;
  readonly issues: readonly Issue[];
  readonly activeIndex: CustomerIndex | undefined;
  readonly activeService: string | undefined;
  readonly activeProfile: { readonly id: ProfileId };
  readonly helper?: Helper | undefined;
  /** Rules that judge the answers more closely are fetched before they are resolved. Never rejects. */
  loadRules(): Promise<void>;
}

/** The index's answer, or why there is none. */
export type Outcome = { readonly resolution: Resolution } | { readonly code: ErrorCode };

export interface AskOptions {
  /** Gives the call up. */
  readonly signal: AbortSignal;
  /** When the time is over, by `performance.now()`. */
  readonly end: number;
  /** Whether, once the answers can be judged, the resident is to be asked something else first. */
  readonly isHeldUp?: () => boolean;
}

/** `undefined` where the answers have issues once they are judged by all the rules, or are held up. Never rejects. */
export async function askIndex(host: AskingHost, options: AskOptions): Promise<Outcome | undefined> {
  const deadline = startDeadline(options);
  await deadline.race(host.loadRules()).catch(() => undefined);
  const { identity } = host;
  const isHeldUp = options.isHeldUp?.() === true;
  const outcome = identity && !isHeldUp ? await ask(host, identity, deadline) : unjudged(host, isHeldUp);
  deadline.end();
  return outcome;
}

/** Where not even the rules came in time, which judge the answers, the index does. */
function unjudged({ issues }: AskingHost, isHeldUp: boolean): Outcome | undefined {
  return isHeldUp || issues.length > 0 ? undefined : { code: 'ADAPTER_TIMEOUT' };
}

async function ask(host: AskingHost, identity: Identity, deadline: Deadline): Promise<Outcome> {
  const { activeIndex, activeService = '', activeProfile } = host;
  const onBehalfOf = host.helper?.identity;
  if (!activeIndex) return { code: 'CONFIGURATION_INVALID' };
  const request = {
    service: activeService,
    profile: activeProfile.id,
    standardVersion,
    identity,
    ...(onBehalfOf && { onBehalfOf }),
  };
  try {
    return { resolution: await deadline.race(activeIndex.resolve(request, { signal: deadline.signal })) };
  } catch (error) {
    return { code: error instanceof CitizenIdError ? error.code : 'ADAPTER_UNREACHABLE' };
  }
}

interface Deadline {
  readonly signal: AbortSignal;
  /** The same promise, or a rejection once the time is over or the call was given up: an index need not honour signals. */
  race<T>(promise: Promise<T>): Promise<T>;
  end(): void;
}

function startDeadline({ signal, end }: AskOptions): Deadline {
  const controller = new AbortController();
  let fail: (error: AdapterError) => void = () => undefined;
  const over = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  over.catch(() => undefined);
  const stop = (error: AdapterError) => {
    fail(error);
    controller.abort();
  };
  const tooLate = () => stop(new AdapterError('ADAPTER_TIMEOUT', 'The index did not answer in time'));
  const timer = setTimeout(tooLate, end - performance.now());
  signal.addEventListener('abort', () => stop(new AdapterError('ADAPTER_ABORTED', 'The answers changed')));
  return {
    signal: controller.signal,
    race: (promise) => Promise.race([promise, over]),
    end: () => clearTimeout(timer),
  };
}
