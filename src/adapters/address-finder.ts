/**
 * An address finder over HTTP: `POST` of `{"postcode": "LS1 4AP"}`, answered by `{"addresses": [{"line1", "line2", "town", "region",
 * "postcode", "uprn"}]}`, of which only `line1` must be there. The council's own proxy answers so, whatever stands behind it: a
 * commercial gazetteer, whose key is then no part of any page, or a local one. A postcode is personal data: never in a URL.
 */
import type { AddressFinder, FoundAddress } from '../protocol/address-finder.ts';
import { createExchange, type HttpIndexOptions } from './exchange.ts';

/** `url`: where the proxy answers, `https://addresses.example` or a path of the page's own origin. */
export type HttpAddressFinderOptions = HttpIndexOptions;

/** In bytes: the fullest postcodes have a hundred addresses. */
const longestAnswer = 256 * 1024;

/** More than a list can be looked through for. */
const mostAddresses = 250;

/** UTF-16 units of a part, at most; longer text is no line of an address. */
const longestPart = 128;

/** A finder behind the address. Throws `ConfigurationError` on a URL or time limit that cannot work. */
export function createHttpAddressFinder(options: HttpAddressFinderOptions): AddressFinder {
  const exchange = createExchange(options);
  return {
    findAddresses: (postcode, { signal } = {}) =>
      exchange({ path: '', body: { postcode }, longest: longestAnswer, read: readAddresses }, signal ? { signal } : {}),
  };
}

/** Half-wrong answers count as far as they are right: an entry without its first line is left out, a part that is no text too. */
function readAddresses(text: string): readonly FoundAddress[] | undefined {
  const addresses = parseAnswer(text)?.['addresses'];
  if (!Array.isArray(addresses)) return undefined;
  return addresses.slice(0, mostAddresses).flatMap((entry: unknown) => readAddress(entry) ?? []);
}

function readAddress(entry: unknown): FoundAddress | undefined {
  if (!isObject(entry)) return undefined;
  const { line1, uprn } = entry;
  if (!isPart(line1)) return undefined;
  const others = (['line2', 'town', 'region', 'postcode'] as const).flatMap((part) => {
    const text = entry[part];
    return isPart(text) ? [[part, text] as const] : [];
  });
  const number = typeof uprn === 'number' ? String(uprn) : uprn;
  const isNumber = typeof number === 'string' && /^\d{1,12}$/u.test(number);
  return { line1, ...Object.fromEntries(others), ...(isNumber ? { uprn: number } : {}) };
}

function parseAnswer(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const isPart = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longestPart;
