/**
 * The public API of the protocol: what form, host and index say to each other. Types and errors only, so that a page which
 * imports this loads no schema library; the schemas of the wire are in schemas.ts.
 */
export type { CallOptions, Candidate, CustomerIndex } from './customer-index.ts';
export { AdapterError, CitizenIdError, ConfigurationError, StoreError, type ErrorCode } from './error.ts';
export type {
  MatchAnswer,
  MatchedCustomer,
  MatchRequest,
  NamedCustomer,
  NameSearchAnswer,
  NameSearchRequest,
  Restriction,
} from './match.ts';
export type { PointedIssue, ProblemDocument } from './problem.ts';
export type {
  CustomerValue,
  CustomerView,
  RecordResult,
  RecordsAnswer,
  RecordsRequest,
  SourceRecord,
  ValueAssurance,
} from './records.ts';
export type { Resolution, ResolveRequest } from './resolution.ts';
export type { InvalidSubmission, Outcome, SettledSubmission, SubmissionRequest, SubmissionResult } from './submission.ts';
