// Through which node every way to a node leads (Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm"): the order in which a graph reads.

export interface Graph {
  nodes: readonly string[];
  /** Where it begins. What is reached from none of these begins by itself. */
  first: readonly string[];
  after(node: string): readonly string[];
}

export interface Dominators {
  /** Every node, each before what it leads to, but for ways back. */
  order: string[];
  /** The last node that all ways to it share; '' where that is none. */
  dominator: ReadonlyMap<string, string>;
  /** Where it begins. */
  entries: ReadonlySet<string>;
  /** How many nodes are reached through a node only, itself too. */
  size: ReadonlyMap<string, number>;
}

export function dominatorsOf({ nodes, first, after: all }: Graph): Dominators {
  const entries = [...first];
  const met = new Set<string>();
  const back = new Set<string>();
  // Ways back are told apart first, going on by the first way wherever there are several.
  const look = (entry: string) =>
    depthFirst(entry, all, met, (from, to) => back.add(JSON.stringify([from, to])));
  for (const entry of first) look(entry);
  for (const node of nodes)
    if (!met.has(node)) {
      entries.push(node);
      look(node);
    }
  const forward = (node: string) =>
    all(node)
      .filter((to) => !back.has(JSON.stringify([node, to])))
      .toReversed();
  // What comes first is finished last, so it is visited last.
  const seen = new Set<string>();
  const order = entries
    .toReversed()
    .flatMap((entry) => depthFirst(entry, forward, seen))
    .reverse();
  const rank = new Map(order.map((node, index) => [node, index]));
  const before = new Map<string, string[]>();
  for (const node of order)
    for (const to of all(node)) {
      const list = before.get(to);
      if (list) list.push(node);
      else before.set(to, [node]);
    }

  // The root that all entries hang on has rank -1.
  const isEntry = new Set(entries);
  const found = new Map<string, number>();
  const rankOf = (node: string) => rank.get(node) as number;
  const meet = (a: number, b: number): number => {
    let [one, other] = [a, b];
    while (one !== other) {
      if (one > other) one = found.get(order[one] as string) as number;
      else other = found.get(order[other] as string) as number;
    }
    return one;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of order) {
      let best: number | undefined = isEntry.has(node) ? -1 : undefined;
      for (const from of before.get(node) ?? []) {
        if (!found.has(from)) continue;
        best = best === undefined ? rankOf(from) : meet(best, rankOf(from));
      }
      if (best !== undefined && found.get(node) !== best) {
        found.set(node, best);
        changed = true;
      }
    }
  }

  const dominator = new Map(order.map((node) => [node, order[found.get(node) ?? -1] ?? '']));
  const size = new Map<string, number>();
  for (const node of order.toReversed()) {
    const own = (size.get(node) ?? 0) + 1;
    size.set(node, own);
    const up = dominator.get(node) as string;
    if (up !== '') size.set(up, (size.get(up) ?? 0) + own);
  }
  return { order, dominator, entries: isEntry, size };
}

/** Nodes in the order in which they are finished; `meetsItself` hears of ways back. Without recursion: processes can be long. */
function depthFirst(
  entry: string,
  after: (node: string) => readonly string[],
  seen: Set<string>,
  meetsItself?: (from: string, to: string) => void,
): string[] {
  if (seen.has(entry)) return [];
  const done: string[] = [];
  const open = new Set([entry]);
  seen.add(entry);
  const stack = [{ node: entry, left: after(entry).toReversed() }];
  for (;;) {
    const top = stack.at(-1);
    if (!top) return done;
    const next = top.left.pop();
    if (next === undefined) {
      done.push(top.node);
      open.delete(top.node);
      stack.pop();
    } else if (open.has(next)) meetsItself?.(top.node, next);
    else if (!seen.has(next)) {
      seen.add(next);
      open.add(next);
      stack.push({ node: next, left: after(next).toReversed() });
    }
  }
}
