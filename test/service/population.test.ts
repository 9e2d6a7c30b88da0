/** Matching is told how many customers there are, and never that there are fewer than the built-in models take for granted. */
import { expect, it } from 'vitest';
import type { DecideOptions } from '../../src/matching/index.ts';
import { builtInMatching } from '../../src/service/open-context.ts';
import { weighByPopulation } from '../../src/service/population.ts';

const somebody = { name: { given: 'Rosalind', family: 'Featherby' } };

it.each([
  ['of a large index, its own', 640_000, 640_000],
  ['of an index that may just be filled, the usual', 12, 100_000],
])('decides by the number of customers: %s', async (_, customers, expected) => {
  const asked: DecideOptions[] = [];
  const matching = {
    ...builtInMatching,
    decide: (...call: Parameters<typeof builtInMatching.decide>) => {
      asked.push(call[2] ?? {});
      return builtInMatching.decide(...call);
    },
  };
  const { matching: weighed, count } = weighByPopulation(matching, () => Promise.resolve(customers));
  weighed.decide(somebody, [], { minimumStrength: 0 });
  await count();
  weighed.decide(somebody, [], { minimumStrength: 0 });
  expect(asked).toEqual([{ minimumStrength: 0 }, { minimumStrength: 0, population: expected }]);
});

it('scores two of one name lower among more people', async () => {
  const { matching, count } = weighByPopulation(builtInMatching, () => Promise.resolve(4_000_000));
  const decide = () => matching.decide(somebody, [{ customerId: 'a', records: [somebody] }]).ranked[0]?.bits ?? NaN;
  const before = decide();
  await count();
  expect(decide()).toBeLessThan(before - 3);
});
