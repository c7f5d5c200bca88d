/** What of a large drawing is drawn again when something in it changes: as little as can be, and the same as when all of it is. */
import { describe, expect, test } from 'vitest';
import { placed } from '../../../bench/canvas/placed.ts';
import { drawingOf } from '../../../bench/drawing.ts';
import type { Definition, Element } from '../../../contract/index.ts';
import { elementOf } from '../../../designer/actions/index.ts';
import { Drawer } from '../../../designer/canvas/to-flow.ts';

const drawing = placed(drawingOf(1_000));

const changed = (definition: Definition, id: string, change: Partial<Element>): Definition => ({
  ...definition,
  elements: definition.elements.map((one) => (one.id === id ? ({ ...one, ...change } as Element) : one)),
});

/** What was drawn before and after, and is another object. */
function redrawn(drawer: Drawer, before: Definition, after: Definition) {
  const first = drawer.draw(before, 'nl', {});
  const second = drawer.draw(after, 'nl', {});
  const others = (was: readonly { id: string }[], is: readonly { id: string }[]) =>
    is.filter((one) => !was.includes(one)).map(({ id }) => id);
  return { nodes: others(first.nodes, second.nodes), edges: others(first.edges, second.edges) };
}

const touching = ({ flows }: Definition, ...ids: string[]) =>
  flows.filter(({ from, to }) => ids.includes(from) || ids.includes(to)).map(({ id }) => id);

describe('of a drawing of a thousand elements', () => {
  test('a letter typed in a name draws that element again, and the flows that leave it', () => {
    const { nodes, edges } = redrawn(
      new Drawer(),
      drawing,
      changed(drawing, 'ask40', { name: { nl: 'Bel', en: 'Call' } }),
    );

    expect(nodes).toEqual(['ask40']);
    expect(edges.length).toBeGreaterThan(0);
    expect(touching(drawing, 'ask40')).toEqual(expect.arrayContaining(edges));
  });

  test('moving an element draws it, what sits on its border, and flows near it; nothing of other rounds', () => {
    const at = elementOf(drawing, 'do40') as Element;
    const { nodes, edges } = redrawn(
      new Drawer(),
      drawing,
      changed(drawing, 'do40', { x: (at.x ?? 0) + 20, y: (at.y ?? 0) + 10 }),
    );

    expect(nodes.sort()).toEqual(['do40', 'late40']);
    expect(edges).toEqual(expect.arrayContaining(touching(drawing, 'do40')));
    expect(edges.length).toBeLessThan(40);
  });

  test('choosing or checking nothing new draws nothing again', () => {
    expect(redrawn(new Drawer(), drawing, { ...drawing })).toEqual({ nodes: [], edges: [] });
  });

  test('after any changes it is drawn as if it were drawn for the first time', () => {
    const drawer = new Drawer();
    const whole = placed(drawingOf(400));
    let now = whole;
    const steps: ((definition: Definition) => Definition)[] = [
      (one) => changed(one, 'wait12', { x: 9_000, y: 2_000 }),
      (one) => changed(one, 'do20', { y: 2_500 }),
      (one) => ({ ...one, flows: one.flows.map((flow, i) => (i % 50 ? flow : { ...flow, points: [] })) }),
      (one) => changed(one, 'wait12', { x: 9_400, y: 2_200 }),
      (one) => changed(one, 'split21', { x: 100, y: 40 }),
      (one) => ({ ...one, flows: whole.flows }),
      (one) => ({ ...one, elements: one.elements.filter(({ id }) => id !== 'book7') }),
    ];
    for (const step of [(one: Definition) => one, ...steps]) {
      now = step(now);
      expect(drawer.draw(now, 'nl', {})).toEqual(new Drawer().draw(now, 'nl', {}));
    }
  });
});

describe('an element of a large drawing', () => {
  test('is found whatever becomes of the list', () => {
    const elements = [...drawing.elements];
    const definition = { ...drawing, elements };

    expect(elementOf(definition, 'ask90')?.id).toBe('ask90');
    elements.splice(0, 1);
    expect(elementOf(definition, 'ask90')?.id).toBe('ask90');
    elements.push({ ...(elements[0] as Element), id: 'new' });
    expect(elementOf(definition, 'new')?.id).toBe('new');
    expect(elementOf(definition, 'start')).toBeUndefined();
  });
});
