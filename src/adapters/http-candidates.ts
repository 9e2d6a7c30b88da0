/**
 * Reads the candidates that `POST /v1/match` answers. Apart from http.ts and loaded when candidates are asked for, as an anonymous
 * page never does. By hand instead of zod, as there.
 */
import type { Candidate } from '../protocol/customer-index.ts';
import type { Identity } from '../standard/identity.ts';
import type { FieldEvidence, MatchGrade } from '../standard/match-evidence.ts';

const grades: ReadonlySet<unknown> = new Set<MatchGrade>(['certain', 'probable', 'possible', 'certainly-not']);

/** Undefined where the text is no answer of a search. What it does not know it drops. */
export function parseCandidates(text: string): readonly Candidate[] | undefined {
  const candidates = parseAnswer(text)?.candidates;
  return Array.isArray(candidates) && candidates.every(isCandidate) ? candidates.map(pick) : undefined;
}

function parseAnswer(text: string): { readonly candidates?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function pick({ customerId, grade, probability, summary, explanation }: Candidate): Candidate {
  return { customerId, grade, probability, summary, explanation };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The summary's own members are taken at the index's word: it was reached with credentials. */
const isIdentity = (value: unknown): value is Identity => isObject(value);

const isEvidence = (value: unknown): value is FieldEvidence =>
  isObject(value) &&
  typeof value['field'] === 'string' &&
  typeof value['level'] === 'string' &&
  ['bits', 'againstStranger', 'againstHousehold'].every((name) => typeof value[name] === 'number');

const isCandidate = (value: unknown): value is Candidate =>
  isObject(value) &&
  typeof value['customerId'] === 'string' &&
  value['customerId'] !== '' &&
  grades.has(value['grade']) &&
  typeof value['probability'] === 'number' &&
  isIdentity(value['summary']) &&
  Array.isArray(value['explanation']) &&
  value['explanation'].every(isEvidence);
