/**
 * Merging, splitting and taking back: what people decide about whole customers. Nothing is deleted: records move, each with a link
 * that says why, and a change that was wrong is undone by another. Not matching, and not the queue of doubts (review-decision.ts).
 */
import { randomUUID } from 'node:crypto';
import type { StoredChange, StoredRuling } from '../store/history.ts';
import type { StoreUnit, StoredCustomer } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import { createCustomerId } from './customer-id.ts';
import { problem, type Problem } from './problem.ts';

/** Whose decision it is, and why. */
export interface Authorship {
  readonly service: string;
  readonly decidedBy: string;
  readonly secondedBy?: string;
  readonly reason: string;
}

export interface Changed {
  readonly change: StoredChange;
}

/** What a unit of work on customers needs: the index, and an open transaction. */
export interface Work {
  readonly context: ServiceContext;
  readonly unit: StoreUnit;
}

/** Both as they were looked at. The one that stays answers for the other from now on. */
export interface Merging {
  readonly survivor: StoredCustomer;
  readonly merged: StoredCustomer;
  readonly by: Authorship;
}

/** Refused where a person ruled some of their records apart: that ruling must be undone first, by name. */
export async function mergeCustomers({ context, unit }: Work, { survivor, merged, by }: Merging): Promise<Changed | Problem> {
  const apart = await unit.ruledApart(survivor.customerId, [merged.customerId]);
  if (apart.length > 0) return problem('ruled-apart');
  await claimBoth(unit, survivor, merged);
  const [staying, moving] = [await unit.recordsOf(survivor.customerId), await unit.recordsOf(merged.customerId)];
  const change = changeOf(context, { kind: 'merge', customerId: survivor.customerId, otherCustomerId: merged.customerId, by });
  await unit.addChange(change);
  await move({ context, unit }, { change, recordIds: moving.map(({ recordId }) => recordId), to: survivor.customerId });
  await unit.setSurvivor(merged.customerId, survivor.customerId);
  await unit.confirmCustomer(survivor.customerId);
  // One pair says it: whoever takes both sides together again finds the rest by it.
  const [left, right] = [staying[0]?.recordId, moving[0]?.recordId];
  if (left !== undefined && right !== undefined)
    await unit.addRulings(rulingsBetween([left], [right], sourceOf('together', change)));
  return { change };
}

export interface Splitting {
  readonly customer: StoredCustomer;
  /** The records that go: at least one of the customer's, and not all. */
  readonly recordIds: readonly string[];
  readonly by: Authorship;
}

/** The records get a customer of their own, and their cases go with them; what stays and what goes is ruled apart. */
export async function splitCustomer({ context, unit }: Work, { customer, recordIds, by }: Splitting): Promise<Changed | Problem> {
  const records = (await unit.recordsOf(customer.customerId)).map(({ recordId }) => recordId);
  const going = [...new Set(recordIds)];
  const staying = records.filter((recordId) => !going.includes(recordId));
  if (!going.every((recordId) => records.includes(recordId)) || staying.length === 0) return problem('split-impossible');
  await unit.claimCustomer(customer.customerId, customer.version);
  const created = { customerId: createCustomerId(context.registry.authority), status: 'confirmed' as const };
  await unit.addCustomers([{ ...created, createdAt: context.now() }]);
  const change = changeOf(context, { kind: 'split', customerId: customer.customerId, otherCustomerId: created.customerId, by });
  await unit.addChange(change);
  await move({ context, unit }, { change, recordIds: going, to: created.customerId });
  await unit.liftRulings(going, staying, change.createdAt);
  await unit.addRulings(starBetween(going, staying, change));
  return { change };
}

/** Takes a merge or a split back; only the last one that a customer is in, so that nothing later is torn. */
export async function undoChange(work: Work, changeId: string, by: Authorship): Promise<Changed | Problem> {
  const { unit } = work;
  const wrong = await unit.findChange(changeId);
  if (wrong === undefined) return problem('change-unknown');
  const customer = await unit.findCustomer(wrong.customerId);
  const other = await unit.findCustomer(wrong.otherCustomerId);
  const otherIsAsLeft = other?.mergedInto === (wrong.kind === 'merge' ? wrong.customerId : undefined);
  const isDone = wrong.undoneBy !== undefined || wrong.undoes !== undefined;
  if (isDone || !customer || !other || customer.mergedInto !== undefined || !otherIsAsLeft) return problem('change-superseded');
  const undoing = { wrong, customer, other, by };
  return { change: wrong.kind === 'merge' ? await undoMerge(work, undoing) : await undoSplit(work, undoing) };
}

