/** `POST /v1/customers/search`: beginnings of a name in, customers out; for a staff screen. POST, as a name must stand in no address. */
import { nameSearchAnswerSchema, nameSearchRequestSchema } from '../../protocol/match-schemas.ts';
import type { ServiceContext } from '../context.ts';
import { problem, type Problem } from '../problem.ts';
import { checkShape } from '../request-shape.ts';
import { answer, readJson, type Answer, type Call, type Route } from '../route.ts';
import { searchByName } from '../search.ts';

export const nameSearchRoute: Route = {
  method: 'POST',
  path: '/v1/customers/search',
  access: { kind: 'trusted', permission: 'match' },
  body: { schemas: { 'application/json': { name: 'NameSearchRequest', schema: nameSearchRequestSchema } }, limit: 4 * 1024 },
  timeLimit: 5_000,
  description: {
    operationId: 'searchByName',
    summary: 'Customers whose names begin so, in any order of the names. Changes nothing.',
    answer: { status: 200, name: 'NameSearchAnswer', schema: nameSearchAnswerSchema },
    problems: ['search-too-thin'],
  },
  handle,
};

async function handle({ body, caller }: Call, context: ServiceContext): Promise<Answer | Problem> {
  if (caller === undefined) return problem('credentials-required');
  const json = readJson(body);
  if (json === undefined) return problem('request-malformed');
  const checked = checkShape(nameSearchRequestSchema, json);
  if (!checked.ok) return problem('request-invalid', { issues: checked.issues });
  const found = await searchByName(context, caller, checked.value);
  return 'kind' in found ? found : answer(200, found);
}
