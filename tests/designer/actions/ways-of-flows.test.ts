/** How flows run, what is put on them and on borders, and what is seen of closed parts. */
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import {
  closedView,
  copied,
  elementOf,
  fromClosedView,
  insideOf,
  middleStretch,
  partsAround,
  perform,
  sizeOf,
  stretchMoved,
} from '../../../designer/actions/index.ts';
import { drawing, short, template } from './drawings.ts';

const arrows = ({ flows }: Definition) => flows.map(({ from, to }) => `${from}→${to}`).sort();
const withLoose = (block: 'task' | 'wait') =>
  perform(drawing(short), 'add', { block, at: { x: 300, y: 500 } }).definition;

describe('the way of a flow', () => {
  const way = [
    { x: 0, y: 0 },
    { x: 50, y: 0 },
    { x: 50, y: 100 },
    { x: 200, y: 100 },
  ];

  it('keeps its ends and right angles when an upright stretch is dragged', () => {
    expect(stretchMoved(way, 1, 121)).toEqual([
      { x: 120, y: 0 },
      { x: 120, y: 100 },
    ]);
  });

  it('gets corners of its own when the stretch at an end is dragged', () => {
    expect(stretchMoved([way[0], { x: 200, y: 0 }] as typeof way, 0, 60)).toEqual([
      { x: 20, y: 0 },
      { x: 20, y: 60 },
      { x: 180, y: 60 },
      { x: 180, y: 0 },
    ]);
  });

  it('loses the corners that lie on a straight line', () => {
    const detour = [
      { x: 0, y: 0 },
      { x: 20, y: 0 },
      { x: 20, y: 60 },
      { x: 180, y: 60 },
      { x: 180, y: 0 },
      { x: 200, y: 0 },
    ];

    expect(stretchMoved(detour, 2, 0)).toEqual([]);
  });

  it('is moved in its middle by the keyboard', () => {
    expect(middleStretch(way, false)).toBe(1);
    expect(middleStretch(way, true)).toBe(0);
  });

  it('is kept in the definition, and given back', () => {
    const points = [{ x: 400, y: 200 }];
    const bent = perform(drawing(short), 'bend', { flow: 'call-end', points });
    expect(bent.definition.flows.find(({ id }) => id === 'call-end')?.points).toEqual(points);

    expect(perform(bent, 'bend', { flow: 'call-end' }).definition).toEqual(short);
  });
});

describe('what is drawn already', () => {
  it('comes between the ends of a flow when it hangs on nothing, and what follows makes room', () => {
    const { definition } = perform(drawing(withLoose('task')), 'putBetween', {
      element: 'task',
      flow: 'call-end',
    });

    expect(arrows(definition)).toEqual(['call→task', 'start→call', 'task→end']);
    const [task, end] = [elementOf(definition, 'task'), elementOf(definition, 'end')];
    expect(task?.y).toBe(100);
    expect(end?.x).toBeGreaterThanOrEqual((task?.x ?? 0) + 216);
  });

  it('does not when arrows hang on it', () => {
    expect(perform(drawing(short), 'putBetween', { element: 'start', flow: 'call-end' }).definition).toBe(
      short,
    );
  });

  it('a wait comes to sit on the border it is put on', () => {
    const { definition } = perform(drawing(withLoose('wait')), 'putOnBorder', {
      event: 'wait',
      host: 'call',
      near: { x: 250, y: 190 },
    });

    expect(elementOf(definition, 'wait')).toMatchObject({
      type: 'boundaryEvent',
      attachedTo: 'call',
      interrupting: false,
      triggers: { timer: { term: { amount: 5, unit: 'workingDays' } } },
      y: 164,
    });
  });

  it('a task does not', () => {
    const loose = withLoose('task');

    expect(
      perform(drawing(loose), 'putOnBorder', { event: 'task', host: 'call', near: { x: 0, y: 0 } })
        .definition,
    ).toBe(loose);
  });
});

