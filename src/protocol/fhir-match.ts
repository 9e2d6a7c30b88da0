/**
 * Searching for people in FHIR's words: the operation `$match` on Patient (HL7 FHIR R4, 4.0.1), which shared-care records and other
 * customer indexes speak. Types only, and only what is read or written here; fhir-schemas.ts has the wire.
 */
import type { FhirPatient } from '../standard/interchange/index.ts';
import type { MatchGrade } from '../standard/match-evidence.ts';

/** The body of the call. A parameter that is not named here is passed over. */
export interface FhirMatchParameters {
  readonly resourceType: 'Parameters';
  readonly parameter: readonly FhirMatchParameter[];
}

/** `resource`: what is known of the person. `onlyCertainMatches` has `valueBoolean`, `count` has `valueInteger`. */
export interface FhirMatchParameter {
  readonly name: string;
  readonly resource?: FhirPatient;
  readonly valueBoolean?: boolean;
  readonly valueInteger?: number;
}

/** The answer: who it may be, best first, and perhaps an outcome with remarks. `total` counts the patients. */
export interface FhirMatchBundle {
  readonly resourceType: 'Bundle';
  readonly type: 'searchset';
  readonly total?: number;
  readonly entry?: readonly FhirMatchEntry[];
}

/** `score` is 0 to 1. Servers are bound to neither a score nor a grade. */
export interface FhirMatchEntry {
  readonly resource?: FhirFoundPatient | FhirOperationOutcome | FhirOtherResource;
  readonly search?: {
    readonly mode?: 'match' | 'include' | 'outcome';
    readonly score?: number;
    readonly extension?: readonly FhirCodeExtension[];
  };
}

export interface FhirFoundPatient extends FhirPatient {
  readonly id?: string;
}

/** Anything else that a server includes. */
export interface FhirOtherResource {
  readonly resourceType: string;
}

export interface FhirCodeExtension {
  readonly url: string;
  readonly valueCode?: string;
}

/** What a server says instead of an answer, or beside it. */
export interface FhirOperationOutcome {
  readonly resourceType: 'OperationOutcome';
  readonly issue: readonly FhirOutcomeIssue[];
}

export interface FhirOutcomeIssue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  /** Of FHIR's value set `issue-type`. */
  readonly code: string;
  readonly details?: {
    readonly coding?: readonly { readonly system?: string; readonly code?: string }[];
    readonly text?: string;
  };
  readonly diagnostics?: string;
}

/** The media type of FHIR in JSON. */
export const fhirMediaType = 'application/fhir+json';

/** Where FHIR keeps the grade of a match; its codes are the product's own grades. */
export const matchGradeExtension = 'http://hl7.org/fhir/StructureDefinition/match-grade';

/** Whose number a customer ID is, in an identifier. */
export const customerIdSystem = 'urn:citizen-id:customer';

/** The grade that an entry's search part tells; undefined where it tells none that FHIR knows. */
export function gradeIn(extensions: readonly FhirCodeExtension[] = []): MatchGrade | undefined {
  const code = extensions.find(({ url }) => url === matchGradeExtension)?.valueCode;
  return grades.find((grade) => grade === code);
}

const grades: readonly MatchGrade[] = ['certain', 'probable', 'possible', 'certainly-not'];
