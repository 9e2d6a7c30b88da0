/** The problems of the index as FHIR says them: an OperationOutcome in place of a problem document, with the same words and kinds. */
import type { FhirOperationOutcome, FhirOutcomeIssue } from '../protocol/fhir-match.ts';
import { problemDocument, statusOf, type Problem, type ProblemKind, type ProblemStatus } from './problem.ts';

/** Whose codes the kinds of problem are. */
export const problemSystem = 'urn:citizen-id:problem';

/** FHIR's own code for each status that a problem may have (value set `issue-type`). */
const issueTypes: Readonly<Record<ProblemStatus, string>> = {
  400: 'invalid',
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-supported',
  409: 'conflict',
  413: 'too-long',
  415: 'not-supported',
  422: 'business-rule',
  500: 'exception',
  503: 'transient',
};

/** The issues of a problem, or the problem itself where it has none. Holds no value that was sent, as the problem holds none. */
export function operationOutcome(problem: Problem): FhirOperationOutcome {
  const { title, detail, issues = [] } = problemDocument(problem);
  const base = { severity: 'error', code: issueTypes[statusOf(problem.kind)], details: detailsOf(problem.kind, title) } as const;
  const told = issues.map(({ code, pointer }): FhirOutcomeIssue => ({ ...base, diagnostics: `${code} ${pointer}`.trim() }));
  const whole: FhirOutcomeIssue = { ...base, ...(detail === undefined ? {} : { diagnostics: detail }) };
  return { resourceType: 'OperationOutcome', issue: [whole, ...told] };
}

function detailsOf(kind: ProblemKind, text: string): NonNullable<FhirOutcomeIssue['details']> {
  return { coding: [{ system: problemSystem, code: kind }], text };
}