interface Undoing {
  readonly wrong: StoredChange;
  readonly customer: StoredCustomer;
  readonly other: StoredCustomer;
  readonly by: Authorship;
}

/** What came with the merge goes back, but for what has moved on since; what came later stays. */
async function undoMerge({ context, unit }: Work, { wrong, customer, other, by }: Undoing): Promise<StoredChange> {
  const { customerId, otherCustomerId, changeId } = wrong;
  await unit.setSurvivor(otherCustomerId, undefined);
  await claimBoth(unit, customer, other);
  const change = changeOf(context, { kind: 'split', customerId, otherCustomerId, by, undoes: changeId });
  await unit.addChange(change);
  const still = (await unit.recordsMovedBy(changeId)).filter((record) => record.customerId === customerId);
  const recordIds = still.map(({ recordId }) => recordId);
  await move({ context, unit }, { change, recordIds, to: otherCustomerId });
  await unit.vouchFor(recordIds, false);
  await unit.liftRulingsOf(changeId, change.createdAt);
  return change;
}

/** Whatever the split-off customer has by now comes back, and its ID answers with the customer that it came from. */
async function undoSplit({ context, unit }: Work, { wrong, customer, other, by }: Undoing): Promise<StoredChange> {
  const { customerId, otherCustomerId, changeId } = wrong;
  await claimBoth(unit, customer, other);
  await unit.liftRulingsOf(changeId, context.now());
  const change = changeOf(context, { kind: 'merge', customerId, otherCustomerId, by, undoes: changeId });
  await unit.addChange(change);
  const records = await unit.recordsOf(otherCustomerId);
  await move({ context, unit }, { change, recordIds: records.map(({ recordId }) => recordId), to: customerId });
  await unit.setSurvivor(otherCustomerId, customerId);
  return change;
}

/** In one order, or two who merge the same pair crosswise would wait for each other. */
async function claimBoth(unit: StoreUnit, ...customers: readonly StoredCustomer[]): Promise<void> {
  const inOrder = [...customers].sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
  for (const { customerId, version } of inOrder) await unit.claimCustomer(customerId, version);
}

function changeOf(
  context: ServiceContext,
  { by, ...change }: Omit<StoredChange, keyof Authorship | 'changeId' | 'createdAt'> & { readonly by: Authorship },
): StoredChange {
  return { changeId: randomUUID(), ...change, ...by, createdAt: context.now() };
}

async function move(
  { context, unit }: Work,
  { change, recordIds, to }: { readonly change: StoredChange; readonly recordIds: readonly string[]; readonly to: string },
): Promise<void> {
  const { changeId, kind, createdAt } = change;
  await unit.moveRecords(recordIds, {
    customerId: to,
    cause: kind,
    changeId,
    modelVersion: context.matching.modelVersion,
    createdAt,
  });
}

/** The change that the ruling stands and falls with, where there is one. */
type RulingSource = Pick<StoredRuling, 'kind' | 'createdAt'> & { readonly changeId?: string };

/** Every record of the one list with every one of the other. */
export function rulingsBetween(left: readonly string[], right: readonly string[], source: RulingSource): readonly StoredRuling[] {
  return left.flatMap((leftRecordId) =>
    right.map((rightRecordId) => ({
      ...source,
      rulingId: randomUUID(),
      leftRecordId,
      rightRecordId,
    })),
  );
}

function sourceOf(kind: StoredRuling['kind'], { changeId, createdAt }: StoredChange): RulingSource {
  return { kind, changeId, createdAt };
}

/** Each with the other side's first: enough to hold the two apart wherever any one of them goes, without a row for every pair. */
function starBetween(going: readonly string[], staying: readonly string[], change: StoredChange): readonly StoredRuling[] {
  const source = sourceOf('apart', change);
  return [...rulingsBetween(going, staying.slice(0, 1), source), ...rulingsBetween(going.slice(0, 1), staying.slice(1), source)];
}
