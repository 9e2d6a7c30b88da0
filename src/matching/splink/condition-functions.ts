/** The SQL functions that Splink's own comparisons call on DuckDB, over values that may be missing. */
import { damerauLevenshteinDistance, jaroSimilarity, jaroWinklerSimilarity, levenshteinDistance } from '../string-distance.ts';
import type { Value } from './condition.ts';

export interface Call {
  /** How many arguments it takes. */
  readonly length: number;
  readonly of: (values: readonly Value[], textOf: (text: string) => string) => Value;
}

/** By their names in lower case. */
export const functions: Readonly<Record<string, Call>> = {
  jaro_similarity: ofTexts(jaroSimilarity),
  jaro_winkler_similarity: ofTexts(jaroWinklerSimilarity),
  levenshtein: ofTexts(levenshteinDistance),
  damerau_levenshtein: ofTexts(damerauLevenshteinDistance),
  abs: { length: 1, of: ([value]) => (value === undefined ? undefined : Math.abs(Number(value))) },
  // Dates are held as seconds already.
  epoch: { length: 1, of: ([value]) => value },
  try_strptime: { length: 2, of: ([text, format]) => (typeof text === 'string' ? readDate(text, format) : undefined) },
  nullif: { length: 2, of: ([value, other]) => (value === other ? undefined : value) },
  regexp_extract: {
    length: 3,
    of: ([text, pattern, group]) => (typeof text === 'string' ? extract(text, pattern, group) : undefined),
  },
  lower: { length: 1, of: ([text]) => (typeof text === 'string' ? text.toLowerCase() : undefined) },
  upper: { length: 1, of: ([text]) => (typeof text === 'string' ? text.toUpperCase() : undefined) },
};

function ofTexts(measure: (left: string, right: string) => number): Call {
  return {
    length: 2,
    of: ([left, right], textOf) =>
      typeof left === 'string' && typeof right === 'string' ? measure(textOf(left), textOf(right)) : undefined,
  };
}

/** Seconds since 1970; missing where the text is no such date of the calendar. Only the format that Splink takes by default. */
function readDate(text: string, format: Value): Value {
  if (format !== '%Y-%m-%d') return undefined;
  const [, year, month, day] = /^\s*(\d{1,4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / 1000 : undefined;
}

const patterns = new Map<string, RegExp>();

/** Empty where nothing matches, as on DuckDB. */
function extract(text: string, pattern: Value, group: Value): Value {
  const source = String(pattern);
  const expression = patterns.get(source) ?? new RegExp(source, 'u');
  patterns.set(source, expression);
  return expression.exec(text)?.[Number(group)] ?? '';
}
