/**
 * How far two short strings are apart: optimal string alignment, Levenshtein, Damerau-Levenshtein and Jaro-Winkler. Pure arithmetic over UTF-16 code units;
 * not folding (the caller compares folded text) and not a judgement of what is near enough (the comparisons' own).
 * Written here because measured libraries are slower or wrong; the scratch arrays are reused, so nothing is allocated per call.
 */

/** Names longer than this are compared by their first part: the scratch arrays stay small whatever arrives. */
const longest = 256;

let earlier = new Uint16Array(longest + 1);
let previous = new Uint16Array(longest + 1);
let current = new Uint16Array(longest + 1);
const matchedLeft = new Uint8Array(longest);
const matchedRight = new Uint8Array(longest);

/**
 * Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, each character edited once at most.
 * Gives `limit + 1` for anything above `limit`. Both strings are cut at 256 code units.
 */
export function alignmentDistance(left: string, right: string, limit = longest): number {
  if (left === right) return 0;
  const a = left.length > longest ? left.slice(0, longest) : left;
  const b = right.length > longest ? right.slice(0, longest) : right;
  // Most pairs of unlike names end here: as many edits are needed as the lengths differ by.
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  // What both end in costs nothing, and nor does what both begin with.
  let same = 0;
  while (same < shorter - start && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++;
  const [rows, columns] = [a.length - start - same, b.length - start - same];
  if (rows === 0 || columns === 0) return Math.min(rows + columns, limit + 1);
  if (limit === 1) return rows === 1 && columns === 1 ? 1 : areSwapped(a, b, { start, rows, columns }) ? 1 : 2;
  return alignWithin(a, b, { start, rows, columns, limit });
}

/** The part in which two strings differ: from `start` on, so many characters of either. */
interface Difference {
  readonly start: number;
  readonly rows: number;
  readonly columns: number;
}

function areSwapped(a: string, b: string, { start, rows, columns }: Difference): boolean {
  if (rows !== 2 || columns !== 2) return false;
  return a.charCodeAt(start) === b.charCodeAt(start + 1) && a.charCodeAt(start + 1) === b.charCodeAt(start);
}

/** Fills the table row by row, no further from its diagonal than the limit, and stops where two rows on end are above it. */
function alignWithin(a: string, b: string, { start, rows, columns, limit }: Difference & { readonly limit: number }): number {
  const above = limit + 1;
  for (let column = 0; column <= columns; column++) previous[column] = column;
  let leastBefore = 0;
  for (let row = 1; row <= rows; row++) {
    const first = Math.max(1, row - limit);
    const last = Math.min(columns, row + limit);
    current[first - 1] = first === 1 ? row : above;
    const unit = a.charCodeAt(start + row - 1);
    let least = first === 1 ? row : above;
    for (let column = first; column <= last; column++) {
      const other = b.charCodeAt(start + column - 1);
      let value = (previous[column - 1] ?? 0) + (unit === other ? 0 : 1);
      value = Math.min(value, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const isSwap = row > 1 && column > 1 && unit === b.charCodeAt(start + column - 2);
      if (isSwap && a.charCodeAt(start + row - 2) === other) value = Math.min(value, (earlier[column - 2] ?? 0) + 1);
      current[column] = value;
      if (value < least) least = value;
    }
    // The next row looks one further.
    if (last < columns) current[last + 1] = above;
    if (least > limit && leastBefore > limit) return above;
    leastBefore = least;
    const freed = earlier;
    earlier = previous;
    previous = current;
    current = freed;
  }
  return Math.min(previous[columns] ?? 0, above);
}

/** Levenshtein: insertions, deletions, substitutions. Both strings are cut at 256 code units. */
export function levenshteinDistance(left: string, right: string): number {
  if (left === right) return 0;
  const a = left.length > longest ? left.slice(0, longest) : left;
  const b = right.length > longest ? right.slice(0, longest) : right;
  for (let column = 0; column <= b.length; column++) previous[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const unit = a.charCodeAt(row - 1);
    current[0] = row;
    for (let column = 1; column <= b.length; column++) {
      const substituted = (previous[column - 1] ?? 0) + (unit === b.charCodeAt(column - 1) ? 0 : 1);
      current[column] = Math.min(substituted, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length] ?? 0;
}

/**
 * Damerau-Levenshtein: Levenshtein with swaps of neighbours, between which more may be edited (`ca` to `abc` is 2; by optimal string
 * alignment 3). Lowrance and Wagner's table, whole: for files from elsewhere, slower than {@link alignmentDistance}. Both strings
 * are cut at 256 code units.
 */
export function damerauLevenshteinDistance(left: string, right: string): number {
  if (left === right) return 0;
  const a = left.slice(0, longest);
  const b = right.slice(0, longest);
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let row = 0; row <= a.length; row++) table[row * width] = row;
  for (let column = 0; column <= b.length; column++) table[column] = column;
  const lastRowOf = new Map<number, number>();
  for (let row = 1; row <= a.length; row++) {
    const unit = a.charCodeAt(row - 1);
    // The last column of this row, so far, whose character is the row's own.
    let lastColumn = 0;
    for (let column = 1; column <= b.length; column++) {
      const other = b.charCodeAt(column - 1);
      const [swapRow, swapColumn] = [lastRowOf.get(other) ?? 0, lastColumn];
      const at = row * width + column;
      let value = (table[at - width - 1] ?? 0) + (unit === other ? 0 : 1);
      value = Math.min(value, (table[at - 1] ?? 0) + 1, (table[at - width] ?? 0) + 1);
      if (swapRow > 0 && swapColumn > 0) {
        const before = table[(swapRow - 1) * width + swapColumn - 1] ?? 0;
        value = Math.min(value, before + (row - swapRow - 1) + 1 + (column - swapColumn - 1));
      }
      table[at] = value;
      if (unit === other) lastColumn = column;
    }
    lastRowOf.set(unit, row);
  }
  return table[a.length * width + b.length] ?? 0;
}

/** Jaro similarity, 0 to 1; two empty strings are alike (1). Both strings are cut at 256 code units. */
export function jaroSimilarity(left: string, right: string): number {
  if (left === right) return 1;
  const a = left.length > longest ? left.slice(0, longest) : left;
  const b = right.length > longest ? right.slice(0, longest) : right;
  if (a.length === 0 || b.length === 0) return 0;
  const matches = markMatches(a, b);
  if (matches === 0) return 0;
  const swapped = countSwapped(a, b);
  return (matches / a.length + matches / b.length + (matches - swapped) / matches) / 3;
}

/** Jaro-Winkler, 0 to 1: Jaro with a bonus of a tenth of the gap per common leading character, four at most, from Jaro .7 up. */
export function jaroWinklerSimilarity(left: string, right: string): number {
  const jaro = jaroSimilarity(left, right);
  if (jaro < 0.7) return jaro;
  const most = Math.min(4, left.length, right.length);
  let prefix = 0;
  while (prefix < most && left.charCodeAt(prefix) === right.charCodeAt(prefix)) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Marks in the scratch arrays which characters have a partner within half of the longer length, and counts them. */
function markMatches(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  matchedLeft.fill(0, 0, a.length);
  matchedRight.fill(0, 0, b.length);
  let matches = 0;
  for (let index = 0; index < a.length; index++) {
    const unit = a.charCodeAt(index);
    const last = Math.min(b.length - 1, index + reach);
    for (let other = Math.max(0, index - reach); other <= last; other++) {
      if (matchedRight[other] === 1 || b.charCodeAt(other) !== unit) continue;
      matchedLeft[index] = 1;
      matchedRight[other] = 1;
      matches++;
      break;
    }
  }
  return matches;
}

/** Half of the matched characters that stand in another order: Jaro's transpositions. */
function countSwapped(a: string, b: string): number {
  let outOfOrder = 0;
  let other = 0;
  for (let index = 0; index < a.length; index++) {
    if (matchedLeft[index] === 0) continue;
    while (matchedRight[other] === 0) other++;
    if (a.charCodeAt(index) !== b.charCodeAt(other)) outOfOrder++;
    other++;
  }
  return Math.floor(outOfOrder / 2);
}
