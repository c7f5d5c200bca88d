/** Where flows leave and arrive is known before anything is measured: each flow finds both its ends, where it is drawn to. */
import { describe, expect, test } from 'vitest';
import { endsOf } from '../../../core/picture/ways.ts';
import { elementOf } from '../../../designer/actions/index.ts';
import { handlesOf } from '../../../designer/canvas/handles.ts';
import { noMarks } from '../../../designer/canvas/marks.ts';
import { Drawer } from '../../../designer/canvas/to-flow.ts';
import { readTemplate } from '../../templates/read-template.ts';

/** Borders, and the arrowhead. */
const NEAR = 6;

describe.each(['T1', 'T2', 'T7', 'T12'])('the handles of %s', (id) => {
  const definition = readTemplate(id);
  const { nodes, edges } = new Drawer().draw(definition, 'nl', noMarks);
  const handlesAt = (node: string) => nodes.find((one) => one.id === node)?.handles ?? [];

  test('are there for both ends of every flow', () => {
    const missing = edges.filter(
      ({ source, target, sourceHandle, targetHandle }) =>
        !handlesAt(source).some((one) => one.type === 'source' && one.id === sourceHandle) ||
        !handlesAt(target).some((one) => one.type === 'target' && one.id === targetHandle),
    );

    expect(edges.length).toBeGreaterThan(0);
    expect(missing.map((edge) => edge.id)).toEqual([]);
  });

  test('stand where flows are drawn to', () => {
    for (const flow of definition.flows) {
      const [from, to] = [elementOf(definition, flow.from), elementOf(definition, flow.to)];
      if (!from || !to) throw new Error(`Expected both ends of '${flow.id}'`);
      const { start, end } = endsOf(flow, from, to);
      const exit = edges.find((edge) => edge.id === flow.id)?.sourceHandle;
      const middle = (element: typeof from, handle: string | null | undefined) => {
        const found = handlesOf(element).find((one) => one.id === handle);
        return {
          x: (element.x ?? 0) + (found?.x ?? Number.NaN) + 5,
          y: (element.y ?? 0) + (found?.y ?? Number.NaN) + 5,
        };
      };
      const [leaves, arrives] = [middle(from, exit), middle(to, 'in')];

      expect(Math.abs(leaves.x - start.x)).toBeLessThan(NEAR);
      expect(Math.abs(leaves.y - start.y)).toBeLessThan(NEAR);
      expect(Math.abs(arrives.x - end.x)).toBeLessThan(NEAR);
      expect(Math.abs(arrives.y - end.y)).toBeLessThan(NEAR);
    }
  });
});
