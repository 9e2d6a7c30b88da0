/**
 * How `index="URL"` becomes a Customer Index. The form knows the port and no adapter, so whoever registers the elements
 * (src/define.ts) says which adapter that is.
 */
import type { CustomerIndex } from '../protocol/customer-index.ts';
import { advise } from './options.ts';

/** May come late: the adapter is code that the first drawing does not wait for. Rejects where the address cannot be used. */
export type CreateIndex = (url: string) => Promise<CustomerIndex>;

let createIndex: CreateIndex | undefined;

/** For all elements of the page, from then on. */
export function setIndexFactory(create: CreateIndex): void {
  createIndex = create;
}

/** For Lit's `converter`: an index that can be asked at once and answers when it is there. What is wrong with an address is reported to the developer. */
export function indexFromAttribute(url: string | null): CustomerIndex | undefined {
  if (!url) return undefined;
  const arriving = createIndex?.(url) ?? advise(({ notDefined }) => notDefined());
  arriving.catch((error: unknown) => advise(({ noIndex }) => noIndex(error)));
  return {
    resolve: async (request, options) => (await arriving).resolve(request, options),
    findCandidates: async (request, options) => (await (await arriving).findCandidates?.(request, options)) ?? [],
  };
}
