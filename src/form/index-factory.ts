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

/** For Lit's `converter`: an attribute that cannot be used is reported to the developer, and the element goes without. */
export function indexFromAttribute(url: string | null): CustomerIndex | undefined {
  if (!url) return undefined;
  if (!createIndex) {
    console.warn('citizen-id-form: index="…" needs citizen-id-form/define; or set the index property.');
    return undefined;
  }
  try {
    return createIndex(url);
  } catch (error) {
    console.warn(`citizen-id-form: index="…" cannot be used. ${error instanceof Error ? error.message : ''}`);
    return undefined;
  }
}
