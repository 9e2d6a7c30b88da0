/** The wire: what passes, what does not, and that every schema says so in JSON Schema too. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import * as schemas from '../../src/protocol/schemas.ts';

const { recordsRequestSchema, resolveRequestSchema, serviceIdSchema, submissionRequestSchema } = schemas;
const request = { service: 'parking-permit', profile: 'gb', standardVersion: '1.0', identity: {} };

describe('A service’s id', () => {
  it.each(['a', 'parking-permit', 'bins2', 'x.y', 'a'.repeat(64)])('may be %j', (id) => {
    expect(serviceIdSchema.safeParse(id).success).toBe(true);
  });
  it.each([
    ['', 'nothing'],
    ['-a', 'a hyphen in front'],
    ['a-', 'a hyphen at the end'],
    ['Permits', 'a capital'],
    ['a:b', 'a colon, which ends the id in HTTP Basic'],
    ['a b', 'a space'],
    ['a\n', 'a line end'],
    ['a'.repeat(65), 'too long'],
  ])('may not be %j (%s)', (id) => {
    expect(serviceIdSchema.safeParse(id).success).toBe(false);
  });
});

describe('A resolve request', () => {
  it('passes over what a newer page may send, and drops it', () => {
    expect(resolveRequestSchema.parse({ ...request, newer: true })).toEqual(request);
  });
  it.each([
    ['another version’s spelling', { ...request, standardVersion: 'v1' }],
    ['an unknown member of the identity', { ...request, identity: { dob: '1980-01-01' } }],
    ['no identity', { ...request, identity: undefined }],
  ])('is refused with %s', (_, body) => {
    expect(resolveRequestSchema.safeParse(body).success).toBe(false);
  });
});

describe('A submission', () => {
  it.each([
    ['a reference', { caseReference: 'c', reference: 'r' }],
    ['fields', { caseReference: 'c', fields: { 'name.given': 'Ann', other: '' } }],
    ['an identity', { caseReference: 'c', identity: { emailAddress: 'a@example.org' } }],
  ])('passes with %s', (_, body) => {
    expect(submissionRequestSchema.parse(body)).toEqual(body);
  });
  it.each([
    ['an empty case reference', { caseReference: '', fields: {} }],
    ['an endless case reference', { caseReference: 'c'.repeat(201), fields: {} }],
    ['NUL in the case reference', { caseReference: 'a\u0000', fields: {} }],
    ['half a surrogate pair in the case reference', { caseReference: '\udc00', fields: {} }],
    ['a number among the fields', { caseReference: 'c', fields: { 'dateOfBirth.year': 1980 } }],
    ['a misspelt member', { caseReference: 'c', field: {} }],
  ])('is refused with %s', (_, body) => {
    expect(submissionRequestSchema.safeParse(body).success).toBe(false);
  });
});

describe('Records', () => {
  const load = (record: object) =>
    recordsRequestSchema.safeParse({ source: 'library', records: [{ recordId: '1', fields: {}, ...record }] }).success;
  it.each(['2026-05-01', '2026-05-01T10:00:00Z', '2026-05-01T10:00:00.123+01:00'])('may be of %s', (recordedAt) => {
    expect(load({ recordedAt })).toBe(true);
  });
  it.each(['1 May 2026', '2026-02-30', '2026-05-01T10:00:00', ''])('may not be of %j', (recordedAt) => {
    expect(load({ recordedAt })).toBe(false);
  });
  it('are 50,000 in a call at most', () => {
    const records = Array.from({ length: 50_001 }, (_, number) => ({ recordId: String(number), fields: {} }));
    expect(recordsRequestSchema.safeParse({ source: 'library', records }).success).toBe(false);
    expect(recordsRequestSchema.safeParse({ source: 'library', records: records.slice(1) }).success).toBe(true);
  });
});

describe('Every schema of the wire', () => {
  const named = Object.entries(schemas).flatMap(([name, schema]) =>
    schema instanceof z.core.$ZodType ? [[name, schema] as const] : [],
  );

  it.each(named)('%s has a JSON Schema: no transform hides in it', (_, schema) => {
    expect(z.toJSONSchema(schema, { target: 'draft-2020-12' })).toHaveProperty('$schema');
  });
  it('is among them', () => {
    expect(named.length).toBeGreaterThanOrEqual(15);
  });
});
