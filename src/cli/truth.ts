/** The truth of a benchmark file, as figures are counted from it. */
import type { Truth } from '../matching/index.ts';
import type { RecordFile } from './record-file.ts';

/** 0 for records of the first file, 1 for those of the second. */
export function sidesOf(files: readonly RecordFile[]): Uint8Array {
  const [first, second] = [files[0]?.records.length ?? 0, files[1]?.records.length ?? 0];
  return new Uint8Array(first + second).fill(1, first);
}

/** One number per person, across all files; an empty cell is a person nobody knows. */
export function truthOf(files: readonly RecordFile[]): Truth {
  const numbers = new Map<string, number>();
  const people = files.flatMap(({ truth }) =>
    truth.map((cell) => {
      if (cell === '') return -1;
      const number = numbers.get(cell) ?? numbers.size;
      numbers.set(cell, number);
      return number;
    }),
  );
  return files.length > 1 ? { people: Int32Array.from(people), sides: sidesOf(files) } : { people: Int32Array.from(people) };
}
