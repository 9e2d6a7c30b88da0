/**
 * The port to an address finder: a gazetteer, or a commercial one behind the council's own proxy. The form knows this and never
 * an adapter. A finder helps to write an address and decides nothing: an address can always be written by hand.
 */
import type { PostalAddress } from '../standard/identity.ts';

/** An address at a postcode. `uprn` is the number of the property, 1 to 12 digits, where the finder knows it. */
export type FoundAddress = Pick<PostalAddress, 'line1' | 'line2' | 'town' | 'region' | 'postcode' | 'uprn'> & {
  readonly line1: string;
};

export interface FindOptions {
  readonly signal?: AbortSignal;
}

/** Rejects with an `AdapterError` and nothing else. */
export interface AddressFinder {
  /** The addresses at a postcode, in the order in which they are to be offered; none where there are none. */
  findAddresses(postcode: string, options?: FindOptions): Promise<readonly FoundAddress[]>;
}
