/**
 * Compares identifiers that a source or the state gave: a library card, a driver licence. Not whether one is valid.
 */
import type { LevelLabel } from '../model.ts';
import { alignmentDistance } from '../string-distance.ts';

/** Longer than any identifier: the rest of a huge cell is not read. */
const longest = 64;

/** Letters and digits alone, in capitals; nothing where that leaves fewer than three or one character again and again. */
export function prepareIdentifier(text: string | undefined): string | undefined {
  const value = (text ?? '')
    .slice(0, longest)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toUpperCase();
  return value.length < 3 || /^(.)\1+$/u.test(value) ? undefined : value;
}

export function compareIdentifiers(a: string, b: string): LevelLabel<'identifier'> {
  if (a === b) return 'exact';
  const distance = alignmentDistance(a, b, 2);
  if (distance === 1) return 'one-character';
  return distance === 2 && Math.min(a.length, b.length) > 5 ? 'two-characters' : 'differ';
}
