/**
 * The public API of interchange: identities in the forms that other systems speak. Each answer lists what it could not carry.
 * JSON Schema of an identity is the standard's own `identityJsonSchema`.
 */
export type { Carried } from './carried.ts';
export type { FhirAddress, FhirContactPoint, FhirExtension, FhirHumanName, FhirIdentifier, FhirPatient } from './fhir-patient.ts';
export { fromFhirPatient } from './from-fhir.ts';
export { fromOneLogin, type OneLoginAddress, type OneLoginClaims, type OneLoginName } from './from-one-login.ts';
export { fromOpenIdClaims, type OpenIdAddress, type OpenIdClaims } from './from-openid-claims.ts';
export { toFhirPatient } from './to-fhir.ts';
export { toSchemaOrg, type SchemaOrgThing } from './to-schema-org.ts';
