/** The council's own way to addresses: a postcode comes in the body, never in an address that logs keep. */
import type { Handler } from 'hono';
import { addressesAt } from '../addresses/gazetteer.ts';

/** For `POST /addresses`, as `address-finder="/addresses"` asks it. */
export const findAddresses: Handler = async (context) => {
  const body: unknown = await context.req.json().catch(() => undefined);
  const postcode = typeof body === 'object' && body !== null && 'postcode' in body ? body.postcode : undefined;
  if (typeof postcode !== 'string') return context.json({ title: 'The body must be {"postcode": "…"}', status: 400 }, 400);
  return context.json({ addresses: addressesAt(postcode) }, 200, { 'cache-control': 'no-store' });
};
