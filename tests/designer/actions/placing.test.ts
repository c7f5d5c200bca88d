/** How several elements come to stand in line, and how room is made and taken away. */
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import {
  absoluteBox,
  type Drawing,
  elementOf,
  guidesFor,
  middleOf,
  movableOf,
  perform,
  roomAt,
} from '../../../designer/actions/index.ts';
import { drawing, short, template } from './drawings.ts';

const all: Drawing = { definition: short, selection: { elements: ['start', 'call', 'end'], flows: [] } };
const at = (definition: Definition, id: string) => {
  const one = elementOf(definition, id);
  if (!one) throw new Error(`No ${id}`);
  return { ...absoluteBox(definition, one), line: absoluteBox(definition, one).y + middleOf(one) };
};

describe('align', () => {
  it('puts what is selected on one line, so that arrows lie straight', () => {
    const crooked = perform(drawing(short, 'end'), 'move', { by: { x: 0, y: 90 } });

    const { definition } = perform({ ...crooked, selection: all.selection }, 'align', { to: 'middle' });

    expect(new Set(['start', 'call', 'end'].map((id) => at(definition, id).line)).size).toBe(1);
  });

  it.each([
    ['left', (b: ReturnType<typeof at>) => b.x],
    ['right', (b: ReturnType<typeof at>) => b.x + b.width],
    ['centre', (b: ReturnType<typeof at>) => b.x + b.width / 2],
    ['top', (b: ReturnType<typeof at>) => b.y],
    ['bottom', (b: ReturnType<typeof at>) => b.y + b.height],
  ] as const)('brings their %s in line', (to, edge) => {
    const { definition } = perform(all, 'align', { to });

    expect(new Set(['start', 'call', 'end'].map((id) => edge(at(definition, id)))).size).toBe(1);
  });

  it('counts what sits on a border or inside another selected one as part of that', () => {
    const t2 = template('T2');

    expect(
      movableOf({
        definition: t2,
        selection: { elements: ['n4.round', 'n5', 'n4.monthly', 'n3'], flows: [] },
      })
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['n3', 'n4.round']);
  });

  it('does nothing with one', () => {
    expect(perform(drawing(short, 'call'), 'align', { to: 'left' }).definition).toBe(short);
  });
});

describe('distribute', () => {
  it('keeps the first and the last and makes the distances between equal', () => {
    const { definition } = perform(all, 'distribute', { axis: 'x' });

    const [a, b, c] = ['start', 'call', 'end'].map((id) => at(definition, id));
    if (!a || !b || !c) throw new Error('Gone');
    expect([a.x, c.x]).toEqual([40, 460]);
    expect(b.x - (a.x + a.width)).toBe(c.x - (b.x + b.width));
  });

  it('lets the last give way where they do not fit', () => {
    const close = perform(drawing(short, 'end'), 'move', { by: { x: -250, y: 0 } });

    const { definition } = perform({ ...close, selection: all.selection }, 'distribute', { axis: 'x' });

    expect(at(definition, 'end').x).toBeGreaterThanOrEqual(at(definition, 'call').x + 216 + 20);
  });
});

describe('guides', () => {
  const standing = (x: number, y: number) => ({ x, y, width: 216, height: 84, middle: 42 });

  it('bring what is nearly in line in line, and show the line', () => {
    const { by, guides } = guidesFor(standing(404, 97), [standing(100, 100)]);

    expect(by).toEqual({ x: 0, y: 3 });
    expect(guides).toEqual([{ axis: 'y', at: 142, from: 100, to: 620 }]);
  });

  it('leave alone what is not near a line', () => {
    expect(guidesFor(standing(400, 180), [standing(100, 100)])).toEqual({ by: { x: 0, y: 0 }, guides: [] });
  });

  it('choose the nearest of several', () => {
    expect(guidesFor(standing(400, 104), [standing(0, 100), standing(0, 105)]).by.y).toBe(1);
  });
});

describe('make room', () => {
  it('moves everything beyond the line, and the bends beyond it', () => {
    const bent: Definition = {
      ...short,
      flows: short.flows.map((flow) =>
        flow.id === 'call-end'
          ? {
              ...flow,
              points: [
                { x: 390, y: 142 },
                { x: 430, y: 142 },
              ],
            }
          : flow,
      ),
    };

    const { definition } = perform(drawing(bent), 'makeRoom', { axis: 'x', at: 400, by: 100 });

    expect([at(definition, 'call').x, at(definition, 'end').x]).toEqual([160, 560]);
    expect(definition.flows.find(({ id }) => id === 'call-end')?.points).toEqual([
      { x: 390, y: 142 },
      { x: 530, y: 142 },
    ]);
  });

  it('takes away no more than there is', () => {
    expect(roomAt(short, { axis: 'x', at: 400 })).toBe(60);

    const { definition } = perform(drawing(short), 'makeRoom', { axis: 'x', at: 400, by: -500 });

    expect(at(definition, 'end').x).toBe(400);
  });

  it('does it downwards too, with what sits on borders', () => {
    const attached = perform(drawing(short, 'call'), 'attach', { host: 'call' }).definition;

    const { definition } = perform(drawing(attached), 'makeRoom', { axis: 'y', at: 90, by: 60 });

    expect(at(definition, 'call.after').y - at(definition, 'call').y).toBe(
      at(attached, 'call.after').y - at(attached, 'call').y,
    );
    expect(at(definition, 'start').y).toBe(180);
  });

  it('inside a part moves what is in it, and the part grows', () => {
    const t2 = template('T2');
    const before = at(t2, 'n4.round');

    const { definition } = perform(drawing(t2), 'makeRoom', {
      axis: 'x',
      at: 0,
      by: 300,
      parent: 'n4.round',
    });

    expect(at(definition, 'n4.round').width).toBeGreaterThan(before.width);
    expect(at(definition, 'n3').x).toBe(at(t2, 'n3').x);
  });

  it('by the keyboard is before what is selected', () => {
    const { definition } = perform(drawing(short, 'call'), 'roomBefore', { axis: 'x', by: 40 });

    expect([at(definition, 'start').x, at(definition, 'call').x, at(definition, 'end').x]).toEqual([
      40, 200, 500,
    ]);
  });
});
