/**
 * Remembers for a while how two numbered values came out: the same two names or addresses meet again and again. A fixed number of
 * places; what falls on one that is taken takes its place.
 */

/** Compares two numbered values, and is the same from either side: a code of 0 to 255. */
export type CodeOfTwo = (one: number, other: number) => number;

/** Numbers of values stay below this. */
const mostValues = 2 ** 21;

/** The same comparison with a memory of `2 ** bits` places, each of one number: both values, and in its last eight bits the code. */
export function remembering(compare: CodeOfTwo, bits = 16): CodeOfTwo {
  const memory = new Float64Array(2 ** bits).fill(-1);
  const shift = 32 - bits;
  return (one, other) => {
    const low = one < other ? one : other;
    const high = one < other ? other : one;
    const key = (low * mostValues + high) * 256;
    const place = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> shift;
    const known = (memory[place] ?? -1) - key;
    if (known >= 0 && known < 256) return known;
    const code = compare(low, high);
    memory[place] = key + code;
    return code;
  };
}

/** How many bits two sets of bits differ in. */
export function countOtherBits(left: number, right: number): number {
  let bits = left ^ right;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** A bit for each character, by its code's last five bits. An edit changes two of them at most. */
export function bitsOf(text: string): number {
  let bits = 0;
  for (let index = 0; index < text.length; index++) bits |= 1 << (text.charCodeAt(index) & 31);
  return bits;
}

/** Numbers texts by first appearance. */
export function createNumbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
}
