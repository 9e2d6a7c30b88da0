/**
 * An issue: an expected problem with a value, as data. Not words: those live in messages/.
 * And what every parser of the standard returns. Nothing here throws.
 */

/** `code` is `<field>/<what is wrong>`; `path` names the entry at fault (`dateOfBirth.year`), or the field where all of it is. */
export interface Issue {
  readonly code: `${string}/${string}`;
  readonly path: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Every parser returns this: a canonical value, perhaps with warnings, or the reasons why there is none. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The accepting half of {@link Parsed}. */
export function accepted<T>(value: T, warnings: readonly Issue[] = []): Parsed<T> {
  return { ok: true, value, warnings };
}

/** The refusing half of {@link Parsed}. */
export function refused(...issues: readonly Issue[]): Parsed<never> {
  return { ok: false, issues };
}
