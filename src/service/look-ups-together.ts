/**
 * Look-ups of callers who ask at the same moment, put to the database in one statement: most of what a look-up costs there is a
 * statement's own beginning and end. A caller who is alone waits for nobody: only what this turn of the event loop has yet to read goes
 * along. Not the audit trail: each caller notes whom they are told of.
 */
import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { CandidateBounds, FoundCandidates, Store } from '../store/store.ts';

/** The candidates who share any of these keys. */
export type LookUp = (matchKeys: readonly string[]) => Promise<FoundCandidates>;

/** Statements under way at a time; whoever comes meanwhile goes along with the next. */
const statementsAtOnce = 2;
/** So many that nobody waits long for the others' candidates. */
const lookUpsPerStatement = 16;

const known = new WeakMap<Store, Map<CandidateBounds, LookUp>>();

/** The look-up over a store that its callers share. */
export function lookUpsTogether(store: Store, bounds: CandidateBounds): LookUp {
  const ofStore = known.get(store) ?? new Map<CandidateBounds, LookUp>();
  known.set(store, ofStore);
  const lookUp = ofStore.get(bounds) ?? gatherLookUps(store, bounds);
  ofStore.set(bounds, lookUp);
  return lookUp;
}

interface Waiting {
  readonly matchKeys: readonly string[];
  readonly resolve: (found: FoundCandidates) => void;
  readonly reject: (error: unknown) => void;
}

function gatherLookUps(store: Store, bounds: CandidateBounds): LookUp {
  const waiting: Waiting[] = [];
  let underWay = 0;
  const run = async (): Promise<void> => {
    const together = waiting.splice(0, lookUpsPerStatement);
    const lookUps = together.map(({ matchKeys }) => matchKeys);
    try {
      const found = await store.singly((unit) => unit.searchCandidates(lookUps, bounds));
      for (const [index, { resolve }] of together.entries()) resolve(found[index] ?? { candidates: [], isCut: false });
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  };
  const work = async (): Promise<void> => {
    underWay += 1;
    await endOfTurn();
    while (waiting.length > 0) await run();
    underWay -= 1;
  };
  return (matchKeys) =>
    new Promise((resolve, reject) => {
      waiting.push({ matchKeys, resolve, reject });
      if (underWay < statementsAtOnce) void work();
    });
}
