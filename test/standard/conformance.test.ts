import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { fieldsByName, isFieldName } from '../../src/standard/fields/all-fields.ts';
import { formatIdentity, parseIdentity, type FieldName } from '../../src/standard/identity.ts';
import { identitySchema } from '../../src/standard/identity-schema.ts';
import type { Parsed } from '../../src/standard/issue.ts';
import { issueCodes } from '../../src/standard/issue-code.ts';
import { describeIssue, loadAllMessages, locales } from '../../src/standard/messages.ts';
import { offeredFields } from '../../src/standard/offered-fields.ts';
import { profileOf, readConformance, readConformanceJson, type ConformanceFile, type Example } from './conformance-files.ts';

const files = Object.keys(fieldsByName).filter(isFieldName).map(readConformance);
const isConformanceFile = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  z.record(z.string(), z.unknown()).parse(readConformanceJson('conformance.schema')),
);
const examples = files.flatMap((file) =>
  file.cases.map((example) => ({ file, example, label: `${file.field}: ${example.name}` })),
);

function read(file: ConformanceFile, example: Example) {
  const fields: FieldName[] = [file.field].filter(isFieldName);
  return parseIdentity(example.entries, profileOf(file, example), {
    today: file.today,
    fields,
    requiredFields: example.options?.required === false ? [] : fields,
  });
}

function expected(file: ConformanceFile, example: Example): Parsed<unknown> {
  const key = Object.values(fieldsByName).find((field) => field.name === file.field)?.key ?? 'name';
  if (example.issues) return { ok: false, issues: example.issues };
  const value = example.value === null ? {} : { [key]: example.value };
  return { ok: true, value, warnings: example.warnings ?? [] };
}

const acceptedExamples = examples.filter(({ example }) => example.issues === undefined && example.value !== null);
const toldIssues = examples.flatMap(({ example }) => [...(example.issues ?? []), ...(example.warnings ?? [])]);

describe('the conformance files', () => {
  it.each(examples)('$label', ({ file, example }) => {
    expect(read(file, example)).toEqual(expected(file, example));
  });

  it.each(acceptedExamples)('gives the same value again when it is formatted and read once more: $label', ({ file, example }) => {
    const first = read(file, example);
    const again = first.ok ? read(file, { ...example, entries: formatIdentity(first.value, profileOf(file, example)) }) : first;
    expect(again).toEqual(first);
  });

  it.each(acceptedExamples)('fits the schema of the wire: $label', ({ file, example }) => {
    const parsed = read(file, example);
    expect(parsed.ok && identitySchema.safeParse(parsed.value).success).toBe(true);
  });

  it('have an example of every issue code but the one whose text no UTF-8 can carry', () => {
    const told = toldIssues.map(({ code }) => code);
    expect(Object.keys(issueCodes).filter((code) => !told.some((other) => other === code))).toEqual(['text/lone-surrogate']);
  });

  it('tell exactly the params that the table of codes names', () => {
    const wrong = toldIssues.filter(({ code, params = {} }) => {
      const names: readonly string[] = Object.entries(issueCodes).find(([known]) => known === code)?.[1] ?? ['unknown code'];
      return names.join() !== Object.keys(params).join();
    });
    expect(wrong).toEqual([]);
  });

  it.each(locales.map((locale) => ({ locale })))(
    'have words for every issue in $locale, with no param left open',
    async ({ locale }) => {
      const messages = await loadAllMessages(locale);
      const words = toldIssues.map((issue) => describeIssue(issue, messages));
      expect(words.filter((text) => text === '' || /[{}]/u.test(text))).toEqual([]);
    },
  );

  it.each(files)('give every example of $field a name of its own', ({ cases }) => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.each(files)('accept and refuse something in $field', ({ cases }) => {
    expect(cases.some(({ value }) => value != null) && cases.some(({ issues }) => issues !== undefined)).toBe(true);
  });

  it.each(files)('fit the JSON Schema of such files: $field', ({ field }) => {
    const holds = isConformanceFile(readConformanceJson(field));
    expect(isConformanceFile.errors ?? []).toEqual([]);
    expect(holds).toBe(true);
  });

  it('are all that lie beside their schema', () => {
    const names = readdirSync(new URL('../../src/standard/conformance/', import.meta.url));
    expect(names.toSorted()).toEqual([...files.map(({ field }) => `${field}.json`), 'conformance.schema.json'].toSorted());
  });

  it.each(Object.keys(offeredFields))(
    'say of every field that profile %s offers what it takes and what it refuses',
    (profile) => {
      const told = files.filter(({ cases, ...file }) => {
        const own = cases.filter((example) => (example.profile ?? file.profile) === profile);
        return own.some(({ value }) => value != null) && own.some(({ issues }) => issues !== undefined);
      });
      const offered: readonly string[] = Object.entries(offeredFields).find(([id]) => id === profile)?.[1] ?? [];
      const missing = offered.filter((name) => !told.some(({ field }) => field === name));
      // These are read alike in both profiles: the other one's refusals stand for both.
      expect(missing.filter((name) => !['previous-name', 'preferred-name', 'email-address'].includes(name))).toEqual([]);
    },
  );
});

describe('the JSON Schema of the conformance files', () => {
  const good = { name: 'a', reason: 'b', entries: {}, value: null };
  const file = (example: object) => ({
    field: 'name',
    about: 'x',
    profile: 'gb',
    today: { year: 2025, month: 6, day: 15 },
    cases: [good, example],
  });

  it.each<[object, string]>([
    [{ ...good, value: undefined }, 'neither value nor issues'],
    [{ ...good, issues: [{ code: 'name/missing', path: 'name' }] }, 'both'],
    [{ ...good, entries: { 'name.given': 1 } }, 'an entry that is no text'],
    [{ ...good, nickname: '' }, 'an unknown member'],
    [{ ...good, profile: 'fr' }, 'an unknown profile'],
  ])('refuses %j: %s', (example) => {
    expect(isConformanceFile(JSON.parse(JSON.stringify(file(example))))).toBe(false);
    expect(isConformanceFile(file(good))).toBe(true);
  });
});
