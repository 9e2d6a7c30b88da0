/** Numbers in a typed array that grows: a list of millions at eight bytes each. */
export interface GrowingArray {
  readonly push: (value: number) => void;
  readonly size: () => number;
  /** What was pushed so far, as a view; pushing more afterwards leaves it as it is or extends its buffer unseen. */
  readonly values: () => Float64Array;
}

export function createGrowingArray(capacity = 1024): GrowingArray {
  let values = new Float64Array(Math.max(capacity, 1));
  let size = 0;
  return {
    push: (value) => {
      if (size === values.length) {
        const larger = new Float64Array(size * 2);
        larger.set(values);
        values = larger;
      }
      values[size] = value;
      size++;
    },
    size: () => size,
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
