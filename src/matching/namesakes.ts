/**
 * Two of one name in one home, a father and his son: what other records of that name and address tell of two of which one has no birthday.
 * Where birthdays known there contradict each other, it may be either's; where all agree, a second bearer of the name grows less likely
 * with each. Only a batch knows this: a look-up finds both customers, and leaves the choice to a person.
 */
import { codeOf, type PreparedRecord } from './compare.ts';
import type { PairSet } from './pair-set.ts';
import { createUnionFind } from './union-find.ts';

/** Which records are of one name at one address, and what that tells. */
export interface Namesakes {
  /** A number per row, equal for rows of one name at one address. */
  readonly groups: Int32Array;
  /** By such a number: how much likelier than usual two of these rows are two people of a household, in nats. */
  readonly logs: Float64Array;
}

/** Levels at which two records are of one name at one address, whoever they are. */
const alike = {
  given: maskOf('given', ['exact', 'slip']),
  family: maskOf('family', ['exact', 'typo']),
  place: maskOf('place', ['exact', 'strong', 'address']),
};
const contradicting = maskOf('date-of-birth', ['same-year', 'differ']);

function maskOf(kind: 'given' | 'family' | 'place' | 'date-of-birth', labels: readonly string[]): number {
  return labels.reduce((mask, label) => mask | (1 << codeOf(kind, label)), 0);
}

/** Told from the compared pairs of these rows; nothing where names, places and birthdays were not compared. */
export function namesakesOf(set: PairSet, rows: readonly PreparedRecord[]): Namesakes | undefined {
  const { birthday, family, given, place } = set.model;
  if (Math.min(birthday, family, given, place) < 0) return undefined;
  const { links, isContradicted, odds } = gather(set, rows.length);
  const groups = Int32Array.from(rows, (_, row) => links.find(row));
  const birthdays = new Float64Array(rows.length);
  const areTwo = new Uint8Array(rows.length);
  for (const [row, group] of groups.entries()) {
    if (rows[row]?.birthday) birthdays[group] = (birthdays[group] ?? 0) + 1;
    if (isContradicted[row] === 1) areTwo[group] = 1;
  }
  // Two are known: even odds. Else all birthdays are one person's: of two people, each as likely to be met, that grows ever less likely.
  const logs = birthdays.map((known, group) =>
    areTwo[group] === 1 ? Math.max(odds, 0) : known > 1 ? Math.log(2 / (known + 1)) : 0,
  );
  return { groups, logs };
}

/** For two rows of which one has no birthday: nought where they are not of one name at one address. */
export function logNamesakesOf({ groups, logs }: Namesakes, left: number, right: number): number {
  const group = groups[left] ?? 0;
  return groups[right] === group ? (logs[group] ?? 0) : 0;
}

interface Gathered {
  readonly links: ReturnType<typeof createUnionFind>;
  /** Of each row, whether a birthday was found to contradict its own. */
  readonly isContradicted: Uint8Array;
  /** Where two of one name at one address both have a birthday, how much oftener it is one person's than two people's: a logarithm. */
  readonly odds: number;
}

/** The odds start from one contradiction in twenty. */
const pseudoContradicted = 0.5;
const pseudoAgreed = 9.5;

function gather({ size, left, right, levels, model }: PairSet, rows: number): Gathered {
  const { birthday, family, given, place } = model;
  const fields = model.fields.length;
  const links = createUnionFind(rows);
  const isContradicted = new Uint8Array(rows);
  let [agreed, contradicted] = [pseudoAgreed, pseudoContradicted];
  const isAt = (mask: number, index: number): boolean => (mask & (1 << (levels[index] ?? 0))) !== 0;
  for (let index = 0; index < size; index++) {
    const at = index * fields;
    if (!isAt(alike.given, at + given) || !isAt(alike.family, at + family) || !isAt(alike.place, at + place)) continue;
    links.join(left[index] ?? 0, right[index] ?? 0);
    if (levels[at + birthday] === 0) continue;
    if (isAt(contradicting, at + birthday)) {
      contradicted++;
      isContradicted[left[index] ?? 0] = 1;
    } else agreed++;
  }
  return { links, isContradicted, odds: Math.log(agreed / contradicted) };
}
