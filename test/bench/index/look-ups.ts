/** Look-ups in this process: the index's own search with its audit trail, without it, and the floor: the same rows by primary key. */
import { readConfiguration } from '../../../src/service/configuration.ts';
import type { ServiceContext } from '../../../src/service/context.ts';
import { actAs } from '../../../src/service/acting.ts';
import { createLog } from '../../../src/service/log.ts';
import { openContext } from '../../../src/service/open-context.ts';
import { searchByIdentity } from '../../../src/service/search.ts';
import type { Driver } from '../../../src/store/driver.ts';
import { openStore } from '../../../src/store/transactions.ts';
import { beside, type Goal, lineOf, measure, type Measured } from './measure.ts';
import { ownCpuSeconds } from './cpu-time.ts';
import type { Place } from './place.ts';
import { readSearches } from './searches.ts';

const concurrencies = [1, 8, 32];

/** On PostgreSQL, two cores and nobody else on them; by concurrency. */
const goals: Readonly<Record<number, Goal>> = {
  1: { words: 'p99 at most 5 ms', isMet: ({ p99 }) => p99 <= 5 },
  32: { words: 'at least 4,000/s', isMet: ({ rate }) => rate >= 4_000 },
};
const mostTimesTheFloor = 3;

/** Prints a table of them. */
export async function measureLookUps(place: Place, { file, seconds }: { file: string; seconds: number }): Promise<void> {
  const searches = await readSearches(file);
  const driver = await place.openDriver(16);
  const store = await openStore(driver);
  const log = createLog(() => undefined);
  const context = await openContext(Promise.resolve(store), readConfiguration(place.environment), log);
  const sealing = setInterval(() => void context.audit.seal(), 2_000);
  const search = searchIn(context, searches);
  const bare = searchIn({ ...context, store }, searches);
  const floor = await floorOf(driver, context, searches);
  const found = await countFound(search, searches.length);
  console.log(
    `  found           ${((100 * found) / searches.length).toFixed(1)} % of ${searches.length} searches, a tenth of them for strangers`,
  );
  const watch = { here: ownCpuSeconds, ...(place.engine === 'PostgreSQL' && { 'in the database': place.databaseCpuSeconds }) };
  for (const concurrency of concurrencies) {
    const [lookUp, unaudited, least] = [
      await measure({ concurrency, seconds, watch, call: search }),
      await measure({ concurrency, seconds, watch, call: bare }),
      await measure({ concurrency, seconds, watch, call: floor }),
    ];
    tell(concurrency, { lookUp, unaudited, least });
  }
  clearInterval(sealing);
  await context.audit.seal();
  await store.close();
}

function tell(concurrency: number, { lookUp, unaudited, least }: Readonly<Record<'lookUp' | 'unaudited' | 'least', Measured>>) {
  const label = (text: string) => `  ${text} × ${concurrency}`.padEnd(18);
  const ratio = (of: Measured) => (lookUp.p50 / of.p50).toFixed(2);
  const cpuOf = ({ cpuTimes }: Measured) => Object.values(cpuTimes).reduce((sum, microseconds) => sum + microseconds, 0);
  const isNear = lookUp.p50 <= mostTimesTheFloor * least.p50 ? 'met' : 'missed';
  console.log(`${label('look-up')}${lineOf(lookUp)}${beside(goals[concurrency], lookUp)}`);
  console.log(`${label('')}p50 ${ratio(least)} × the floor  [goal: at most ${mostTimesTheFloor}: ${isNear}]`);
  console.log(`${label('without audit')}${lineOf(unaudited)}`);
  console.log(`${label('cost of audit')}p50 × ${ratio(unaudited)}, CPU × ${(cpuOf(lookUp) / cpuOf(unaudited)).toFixed(2)}`);
  console.log(`${label('floor')}${lineOf(least)}`);
}

function searchIn(context: ServiceContext, searches: Awaited<ReturnType<typeof readSearches>>) {
  const service = context.registry.services.get('bench');
  if (service === undefined) throw new TypeError('The registry has no service "bench"');
  const caller = { service, purposes: ['identity'] };
  return (number: number) => {
    const identity = searches[number % searches.length] ?? {};
    const request = { profile: 'gb' as const, standardVersion: '1.1', identity };
    return actAs({ operation: 'match', service: 'bench' }, () => searchByIdentity(context, caller, request));
  };
}

async function countFound(search: ReturnType<typeof searchIn>, count: number): Promise<number> {
  let found = 0;
  for (let number = 0; number < count; number += 1) {
    const answer = await search(number);
    if ('candidates' in answer && answer.candidates.some(({ grade }) => grade === 'certain')) found += 1;
  }
  return found;
}

/** The records of the customers that each search finds, by their primary keys, in one statement of one transaction. */
async function floorOf(driver: Driver, context: ServiceContext, searches: Awaited<ReturnType<typeof readSearches>>) {
  const search = searchIn(context, searches);
  const recordIds: (readonly string[])[] = [];
  for (let number = 0; number < Math.min(500, searches.length); number += 1) {
    const answer = await search(number);
    const customerIds = 'candidates' in answer ? answer.candidates.map(({ customerId }) => customerId) : [];
    const held = await context.store.transaction((unit) => unit.holdingsOf(customerIds, 40));
    recordIds.push(held.flatMap(({ records }) => records.map(({ recordId }) => recordId)));
  }
  const text =
    'select record_id, customer_id, identity, entries, recorded_at, source from record where record_id = any($1::uuid[])';
  return (number: number) => driver.attempt((connection) => connection.query(text, [recordIds[number % recordIds.length] ?? []]));
}
