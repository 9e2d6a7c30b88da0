/**
 * The public API of the standard: what a good identity is. For servers and tools; it carries the telephone rules and the
 * schema library. A browser takes the single modules.
 */
export type { CalendarDate } from './calendar-date.ts';
export { countries } from './countries.ts';
export { fieldsByName, isFieldName, readFieldNames } from './fields/all-fields.ts';
export { parseDateOfBirth } from './fields/date-of-birth.ts';
export { parseCustomerKind } from './fields/customer-kind.ts';
export { formatDriverLicense, maskDriverLicense, parseDriverLicense } from './fields/driver-license.ts';
export { parseEmailAddress, replaceDomain } from './fields/email-address.ts';
export { compareEditions, type Edition, type EditionChange, type EditionField, type EditionProfile } from './editions.ts';
export type { EntryName, Field, ParseContext, Reading } from './fields/field.ts';
export { parseFederalEmployerIdentificationNumber } from './fields/federal-employer-identification-number.ts';
export { parseIndividualTaxpayerNumber } from './fields/individual-taxpayer-number.ts';
export { mostLocations, parseLocations } from './fields/locations.ts';
export { parseMailingAddress } from './fields/mailing-address.ts';
export { parsePersonName } from './fields/name.ts';
export { parseNationalInsuranceNumber } from './fields/national-insurance-number.ts';
export { parseNhsNumber } from './fields/nhs-number.ts';
export { parseOrganisation } from './fields/organisation.ts';
export { foundText, parsePostalAddress } from './fields/postal-address.ts';
export { parsePostcode } from './fields/postcode.ts';
export { parsePreferredName } from './fields/preferred-name.ts';
export { parseSocialSecurityNumber } from './fields/social-security-number.ts';
export { parseTelephoneNumber } from './fields/telephone-number.ts';
export { parseUsState, parseZipCode } from './fields/zip-code.ts';
export { foldKeys, foldText } from './fold.ts';
export { writePublication28, type Publication28Lines } from './publication-28.ts';
export {
  formatIdentity,
  parseIdentity,
  type CustomerKind,
  type Entries,
  type FieldName,
  type Identity,
  type Location,
  type LocationUse,
  type Organisation,
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
export { formatRecord } from './legacy/format-record.ts';
export { formatPartialDate } from './legacy/date-of-birth.ts';
export type { Columns, LegacyIdentity, LegacyTelephoneNumber, PartialDate } from './legacy/legacy-identity.ts';
export { normaliseRecord, type NormalisedRecord, type NormaliseOptions } from './legacy/normalise-record.ts';
export { createRowNormaliser, type RowField, type RowNormaliser } from './legacy/normalise-rows.ts';
export { matchStrength, minimumMatchStrength } from './match-strength.ts';
export type { FormWord, MessageKey } from './message-key.ts';
export { loadProfile } from './load-profile.ts';
export {
  describeIssue,
  loadAllMessages,
  loadMessages,
  locales,
  negotiateLocale,
  text,
  type AllMessages,
  type FirstMessages,
  type FurtherMessages,
  type Messages,
} from './messages.ts';
export { offeredFields } from './offered-fields.ts';
export { profiles } from './profiles.ts';
export type { IdentifierName, Profile, ProfileId, Purposes, TelephoneRules } from './profiles/profile.ts';
export { identifierFields, withPurposes } from './purposes.ts';
export { parseRecord } from './record.ts';
export { loadTelephoneRules } from './telephone-rules.ts';
export { usStates } from './us-states.ts';
export { acceptedVersions, standardVersion } from './version.ts';
