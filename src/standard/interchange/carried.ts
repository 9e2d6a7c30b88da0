/**
 * What every translation answers: the value in the other form, and what that form cannot hold. Not whether the value keeps the
 * standard: `parseIdentity(formatIdentity(identity), …)` says that.
 */

/** `notCarried` are paths of the source (`postalAddress.kind`, `gender`), each once, in the order met; nothing is dropped without one. */
export interface Carried<T> {
  readonly value: T;
  readonly notCarried: readonly string[];
}

/** The members of an outside object that nobody reads, below a prefix. */
export function namesBeside(source: object | undefined, known: readonly string[], prefix = ''): readonly string[] {
  return Object.entries(source ?? {}).flatMap(([name, value]) =>
    value === undefined || known.includes(name) ? [] : [prefix + name],
  );
}
