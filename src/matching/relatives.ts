/**
 * How many customers of one surname live at one address: where a family does, two of one name may, a father and his son; where somebody
 * lives alone, hardly ever. Told of an index's customers, and weighed as more or fewer others of the household than usual. Not what
 * birthdays there tell (namesakes.ts), which takes pairs that were compared.
 */
import { codeOf } from './compare.ts';
import { createDistinctRows } from './distinct-rows.ts';
import { countPeople, type GroupedRows, type ValueColumns } from './frequencies.ts';
import { createInt32s } from './large-lists.ts';
import type { CompiledKind } from './compiled-model.ts';

/** For each row the logarithm of how many customers of its surname there are at its address, beside the usual number; 0 where either is missing. */
export type Relatives = Float64Array;

/** Counts each customer once at each address and surname of its rows. Nothing where names or places are not compared. */
export function relativesOf({ byField }: ValueColumns, model: CompiledKind, groups: GroupedRows): Relatives | undefined {
  const [families, places] = [byField[model.family], byField[model.place]];
  if (families === undefined || places === undefined) return undefined;
  const homes = createDistinctRows(2);
  const both = new Int32Array(2);
  const ids = createInt32s(groups.people.length);
  for (let row = 0; row < ids.length; row++) {
    both[0] = families.ids[row] ?? -1;
    both[1] = places.ids[row] ?? -1;
    ids[row] = Math.min(...both) < 0 ? -1 : homes.numberOf(both);
  }
  const members = countPeople({ ids, values: new Int32Array(homes.size()) }, groups);
  const usual = meanOf(ids, members);
  return Float64Array.from(ids, (id) => (id < 0 ? 0 : Math.log((members[id] ?? 1) / usual)));
}

/** The mean over rows, of those that have a number. */
function meanOf(ids: Int32Array, values: Float64Array): number {
  let [sum, count] = [0, 0];
  for (const id of ids) {
    if (id < 0) continue;
    sum += values[id] ?? 0;
    count++;
  }
  return count === 0 ? 1 : sum / count;
}

const sameFamily = maskOf('family', ['exact', 'typo']);
const samePlace = maskOf('place', ['exact', 'strong', 'address']);

function maskOf(kind: 'family' | 'place', labels: readonly string[]): number {
  return labels.reduce((mask, label) => mask | (1 << codeOf(kind, label)), 0);
}

/** Whether two records compared to these levels are of one surname at one address. */
export function areOfOneHome({ family, place }: CompiledKind, levels: Uint8Array): boolean {
  return (sameFamily & (1 << (levels[family] ?? 0))) !== 0 && (samePlace & (1 << (levels[place] ?? 0))) !== 0;
}
