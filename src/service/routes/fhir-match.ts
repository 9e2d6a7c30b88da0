/** `POST /fhir/Patient/$match`: the search of match.ts in FHIR R4, for shared-care records and other customer indexes. */
import { fhirMediaType, type FhirMatchParameter } from '../../protocol/fhir-match.ts';
import { matchBundleSchema, matchParametersSchema, operationOutcomeSchema } from '../../protocol/fhir-schemas.ts';
import { mostMatches } from '../../protocol/match-schemas.ts';
import { identitySchema } from '../../standard/identity-schema.ts';
import { fromFhirPatient } from '../../standard/interchange/index.ts';
import { standardVersion } from '../../standard/version.ts';
import type { ServiceContext } from '../context.ts';
import { matchBundle } from '../fhir-answer.ts';
import { operationOutcome } from '../operation-outcome.ts';
import { problem, type Problem } from '../problem.ts';
import { checkShape } from '../request-shape.ts';
import { answer, readJson, type Answer, type Call, type Route } from '../route.ts';
import { searchByIdentity } from '../search.ts';

const parameters = { name: 'FhirMatchParameters', schema: matchParametersSchema };

export const fhirMatchRoute: Route = {
  method: 'POST',
  path: '/fhir/Patient/$match',
  access: { kind: 'trusted', permission: 'match' },
  body: { schemas: { [fhirMediaType]: parameters, 'application/json': parameters }, limit: 16 * 1024 },
  timeLimit: 5_000,
  dialect: {
    mediaType: fhirMediaType,
    problem: { name: 'FhirOperationOutcome', schema: operationOutcomeSchema },
    write: operationOutcome,
  },
  description: {
    operationId: 'matchPatient',
    summary:
      'FHIR’s operation $match: "resource", "onlyCertainMatches" and "count" in; a Bundle with scores and match grades out. Changes nothing.',
    answer: { status: 200, name: 'FhirMatchBundle', schema: matchBundleSchema },
    problems: ['search-too-thin'],
  },
  handle,
};

async function handle({ body, caller }: Call, context: ServiceContext): Promise<Answer | Problem> {
  if (caller === undefined) return problem('credentials-required');
  const json = readJson(body);
  if (json === undefined) return problem('request-malformed');
  const checked = checkShape(matchParametersSchema, json);
  if (!checked.ok) return problem('request-invalid', { issues: checked.issues });
  const asked = readParameters(checked.value.parameter);
  if (asked === undefined) {
    return problem('request-invalid', { detail: 'Send one "resource", a Patient, and a "count" of 1 or more, or none.' });
  }
  const { value, notCarried } = fromFhirPatient(asked.patient, caller.service.profile);
  // What FHIR calls a string may be longer than a name.
  const identity = checkShape(identitySchema, value);
  if (!identity.ok) return problem('request-invalid', { issues: identity.issues });
  const { id: profile } = caller.service.profile;
  const found = await searchByIdentity(context, caller, { profile, standardVersion, identity: identity.value, ...asked.options });
  return 'kind' in found ? found : answer(200, matchBundle(found, notCarried));
}

/** Undefined where there is no patient, or several, or a count of nought. A count beyond the most that a search tells is that most. */
function readParameters(given: readonly FhirMatchParameter[]) {
  const valued = (name: string) => given.filter((parameter) => parameter.name === name);
  const patients = valued('resource').flatMap(({ resource }) => resource ?? []);
  const [patient] = patients;
  const count = valued('count')[0]?.valueInteger;
  if (patient === undefined || patients.length > 1 || (count !== undefined && count < 1)) return undefined;
  const onlyCertainMatches = valued('onlyCertainMatches')[0]?.valueBoolean;
  return {
    patient,
    options: {
      ...(count === undefined ? {} : { limit: Math.min(count, mostMatches) }),
      ...(onlyCertainMatches === undefined ? {} : { onlyCertainMatches }),
    },
  };
}
