/**
 * Looks for people in a customer index that speaks FHIR R4: `POST {url}/Patient/$match`. For servers and for assisted mode: HL7 says
 * that patients shall not call `$match` themselves. It finds candidates and resolves nothing, as FHIR has no references.
 *
 * Takes servers as they are: scores or grades that are missing, a `count` that is ignored, an OperationOutcome where a Bundle belongs.
 */
import { AdapterError } from '../protocol/error.ts';
import type { Candidate, CustomerIndex } from '../protocol/customer-index.ts';
import {
  fhirMediaType,
  gradeIn,
  type FhirFoundPatient,
  type FhirMatchEntry,
  type FhirMatchParameters,
  type FhirOperationOutcome,
} from '../protocol/fhir-match.ts';
import { foundPatientSchema, matchBundleSchema, operationOutcomeSchema } from '../protocol/fhir-schemas.ts';
import { fromFhirPatient, toFhirPatient } from '../standard/interchange/index.ts';
import { loadProfile } from '../standard/load-profile.ts';
import { offeredFields } from '../standard/offered-fields.ts';
import type { Identity } from '../standard/identity.ts';
import type { MatchGrade } from '../standard/match-evidence.ts';
import type { Profile, ProfileId } from '../standard/profiles/profile.ts';
import { createExchange, type HttpIndexOptions } from './exchange.ts';

export interface FhirIndexOptions extends HttpIndexOptions {
  /** The most candidates; 10 where absent. Kept to whether or not the server does. */
  readonly count?: number;
  /** Only those that the server calls certain. */
  readonly onlyCertainMatches?: boolean;
  /** The identifier that is the customer ID (`https://fhir.nhs.uk/Id/nhs-number`); the server's own `id` of the Patient where absent. */
  readonly customerIdSystem?: string;
}

/** The part of a Customer Index that FHIR has. Beside another's: `{ ...createHttpIndex(…), ...createFhirIndex(…) }`. */
export type FhirIndex = Required<Pick<CustomerIndex, 'findCandidates'>>;

/** `url` is the server's base: what comes before `/Patient`. Throws `ConfigurationError` on a URL or time limit that cannot work. */
export function createFhirIndex(options: FhirIndexOptions): FhirIndex {
  const { count = 10, onlyCertainMatches = false } = options;
  const headers = { accept: fhirMediaType, 'content-type': fhirMediaType, ...options.headers };
  const exchange = createExchange({ ...options, headers });
  return {
    async findCandidates({ identity, profile: profileId }, callOptions) {
      if (!isProfileId(profileId)) throw new AdapterError('ADAPTER_REFUSED', 'There is no such profile');
      const profile = await loadProfile(profileId);
      const read = (text: string) => readAnswer(text, { ...options, profile });
      const body = parametersOf(identity, { count, onlyCertainMatches });
      const found = await exchange({ path: '/Patient/$match', body, longest: longestAnswer, read }, callOptions);
      const told = onlyCertainMatches ? found.filter(({ grade }) => grade === 'certain') : found;
      return told.slice(0, count);
    },
  };
}

const isProfileId = (id: string): id is ProfileId => Object.hasOwn(offeredFields, id);

/** Bytes. Servers send whole records. */
const longestAnswer = 4 * 1024 * 1024;

function parametersOf(
  identity: Identity,
  asked: { readonly count: number; readonly onlyCertainMatches: boolean },
): FhirMatchParameters {
  return {
    resourceType: 'Parameters',
    parameter: [
      { name: 'resource', resource: toFhirPatient(identity).value },
      { name: 'onlyCertainMatches', valueBoolean: asked.onlyCertainMatches },
      { name: 'count', valueInteger: asked.count },
    ],
  };
}

interface Reading {
  readonly profile: Profile;
  readonly customerIdSystem?: string;
}

/** Best first, whatever order they came in. Undefined for text that is no answer to `$match`. */
function readAnswer(text: string, reading: Reading): readonly Candidate[] | undefined {
  const json = parseJson(text);
  const outcome = operationOutcomeSchema.safeParse(json);
  if (outcome.success) return readOutcome(outcome.data);
  const bundle = matchBundleSchema.safeParse(json);
  if (!bundle.success) return undefined;
  const candidates = (bundle.data.entry ?? []).flatMap((entry) => readEntry(entry, reading));
  return candidates.sort((a, b) => b.probability - a.probability);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Codes by which servers say that there are people whom they do not tell of. To call that nobody would be wrong. */
const withheld: readonly string[] = ['multiple-matches', 'too-costly', 'incomplete', 'suppressed'];

/** An outcome alone, under a status of success: nobody, unless it says that something went wrong or was kept back. */
function readOutcome({ issue }: FhirOperationOutcome): readonly Candidate[] {
  const isRefusal = issue.some(({ severity, code }) => ['fatal', 'error'].includes(severity) || withheld.includes(code));
  if (isRefusal) throw new AdapterError('ADAPTER_REFUSED', 'The server answered with an outcome instead of candidates');
  return [];
}

function readEntry({ resource, search = {} }: FhirMatchEntry, reading: Reading): readonly Candidate[] {
  const isMatch = search.mode === undefined || search.mode === 'match';
  const patient = foundPatientSchema.safeParse(resource);
  if (!isMatch || !patient.success) return [];
  const customerId = customerIdOf(patient.data, reading);
  const grade = gradeIn(search.extension) ?? 'possible';
  if (customerId === undefined || grade === 'certainly-not') return [];
  const { value: summary } = fromFhirPatient(patient.data, reading.profile);
  return [{ customerId, grade, probability: search.score ?? leastOf[grade], summary, explanation: [] }];
}

/** Where there is no score: the least that this product calls by that grade. A score without a grade is on a scale of the server's own: possible. */
const leastOf: Readonly<Record<MatchGrade, number>> = { certain: 0.999, probable: 0.5, possible: 0.01, 'certainly-not': 0 };

function customerIdOf({ id, identifier = [] }: FhirFoundPatient, { customerIdSystem }: Reading): string | undefined {
  const found = customerIdSystem === undefined ? id : identifier.find(({ system }) => system === customerIdSystem)?.value;
  return found === '' ? undefined : found;
}
