/**
 * The public API of the standard: what a good identity is. For servers and tools; it carries the telephone rules and the
 * schema library. A browser takes the single modules.
 */
export type { CalendarDate } from './calendar-date.ts';
export { fieldsByName, isFieldName, readFieldNames } from './fields/all-fields.ts';
export { parseDateOfBirth } from './fields/date-of-birth.ts';
export { parseEmailAddress, replaceDomain } from './fields/email-address.ts';
export type { EntryName, Field, ParseContext, Reading } from './fields/field.ts';
export { parsePersonName } from './fields/name.ts';
export { parsePostalAddress } from './fields/postal-address.ts';
export { parsePostcode } from './fields/postcode.ts';
export { parseTelephoneNumber } from './fields/telephone-number.ts';
export { foldKeys, foldText } from './fold.ts';
export {
  formatIdentity,
  parseIdentity,
  type Entries,
  type FieldName,
  type Identity,
  type ParseIdentityOptions,
  type PersonName,
  type PostalAddress,
  type TelephoneNumber,
} from './identity.ts';
export { identityJsonSchema, identitySchema } from './identity-schema.ts';
export { accepted, refused, type Issue, type Parsed } from './issue.ts';
export { issueCodes, type IssueCode } from './issue-code.ts';
export type { FieldEvidence, MatchGrade } from './match-evidence.ts';
export { changeCodes, type Change, type ChangeCode } from './legacy/change.ts';
export { formatPartialDate } from './legacy/date-of-birth.ts';
export type {
  Columns,
  LegacyIdentity,
  LegacyOrganisation,
  LegacyTelephoneNumber,
  PartialDate,
} from './legacy/legacy-identity.ts';
export { normaliseRecord, type NormalisedRecord, type NormaliseOptions } from './legacy/normalise-record.ts';
export { matchStrength, minimumMatchStrength } from './match-strength.ts';
export type { FormWord, MessageKey } from './message-key.ts';
export { describeIssue, loadMessages, locales, negotiateLocale, text, type Messages } from './messages.ts';
export { profiles } from './profiles.ts';
export type { Profile, ProfileId, TelephoneRules } from './profiles/profile.ts';
export { parseRecord } from './record.ts';
export { loadTelephoneRules } from './telephone-rules.ts';
export { standardVersion } from './version.ts';
