/** `POST /oauth/token`: a client assertion in, an access token for some minutes out (OAuth 2, client credentials). */
import { tokenAnswerSchema, tokenErrorSchema, tokenRequestSchema, type TokenError } from '../../protocol/token-schemas.ts';
import { accessTokenLifetime, createAccessToken } from '../access-token.ts';
import { readClientAssertion } from '../client-assertion.ts';
import type { ServiceContext } from '../context.ts';
import { problem, problemDocument, statusOf, type Problem } from '../problem.ts';
import { checkShape } from '../request-shape.ts';
import { answer, type Answer, type Call, type Route } from '../route.ts';

export const tokenRoute: Route = {
  method: 'POST',
  path: '/oauth/token',
  access: { kind: 'anybody' },
  body: {
    schemas: { 'application/x-www-form-urlencoded': { name: 'TokenRequest', schema: tokenRequestSchema } },
    limit: 16 * 1024,
  },
  timeLimit: 5_000,
  dialect: { mediaType: 'application/json', problem: { name: 'TokenError', schema: tokenErrorSchema }, write: tokenError },
  description: {
    operationId: 'getToken',
    summary: 'An access token for a service that signs a client assertion with its private key (private_key_jwt).',
    answer: { status: 200, name: 'TokenAnswer', schema: tokenAnswerSchema },
    problems: ['client-refused'],
  },
  handle,
};

async function handle({ body }: Call, context: ServiceContext): Promise<Answer | Problem> {
  const checked = checkShape(tokenRequestSchema, Object.fromEntries(new URLSearchParams(body)));
  if (!checked.ok) return problem('request-invalid', { detail: checked.issues.map(({ path }) => path).join(', ') });
  const service = await readClientAssertion(context, checked.value.client_assertion);
  if (service === undefined) return problem('client-refused');
  const token = await createAccessToken(context.keys, service.id, context.now());
  return answer(200, { access_token: token, token_type: 'Bearer', expires_in: accessTokenLifetime });
}

/** RFC 6749 §5.2. */
function tokenError(refusal: Problem): TokenError {
  const { title, detail } = problemDocument(refusal);
  const status = statusOf(refusal.kind);
  const error =
    status === 401
      ? 'invalid_client'
      : status === 503
        ? 'temporarily_unavailable'
        : status === 500
          ? 'server_error'
          : 'invalid_request';
  return { error, error_description: [title, ...(detail === undefined ? [] : [detail])].join(': ') };
}
