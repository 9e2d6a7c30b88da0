/**
 * Rows that are added to several tables, in one statement: each more costs both sides about as much as a few rows. References between the
 * tables are checked at a statement's end, so that the order does not matter. Not for statements that change or look at rows: in one
 * statement none sees what another does.
 */
import type { SqlValue } from './driver.ts';

/** An `insert` without `returning`, and the values of its `$1`, `$2`, …; no other dollar stands in it. */
export interface Addition {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** By the words of all, so that they are put together once: there are few ways to write a submission, or a load's batch. */
const texts = new Map<string, string>();

/** At least one. */
export function inOneStatement(additions: readonly Addition[]): Addition {
  const [only] = additions;
  if (only !== undefined && additions.length === 1) return only;
  const words = additions.map(({ text }) => text).join('\n');
  const text = texts.get(words) ?? joined(additions);
  texts.set(words, text);
  return { text, values: additions.flatMap(({ values }) => values) };
}

function joined(additions: readonly Addition[]): string {
  let before = 0;
  const numbered = additions.map(({ text, values }) => {
    const shift = before;
    before += values.length;
    return text.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + shift}`);
  });
  const others = numbered.slice(0, -1).map((text, index) => `added_${index + 1} as (${text})`);
  return `with ${others.join(', ')} ${numbered.at(-1)}`;
}
