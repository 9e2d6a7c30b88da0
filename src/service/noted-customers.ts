/**
 * Notes which customers a unit of the store reads and writes, whoever asks. What matching only weighs to decide about somebody is
 * not noted: nobody is told of it.
 */
import type { StoreUnit } from '../store/store.ts';

export interface Touched {
  readonly read: ReadonlySet<string>;
  readonly written: ReadonlySet<string>;
}

/** The same unit, with a list that fills as it is used. */
export function noteCustomers(unit: StoreUnit): { readonly unit: StoreUnit; readonly touched: Touched } {
  const read = new Set<string>();
  const written = new Set<string>();
  const noting: StoreUnit = { ...unit, ...readingVerbs(unit, read), ...writingVerbs(unit, written) };
  return { unit: noting, touched: { read, written } };
}

function readingVerbs(unit: StoreUnit, read: Set<string>) {
  return {
    recordsOf: (customerId) => unit.recordsOf(found(read, customerId)),
    earlierContentOf: (customerId) => unit.earlierContentOf(found(read, customerId)),
    linksOf: (customerId) => unit.linksOf(found(read, customerId)),
    answersOf: (customerId) => unit.answersOf(found(read, customerId)),
    casesOf: (customerId) => unit.casesOf(found(read, customerId)),
    holdingsOf: (customerIds, recordsPerCustomer) => {
      for (const customerId of customerIds) read.add(customerId);
      return unit.holdingsOf(customerIds, recordsPerCustomer);
    },
    tellOf: (candidates) => {
      for (const { customerId } of candidates) read.add(customerId);
      return unit.tellOf(candidates);
    },
    findRecord: async (recordId) => {
      const record = await unit.findRecord(recordId);
      if (record) read.add(record.customerId);
      return record;
    },
    customerOf: async (recordId) => {
      const customerId = await unit.customerOf(recordId);
      if (customerId !== undefined) read.add(customerId);
      return customerId;
    },
  } satisfies Partial<StoreUnit>;
}

function writingVerbs(unit: StoreUnit, written: Set<string>) {
  const noteOwners = async (recordIds: readonly string[]) => {
    for (const customerId of await unit.customersOf(recordIds)) written.add(customerId);
  };
  return {
    endRecords: async (recordIds, at) => {
      await noteOwners(recordIds);
      return unit.endRecords(recordIds, at);
    },
    resumeRecords: async (recordIds) => {
      const resumed = await unit.resumeRecords(recordIds);
      await noteOwners(resumed);
      return resumed;
    },
    eraseRecords: async (recordIds) => {
      await noteOwners(recordIds);
      return unit.eraseRecords(recordIds);
    },
    markErased: (customerId, at) => unit.markErased(found(written, customerId), at),
    vouchFor: async (recordIds, isVouchedFor) => {
      await noteOwners(recordIds);
      return unit.vouchFor(recordIds, isVouchedFor);
    },
    addCustomers: (customers) => {
      for (const { customerId } of customers) written.add(customerId);
      return unit.addCustomers(customers);
    },
    addRecords: (records) => {
      for (const { customerId } of records) written.add(customerId);
      return unit.addRecords(records);
    },
    replaceRecord: async (record) => found(written, await unit.replaceRecord(record)),
    claimCustomer: (customerId, version) => unit.claimCustomer(found(written, customerId), version),
    claimCustomers: (versions) => {
      for (const customerId of versions.keys()) written.add(customerId);
      return unit.claimCustomers(versions);
    },
    confirmCustomer: (customerId) => unit.confirmCustomer(found(written, customerId)),
    setSurvivor: (customerId, survivor) => unit.setSurvivor(found(written, customerId), survivor),
    moveRecords: async (recordIds, to) => {
      await noteOwners(recordIds);
      written.add(to.customerId);
      return unit.moveRecords(recordIds, to);
    },
    setRestriction: (restriction) => {
      written.add(restriction.customerId);
      return unit.setRestriction(restriction);
    },
  } satisfies Partial<StoreUnit>;
}

function found(customers: Set<string>, customerId: string): string {
  customers.add(customerId);
  return customerId;
}
