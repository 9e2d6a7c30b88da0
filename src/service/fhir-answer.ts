/** The answer to a search as FHIR's `$match` gives it. Which customers, and what is told of each, was decided before (search.ts). */
import {
  customerIdSystem,
  matchGradeExtension,
  type FhirMatchBundle,
  type FhirMatchEntry,
  type FhirOutcomeIssue,
} from '../protocol/fhir-match.ts';
import type { MatchAnswer, MatchedCustomer } from '../protocol/match.ts';
import { toFhirPatient } from '../standard/interchange/index.ts';

/** `notUsed` are paths of the patient that was sent, which no search here heeds: the caller hears of them, so that none is thought to have counted. */
export function matchBundle({ candidates, isCut }: MatchAnswer, notUsed: readonly string[]): FhirMatchBundle {
  const remarks: readonly FhirOutcomeIssue[] = [
    ...(isCut ? [remark('incomplete', 'There may be others: say more of the person.')] : []),
    ...(notUsed.length > 0 ? [remark('not-supported', `Not used: ${notUsed.join(', ')}`)] : []),
  ];
  const outcome: readonly FhirMatchEntry[] =
    remarks.length === 0 ? [] : [{ resource: { resourceType: 'OperationOutcome', issue: remarks }, search: { mode: 'outcome' } }];
  const entry = [...candidates.map(entryOf), ...outcome];
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: candidates.length,
    // FHIR has no empty lists.
    ...(entry.length > 0 ? { entry } : {}),
  };
}

function entryOf({ customerId, grade, probability, summary }: MatchedCustomer): FhirMatchEntry {
  const { resourceType, identifier = [], ...patient } = toFhirPatient(summary).value;
  return {
    resource: {
      resourceType,
      id: customerId,
      identifier: [{ system: customerIdSystem, value: customerId }, ...identifier],
      ...patient,
    },
    search: { extension: [{ url: matchGradeExtension, valueCode: grade }], mode: 'match', score: probability },
  };
}

function remark(code: string, diagnostics: string): FhirOutcomeIssue {
  return { severity: 'information', code, diagnostics };
}
