/** `POST /v1/match`: what is known of a person in, the customers they may be out. */
import { matchAnswerSchema, matchRequestSchema } from '../../protocol/match-schemas.ts';
import type { ServiceContext } from '../context.ts';
import { problem, type Problem } from '../problem.ts';
import { checkShape } from '../request-shape.ts';
import { answer, readJson, type Answer, type Call, type Route } from '../route.ts';
import { searchByIdentity } from '../search.ts';
import { refuseVersion } from '../standard-version.ts';

export const matchRoute: Route = {
  method: 'POST',
  path: '/v1/match',
  access: { kind: 'trusted', permission: 'match' },
  body: { schemas: { 'application/json': { name: 'MatchRequest', schema: matchRequestSchema } }, limit: 16 * 1024 },
  timeLimit: 5_000,
  description: {
    operationId: 'match',
    summary: 'The customers that a person may be, best first, each with its grade, score and reasons. Changes nothing.',
    answer: { status: 200, name: 'MatchAnswer', schema: matchAnswerSchema },
    problems: ['search-too-thin', 'standard-version-refused'],
  },
  handle,
};

async function handle({ body, caller }: Call, context: ServiceContext): Promise<Answer | Problem> {
  if (caller === undefined) return problem('credentials-required');
  const json = readJson(body);
  if (json === undefined) return problem('request-malformed');
  const checked = checkShape(matchRequestSchema, json);
  if (!checked.ok) return problem('request-invalid', { issues: checked.issues });
  const outdated = refuseVersion(checked.value.standardVersion);
  if (outdated) return outdated;
  const found = await searchByIdentity(context, caller, checked.value);
  return 'kind' in found ? found : answer(200, found);
}
