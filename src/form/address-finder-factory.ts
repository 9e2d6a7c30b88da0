/**
 * How `address-finder="URL"` becomes an address finder. The form knows the port and no adapter, so whoever registers the elements
 * (src/define.ts) says which adapter that is.
 */
import type { AddressFinder } from '../protocol/address-finder.ts';

/** Rejects where the address cannot be used. */
export type CreateAddressFinder = (url: string) => Promise<AddressFinder>;

let create: CreateAddressFinder | undefined;

/** For all elements of the page, from then on. */
export function setAddressFinderFactory(createAddressFinder: CreateAddressFinder): void {
  create = createAddressFinder;
}

/** What the attribute or the property asks for. Rejects where that cannot be used. */
export async function addressFinderOf(finder: AddressFinder | string): Promise<AddressFinder> {
  if (typeof finder !== 'string') return finder;
  return create?.(finder) ?? (await import('./advice.ts')).notDefined();
}
