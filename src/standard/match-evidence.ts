/**
 * How a match is told: its grade, and what each field says for and against it. Data shared by the wire and the engine;
 * how the figures come about is `matching/`'s.
 */

/** FHIR R4 match-grade, in its own spelling. */
export type MatchGrade = 'certain' | 'probable' | 'possible' | 'certainly-not';

/** One field's say in a score, in bits: positive speaks for the same person, negative against. */
export interface FieldEvidence {
  /** What was compared: `given`, `family`, `date-of-birth`, `place`, `email-address`, `telephone-number`. */
  readonly field: string;
  /** The comparison level that held, by its label: `exact`, `typo`, `differ`, … */
  readonly level: string;
  /** What the field adds to the score. All fields' bits and the prior sum to the score. */
  readonly bits: number;
  /** The same level against a stranger, and against a relative or flatmate. */
  readonly againstStranger: number;
  readonly againstHousehold: number;
}
