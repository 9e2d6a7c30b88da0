/** Every level that the engine can send has words for staff. */
import { describe, expect, it } from 'vitest';
import { levelLabels } from '../../../src/matching/model.ts';
import { explanationEnGB } from '../../../src/standard/messages/explanation/en-GB.ts';

describe('The words of an explanation', () => {
  it.each(Object.entries(levelLabels))('name every level of %s', (_kind, labels) => {
    expect(labels.filter((label) => explanationEnGB[`level/${label}`] === undefined)).toEqual([]);
  });

  it.each(Object.keys(levelLabels).filter((kind) => kind !== 'identifier' && kind !== 'category'))(
    'name the field %s',
    (kind) => {
      expect(explanationEnGB[`field/${kind}`]).toMatch(/\w/);
    },
  );
});
