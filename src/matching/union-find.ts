/** Sets of numbers that are joined and never parted. */
export interface UnionFind {
  readonly find: (member: number) => number;
  /** Joins the sets of two members; false where they were one already. */
  readonly join: (left: number, right: number) => boolean;
}

export function createUnionFind(size: number): UnionFind {
  const parents = Int32Array.from({ length: size }, (_, index) => index);
  const find = (start: number): number => {
    let node = start;
    for (;;) {
      const parent = parents[node] ?? node;
      if (parent === node) return node;
      const grandparent = parents[parent] ?? parent;
      parents[node] = grandparent;
      node = grandparent;
    }
  };
  const join = (left: number, right: number): boolean => {
    const [a, b] = [find(left), find(right)];
    if (a === b) return false;
    // The smaller root stays: the same sets have the same roots in whatever order they were joined.
    parents[Math.max(a, b)] = Math.min(a, b);
    return true;
  };
  return { find, join };
}
