/**
 * Rows of whole numbers, all of one width: each different one once, numbered by first appearance, in a table that grows. Not what the numbers
 * say: level-patterns.ts and distinct-pairs.ts.
 */
export interface DistinctRows {
  /** The number of a row, a new one where it is new. The row is copied. */
  readonly numberOf: (row: Int32Array) => number;
  readonly size: () => number;
  /** The different rows, one behind the other, and room for more. */
  readonly rows: () => Int32Array;
}

export function createDistinctRows(width: number): DistinctRows {
  let places = new Int32Array(2 ** 12).fill(-1);
  let rows = new Int32Array(width * (places.length / 2));
  let size = 0;
  const placeOf = (row: Int32Array): number => {
    let place = hashOf(row, width) & (places.length - 1);
    for (;;) {
      const number = places[place] ?? -1;
      if (number < 0 || isSame(rows, number * width, row)) return place;
      place = (place + 1) & (places.length - 1);
    }
  };
  const grow = (): void => {
    places = new Int32Array(2 * places.length).fill(-1);
    const before = rows;
    rows = new Int32Array(2 * before.length);
    rows.set(before);
    for (let number = 0; number < size; number++) places[placeOf(rows.subarray(number * width, (number + 1) * width))] = number;
  };
  const numberOf = (row: Int32Array): number => {
    const place = placeOf(row);
    const known = places[place] ?? -1;
    if (known >= 0) return known;
    const number = size++;
    places[place] = number;
    rows.set(row, number * width);
    if (2 * size === places.length) grow();
    return number;
  };
  return { numberOf, size: () => size, rows: () => rows };
}

function hashOf(row: Int32Array, width: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < width; at++) hash = Math.imul(hash ^ (row[at] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function isSame(rows: Int32Array, from: number, row: Int32Array): boolean {
  for (let at = 0; at < row.length; at++) if (rows[from + at] !== row[at]) return false;
  return true;
}
