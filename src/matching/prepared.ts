/**
 * An identity made ready for comparing: folded, cut into parts, with what says nothing left out. Computed once per identity and
 * remembered as long as that object lives, so that a decision over many candidates folds nothing twice. Reads legacy data
 * leniently: a part that cannot be used is simply missing.
 */
import type { Identity } from '../standard/identity.ts';
import { type PreparedBirthday, prepareDateOfBirth } from './comparisons/date-of-birth.ts';
import { type PreparedEmailAddress, prepareEmailAddress } from './comparisons/email-address.ts';
import { type PreparedName, prepareName } from './comparisons/name.ts';
import { type PreparedPlace, preparePostalAddress } from './comparisons/postal-address.ts';
import { type PreparedTelephoneNumber, prepareTelephoneNumber } from './comparisons/telephone-number.ts';

export interface PreparedIdentity {
  readonly name: PreparedName | undefined;
  readonly birthday: PreparedBirthday | undefined;
  readonly place: PreparedPlace | undefined;
  readonly emailAddress: PreparedEmailAddress | undefined;
  readonly telephoneNumber: PreparedTelephoneNumber | undefined;
}

const remembered = new WeakMap<Identity, PreparedIdentity>();

/** The prepared form of an identity, which must not be changed afterwards (its type says so). */
export function prepareIdentity(identity: Identity): PreparedIdentity {
  const known = remembered.get(identity);
  if (known) return known;
  const prepared: PreparedIdentity = {
    name: prepareName(identity.name),
    birthday: prepareDateOfBirth(identity.dateOfBirth),
    place: preparePostalAddress(identity.postalAddress),
    emailAddress: prepareEmailAddress(identity.emailAddress),
    telephoneNumber: prepareTelephoneNumber(identity.telephoneNumber),
  };
  remembered.set(identity, prepared);
  return prepared;
}
