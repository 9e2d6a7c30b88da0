/** What a model says of the records it was trained on, and what is said where others are not like them. */
import { describe, expect, it } from 'vitest';
import { dedupe, type MatchRecord, trainModel } from '../../src/matching/index.ts';
import { type LevelShares, rangeWarnings } from '../../src/matching/training-range.ts';
import { normaliseRecord } from '../../src/standard/legacy/normalise-record.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { drawPeopleFile } from '../../src/testing/index.ts';

const today = { year: 2025, month: 6, day: 1 };
const records: readonly MatchRecord[] = [...drawPeopleFile({ seed: 'range', people: 130, setting: 'council' })].map(
  ({ recordId, source, fields }) => ({
    recordId,
    source,
    identity: normaliseRecord(fields, { profile: profiles.gb, today }).identity,
  }),
);
const model = trainModel(records, { on: 'a test', today });

describe('a trained model', () => {
  it('says when and on what it was trained', () => {
    expect(model.trained).toMatchObject({ on: 'a test', date: '2025-06-01', records: records.length });
    expect(model.trained?.digest).toMatch(/^[0-9a-f]{16}$/);
    expect(model.trained?.filled['date-of-birth']).toBeGreaterThan(0.5);
    const levels: LevelShares = model.trained?.levels ?? {};
    expect(Object.values(levels).map((shares) => shares.reduce((sum, share) => sum + share, 0))).toEqual(
      Object.keys(levels).map(() => expect.closeTo(1, 1) as number),
    );
  });

  it('has the same digest for the same records in any order, and another for others', () => {
    expect(trainModel([...records].reverse()).trained?.digest).toBe(model.trained?.digest);
    expect(trainModel(records.slice(1)).trained?.digest).not.toBe(model.trained?.digest);
  });

  it('says no digest of a file so small that it could be guessed', () => {
    expect(trainModel(records.slice(0, 30)).trained?.digest).toBeUndefined();
  });
});

describe('a model on records of another kind', () => {
  it('tells of nothing where they are the ones it was trained on', () => {
    expect(dedupe(records, { model }).warnings).toEqual([]);
  });

  it('tells of a field that is missing, and of a file of another size', () => {
    const few = records.slice(0, 3).map(({ identity: { dateOfBirth: _, ...identity }, ...record }) => ({ ...record, identity }));
    expect(dedupe(few, { model }).warnings).toEqual(
      expect.arrayContaining([
        { code: 'range/size', trained: records.length, found: 3 },
        { code: 'range/filled', comparison: 'date-of-birth', trained: model.trained?.filled['date-of-birth'], found: 0 },
      ]),
    );
  });

  it('tells where records of one person agree otherwise', () => {
    const trained = { on: '', records: 10, pairs: 0, rounds: 2, filled: {}, levels: { family: [0.9, 0.1, 0, 0, 0] } };
    const levels = { family: [0.6, 0.2, 0.1, 0.1, 0], place: [1] };
    expect(rangeWarnings(trained, { records: 10, filled: {}, levels })).toEqual([
      { code: 'range/levels', comparison: 'family', trained: 0.9, found: 0.6 },
    ]);
  });
});