describe('closed parts', () => {
  const t2 = template('T2');
  const closed = new Set(['n4.round']);

  it('are one card without what is in them, and the flows outside remain', () => {
    const view = closedView(t2, closed);

    const hidden = insideOf(t2, closed);
    expect(hidden.has('n5')).toBe(true);
    expect(view.elements.some(({ id }) => hidden.has(id))).toBe(false);
    const part = elementOf(view, 'n4.round');
    expect(part && sizeOf(part)).toEqual({ width: 216, height: 84 });
    const outside = t2.flows.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to));
    expect(arrows(view)).toEqual(arrows({ ...t2, flows: outside }));
  });

  it('stand where their arrows run, and are put back in the drawing where they stand', () => {
    const [part, card] = [elementOf(t2, 'n4.round'), elementOf(closedView(t2, closed), 'n4.round')];
    if (!part || !card) throw new Error('Gone');

    expect((card.y ?? 0) + 42).toBe(Math.round((part.y ?? 0) + sizeOf(part).height / 2));
    expect(fromClosedView(t2, closed, part, { x: card.x ?? 0, y: card.y ?? 0 })).toEqual({
      x: part.x,
      y: part.y,
    });
  });

  it('are found around what is in them', () => {
    expect(partsAround(t2, 'n5')).toEqual(['n4.round']);
    expect(closedView(t2, new Set())).toBe(t2);
  });
});

describe('pasting', () => {
  it('what means something else here under the same name comes along under a name of its own', () => {
    const form = (label: string) => ({
      id: 'form',
      name: 'Form',
      fields: [{ key: 'answer', type: 'text' as const, label }],
    });
    const asks = (label: string): Definition => ({
      ...short,
      elements: short.elements.map((one) => (one.type === 'userTask' ? { ...one, form: 'form' } : one)),
      forms: [form(label)],
    });
    const clip = copied(drawing(asks('Theirs'), 'call'));
    if (!clip) throw new Error('Nothing copied');

    const once = perform(drawing(asks('Ours')), 'paste', { clip });
    const twice = perform(once, 'paste', { clip });

    expect(once.definition.forms.map(({ id }) => id)).toEqual(['form', 'form2']);
    expect(elementOf(once.definition, 'call2')).toMatchObject({ form: 'form2' });
    expect(elementOf(once.definition, 'call')).toMatchObject({ form: 'form' });
    expect(twice.definition.forms).toHaveLength(2);
    expect(elementOf(twice.definition, 'call3')).toMatchObject({ form: 'form2' });
  });

  it('brings the ladder an element climbs and the texts of its rungs, and no others', () => {
    const own: Definition = {
      ...short,
      elements: short.elements.map((one) => (one.type === 'userTask' ? { ...one, ladder: 'OWN' } : one)),
      ladders: [
        {
          id: 'OWN',
          name: 'Own',
          rungs: [{ amount: 1, unit: 'workingDays', acts: [{ act: 'notify', to: 'owner', text: 'ours' }] }],
        },
      ] as never,
      texts: { ours: { subject: 'S', body: 'B' }, other: { subject: 'S', body: 'B' } } as never,
    };
    const clip = copied(drawing(own, 'call'));
    if (!clip) throw new Error('Nothing copied');

    const { definition } = perform(drawing(short), 'paste', { clip });

    expect(definition.ladders.map(({ id }) => id)).toEqual(['OWN']);
    expect(Object.keys(definition.texts)).toEqual(['ours']);
  });
});

describe('pinning', () => {
  it('holds all that are selected, and lets go when all are held', () => {
    const two = { definition: short, selection: { elements: ['start', 'call'], flows: [] } };
    const once = perform(two, 'pin', undefined);
    expect(once.definition.elements.map(({ pinned }) => pinned)).toEqual([true, true, undefined]);

    expect(perform(once, 'pin', undefined).definition).toEqual(short);
  });
});
