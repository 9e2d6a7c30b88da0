/**
 * Customer IDs: `GBX-7K3M-9QRT-4W25`. An authority's prefix, eleven random characters of Crockford's base 32 and a check
 * character, in groups that are easy to read aloud. Random: nothing about the person is in them, and none is used twice.
 *
 * The check character lies in the same alphabet. It makes the sum of all symbols, each times another power of a primitive
 * element of GF(32), zero; so any one wrong character and any two swapped ones, neighbours or not, are noticed for certain.
 */
import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const randomLength = 11;
const bodyLength = randomLength + 1;
const groupLength = 4;

/** Two to six capital letters; more would need more powers than GF(32) has. */
const prefixPattern = /^[A-Z]{2,6}$/;

/** Whether a text can stand in front of an authority's customer IDs. */
export function isAuthority(text: string): boolean {
  return prefixPattern.test(text);
}

/** A new ID: 55 random bits. The store's primary key refuses the one in 10^16 that was there already. */
export function createCustomerId(authority: string): string {
  const random = Array.from(randomBytes(randomLength), (byte) => byte % alphabet.length);
  return formatCustomerId(authority, [...random, checkSymbol(authority, random)]);
}

/**
 * Reads an ID as people type it: any case, with or without hyphens and spaces, O for 0, I and L for 1.
 * Answers its one canonical spelling, or undefined where it is none or its check character says that it was misread.
 */
export function parseCustomerId(text: string): string | undefined {
  const compact = text.toUpperCase().replace(/[\s-]/g, '');
  const authority = compact.slice(0, -bodyLength);
  const body = compact.slice(-bodyLength).replace(/O/g, '0').replace(/[IL]/g, '1');
  const symbols = Array.from(body, (character) => alphabet.indexOf(character));
  if (!isAuthority(authority) || symbols.includes(-1)) return undefined;
  const random = symbols.slice(0, randomLength);
  return symbols[randomLength] === checkSymbol(authority, random) ? formatCustomerId(authority, symbols) : undefined;
}

function formatCustomerId(authority: string, symbols: readonly number[]): string {
  const body = symbols.map((symbol) => alphabet.charAt(symbol)).join('');
  const groups = Array.from({ length: bodyLength / groupLength }, (_, index) =>
    body.slice(index * groupLength, (index + 1) * groupLength),
  );
  return [authority, ...groups].join('-');
}

/** The check symbol has weight α⁰ = 1 and the others α¹, α², … from the right, so it is simply their sum (minus is plus in GF(32)). */
function checkSymbol(authority: string, random: readonly number[]): number {
  let sum = 0;
  const letters = Array.from(authority, (letter) => letter.charCodeAt(0) - 'A'.charCodeAt(0));
  for (const symbol of [...letters, ...random]) sum = timesAlpha(sum ^ symbol);
  return sum;
}

/** Multiplication by α in GF(32) = GF(2)[x] / (x⁵ + x² + 1). */
function timesAlpha(symbol: number): number {
  const doubled = symbol << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}
