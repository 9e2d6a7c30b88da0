/** Who each record really is, and what follows from it: how many pairs there are to find, and which pairs are right. */

export interface Truth {
  /** One number per record, equal for records of one person; −1 where it is not known: such a record counts in no figure. */
  readonly people: Int32Array;
  /** Where two files are linked, 0 or 1 for the file of each record: then only pairs across the files count. */
  readonly sides?: Uint8Array;
}

/** How many pairs of records belong to one person. */
export function countTruePairs({ people, sides }: Truth): number {
  const counts = new Map<number, [number, number]>();
  for (const [record, person] of people.entries()) {
    if (person < 0) continue;
    const both = counts.get(person) ?? [0, 0];
    both[sides?.[record] === 1 ? 1 : 0]++;
    counts.set(person, both);
  }
  let pairs = 0;
  for (const [first, second] of counts.values()) pairs += sides ? first * second : (first * (first - 1)) / 2;
  return pairs;
}

/** Whether two records are one person's; undefined where the pair counts in no figure. */
export type Judge = (left: number, right: number) => boolean | undefined;

export function judgeBy({ people, sides }: Truth): Judge {
  return (left, right) => {
    const [one, other] = [people[left] ?? -1, people[right] ?? -1];
    if (one < 0 || other < 0 || (sides && sides[left] === sides[right])) return undefined;
    return one === other;
  };
}

/** The share of a whole; 1 of nothing, as nothing was missed. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
