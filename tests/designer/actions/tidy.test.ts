/** Tidying: nothing overlaps, time runs to the right, the same drawing gives the same picture. */
import elkModule from 'elkjs/lib/elk.bundled.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { absoluteBox, elementOf, exitsOf, tidied } from '../../../designer/actions/index.ts';
import { drawing, template } from './drawings.ts';

const ELK = elkModule as unknown as new () => Parameters<typeof tidied>[1];

describe.each(['T1', 'T2', 'T7', 'T12'] as const)('tidying %s', (id) => {
  const before = template(id);
  const tidy = () => tidied(drawing(before), new ELK());
  let definition = before;
  beforeAll(async () => {
    ({ definition } = await tidy());
  }, 30_000);

  it('lets nothing overlap and keeps parts around their contents', () => {
    const boxes = definition.elements
      .filter(({ type }) => type !== 'boundaryEvent')
      .map((one) => ({ one, ...absoluteBox(definition, one) }));

    for (const a of boxes)
      for (const b of boxes) {
        if (a === b) continue;
        const apart =
          a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
        const inside = (x: typeof a, y: typeof a) =>
          x.x >= y.x && x.y >= y.y && x.x + x.width <= y.x + y.width && x.y + x.height <= y.y + y.height;
        expect([a.one.id, b.one.id, apart || inside(a, b) || inside(b, a)]).toEqual([
          a.one.id,
          b.one.id,
          true,
        ]);
      }
  });

  it('changes places only', () => {
    const bare = (d: typeof before) => ({
      ...d,
      elements: d.elements.map(({ x: _x, y: _y, width: _w, height: _h, ...rest }) => rest),
      flows: d.flows.map(({ points: _p, ...rest }) => rest),
    });

    expect(bare(definition)).toEqual(bare(before));
  });

  it('is the same every time, also of its own result', async () => {
    expect((await tidy()).definition).toEqual(definition);
    expect((await tidied(drawing(definition), new ELK())).definition).toEqual(definition);
  }, 30_000);

  it('keeps borders on their hosts and exits inside their cards', () => {
    for (const one of definition.elements) {
      const host = one.type === 'boundaryEvent' ? elementOf(definition, one.attachedTo) : undefined;
      if (!host) continue;
      const [a, b] = [absoluteBox(definition, one), absoluteBox(definition, host)];
      expect(a.y + 20).toBeCloseTo(b.y + b.height, -1);
      expect(a.x).toBeGreaterThanOrEqual(b.x);
      expect(a.x + 40).toBeLessThanOrEqual(b.x + b.width);
    }
    for (const one of definition.elements)
      expect(exitsOf(one).length === 0 || absoluteBox(definition, one).height > 100).toBe(true);
  });
});

describe('what is pinned', () => {
  it('stays where it is; nothing comes over it, and the rest is laid out around it', async () => {
    const t2 = template('T2');
    const before = {
      ...t2,
      elements: t2.elements.map((one) =>
        one.id === 'n3' || one.id === 'n5' ? { ...one, pinned: true as const } : one,
      ),
    };

    const { definition } = await tidied(drawing(before), new ELK());

    for (const id of ['n3', 'n5'])
      expect(elementOf(definition, id)).toMatchObject({
        x: elementOf(before, id)?.x,
        y: elementOf(before, id)?.y,
      });
    const boxes = definition.elements
      .filter(({ type }) => type !== 'boundaryEvent')
      .map((one) => ({ one, ...absoluteBox(definition, one) }));
    const over = boxes.flatMap((a) =>
      boxes
        .filter(
          (b) =>
            a.one.id < b.one.id &&
            a.one.parent === b.one.parent &&
            a.x < b.x + b.width &&
            b.x < a.x + a.width &&
            a.y < b.y + b.height &&
            b.y < a.y + a.height,
        )
        .map((b) => [a.one.id, b.one.id]),
    );
    expect(over).toEqual([]);
  }, 30_000);

  it('a drawing far from the corner stays there, and most of it does not move', async () => {
    const tidy = (await tidied(drawing(template('T2')), new ELK())).definition;
    const far = {
      ...tidy,
      elements: tidy.elements.map((one) =>
        one.parent === undefined ? { ...one, x: (one.x ?? 0) + 1000, y: (one.y ?? 0) + 400 } : one,
      ),
    };
    const nudged = {
      ...far,
      elements: far.elements.map((one) => (one.id === 'n3' ? { ...one, y: (one.y ?? 0) + 70 } : one)),
    };

    const { definition } = await tidied(drawing(nudged), new ELK());

    const moved = definition.elements.filter((one) => {
      const old = elementOf(nudged, one.id);
      return old?.x !== one.x || old?.y !== one.y;
    });
    expect(moved.map(({ id }) => id)).toEqual(['n3']);
  }, 30_000);
});
