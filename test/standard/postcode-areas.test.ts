import { describe, expect, it } from 'vitest';
import { postcodeAreas } from '../../src/standard/postcode-areas.ts';
import { corporaNote, hasCorpora, readCorpus } from './corpora.ts';

describe('the postcode areas', () => {
  it('are 126, of one or two capitals each', () => {
    const areas = [...postcodeAreas];
    expect([areas.length, areas.filter((area) => !/^[A-Z]{1,2}$/u.test(area))]).toEqual([126, []]);
  });

  it.skipIf(!hasCorpora)(`are those of the corpus ${corporaNote}`, () => {
    expect([...postcodeAreas].toSorted()).toEqual(readCorpus('uk-postcode-areas.json'));
  });
});
