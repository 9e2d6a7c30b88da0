/** OAuth 2 on the wire, as far as services use it: client credentials with a signed assertion (RFC 6749 §4.4, RFC 7523). */
import * as z from 'zod/mini';

/** RFC 7523's name of a client assertion that is a JWT. */
export const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export interface TokenRequest {
  readonly grant_type: 'client_credentials';
  readonly client_assertion_type: typeof jwtBearer;
  readonly client_assertion: string;
}

/** `expires_in` in seconds. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}

/** RFC 6749 §5.2. */
export interface TokenError {
  readonly error: 'invalid_client' | 'invalid_request' | 'server_error' | 'temporarily_unavailable';
  readonly error_description: string;
}

/** Loose: a client library may send `scope` or `client_id`, which say nothing more. */
export const tokenRequestSchema: z.ZodMiniType<TokenRequest> = z.object({
  grant_type: z.literal('client_credentials'),
  client_assertion_type: z.literal(jwtBearer),
  client_assertion: z.string().check(z.minLength(1), z.maxLength(8_192)),
});

export const tokenAnswerSchema: z.ZodMiniType<TokenAnswer> = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.int(),
});

export const tokenErrorSchema: z.ZodMiniType<TokenError> = z.object({
  error: z.enum(['invalid_client', 'invalid_request', 'server_error', 'temporarily_unavailable']),
  error_description: z.string(),
});

/** A set of public keys (RFC 7517). */
export const keySetSchema = z.object({
  keys: z.array(
    z.looseObject({
      kty: z.string(),
      kid: z.string(),
      alg: z.string(),
      use: z.literal('sig'),
      crv: z.string(),
      x: z.string(),
      y: z.string(),
    }),
  ),
});
