/**
 * Every field, as it is read and as a form draws it that asks more than profile `gb`'s five in their usual shape: fetched by a browser only then,
 * and by a server at once. Not the fields themselves (fields/), and not the order they stand in (structure.ts).
 */
import { html } from 'lit/html.js';
import type { FieldName } from '../standard/identity.ts';
import type { Profile, ProfileId, Purposes } from '../standard/profiles/profile.ts';
import { usFl } from '../standard/profiles/us-fl.ts';
import { wholeGb } from '../standard/profiles/whole-gb.ts';
import { withPurposes } from '../standard/purposes.ts';
import { customerKindTemplate } from './fields/customer-kind.ts';
import { dateOfBirthMonthChosenTemplate } from './fields/date-of-birth-month-chosen.ts';
import { driverLicenseTemplate } from './fields/driver-license.ts';
import type { FieldView } from './fields/field.ts';
import { individualTaxpayerNumberTemplate } from './fields/individual-taxpayer-number.ts';
import { locationsTemplate } from './fields/locations.ts';
import { mailingAddressTemplate } from './fields/mailing-address.ts';
import { namePartsTemplate } from './fields/name-parts.ts';
import { nationalInsuranceNumberTemplate } from './fields/national-insurance-number.ts';
import { nhsNumberTemplate } from './fields/nhs-number.ts';
import { organisationTemplate } from './fields/organisation.ts';
import { postalAddressPartsTemplate } from './fields/postal-address-parts.ts';
import { preferredNameTemplate } from './fields/preferred-name.ts';
import { previousNameTemplate } from './fields/previous-name.ts';
import { socialSecurityNumberTemplate } from './fields/social-security-number.ts';
import { firstTemplates, type DrawField, type FormView, type Template } from './structure.ts';

const templates: Readonly<Partial<Record<FieldName, Template>>> = {
  ...firstTemplates,
  'customer-kind': customerKindTemplate,
  name: namePartsTemplate,
  'previous-name': previousNameTemplate,
  'preferred-name': preferredNameTemplate,
  organisation: organisationTemplate,
  'postal-address': postalAddressPartsTemplate,
  'mailing-address': mailingAddressTemplate,
  locations: locationsTemplate,
  'national-insurance-number': nationalInsuranceNumberTemplate,
  'nhs-number': nhsNumberTemplate,
  'driver-license': driverLicenseTemplate,
  'social-security-number': socialSecurityNumberTemplate,
  'individual-taxpayer-number': individualTaxpayerNumberTemplate,
};

const profiles: Readonly<Record<ProfileId, Profile>> = { gb: wholeGb, 'us-fl': usFl };

export { furtherLook } from './looks/default-further.ts';

const purposePrefix = 'purpose-';

/** The profile with every field, of the identifiers those for which the host states a purpose. Without telephone rules. */
export function profileOf(id: ProfileId, host: PurposefulHost): Profile {
  const names = host.getAttributeNames().filter((name) => name.startsWith(purposePrefix));
  const stated: Readonly<Record<string, string>> = Object.fromEntries(
    names.map((name) => [name.slice(purposePrefix.length), host.getAttribute(name) ?? '']),
  );
  return withPurposes(profiles[id], { ...stated, ...host.purposes });
}

/** States purposes as attributes, `purpose-nhs-number="…"`, or, before those, as a property. */
export interface PurposefulHost extends Element {
  readonly purposes?: Purposes;
}

/** One field; where a person or an organisation is asked for, only while it is about the right one. */
export const drawFurtherField: DrawField = (field, view) => {
  const fieldView: FieldView = { ...view, isRequired: view.requiredFields.includes(field) };
  const drawn = templateOf(field, view)?.(fieldView);
  const kind = kindOf(field, view);
  return drawn && kind !== undefined ? html`<div data-when=${`customerKind=${kind}`}>${drawn}</div>` : drawn;
};

function templateOf(field: FieldName, { profile }: FormView): Template | undefined {
  return field === 'date-of-birth' && profile.dateOrder[0] === 'month' ? dateOfBirthMonthChosenTemplate : templates[field];
}

/** The kinds of customer that a field is about, nothing chosen being a person; `undefined` where it is about either, or only one kind is served. */
function kindOf(field: FieldName, { fields, profile }: FormView): string | undefined {
  const kind = fields.includes('customer-kind') ? profile.fieldsByName['customer-kind'] : undefined;
  if (kind?.excuses?.({ customerKind: 'organisation' }).includes(field)) return '|person';
  return kind?.excuses?.({ customerKind: 'person' }).includes(field) ? 'organisation' : undefined;
}
