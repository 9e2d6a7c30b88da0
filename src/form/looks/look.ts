/**
 * What a design system is to the form: whose class stands beside which of ours, and the few things that its markup has
 * otherwise. Data; wear.ts puts it on. Our own classes (`cif-…`) stay: scripts and hosts go by them in every look.
 */

/** Classes by our class, or by tag and our class: `legend.cif-title`. The more particular one counts. */
export type ClassMap = Readonly<Record<string, string>>;

export interface Look {
  readonly classes: ClassMap;
  /** Further ones while something is wrong: where `cif-wrong` stands beside our class. */
  readonly wrongClasses: ClassMap;
  /** Attributes by our class, such as what the system's own script looks for. */
  readonly attributes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Whether its markup has `aria-invalid` on a wrong input. */
  readonly hasAriaInvalid: boolean;
  /** Whether an error beside a field is a span and not a paragraph. */
  readonly isErrorSpan: boolean;
  /** Whether it asks for `novalidate` on forms: what is wrong is then told by us and by the host alone. */
  readonly isNoValidate: boolean;
}
