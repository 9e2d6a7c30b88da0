import { checkEntries, resolveSubmission, type SubmissionOptions } from '../../../src/host/index.ts';
import { profiles } from '../../../src/standard/index.ts';

/** A case of yours, and where you keep it. */
export interface Cases {
  create(entries: URLSearchParams): Promise<string>;
  settle(caseReference: string, customerId: string): Promise<void>;
  tryLater(caseReference: string): Promise<void>;
}

type Connection = Pick<SubmissionOptions, 'index' | 'service' | 'secret' | 'fetch'>;

/** A posted form: the issues to show again, or the case number for the resident. */
export async function receive(entries: URLSearchParams, cases: Cases, connection: Connection) {
  const checked = checkEntries(entries, { profile: profiles.gb });
  if (!checked.ok) return { issues: checked.issues };
  const caseReference = await cases.create(entries);
  // Not awaited: no resident needs to wait for it, and how long it takes tells nobody anything.
  settle(caseReference, entries, { cases, connection }).catch((error: unknown) => {
    // Only what no repeat can mend ends here, such as a wrong secret. Nothing in it is personal.
    console.error(error);
  });
  return { caseReference };
}

/** Also what a job of yours calls for each case that was to be tried later. */
export async function settle(
  caseReference: string,
  entries: URLSearchParams,
  { cases, connection }: { cases: Cases; connection: Connection },
): Promise<void> {
  const result = await resolveSubmission(entries, { ...connection, caseReference });
  if (result.outcome === 'deferred') return cases.tryLater(caseReference);
  // What the index refuses though it passed here is for people to look at: a reference of another service, for one.
  if (result.outcome === 'invalid') return cases.tryLater(caseReference);
  await cases.settle(caseReference, result.customerId);
}
