/**
 * The events of the element. All bubble and cross shadow roots, none can be cancelled. None carries what was typed: issue
 * codes and places at most, and the resolution, which is the index's to disclose.
 */
import type { ErrorCode } from '../protocol/error.ts';
import type { Issue } from '../standard/issue.ts';
import type { CitizenIdResolvedEvent } from './resolved-event.ts';

export type { CitizenIdCandidateChosenEvent } from './assisted/candidate-event.ts';
export type { CitizenIdClearedEvent } from './cleared-event.ts';
export type { CitizenIdResolvedEvent } from './resolved-event.ts';
export type { CitizenIdStepEvent } from './steps/step-event.ts';

/** As every event of the element is made. */
export const eventOptions = { bubbles: true, composed: true } as const;

/** The resident changed an answer. What it is now: the element's `identity` and `issues`. */
export class CitizenIdChangedEvent extends CustomEvent<null> {
  static readonly type = 'citizen-id-changed';

  constructor() {
    super(CitizenIdChangedEvent.type, eventOptions);
  }
}

/** What is wrong, without the params of an issue: those may repeat what was typed. */
export interface InvalidDetail {
  readonly issues: readonly Pick<Issue, 'code' | 'path'>[];
}

/** The answers were checked and some are wrong. The resident has been shown which, unless the host does that. */
export class CitizenIdInvalidEvent extends CustomEvent<InvalidDetail> {
  static readonly type = 'citizen-id-invalid';

  constructor(issues: readonly Issue[]) {
    super(CitizenIdInvalidEvent.type, { ...eventOptions, detail: { issues: issues.map(({ code, path }) => ({ code, path })) } });
  }
}

export interface IssuesShownDetail {
  /** How many problems the resident sees now; 0 once the last one is mended. */
  readonly count: number;
}

/** Other problems are on show than before, or none any more: for "Error:" in a page's title, which `error-title` does by itself. */
export class CitizenIdIssuesShownEvent extends CustomEvent<IssuesShownDetail> {
  static readonly type = 'citizen-id-issues-shown';

  constructor(count: number) {
    super(CitizenIdIssuesShownEvent.type, { ...eventOptions, detail: { count } });
  }
}

export interface DeferredDetail {
  /** Why: an `ADAPTER_…` code, or `CONFIGURATION_INVALID` where the element was given no index. */
  readonly code: ErrorCode;
}

/** The index was not reached in time. The form submits all the same, and the host's submission carries the answers. */
export class CitizenIdDeferredEvent extends CustomEvent<DeferredDetail> {
  static readonly type = 'citizen-id-deferred';

  constructor(code: ErrorCode) {
    super(CitizenIdDeferredEvent.type, { ...eventOptions, detail: { code } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'citizen-id-changed': CitizenIdChangedEvent;
    'citizen-id-invalid': CitizenIdInvalidEvent;
    'citizen-id-issues-shown': CitizenIdIssuesShownEvent;
    'citizen-id-resolved': CitizenIdResolvedEvent;
    'citizen-id-deferred': CitizenIdDeferredEvent;
  }
}
