/** A batch: trained on its own records, whatever order they come in, and whatever they hold. */
import { describe, expect, it } from 'vitest';
import { dedupe, explain, type MatchIdentity, type MatchRecord, score, trainModel } from '../../src/matching/index.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { parseRecord } from '../../src/standard/record.ts';
import { createPopulation } from '../../src/testing/index.ts';

const today = { year: 2025, month: 6, day: 1 };
const borough = createPopulation({ seed: 'linkage-test', people: 250, records: 500 }).records;
const records = borough.map(({ fields, source }, index): MatchRecord => ({
  recordId: String(index).padStart(5, '0'),
  source,
  identity: parseRecord(fields, profiles.gb, { today }).identity,
}));
const found = dedupe(records);

const person = (given: string, more: MatchIdentity = {}): MatchIdentity => ({
  name: { given, family: 'Featherby' },
  dateOfBirth: { year: 1984, month: 3, day: 12 },
  postalAddress: { kind: 'written', line1: '8 Tallow Lane', postcode: 'BX21 4AD' },
  ...more,
});
const recordsOf = (identities: readonly MatchIdentity[]): MatchRecord[] =>
  identities.map((identity, index) => ({ recordId: String(index), identity }));

/** Which records are together, whatever the numbers are called and the order they stand in. */
const groupsOf = (clusters: Int32Array, ids: readonly string[]): string[] => {
  const groups = new Map<number, string[]>();
  for (const [index, cluster] of clusters.entries()) groups.set(cluster, [...(groups.get(cluster) ?? []), ids[index] ?? '']);
  return [...groups.values()].map((group) => group.sort().join(' ')).sort();
};

describe('a batch of five hundred records', () => {
  it('finds most people, and hardly anybody else', () => {
    const clusters = found.clustersFor(0.99);
    const truth = borough.map(({ personId }) => personId);
    let [right, linked, all] = [0, 0, 0];
    for (const [left, person] of truth.entries()) {
      for (let other = 0; other < left; other++) {
        const [isLinked, isTrue] = [clusters[left] === clusters[other], person === truth[other]];
        linked += isLinked ? 1 : 0;
        all += isTrue ? 1 : 0;
        right += isLinked && isTrue ? 1 : 0;
      }
    }
    expect(right / linked).toBeGreaterThan(0.95);
    expect(right / all).toBeGreaterThan(0.3);
  });

  it('comes out the same in whatever order the records come', () => {
    const reversed = [...records].reverse();
    const other = dedupe(reversed);
    const ids = records.map(({ recordId }) => recordId);
    expect(groupsOf(other.clustersFor(0.99), [...ids].reverse())).toEqual(groupsOf(found.clustersFor(0.99), ids));
    expect(JSON.stringify(other.model)).toBe(JSON.stringify(found.model));
  });

  it('gives the same model to the last byte, which survives JSON', () => {
    const model = trainModel(records);
    expect(JSON.stringify(model)).toBe(JSON.stringify(found.model));
    const copy = JSON.parse(JSON.stringify(model)) as typeof model;
    expect(Array.from(dedupe(records, { model: copy }).clustersFor(0.99))).toEqual(
      Array.from(dedupe(records, { model }).clustersFor(0.99)),
    );
  });

  it('scores a pair from either side alike, and explains it in parts that sum to the score', () => {
    const { model } = found;
    for (const { identity } of records.slice(0, 40)) {
      for (const { identity: other } of records.slice(40, 60)) {
        expect(score(model, other, identity)).toBeCloseTo(score(model, identity, other), 9);
        const { bits, priorBits, evidence } = explain(model, identity, other);
        expect(priorBits + evidence.reduce((sum, field) => sum + field.bits, 0)).toBeCloseTo(bits, 9);
      }
    }
  });

  it('says nothing of anybody in its model but how common names are', () => {
    const text = JSON.stringify(found.model);
    const contacts = records.flatMap(({ identity }) => [
      identity.emailAddress,
      identity.telephoneNumber?.e164,
      identity.postalAddress?.line1,
    ]);
    expect(contacts.filter((contact) => contact !== undefined && text.includes(contact))).toEqual([]);
  });

  it('keeps two apart that a decision put apart', () => {
    const [merge] = found.merges;
    const clusters = dedupe(records, { model: found.model, apart: [[merge?.left ?? 0, merge?.right ?? 0]] }).clustersAt(0.01);
    expect(clusters[merge?.left ?? 0]).not.toBe(clusters[merge?.right ?? 0]);
  });
});

describe('a batch of bad input', () => {
  it.each([
    ['no record', [], 0],
    ['one record', [person('Rosalind')], 1],
    ['records that say nothing', [{}, {}, {}], 3],
    ['an organisation and a person of its name', [{ organisation: { legalName: 'Rosalind Featherby' } }, person('Rosalind')], 2],
    ['lone surrogates', [person('\ud800\udfff\ud800'), person('\udc00')], 2],
  ])('%s', (_, identities: readonly MatchIdentity[], people) => {
    expect(new Set(dedupe(recordsOf(identities)).clustersFor(0.99)).size).toBe(people);
  });

  it('huge cells are read, and end', () => {
    const huge = 'Rosalind '.repeat(12_000);
    const identities = [person(huge), person(huge), person('Hannah', { emailAddress: `${huge}@example.org` })];
    expect(dedupe(recordsOf(identities)).clustersFor(0.99)).toHaveLength(3);
  });

  it('one person a hundred times is somebody, and soon', () => {
    const clusters = dedupe(recordsOf(Array.from({ length: 100 }, () => person('Rosalind')))).clustersFor(0.99);
    expect(clusters).toHaveLength(100);
  });

  it('one mailbox for hundreds of people is taken for nobody’s, and told without its value', () => {
    const crowd = Array.from({ length: 600 }, (_, index): MatchIdentity => ({
      name: { given: `Given${index % 61}`, family: `Family${index}` },
      emailAddress: 'nobody@example.org',
    }));
    const { placeholders, clustersFor } = dedupe(recordsOf(crowd));
    expect(placeholders).toEqual([{ field: 'email-address', records: 600 }]);
    expect(new Set(clustersFor(0.99)).size).toBe(600);
  });
});
