/** `GET /.well-known/jwks.json`: the public keys that the index's assertions are checked with. */
import { keySetSchema } from '../../protocol/token-schemas.ts';
import { answer, type Route } from '../route.ts';
import { publicKeySet } from '../signing.ts';

export const keySetRoute: Route = {
  method: 'GET',
  path: '/.well-known/jwks.json',
  access: { kind: 'anybody' },
  timeLimit: 1_000,
  description: {
    operationId: 'getKeySet',
    summary: 'The public keys of the index: of the last, this and the next quarter of a year.',
    answer: { status: 200, name: 'KeySet', schema: keySetSchema },
    problems: [],
  },
  handle: async (_, { keys, now }) => answer(200, publicKeySet(keys, now())),
};
