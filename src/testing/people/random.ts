/**
 * A small seeded random generator: the same seed gives the same people on every machine, for ever. Not for secrets.
 */

/** Draws; every method moves the generator on. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of a list that is not empty; throws a `RangeError` where it is. */
  pick<T>(list: readonly T[]): T;
  /** One of a list sorted from common to rare, the first ones far likelier: weight 1 / (rank + `flatness`). */
  pickSkewed<T>(list: readonly T[], flatness?: number): T;
}

/** A generator for one seed: any number or text. sfc32 by Chris Doty-Humphrey (public domain), seeded by FNV-1a. */
export function createRandom(seed: number | string): Random {
  const next = smallFastCounter(String(seed));
  const integer = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(list: readonly T[]): T => {
    const found = list[integer(0, list.length - 1)];
    if (found === undefined) throw new RangeError('cannot pick from an empty list');
    return found;
  };
  return {
    next,
    integer,
    pick,
    chance: (probability) => next() < probability,
    // Inverse of the integral of 1/(rank + flatness): near enough to Zipf's law, without summing weights.
    pickSkewed: (list, flatness = 5) => {
      const rank = Math.floor(flatness * (((list.length + flatness) / flatness) ** next() - 1));
      const found = list[rank];
      return pick(found === undefined ? list : [found]);
    },
  };
}

function smallFastCounter(seed: string): () => number {
  let [a, b, c, counter] = [hash(`${seed}/a`), hash(`${seed}/b`), hash(`${seed}/c`), 1];
  const step = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // Seeds that differ in one character start out alike: the first draws are thrown away.
  for (let round = 0; round < 12; round++) step();
  return step;
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}
