/**
 * How `index="URL"` becomes a Customer Index. The form knows the port and no adapter, so whoever registers the elements
 * (src/define.ts) says which adapter that is.
 */
import type { CustomerIndex } from '../protocol/customer-index.ts';

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
  const arriving = createIndex?.(url) ?? failAsNotDefined();
  arriving.catch(report);
  return { resolve: async (request, options) => (await arriving).resolve(request, options) };
}

async function failAsNotDefined(): Promise<never> {
  const { ConfigurationError } = await import('../protocol/error.ts');
  throw new ConfigurationError('the page has not loaded citizen-id-form/define');
}

function report(error: unknown): void {
  const reason = error instanceof Error ? error.message : 'it is refused';
  void import('./advice.ts').then(({ noIndex }) => noIndex(reason));
}
