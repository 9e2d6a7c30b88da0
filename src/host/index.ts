/** What a Node service's backend calls. Not the Customer Index itself, which it reaches over HTTP. */
export { checkEntries, checkHelper, type CheckOptions } from './check-entries.ts';
export {
  resolveSubmission,
  type DeferredSubmission,
  type SubmissionOptions,
  type SubmissionOutcome,
} from './resolve-submission.ts';
export { createServiceCredentials, type ServiceCredentials, type ServiceKeyOptions } from './service-credentials.ts';
export { pickElementEntries, type ElementEntries, type SubmittedEntries } from './submitted-entries.ts';
export { verifyAssertion, type AssertedCase, type VerifyOptions } from './verify-assertion.ts';
