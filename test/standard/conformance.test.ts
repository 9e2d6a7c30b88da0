import { describe, expect, it } from 'vitest';
import { fieldsByName, isFieldName } from '../../src/standard/fields/all-fields.ts';
import { formatIdentity, parseIdentity, type FieldName } from '../../src/standard/identity.ts';
import { identitySchema } from '../../src/standard/identity-schema.ts';
import type { Parsed } from '../../src/standard/issue.ts';
import { issueCodes } from '../../src/standard/issue-code.ts';
import { cy } from '../../src/standard/messages/cy.ts';
import { enGB } from '../../src/standard/messages/en-GB.ts';
import { gb } from '../../src/standard/profiles/gb.ts';
import { describeIssue } from '../../src/standard/messages.ts';
import { profileOf, readConformance, type ConformanceFile, type Example } from './conformance-files.ts';

const files = Object.keys(fieldsByName)
  .filter(isFieldName)
  .filter((field) => gb.fields.includes(field))
  .map(readConformance);
const examples = files.flatMap((file) =>
  file.cases.map((example) => ({ file, example, label: `${file.field}: ${example.name}` })),
);

function read(file: ConformanceFile, example: Example) {
  const fields: FieldName[] = [file.field].filter(isFieldName);
  return parseIdentity(example.entries, profileOf(example), {
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
    const again = first.ok ? read(file, { ...example, entries: formatIdentity(first.value, profileOf(example)) }) : first;
    expect(again).toEqual(first);
  });

  it.each(acceptedExamples)('fits the schema of the wire: $label', ({ file, example }) => {
    const parsed = read(file, example);
    expect(parsed.ok && identitySchema.safeParse(parsed.value).success).toBe(true);
  });

  it('have an example of every issue code but the one whose text no UTF-8 can carry', () => {
    const told = toldIssues.map(({ code }) => code);
    const described = Object.keys(issueCodes).filter((code) => files.some(({ field }) => code.startsWith(`${field}/`)));
    const home = described.filter((code) => !/(?:region|zip-code|forces-town|country)/u.test(code));
    expect(home.filter((code) => !told.some((other) => other === code))).toEqual([]);
  });

  it('tell exactly the params that the table of codes names', () => {
    const wrong = toldIssues.filter(({ code, params = {} }) => {
      const names: readonly string[] = Object.entries(issueCodes).find(([known]) => known === code)?.[1] ?? ['unknown code'];
      return names.join() !== Object.keys(params).join();
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    { locale: 'en-GB', messages: enGB },
    { locale: 'cy', messages: cy },
  ])('have words for every issue in $locale, with no param left open', ({ messages }) => {
    const words = toldIssues.map((issue) => describeIssue(issue, messages));
    expect(words.filter((text) => text === '' || /[{}]/u.test(text))).toEqual([]);
  });

  it.each(files)('give every example of $field a name of its own', ({ cases }) => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.each(files)('accept and refuse something in $field', ({ cases }) => {
    expect(cases.some(({ value }) => value != null) && cases.some(({ issues }) => issues !== undefined)).toBe(true);
  });
});
