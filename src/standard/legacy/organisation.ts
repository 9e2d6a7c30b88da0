/**
 * Reads the organisation of a legacy record, from its own columns or from a name column that turned out to hold one. Not whether a
 * register knows it; telling it from a person is organisation-words.ts's.
 */
import type { Organisation } from '../identity.ts';
import type { Change } from './change.ts';
import { normaliseIdentifier } from './identifier.ts';
import type { Columns } from './legacy-identity.ts';
import { readValue } from './legacy-text.ts';

/** Reads `organisation.legalName|tradingName|parent|federalEmployerIdentificationNumber`; a trading name alone stands for the legal one. */
export function normaliseOrganisation(columns: Columns, changes: Change[]): Organisation | undefined {
  const trading = readValue(columns, 'organisation.tradingName', changes);
  const legal = readValue(columns, 'organisation.legalName', changes);
  const legalName = legal === '' ? trading : legal;
  if (legalName === '') return undefined;
  const parent = readValue(columns, 'organisation.parent', changes);
  const number = normaliseIdentifier(columns, 'organisation.federalEmployerIdentificationNumber', changes);
  return {
    legalName,
    ...(trading === '' || legal === '' ? {} : { tradingName: trading }),
    ...(parent === '' ? {} : { parent }),
    ...(number === '' ? {} : { federalEmployerIdentificationNumber: number }),
  };
}
