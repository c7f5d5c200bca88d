// The flow of one scope as a graph without circles: which step comes how far, and how much comes after it.

export interface Link {
  id: string;
  from: string;
  to: string;
  /** The event on the border of `from` that it leaves by. */
  border?: string;
}

export interface Ranked {
  /** How far from the left, from 0. */
  rank: ReadonlyMap<string, number>;
  /** How many steps follow at most; the way that goes on longest is the straight one. */
  ahead: ReadonlyMap<string, number>;
  /** Links that lead back. */
  back: ReadonlySet<string>;
}

export function ranked(nodes: readonly string[], links: readonly Link[]): Ranked {
  const outgoing = new Map<string, Link[]>(nodes.map((id) => [id, []]));
  const incoming = new Map<string, number>(nodes.map((id) => [id, 0]));
  for (const link of links) {
    outgoing.get(link.from)?.push(link);
    incoming.set(link.to, (incoming.get(link.to) ?? 0) + 1);
  }
  const begins = nodes.filter((id) => incoming.get(id) === 0);
  const back = leadingBack([...begins, ...nodes], outgoing);
  const order = inOrder(nodes, outgoing, back);
  const rank = new Map<string, number>(nodes.map((id) => [id, 0]));
  for (const id of order)
    for (const link of outgoing.get(id) ?? [])
      if (!back.has(link.id)) rank.set(link.to, Math.max(rank.get(link.to) ?? 0, (rank.get(id) ?? 0) + 1));
  const ahead = new Map<string, number>();
  for (const id of order.toReversed()) {
    let most = 0;
    for (const link of outgoing.get(id) ?? [])
      if (!back.has(link.id)) most = Math.max(most, (ahead.get(link.to) ?? 0) + 1);
    ahead.set(id, most);
  }
  return { rank, ahead, back };
}

/** Links to what is still being followed, depth first and without recursion. */
function leadingBack(begins: readonly string[], outgoing: ReadonlyMap<string, Link[]>): Set<string> {
  const back = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  for (const begin of begins) {
    if (state.has(begin)) continue;
    const stack = [{ id: begin, next: 0 }];
    state.set(begin, 'open');
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as { id: string; next: number };
      const link = outgoing.get(top.id)?.[top.next];
      if (!link) {
        state.set(top.id, 'done');
        stack.pop();
        continue;
      }
      top.next += 1;
      const seen = state.get(link.to);
      if (seen === 'open') back.add(link.id);
      else if (!seen) {
        state.set(link.to, 'open');
        stack.push({ id: link.to, next: 0 });
      }
    }
  }
  return back;
}

/** Each step after all that lead to it. */
function inOrder(
  nodes: readonly string[],
  outgoing: ReadonlyMap<string, Link[]>,
  back: ReadonlySet<string>,
): string[] {
  const waits = new Map<string, number>(nodes.map((id) => [id, 0]));
  for (const links of outgoing.values())
    for (const { id, to } of links) if (!back.has(id)) waits.set(to, (waits.get(to) ?? 0) + 1);
  const order = nodes.filter((id) => waits.get(id) === 0);
  for (let at = 0; at < order.length; at += 1)
    for (const { id, to } of outgoing.get(order[at] as string) ?? []) {
      if (back.has(id)) continue;
      const left = (waits.get(to) ?? 0) - 1;
      waits.set(to, left);
      if (left === 0) order.push(to);
    }
  return order;
}

/** Nodes that hang together, in the order of their first. */
export function components(nodes: readonly string[], links: readonly Link[]): string[][] {
  const parent = new Map<string, string>(nodes.map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let up = parent.get(at) as string; up !== at; up = parent.get(at) as string) {
      parent.set(at, parent.get(up) as string);
      at = up;
    }
    return at;
  };
  for (const { from, to } of links) parent.set(find(from), find(to));
  const groups = new Map<string, string[]>();
  for (const id of nodes) {
    const top = find(id);
    const group = groups.get(top);
    if (group) group.push(id);
    else groups.set(top, [id]);
  }
  return [...groups.values()];
}
