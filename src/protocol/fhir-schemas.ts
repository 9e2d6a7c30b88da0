/**
 * FHIR's `$match` on the wire as zod schemas; see schemas.ts for what such schemas are. Loose, as FHIR resources hold more than is
 * read here; but a member that is read has FHIR's own type, or the whole is refused.
 */
import * as z from 'zod/mini';
import type { FhirPatient } from '../standard/interchange/index.ts';
import type { FhirFoundPatient, FhirMatchBundle, FhirMatchParameters, FhirOperationOutcome } from './fhir-match.ts';

const text = z.string().check(z.maxLength(512));
/** Of elements that repeat: far more than a person has. */
const list = <T>(element: z.ZodMiniType<T>) => z.exactOptional(z.array(element).check(z.maxLength(64)));
const optional = z.exactOptional(text);

const extension = z.looseObject({
  url: text,
  valueString: optional,
  valueCoding: z.exactOptional(z.looseObject({ system: optional, code: optional })),
});

const parts = {
  identifier: list(z.looseObject({ use: optional, system: optional, value: optional })),
  name: list(
    z.looseObject({
      use: z.exactOptional(z.enum(['usual', 'official', 'temp', 'nickname', 'anonymous', 'old', 'maiden'])),
      text: optional,
      family: optional,
      given: list(text),
      suffix: list(text),
    }),
  ),
  telecom: list(
    z.looseObject({
      system: z.exactOptional(z.enum(['phone', 'fax', 'email', 'pager', 'url', 'sms', 'other'])),
      value: optional,
      use: z.exactOptional(z.enum(['home', 'work', 'temp', 'old', 'mobile'])),
    }),
  ),
  birthDate: optional,
  address: list(
    z.looseObject({
      extension: list(z.looseObject({ ...extension.shape, extension: list(extension) })),
      use: z.exactOptional(z.enum(['home', 'work', 'temp', 'old', 'billing'])),
      type: z.exactOptional(z.enum(['postal', 'physical', 'both'])),
      line: list(text),
      city: optional,
      district: optional,
      state: optional,
      postalCode: optional,
      country: optional,
    }),
  ),
};

const patient: z.ZodMiniType<FhirPatient> = z.looseObject({ resourceType: z.literal('Patient'), ...parts });

const outcomeIssue = z.looseObject({
  severity: z.enum(['fatal', 'error', 'warning', 'information']),
  code: text,
  details: z.exactOptional(
    z.looseObject({ coding: list(z.looseObject({ system: optional, code: optional })), text: z.exactOptional(z.string()) }),
  ),
  diagnostics: z.exactOptional(z.string()),
});

export const operationOutcomeSchema: z.ZodMiniType<FhirOperationOutcome> = z.looseObject({
  resourceType: z.literal('OperationOutcome'),
  issue: z.array(outcomeIssue),
});

export const matchParametersSchema: z.ZodMiniType<FhirMatchParameters> = z.looseObject({
  resourceType: z.literal('Parameters'),
  parameter: z
    .array(
      z.looseObject({
        name: text,
        resource: z.exactOptional(patient),
        valueBoolean: z.exactOptional(z.boolean()),
        valueInteger: z.exactOptional(z.int()),
      }),
    )
    .check(z.minLength(1), z.maxLength(16)),
});

/** A patient that a server found. */
export const foundPatientSchema: z.ZodMiniType<FhirFoundPatient> = z.looseObject({
  resourceType: z.literal('Patient'),
  id: optional,
  ...parts,
});

const resource = z.union([
  foundPatientSchema,
  operationOutcomeSchema,
  z.looseObject({ resourceType: z.string().check(z.regex(/^(?!(?:Patient|OperationOutcome)$)/)) }),
]);

export const matchBundleSchema: z.ZodMiniType<FhirMatchBundle> = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.literal('searchset'),
  total: z.exactOptional(z.int()),
  entry: z.exactOptional(
    z.array(
      z.looseObject({
        resource: z.exactOptional(resource),
        search: z.exactOptional(
          z.looseObject({
            mode: z.exactOptional(z.enum(['match', 'include', 'outcome'])),
            score: z.exactOptional(z.number().check(z.minimum(0), z.maximum(1))),
            extension: list(z.looseObject({ url: text, valueCode: optional })),
          }),
        ),
      }),
    ),
  ),
});
