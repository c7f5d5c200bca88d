// The order in which a graph reads, against a slow second opinion: a node leads to another alone when nothing gets there without it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dominatorsOf } from '../../../core/prose/dominators.ts';

const graphs = fc
  .integer({ min: 1, max: 9 })
  .chain((n) =>
    fc.record({
      nodes: fc.constant(Array.from({ length: n }, (_, i) => `n${i}`)),
      edges: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 20 }),
    }),
  )
  .map(({ nodes, edges }) => {
    const after = (node: string) =>
      edges.filter(([from]) => nodes[from] === node).map(([, to]) => nodes[to] as string);
    const entered = new Set(edges.filter(([from, to]) => from !== to).map(([, to]) => nodes[to]));
    return { nodes, first: nodes.filter((node) => !entered.has(node)), after };
  });

/** Everything that is reached from the entries without passing one node. */
function reached(
  entries: Iterable<string>,
  after: (node: string) => string[],
  without?: string,
): Set<string> {
  const seen = new Set<string>();
  const left = [...entries];
  for (let node = left.pop(); node !== undefined; node = left.pop())
    if (node !== without && !seen.has(node)) {
      seen.add(node);
      left.push(...after(node));
    }
  return seen;
}

it('names the last node that all ways share, and every node once', () => {
  fc.assert(
    fc.property(graphs, ({ nodes, first, after }) => {
      const { order, dominator, entries, size } = dominatorsOf({ nodes, first, after });

      expect([...order].sort()).toEqual([...nodes].sort());
      expect(reached(entries, after)).toEqual(new Set(nodes));
      const needs = (node: string) =>
        nodes.filter((one) => one !== node && !reached(entries, after, one).has(node));
      for (const node of nodes) {
        const up = dominator.get(node) ?? '';
        const shared = needs(node);
        expect([node, up === '' ? [] : [up, ...needs(up)].sort()]).toEqual([node, shared.sort()]);
        expect(size.get(node)).toBe(nodes.filter((one) => one === node || needs(one).includes(node)).length);
      }
    }),
    { numRuns: 500 },
  );
});

it('reads the first of several ways first, and what they come to after both', () => {
  const edges: Record<string, string[]> = { a: ['b', 'c'], b: ['d'], c: ['d'], d: ['a'] };

  const { order } = dominatorsOf({
    nodes: ['a', 'b', 'c', 'd'],
    first: ['a'],
    after: (node) => edges[node] ?? [],
  });

  expect(order).toEqual(['a', 'b', 'c', 'd']);
});
