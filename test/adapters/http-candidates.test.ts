/** What counts as candidates on the wire, and what does not. Over the real service they are found in http-contract.test.ts. */
import { describe, expect, it } from 'vitest';
import { parseCandidates } from '../../src/adapters/http-candidates.ts';

const evidence = { field: 'family', level: 'exact', bits: 9, againstStranger: 10, againstHousehold: 1 };
const candidate = {
  customerId: 'TST-0123-4567-89AB',
  grade: 'probable',
  probability: 0.8,
  summary: { name: { given: 'Ann', family: 'Sample' } },
  explanation: [evidence],
};
const read = (...candidates: readonly unknown[]) => parseCandidates(JSON.stringify({ candidates, isCut: false }));

describe('Candidates', () => {
  it('are read in their order, without what nobody knows', () => {
    const other = { ...candidate, customerId: 'TST-0123-4567-89AC' };
    expect(read({ ...candidate, status: 'confirmed', extra: 1 }, other)).toEqual([candidate, other]);
    expect(read()).toEqual([]);
  });

  it.each<readonly [string, unknown]>([
    ['null', null],
    ['no ID', { ...candidate, customerId: '' }],
    ['a grade that FHIR does not know', { ...candidate, grade: 'perhaps' }],
    ['a probability in words', { ...candidate, probability: 'high' }],
    ['a list for a summary', { ...candidate, summary: [] }],
    ['no explanation', { ...candidate, explanation: undefined }],
    ['an explanation without figures', { ...candidate, explanation: [{ field: 'family', level: 'exact' }] }],
  ])('are no answer with %s', (_, wrong) => {
    expect(read(candidate, wrong)).toBeUndefined();
  });

  it.each(['', '[]', 'null', '{}', '{"candidates":{}}', '<html>'])('are no answer as %s', (text) => {
    expect(parseCandidates(text)).toBeUndefined();
  });
});
