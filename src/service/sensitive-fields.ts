/** Fields that the law or plain danger sets apart. By name, so that it holds for fields of profiles that are not loaded. */

/** Numbers that one authority gave for its own business: used and shown only for a purpose of that very name, unless a policy says otherwise. */
const numbers: ReadonlySet<string> = new Set([
  'national-insurance-number',
  'nhs-number',
  'driver-license',
  'social-security-number',
  'individual-taxpayer-number',
]);

/** Where a person at risk can be found or reached. */
const whereabouts: ReadonlySet<string> = new Set([
  'postal-address',
  'mailing-address',
  'locations',
  'email-address',
  'telephone-number',
]);

/** Whether a field is used and shown only where its purpose is stated. */
export function isSensitiveField(field: string): boolean {
  return numbers.has(field);
}

/** Whether a field tells where a person is. */
export function tellsWhereabouts(field: string): boolean {
  return whereabouts.has(field);
}
