/**
 * Compares short texts that sort people: a birth place, an occupation, a sex. Says little for two people's being one, and more the rarer.
 */
import type { LevelLabel } from '../model.ts';
import { alignmentDistance, jaroWinklerSimilarity } from '../string-distance.ts';
import { haveSameForm, toWords, type Words } from '../words.ts';

export function prepareCategory(text: string | undefined): Words | undefined {
  return toWords(text);
}

export function compareCategories(a: Words, b: Words): LevelLabel<'category'> {
  if (haveSameForm(a, b)) return 'exact';
  const longest = Math.max(a.form.length, b.form.length);
  // A letter stands for a word in many a list (m, f): only longer texts can be mistyped.
  if (longest > 4 && (alignmentDistance(a.form, b.form, 1) === 1 || jaroWinklerSimilarity(a.form, b.form) >= 0.93)) return 'near';
  return a.words.some((word) => word.length > 2 && b.words.includes(word)) ? 'shared-word' : 'differ';
}
