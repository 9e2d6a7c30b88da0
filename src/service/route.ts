/**
 * What a route is: one table entry that says how it may be called and what it answers, and one function that answers. app.ts
 * enforces the entry (credentials, content type, sizes, time), openapi.ts describes it; the function deals with what is left.
 */
import type * as z from 'zod/mini';
import type { fhirMediaType } from '../protocol/fhir-match.ts';
import type { ServiceContext } from './context.ts';
import type { Problem, ProblemKind } from './problem.ts';
import type { Caller } from './caller.ts';
import type { Permission, Service } from './registry.ts';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** With `{name}` for a parameter, as OpenAPI writes it. */
  readonly path: string;
  readonly access: Access;
  /** Absent where there is none. */
  readonly body?: RouteBody;
  /** Milliseconds until the caller is told that it took too long. */
  readonly timeLimit: number;
  /** JSON and problem documents where absent. */
  readonly dialect?: Dialect;
  readonly description: RouteDescription;
  readonly handle: (call: Call, context: ServiceContext) => Promise<Answer | Problem>;
}

/**
 * `anybody`: no credentials looked at. `trusted`: as `service`, for whoever reads people: says for which purpose and, staff, why. `service`: a registered service with the permission. `page-or-service`: a registered
 * service with the permission, or a page of a registered origin without any credentials; the one kind that browsers of other origins may call.
 */
export type Access =
  | { readonly kind: 'anybody' }
  | { readonly kind: 'service'; readonly permission: Permission }
  | { readonly kind: 'trusted'; readonly permission: Permission }
  | { readonly kind: 'page-or-service'; readonly permission: Permission };

export interface RouteBody {
  /** What is taken, and what it must look like. */
  readonly schemas: Partial<Readonly<Record<ContentType, NamedSchema>>>;
  /** Bytes. */
  readonly limit: number;
}

export type ContentType = 'application/json' | 'application/x-www-form-urlencoded' | typeof fhirMediaType;

/** Another standard's way to say answers and problems. */
export interface Dialect {
  readonly mediaType: ContentType;
  /** What its problems look like. */
  readonly problem: NamedSchema;
  readonly write: (problem: Problem) => unknown;
}

/** For the OpenAPI document. `problems` beside those that follow from `access`, `body` and `timeLimit`. */
export interface RouteDescription {
  readonly operationId: string;
  readonly summary: string;
  readonly answer: NamedSchema & { readonly status: 200 | 201 };
  readonly problems: readonly ProblemKind[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
}

export interface NamedSchema {
  readonly name: string;
  readonly schema: z.ZodMiniType;
}

/** A call that was let through. */
export interface Call {
  /** The authenticated service; undefined for a page's call, and where anybody may call. */
  readonly service: Service | undefined;
  /** Who reads, what for and why: there on `trusted` routes. */
  readonly caller: Caller | undefined;
  readonly origin: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  /** After the question mark; of a name that stands twice the first. Never personal data: addresses end up in logs. */
  readonly query: Readonly<Record<string, string>>;
  readonly contentType: ContentType | undefined;
  /** Text of the body; empty where the route takes none. */
  readonly body: string;
}

/** `json` is the body's text. */
export interface Answer {
  readonly status: 200 | 201;
  readonly json: string;
}

/** An answer with a JSON body. */
export function answer(status: 200 | 201, body: unknown): Answer {
  return { status, json: JSON.stringify(body) };
}

/** Reads JSON; undefined is no JSON value, so it stands for text that is none. The parser's error would quote the text. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
