/** Models from files: the published schema, and what is said of one that cannot be used. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../../src/cli/command.ts';
import { parseModel } from '../../src/cli/model-file.ts';
import { modelJsonSchema } from '../../src/cli/model-schema.ts';
import { builtInModel, type Model, trainModel } from '../../src/matching/index.ts';
import { normaliseRecord } from '../../src/standard/legacy/normalise-record.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { drawPeopleFile } from '../../src/testing/index.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../src/matching/schema/model.schema.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, unknown>>;
const isValid = new Ajv2020({ strict: false }).compile(schema);
const today = { year: 2025, month: 6, day: 1 };
const records = [...drawPeopleFile({ seed: 'model-file', people: 40, setting: 'hard' })].map(({ recordId, source, fields }) => ({
  recordId,
  source,
  identity: normaliseRecord(fields, { profile: profiles.gb, today }).identity,
}));
const trained = trainModel(records, { today });
/** As it stands in a file, one part of it another. */
const changed = (change: (model: Record<string, unknown>) => unknown): string => {
  const copy = JSON.parse(JSON.stringify(trained)) as Record<string, unknown>;
  return JSON.stringify(change(copy));
};
const personOf = (model: Record<string, unknown>): Record<string, unknown> =>
  (model['kinds'] as Record<string, Record<string, unknown>>)['person'] ?? {};

const aLevel = { label: 'exact', m: 0.9, u: 0.1, h: 0.1, n: 0.1 };

describe('the published schema of a model', () => {
  it('is the one that files are checked by', () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(modelJsonSchema())));
  });

  it.each<[string, Model]>([
    ['the built-in', builtInModel],
    ['a trained', trained],
  ])('takes %s model, and so does the command line', (_, model) => {
    expect(isValid(JSON.parse(JSON.stringify(model)))).toBe(true);
    expect(parseModel(JSON.stringify(model), 'model.json')).toEqual(JSON.parse(JSON.stringify(model)));
  });
});

describe('a model that cannot be used', () => {
  it.each<[string, string, RegExp]>([
    ['of no JSON', '{', /model\.json is not JSON/],
    ['of another kind of file', '[]', /no model of this version/],
    ['of a later version', changed((model) => ({ ...model, format: 3 })), /no model of this version/],
    ['without a part', changed(({ kinds: _, ...model }) => model), /kinds: Invalid input/],
    ['with a part nobody knows', changed((model) => ({ ...model, colour: 'blue' })), /colour/],
    ['of an impossible precision', changed((model) => ({ ...model, precision: 1 })), /precision: Too big/],
    ['of other blocking keys', changed((model) => ({ ...model, blockingVersion: 1 })), /blocking version 1.*train it anew/],
    [
      'with a key that there is none of',
      changed((model) => (Object.assign(personOf(model), { keys: ['shoe-size'] }), model)),
      /no blocking key of the name shoe-size/,
    ],
    [
      'with a comparison that there is none of',
      changed((model) => (Object.assign(personOf(model), { comparisons: { shoes: { levels: [aLevel] } } }), model)),
      /no comparison of the name shoes/,
    ],
    [
      'with a level missing',
      changed((model) => (Object.assign(personOf(model), { comparisons: { family: { levels: [aLevel] } } }), model)),
      /lacks level typo of family/,
    ],
    [
      'with a probability of nought',
      changed((model) => (Object.assign(personOf(model), { comparisons: { family: { levels: [{ ...aLevel, m: 0 }] } } }), model)),
      /kinds\.person\.comparisons\.family\.levels\.0\.m: Too small/,
    ],
    [
      'of an impossible prior',
      changed(
        (model) => (
          Object.assign(personOf(model), { prior: { population: 1, samePerson: 5, household: 1, neighbours: 1 } }),
          model
        ),
      ),
      /population must exceed/,
    ],
  ])('%s is refused in words', (_, text, words) => {
    expect(() => parseModel(text, 'model.json')).toThrow(CommandError);
    expect(() => parseModel(text, 'model.json')).toThrow(words);
  });
});
