/**
 * Long lists of numbers in memory that the garbage collector does not reckon with: for every 64 MB of the usual kind it looks through
 * all records that there are, which was a fifth of a large batch's CPU time. Not for what a function makes and drops again and again:
 * it stays until the collector comes by for another reason.
 */

/** A list of noughts, short ones in memory of the usual kind. */
export const createInt32s = (size: number): Int32Array => new Int32Array(memoryOf(4 * size));
export const createUint32s = (size: number): Uint32Array => new Uint32Array(memoryOf(4 * size));
export const createFloat64s = (size: number): Float64Array => new Float64Array(memoryOf(8 * size));
export const createBytes = (size: number): Uint8Array => new Uint8Array(memoryOf(size));

/** In bytes: shorter lists are many, and hardly reckoned. */
const longList = 2 ** 20;

/** Memory that threads may share is reckoned by none of them. A browser has none of it for a page that is not isolated. */
function memoryOf(bytes: number): ArrayBufferLike {
  return bytes < longList || typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}
