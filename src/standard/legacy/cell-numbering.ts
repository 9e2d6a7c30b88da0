/**
 * Tells at once whether some cells of a row were met before, in a table of millions of cells: numbers what they hold by first appearance.
 * A `Map` would want one text of them all, and hold it; this looks at the cells where they stand. Not what they mean.
 */

export interface CellNumbering {
  /** The number of what the row's cells hold, 0 or more; one more than any so far where it is new. A missing cell is an empty one. */
  readonly numberOf: (cells: readonly string[]) => number;
  readonly size: () => number;
  /** Forgets all, and starts from 0 again. */
  readonly clear: () => void;
}

const leastPlaces = 2 ** 8;

/** Numbers what stands at these places of a row. */
export function createCellNumbering(positions: readonly number[]): CellNumbering {
  // By number: the hash, and each cell. By place, from the hash on: the number plus 1; 0 where it is free.
  let hashes = new Int32Array(leastPlaces / 2);
  let places = new Int32Array(leastPlaces);
  const known = positions.map((): string[] => []);
  let size = 0;
  const isKnown = (number: number, cells: readonly string[]): boolean => {
    for (let index = 0; index < positions.length; index++) {
      if (known[index]?.[number] !== (cells[positions[index] ?? -1] ?? '')) return false;
    }
    return true;
  };
  const grow = (): void => {
    const before = hashes;
    hashes = new Int32Array(2 * before.length);
    hashes.set(before);
    places = new Int32Array(2 * places.length);
    for (let number = 0; number < size; number++) {
      let place = (hashes[number] ?? 0) & (places.length - 1);
      while (places[place] !== 0) place = (place + 1) & (places.length - 1);
      places[place] = number + 1;
    }
  };
  const add = (cells: readonly string[], hash: number, place: number): number => {
    for (let index = 0; index < positions.length; index++) known[index]?.push(cells[positions[index] ?? -1] ?? '');
    hashes[size] = hash;
    places[place] = ++size;
    const number = size - 1;
    if (size === hashes.length) grow();
    return number;
  };
  return {
    numberOf: (cells) => {
      const hash = hashOf(cells, positions);
      let place = hash & (places.length - 1);
      for (;;) {
        const number = (places[place] ?? 0) - 1;
        if (number < 0) return add(cells, hash, place);
        if (hashes[number] === hash && isKnown(number, cells)) return number;
        place = (place + 1) & (places.length - 1);
      }
    },
    size: () => size,
    clear: () => {
      hashes = new Int32Array(leastPlaces / 2);
      places = new Int32Array(leastPlaces);
      for (const list of known) list.length = 0;
      size = 0;
    },
  };
}

/** Of a longer cell the beginning is enough to tell most apart. */
const longestHashed = 200;

function hashOf(cells: readonly string[], positions: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < positions.length; index++) {
    const text = cells[positions[index] ?? -1] ?? '';
    const end = Math.min(text.length, longestHashed);
    for (let at = 0; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    // Where a cell ends.
    hash = Math.imul(hash ^ 0xffff, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
