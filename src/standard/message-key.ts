/**
 * The keys of everything the form says that is not an issue: labels, legends, hints, states. Not the words (messages/).
 * A box's label has the key `<entry>/label`, so that the words of an issue can name the box at its path as `{label}`.
 */
import type { IssueCode } from './issue-code.ts';

/** Words of the form, each with the names of its params. */
export const formWords = {
  'name/legend': [],
  'name.given/label': [],
  'name.middle/label': [],
  'name.family/label': [],
  'name.suffix/label': [],
  'name.full/label': [],
  /** The label of the one box that is left once "I only have one name" is ticked. */
  'name.single/label': [],
  'form/single-name': [],

  'date-of-birth/legend': [],
  'date-of-birth/hint': [],
  'dateOfBirth.day/label': [],
  'dateOfBirth.month/label': [],
  'dateOfBirth.year/label': [],
  /** The twelve months, a space apart. */
  'dateOfBirth.month/names': [],

  'postal-address/legend': [],
  'postalAddress.line1/label': [],
  'postalAddress.line2/label': [],
  'postalAddress.town/label': [],
  'postalAddress.postcode/label': [],
  'form/no-fixed-address': [],

  'email-address/label': [],
  'email-address/hint': [],
  'telephone-number/label': [],
  'telephone-number/hint': [],

  'customer-kind/legend': [],
  /** The two answers. */
  'customerKind.person/label': [],
  'customerKind.organisation/label': [],

  /** `…/part` stands around the words of an issue in a name or an address that is not the first of its kind. */
  'previous-name/legend': [],
  'previous-name/hint': [],
  'previousName/part': ['words'],
  'preferred-name/label': [],
  'preferred-name/hint': [],

  'organisation/legend': [],
  'organisation.legalName/label': [],
  'organisation.tradingName/label': [],
  'organisation.federalEmployerIdentificationNumber/label': [],
  'organisation.federalEmployerIdentificationNumber/hint': [],
  'organisation.parent/label': [],

  'postalAddress.region/label': [],
  'postalAddress.country/label': [],
  'form/address-abroad': [],
  'mailing-address/legend': [],
  'mailingAddress/part': ['words'],
  'form/same-address': [],
  'locations/legend': [],
  'locations/part': ['words', 'number'],
  'locations/place': ['number'],
  'locations.billTo/label': [],
  'locations.shipTo/label': [],
  'locations.soldTo/label': [],
  /** What a location is for: not this, this among others, this first. */
  'form/use-none': [],
  'form/use-other': [],
  'form/use-primary': [],

  'national-insurance-number/label': [],
  'national-insurance-number/hint': [],
  'nhs-number/label': [],
  'nhs-number/hint': [],
  'driver-license/label': [],
  'driver-license/hint': [],
  'social-security-number/label': [],
  'social-security-number/hint': [],
  'individual-taxpayer-number/label': [],
  'individual-taxpayer-number/hint': [],
  /** Beside an identifier: why it is asked, in the words of the host. */
  'form/purpose': ['purpose'],

  /** Under an e-mail address whose domain looks like a slip. */
  'form/email-suggestion': ['address'],
  /** The button that takes the suggestion. */
  'form/email-take-suggestion': ['address'],
  /** The box of the address finder. */
  'form/find-address-label': [],
  'form/find-address-hint': [],
  /** The button of the address finder, and what it says of its work. */
  'form/find-address': [],
  'form/find-address-pending': [],
  'form/find-address-none': ['postcode'],
  'form/find-address-failed': [],
  'form/find-address-count': ['count'],
  /** The list of found addresses, and its first line, which chooses none. */
  'form/choose-address': [],
  'form/choose-address-none': [],
  'form/address-chosen': [],

  /** Where one more answer would make the identity strong enough to be found: asked once, and may be declined. */
  'form/one-more-title': [],
  'form/one-more-words': [],
  'form/one-more-decline': [],
  /** Steps: one thing at a time, then all answers to be checked. */
  'form/continue': [],
  'form/step': ['step', 'steps'],
  'form/back': [],
  'form/check-answers': [],
  'form/change': [],
  'form/not-given': [],
  /** A button that empties the form, for computers that several people use, and what it says then. */
  'form/clear': [],
  'form/cleared': [],
  /** What folds out where it is to be said why a field is asked, and the reasons, where the host gives none of its own. Of any person: it may be another's. */
  'form/why-we-ask': [],
  'why/name': [],
  'why/previous-name': [],
  'why/preferred-name': [],
  'why/date-of-birth': [],
  'why/postal-address': [],
  'why/mailing-address': [],
  'why/organisation': [],
  'why/email-address': [],
  'why/telephone-number': [],
  /** Filling the form in for another person. `someone-else/…` stands in for the words behind it, which speak to the resident of themselves. */
  'form/acting-for': [],
  'form/acting-for-myself': [],
  'form/acting-for-someone-else': [],
  'form/helper': [],
  'someone-else/name/legend': [],
  'someone-else/name/missing': [],
  'someone-else/name/given-missing': [],
  'someone-else/name/family-missing': [],
  'someone-else/form/single-name': [],
  'someone-else/date-of-birth/legend': [],
  'someone-else/date-of-birth/missing': [],
  'someone-else/date-of-birth/day-missing': [],
  'someone-else/date-of-birth/month-missing': [],
  'someone-else/date-of-birth/year-missing': [],
  'someone-else/postal-address/legend': [],
  'someone-else/postal-address/missing': [],
  'someone-else/form/no-fixed-address': [],
  'someone-else/postal-address/line1-missing': [],
  'someone-else/postal-address/town-missing': [],
  'someone-else/postal-address/postcode-missing': [],
  'someone-else/email-address/label': [],
  'someone-else/email-address/missing': [],
  'someone-else/telephone-number/label': [],
  'someone-else/telephone-number/missing': [],
  /** What staff see who fill the form in for a caller. */
  'form/find-customer': [],
  'form/find-customer-pending': [],
  'form/find-customer-count': ['count'],
  'form/find-customer-none': [],
  'form/find-customer-failed': [],
  'form/find-customer-more': [],
  'form/candidates': [],
  'form/candidate-none': [],
  'form/candidate-why': [],
  'form/date': ['day', 'month', 'year'],
  'form/date-without-day': ['month', 'year'],
  'form/grade-certain': [],
  'form/grade-probable': [],
  'form/grade-possible': [],
  'form/grade-certainly-not': [],

  /** A label with the word for "optional" behind it. */
  'form/optional': ['label'],
  'form/error-summary-title': [],
  /** Stands before an error for screen readers. */
  'form/error-prefix': [],
  /** Takes over the suggestion of a warning: the words of a button. */
  'form/pending': [],
  'form/deferred': [],
  /** For an issue whose code these words do not know, say from a newer index. */
  'form/other-issue': ['label'],
  /** BCP 47 of these words: a page in another language marks them with it. */
  'form/locale': [],
  /** `ltr` or `rtl`. */
  'form/direction': [],
} as const satisfies Readonly<Record<`${string}/${string}`, readonly string[]>>;

export type FormWord = keyof typeof formWords;

/** Every key that a locale must have words for. */
export type MessageKey = IssueCode | FormWord;
