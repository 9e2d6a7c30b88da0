/**
 * How `index="URL"` becomes a Customer Index. The form knows the port and no adapter, so whoever registers the elements
 * (src/define.ts) says which adapter that is.
 */
import type { CustomerIndex } from '../protocol/customer-index.ts';

export type CreateIndex = (url: string) => CustomerIndex;

let createIndex: CreateIndex | undefined;

/** For all elements of the page, from then on. */
export function setIndexFactory(create: CreateIndex): void {
  createIndex = create;
}

/** For Lit's `converter`: an address that cannot be used is reported to the developer, and the element goes without. */
export function indexFromAttribute(url: string | null): CustomerIndex | undefined {
  if (!url) return undefined;
  try {
    if (createIndex) return createIndex(url);
    report('the page has not loaded citizen-id-form/define');
  } catch (error) {
    report(error instanceof Error ? error.message : 'it is refused');
  }
  return undefined;
}

function report(reason: string): void {
  void import('./advice.ts').then(({ noIndex }) => noIndex(reason));
}
