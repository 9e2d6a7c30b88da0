/** Numbers in a typed array that grows: a list of millions at eight bytes each. */
import { createFloat64s } from './large-lists.ts';

export interface GrowingArray {
  readonly push: (value: number) => void;
  readonly size: () => number;
  /** Takes all out again; the memory stays. */
  readonly clear: () => void;
  /** What was pushed so far, as a view, good until it is cleared; pushing more leaves it as it is or extends its buffer unseen. */
  readonly values: () => Float64Array;
}

export function createGrowingArray(capacity = 1024): GrowingArray {
  let values = createFloat64s(Math.max(capacity, 1));
  let size = 0;
  return {
    push: (value) => {
      if (size === values.length) {
        const larger = createFloat64s(size * 2);
        larger.set(values);
        values = larger;
      }
      values[size] = value;
      size++;
    },
    size: () => size,
    clear: () => {
      size = 0;
    },
    values: () => values.subarray(0, size),
  };
}

/** Sorts in place and gives each value once, as a view of the same memory. */
export function sortUnique(values: Float64Array): Float64Array {
  return eachOnce(values.sort());
}

/** Gives each of sorted values once, as a view of the same memory. */
export function eachOnce(sorted: Float64Array): Float64Array {
  let size = 0;
  for (let index = 0; index < sorted.length; index++) {
    const value = sorted[index] ?? 0;
    if (index > 0 && value === sorted[size - 1]) continue;
    sorted[size] = value;
    size++;
  }
  return sorted.subarray(0, size);
}

/** More values than this are not sorted one by one into the others. */
const few = 32;

/** Sorts those from `start` to before `end` in place: many short ranges in little time. */
export function sortRange(values: Float64Array, start: number, end: number): void {
  if (end - start > few) {
    values.subarray(start, end).sort();
    return;
  }
  for (let next = start + 1; next < end; next++) {
    const value = values[next] ?? 0;
    let at = next;
    for (; at > start && (values[at - 1] ?? 0) > value; at--) values[at] = values[at - 1] ?? 0;
    values[at] = value;
  }
}
