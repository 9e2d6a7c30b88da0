/**
 * OpenID Connect's standard claims to identity (OpenID Connect Core 1.0 §5.1). Who vouches for them, and how far, is not here.
 */
import type { Identity, PostalAddress } from '../identity.ts';
import type { Profile } from '../profiles/profile.ts';
import { namesBeside, type Carried } from './carried.ts';
import { nameOf, readTelephoneNumber, readWholeDate } from './written-values.ts';

/** The claims that are read; any other is listed as not carried. */
export interface OpenIdClaims {
  readonly name?: string;
  readonly given_name?: string;
  readonly middle_name?: string;
  readonly family_name?: string;
  readonly nickname?: string;
  readonly birthdate?: string;
  readonly email?: string;
  readonly phone_number?: string;
  readonly address?: OpenIdAddress;
}

/** `country` may be a code or a name: only a code of two letters is carried. */
export interface OpenIdAddress {
  readonly formatted?: string;
  readonly street_address?: string;
  readonly locality?: string;
  readonly region?: string;
  readonly postal_code?: string;
  readonly country?: string;
}

const known = ['name', 'given_name', 'middle_name', 'family_name', 'nickname', 'birthdate', 'email', 'phone_number', 'address'];

/** `name` is kept as the full name where the parts are not given. */
export function fromOpenIdClaims(claims: OpenIdClaims, profile: Profile): Carried<Identity> {
  const { given_name: given, family_name: family, middle_name: middle, name: full, nickname, birthdate, email } = claims;
  const hasParts = given !== undefined || family !== undefined;
  const name = nameOf([given ?? '', middle ?? ''], family ?? '', hasParts || full === undefined ? {} : { full });
  const dateOfBirth = readWholeDate(birthdate);
  const telephoneNumber = claims.phone_number === undefined ? undefined : readTelephoneNumber(claims.phone_number, profile);
  const address = readAddress(claims.address, profile);
  const lost: readonly (readonly [string, boolean])[] = [
    ['name', hasParts && full !== undefined],
    ['birthdate', birthdate !== undefined && !dateOfBirth],
    ['phone_number', claims.phone_number !== undefined && !telephoneNumber],
  ];
  return {
    value: {
      ...(name ? { name } : {}),
      ...(nickname === undefined ? {} : { preferredName: nickname }),
      ...(dateOfBirth ? { dateOfBirth } : {}),
      ...(address.value ? { postalAddress: address.value } : {}),
      ...(email === undefined ? {} : { emailAddress: email }),
      ...(telephoneNumber ? { telephoneNumber } : {}),
    },
    notCarried: [
      ...lost.flatMap(([path, isLost]) => (isLost ? [path] : [])),
      ...address.notCarried,
      ...namesBeside(claims, known),
    ],
  };
}

function readAddress(address: OpenIdAddress | undefined, profile: Profile): Carried<PostalAddress | undefined> {
  if (!address) return { value: undefined, notCarried: [] };
  const { street_address: street = '', locality, region, postal_code: postcode, country = profile.country } = address;
  const [line1, ...others] = street.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const isCode = /^[A-Z]{2}$/u.test(country);
  const code = isCode ? country : profile.country;
  const value: PostalAddress = {
    kind: code === profile.country ? 'written' : 'abroad',
    ...(line1 === undefined ? {} : { line1 }),
    ...(others.length > 0 ? { line2: others.join(', ') } : {}),
    ...(locality === undefined ? {} : { town: locality }),
    ...(region === undefined ? {} : { region }),
    ...(postcode === undefined ? {} : { postcode }),
    country: code,
  };
  const carriedParts = ['street_address', 'locality', 'region', 'postal_code', 'country'];
  const hasPlace = line1 !== undefined || locality !== undefined || postcode !== undefined;
  return {
    value: hasPlace ? value : undefined,
    notCarried: [...namesBeside(address, carriedParts, 'address.'), ...(isCode ? [] : ['address.country'])],
  };
}
