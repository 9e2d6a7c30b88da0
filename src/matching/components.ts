/**
 * Which records hang together by links, straight or by way of others: connected components, in typed arrays, as a file has hundreds of
 * thousands. Not whether they are one customer: agglomerate.ts merges within a component.
 */
import { createUnionFind } from './union-find.ts';
import { createInt32s } from './large-lists.ts';

/** Two records, by row, that are linked, and by how much. */
export interface Link {
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

/** Links side by side: millions of pairs are looked at, and hundreds of thousands of these are links. */
export interface Links {
  readonly size: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly score: Float64Array;
}

/** Links among so many members. Their rows are the members' numbers, where not given. */
export interface Linked {
  readonly size: number;
  readonly links: Links;
  readonly rows: Int32Array | undefined;
}

/** Numbers by component: those of the first, then those of the second, and where each begins; one more at the end. */
export interface ByComponent {
  readonly numbers: Int32Array;
  readonly starts: Int32Array;
}

/** The numbers of one component. */
export function partOf({ numbers, starts }: ByComponent, component: number): Int32Array {
  return numbers.subarray(starts[component] ?? 0, starts[component + 1] ?? 0);
}

/** Connected components of two members or more, by first link: their members, ascending, and their links. */
export function componentsOf({ size, links }: Linked): { readonly members: ByComponent; readonly links: ByComponent } {
  const groups = createUnionFind(size);
  for (let link = 0; link < links.size; link++) groups.join(links.left[link] ?? 0, links.right[link] ?? 0);
  const components = createInt32s(size).fill(-1);
  let count = 0;
  for (let link = 0; link < links.size; link++) {
    const root = groups.find(links.left[link] ?? 0);
    if (components[root] === -1) components[root] = count++;
  }
  const componentOf = (member: number): number => components[groups.find(member)] ?? -1;
  return {
    members: gather(size, count, componentOf),
    links: gather(links.size, count, (link) => componentOf(links.left[link] ?? 0)),
  };
}

/** Gathers numbers below `size` by component, in their order; −1 is none. */
function gather(size: number, components: number, componentOf: (number: number) => number): ByComponent {
  const starts = createInt32s(components + 1);
  for (let number = 0; number < size; number++) {
    const next = componentOf(number) + 1;
    if (next > 0) starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let component = 0; component < components; component++) {
    starts[component + 1] = (starts[component + 1] ?? 0) + (starts[component] ?? 0);
  }
  const places = starts.slice();
  const numbers = createInt32s(starts[components] ?? 0);
  for (let number = 0; number < size; number++) {
    const component = componentOf(number);
    if (component < 0) continue;
    const place = places[component] ?? 0;
    numbers[place] = number;
    places[component] = place + 1;
  }
  return { numbers, starts };
}

/** Some links of all, by row. */
export function linksWithin({ links, rows }: Linked, numbers: Int32Array): readonly Link[] {
  return Array.from(numbers, (number) => {
    const [left, right] = [links.left[number] ?? 0, links.right[number] ?? 0];
    return { left: rows?.[left] ?? left, right: rows?.[right] ?? right, score: links.score[number] ?? 0 };
  });
}

/** One component with its stronger links alone, its members numbered anew so that the tables stay as small as it is. */
export function cutAt(
  { links, rows }: Linked,
  { members, links: own, least }: { readonly members: Int32Array; readonly links: Int32Array; readonly least: number },
): Linked {
  const numbers = new Map(Array.from(members, (member, index) => [member, index]));
  const stronger = own.filter((link) => (links.score[link] ?? 0) >= least);
  return {
    size: members.length,
    links: {
      size: stronger.length,
      left: stronger.map((link) => numbers.get(links.left[link] ?? 0) ?? 0),
      right: stronger.map((link) => numbers.get(links.right[link] ?? 0) ?? 0),
      score: Float64Array.from(stronger, (link) => links.score[link] ?? 0),
    },
    rows: members.map((member) => rows?.[member] ?? member),
  };
}
