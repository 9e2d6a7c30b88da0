/** What led to a customer: its links, what people decided about it, and which cases are its own by now. */
import type { CaseView, ChangeView, CustomerHistory, LinkView, RulingView } from '../protocol/review.ts';
import type { StoredChange, StoredLink, StoredRuling } from '../store/history.ts';
import type { StoreUnit, StoredCase } from '../store/store.ts';

/** The history of whoever answers for this ID; undefined where nobody does. */
export async function viewHistory(unit: StoreUnit, asked: string): Promise<CustomerHistory | undefined> {
  const customer = await unit.findSurvivor(asked);
  if (customer === undefined) return undefined;
  const { customerId, version } = customer;
  return {
    customerId,
    version,
    mergedIds: await unit.mergedIdsOf(customerId),
    links: (await unit.linksOf(customerId)).map(viewLink),
    changes: (await unit.changesOf(customerId)).map(viewChange),
    rulings: (await unit.rulingsOf(customerId)).map(viewRuling),
    cases: (await unit.casesOf(customerId)).map(viewCase),
  };
}

/** A change as the API tells it. */
export function viewChange({ service: _, createdAt, ...change }: StoredChange): ChangeView {
  return { ...change, changedAt: createdAt.toISOString() };
}

function viewLink({ number: _, evidence, createdAt, ...link }: StoredLink): LinkView {
  return { ...link, explanation: evidence, linkedAt: createdAt.toISOString() };
}

function viewRuling({ kind, leftRecordId, rightRecordId, createdAt }: StoredRuling): RulingView {
  return { kind, recordIds: [leftRecordId, rightRecordId], ruledAt: createdAt.toISOString() };
}

function viewCase({ service, caseReference, customerId, recordId, createdAt }: StoredCase): CaseView {
  return { service, caseReference, recordId, answeredCustomerId: customerId, submittedAt: createdAt.toISOString() };
}
