/**
 * Whether the customer is a person or an organisation: asked first, where a host serves both. A person's fields are not asked
 * of an organisation, nor the other way round, and the two are never matched with each other.
 */
import type { CustomerKind, FieldName } from '../identity.ts';
import { accepted, refused, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import { inIdentity, readEntry, type Field } from './field.ts';

const path = 'customerKind';

const fieldsOf: Readonly<Record<CustomerKind, readonly FieldName[]>> = {
  person: [
    'name',
    'previous-name',
    'preferred-name',
    'date-of-birth',
    'national-insurance-number',
    'nhs-number',
    'driver-license',
    'social-security-number',
    'individual-taxpayer-number',
  ],
  organisation: ['organisation'],
};

/** `person` or `organisation`. */
export function parseCustomerKind(typed: string): Parsed<CustomerKind> {
  const fault: IssueCode = typed === '' ? 'customer-kind/missing' : 'customer-kind/not-valid';
  return typed === 'person' || typed === 'organisation' ? accepted(typed) : refused(createIssue(fault, path));
}

export const customerKindField: Field = {
  name: 'customer-kind',
  key: 'customerKind',
  entries: [path],
  excuses: (entries) => {
    const kind = parseCustomerKind(readEntry(entries, path));
    return kind.ok ? fieldsOf[kind.value === 'person' ? 'organisation' : 'person'] : [];
  },
  isBlank: (entries) => readEntry(entries, path) === '',
  parse: (entries) => inIdentity(parseCustomerKind(readEntry(entries, path)), (customerKind) => ({ customerKind })),
  format: ({ customerKind }) => (customerKind ? { customerKind } : {}),
};
