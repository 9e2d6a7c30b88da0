/**
 * A real OpenID Connect provider for tests (npm `oidc-provider`), where staff sign in as they would at their council's: with the
 * authorization code flow and PKCE, through its login and consent pages. Its accounts are made up.
 */
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface OpenIdProvider {
  readonly issuer: string;
  /** The ID token of a member of staff who just signed in. */
  signIn(account: string, clientId?: string): Promise<string>;
  stop(): Promise<void>;
}

const redirect = 'https://staff.example/signed-in';
const client = (id: string) => ({
  client_id: id,
  token_endpoint_auth_method: 'none' as const,
  redirect_uris: [redirect],
  grant_types: ['authorization_code'],
  response_types: ['code' as const],
});

/** `roles` by account. */
export async function startOpenIdProvider(
  port: number,
  roles: Readonly<Record<string, readonly string[]>>,
): Promise<OpenIdProvider> {
  const issuer = `http://localhost:${port}`;
  const signingKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const provider = new Provider(issuer, {
    clients: [client('staff-screen'), client('newsletter')].map((one) => ({ ...one, id_token_signed_response_alg: 'ES256' })),
    jwks: { keys: [{ ...signingKey, kty: 'EC', alg: 'ES256', use: 'sig' }] },
    cookies: { keys: ['a key of a test'] },
    claims: { openid: ['sub', 'realm_access', 'roles'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, roles: [...(roles[id] ?? [])], realm_access: { roles: [...(roles[id] ?? [])] } }),
    }),
  });
  const server = provider.listen(port);
  await new Promise((resolve) => server.once('listening', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null) throw new Error('The provider does not listen');
  return {
    issuer,
    signIn: (account, clientId = 'staff-screen') => signIn(issuer, account, clientId),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What a browser and the staff screen's backend do together: follows each redirection, with the provider's cookies. */
async function signIn(issuer: string, account: string, clientId: string): Promise<string> {
  const cookies = new Map<string, string>();
  const go = async (address: string, form?: Readonly<Record<string, string>>): Promise<string> => {
    const response = await fetch(new URL(address, issuer), {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`The provider answered ${response.status} at ${new URL(address, issuer).pathname}`);
    return location;
  };
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: redirect,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const login = await go(`/auth?${query.toString()}`);
  const consent = await go(await go(login, { prompt: 'login', login: account, password: 'any' }));
  const back = await go(await go(consent, { prompt: 'consent' }));
  const code = new URL(back).searchParams.get('code') ?? '';
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    client_id: clientId,
    redirect_uri: redirect,
    code_verifier: verifier,
  });
  const answer: unknown = await (await fetch(new URL('/token', issuer), { method: 'POST', body })).json();
  if (typeof answer !== 'object' || answer === null || !('id_token' in answer)) throw new Error('The provider gave no ID token');
  return String(answer.id_token);
}
