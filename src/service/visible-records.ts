/**
 * What one caller may be shown of a customer: the records with every value taken out that policy, a restriction or suppressed
 * history keeps from this caller. Everything that shows stored values to anybody takes them from here.
 */
import { fieldsByName } from '../standard/fields/all-fields.ts';
import type { FieldName, Identity } from '../standard/identity.ts';
import type { CustomerRestriction, SaidRecord } from '../store/store.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Caller } from './caller.ts';
import type { ServiceContext } from './context.ts';
import { summaryOf } from './best-values.ts';
import { tellsWhereabouts } from './sensitive-fields.ts';

/** The records of one customer, and what restricts them. */
export interface HeldCustomer<Content extends SaidRecord = SaidRecord> {
  readonly records: readonly Content[];
  readonly restriction: Pick<CustomerRestriction, 'isRestricted' | 'hidesHistory'> | undefined;
}

/** The same records, in the same order, with what this caller may see of each; those that nothing is left of are left out. */
export function visibleRecords<Content extends SaidRecord>(
  context: ServiceContext,
  caller: Caller,
  held: HeldCustomer<Content>,
): readonly Content[] {
  const seesAtRisk = caller.service.permissions.includes('restricted-people');
  const atRisk = held.restriction?.isRestricted === true && !seesAtRisk;
  const hidesHistory = held.restriction?.hidesHistory === true && !seesAtRisk;
  const current = hidesHistory ? summaryOf(held.records) : undefined;
  return held.records.flatMap((record) => {
    const identity = pickFields(record.identity, (field, value) => {
      if (atRisk && tellsWhereabouts(field)) return false;
      if (current !== undefined && isHistory(field, value, current)) return false;
      return context.policy.allows('see', { field, source: record.source, purposes: caller.purposes });
    });
    return Object.keys(identity).length === 0 ? [] : [{ ...record, identity, entries: {} }];
  });
}

/** The identity with the fields that `keep` says yes to. */
export function pickFields(identity: Identity, keep: (field: FieldName, value: unknown) => boolean): Identity {
  const kept = fields.filter(({ name, key }) => identity[key] !== undefined && keep(name, identity[key]));
  return Object.fromEntries(kept.map(({ key }) => [key, identity[key]]));
}

const fields = Object.values(fieldsByName);

/** A previous name is history though it be the latest of its kind. */
function isHistory(field: FieldName, value: unknown, current: Identity): boolean {
  return field === 'previous-name' || canonicalJson(valueIn(current, field)) !== canonicalJson(value);
}

function valueIn(identity: Identity, field: FieldName): unknown {
  return identity[fieldsByName[field].key];
}
