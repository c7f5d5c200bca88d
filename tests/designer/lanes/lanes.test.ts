/** Lanes for roles: where everything lies, that nothing lies over anything, and that it is a view and not an edit. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Definition, Element } from '../../../contract/index.ts';
import { absoluteBox, type Box, boxOf } from '../../../designer/actions/index.ts';
import { columnsOf } from '../../../designer/lanes/columns.ts';
import { AUTOMATIC, laneOf } from '../../../designer/lanes/lane-of.ts';
import { inLanes, LanesDrawer, type LanesView, laneAt } from '../../../designer/lanes/lanes-view.ts';
import { planOf } from '../../../designer/lanes/plan.ts';
import { short, template } from '../actions/drawings.ts';

const none: ReadonlySet<string> = new Set();
const all = ['T1', 'T2', 'T7', 'T12'] as const;

const outer = ({ definition }: LanesView): Element[] =>
  definition.elements.filter(({ parent, type }) => parent === undefined && type !== 'boundaryEvent');
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function overlaps(view: LanesView): string[] {
  const elements = outer(view);
  return elements.flatMap((a, i) =>
    elements.slice(i + 1).flatMap((b) => (overlap(boxOf(a), boxOf(b)) ? [`${a.id} over ${b.id}`] : [])),
  );
}

/** Elements of which some of the box is outside of the lane it is said to be in. */
function outOfLane(view: LanesView): string[] {
  return outer(view).flatMap((one) => {
    const lane = view.lanes.find(({ elements }) => elements.includes(one.id));
    const box = boxOf(one);
    return lane && box.y >= lane.y && box.y + box.height <= lane.y + lane.height ? [] : [one.id];
  });
}

/** Stretches of arrows that run through an element they do not belong to. */
function through(view: LanesView): string[] {
  const { definition } = view;
  const known = new Map(definition.elements.map((one) => [one.id, one]));
  return definition.flows.flatMap((flow) => {
    const [from, to] = [known.get(flow.from), known.get(flow.to)];
    if (!from || !to || from.parent !== undefined || !flow.points) return [];
    const ends = new Set([flow.from, flow.to, ...(from.type === 'boundaryEvent' ? [from.attachedTo] : [])]);
    const last = { x: boxOf(to).x, y: flow.points.at(-1)?.y ?? 0 };
    const points = flow.points.length > 0 ? [...flow.points, last] : [];
    return points.slice(1).flatMap((b, i) => {
      const a = points[i] as { x: number; y: number };
      const box = {
        x: Math.min(a.x, b.x),
        y: Math.min(a.y, b.y),
        width: Math.abs(a.x - b.x),
        height: Math.abs(a.y - b.y),
      };
      return outer(view)
        .filter(({ id }) => !ends.has(id))
        .flatMap((one) => (overlap(box, boxOf(one)) ? [`${flow.id} through ${one.id}`] : []));
    });
  });
}

/** Arrows that do not go back, and yet end left of where they begin. */
function backwards(definition: Definition, view: LanesView): string[] {
  const plan = planOf(definition, none);
  const columns = columnsOf(plan);
  const at = new Map(view.definition.elements.map((one) => [one.id, boxOf(one)]));
  return plan.edges.flatMap(({ id, from, to }) => {
    const [a, b] = [at.get(from), at.get(to)];
    if (!a || !b || (columns.of.get(from) ?? 0) >= (columns.of.get(to) ?? 0)) return [];
    return a.x + a.width < b.x ? [] : [id];
  });
}

describe.each(all)('template %s in lanes', (name) => {
  const definition = template(name);
  const view = inLanes(definition);

  test('each element is in exactly one lane, and stands in it', () => {
    const lanes = view.lanes.flatMap(({ elements }) => elements);

    expect(lanes.toSorted()).toEqual(definition.elements.map(({ id }) => id).toSorted());
    expect(outOfLane(view)).toEqual([]);
  });

  test('nothing lies over anything, and no arrow runs through a step', () => {
    expect(overlaps(view)).toEqual([]);
    expect(through(view)).toEqual([]);
  });

  test('arrows lead from left to right, unless the way goes back', () => {
    expect(backwards(definition, view)).toEqual([]);
  });

  test('the same drawing always gives the same lanes, and lanes of lanes are those lanes', () => {
    expect(inLanes(template(name))).toEqual(view);
    expect(inLanes(view.definition)).toEqual(view);
  });

  test('it is a view: the drawing itself stays as it was, and only places differ', () => {
    const places = ({ x: _x, y: _y, ...rest }: Element) => rest;

    expect(definition).toEqual(template(name));
    expect(view.definition.elements.map(places)).toEqual(definition.elements.map(places));
  });
});

describe('whose lane', () => {
  test('lanes follow the order of the roles; what goes by itself comes last', () => {
    const definition = template('T1');
    const named = definition.roles.map(({ id }) => id);
    const lanes = inLanes(definition).lanes.map(({ role }) => role);

    expect(lanes.filter((role) => role !== AUTOMATIC)).toEqual(named.filter((id) => lanes.includes(id)));
    expect(lanes.at(-1)).toBe(AUTOMATIC);
  });

  test('a meeting lies with who answers for it; a message goes by itself', () => {
    const lanes = laneOf({
      ...short,
      elements: [
        ...short.elements,
        { id: 'meet', type: 'userTask', roles: ['initiator', 'coordinator'], ladder: 'ORG' },
        { id: 'tell', type: 'sendTask', to: ['initiator'], kind: 'news', text: { subject: 'a', body: 'b' } },
      ],
    });

    expect(lanes.get('meet')).toBe('coordinator');
    expect(lanes.get('tell')).toBe(AUTOMATIC);
  });

  test('a decision lies with the step before it, where ways meet with the step after it, a start with the first step', () => {
    const task = (id: string, role: string): Element => ({ id, type: 'userTask', roles: [role] });
    const lanes = laneOf({
      ...short,
      elements: [
        { id: 'start', type: 'startEvent' },
        task('ask', 'initiator'),
        { id: 'which', type: 'exclusiveGateway' },
        task('call', 'initiator'),
        { id: 'meet', type: 'exclusiveGateway' },
        task('close', 'coordinator'),
        { id: 'end', type: 'endEvent', end: 'none' },
      ],
      flows: [
        { id: '1', from: 'start', to: 'ask' },
        { id: '2', from: 'ask', to: 'which' },
        { id: '3', from: 'which', to: 'call', default: true },
        { id: '4', from: 'which', to: 'meet', condition: 'x' },
        { id: '5', from: 'call', to: 'meet' },
        { id: '6', from: 'meet', to: 'close' },
        { id: '7', from: 'close', to: 'end' },
      ],
    });

    expect([...lanes]).toEqual([
      ['ask', 'initiator'],
      ['call', 'initiator'],
      ['close', 'coordinator'],
      ['start', 'initiator'],
      ['which', 'initiator'],
      ['meet', 'coordinator'],
      ['end', 'coordinator'],
    ]);
  });

  test('a part lies with who does most in it, with everything that is in it, open or closed', () => {
    const inside = (id: string, role: string): Element => ({
      id,
      type: 'userTask',
      roles: [role],
      parent: 'part',
    });
    const definition: Definition = {
      ...short,
      elements: [
        ...short.elements,
        { id: 'part', type: 'subProcess', x: 700, y: 60 },
        inside('a', 'initiator'),
        inside('b', 'coordinator'),
        inside('c', 'initiator'),
      ],
    };

    expect(['part', 'a', 'b', 'c'].map((id) => laneOf(definition).get(id))).toEqual(
      Array(4).fill('initiator'),
    );
    for (const closed of [none, new Set(['part'])]) {
      const view = inLanes(definition, closed);
      const part = view.definition.elements.find(({ id }) => id === 'part') as Element;
      expect(laneAt(view, boxOf(part).y)).toBe('initiator');
    }
  });

  test('lanes that came with the drawing say whose what nobody does is, and stay as they came', () => {
    const artifacts: Definition['artifacts'] = [
      {
        id: 'lane',
        type: 'lane',
        name: 'Board',
        role: 'board',
        elements: ['end'],
        x: 0,
        y: 0,
        width: 900,
        height: 200,
      },
    ];
    const view = inLanes({ ...short, artifacts });

    expect(view.lanes.map(({ role }) => role)).toEqual(['coordinator', 'board']);
    expect(view.definition.artifacts).toBe(artifacts);
  });
});

describe('what stays', () => {
  test('while only words change nothing is laid out anew, and what did not move is the same object', () => {
    const drawer = new LanesDrawer();
    const before = drawer.draw(short, none);
    const renamed = {
      ...short,
      elements: short.elements.map((one) => (one.id === 'call' ? { ...one, name: 'Ring' } : one)),
    };
    const after = drawer.draw(renamed, none);

    expect(after.definition.elements[0]).toBe(before.definition.elements[0]);
    expect(after.definition.elements.map(boxOf)).toEqual(before.definition.elements.map(boxOf));
  });

  test('moving something in the free drawing moves nothing in lanes', () => {
    const moved = {
      ...short,
      elements: short.elements.map((one) => (one.id === 'call' ? { ...one, x: 900, y: -300 } : one)),
    };

    expect(inLanes(moved).definition.elements.map(boxOf)).toEqual(
      inLanes(short).definition.elements.map(boxOf),
    );
  });

  test('what hangs on nothing stands right of what it stood right of', () => {
    const loose: Element = { id: 'loose', type: 'userTask', roles: ['coordinator'], x: 600, y: 500 };
    const view = inLanes({ ...short, elements: [...short.elements, loose] });
    const x = (id: string) => view.definition.elements.find((one) => one.id === id)?.x ?? 0;

    expect(x('loose')).toBeGreaterThan(x('end'));
  });
});

const ROLES = ['initiator', 'coordinator', 'volunteer'];
const anyDefinition: fc.Arbitrary<Definition> = fc
  .record({
    kinds: fc.array(fc.tuple(fc.nat(6), fc.nat(2), fc.boolean()), { minLength: 1, maxLength: 14 }),
    arrows: fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(3)), { maxLength: 24 }),
  })
  .map(({ kinds, arrows }) => {
    const elements: Element[] = kinds.flatMap(([kind, role, border], i): Element[] => {
      const base = { id: `n${i}`, name: 'Een naam van een paar woorden', x: (i % 5) * 300, y: i * 40 };
      const roles = [ROLES[role] as string];
      const outcomes = [
        { id: 'yes', label: 'Ja' },
        { id: 'no', label: 'Nee' },
      ];
      const own: Element = (
        [
          { ...base, type: 'userTask', roles },
          { ...base, type: 'userTask', roles, outcomes },
          { ...base, type: 'exclusiveGateway' },
          { ...base, type: 'startEvent' },
          { ...base, type: 'endEvent', end: 'none' },
          { ...base, type: 'scriptTask' },
          { ...base, type: 'subProcess' },
        ] as Element[]
      )[kind] as Element;
      return border && kind < 2
        ? [
            own,
            {
              id: `n${i}.after`,
              type: 'boundaryEvent',
              attachedTo: own.id,
              interrupting: false,
              triggers: {},
              x: base.x + 20,
              y: base.y + 64,
            },
          ]
        : [own];
    });
    const flows = arrows.flatMap(([a, b, outcome], i) => {
      const [from, to] = [elements[a % elements.length], elements[b % elements.length]];
      if (!from || !to || from.id === to.id || to.type === 'boundaryEvent') return [];
      return [{ id: `f${i}`, from: from.id, to: to.id, ...(outcome === 1 ? { outcome: 'no' } : {}) }];
    });
    return { ...short, elements, flows };
  });

describe('any drawing in lanes', () => {
  it('has each element in one lane, nothing over anything, no arrow through a step, and goes from left to right', () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        const view = inLanes(definition);
        const lanes = view.lanes.flatMap(({ elements }) => elements);
        expect(lanes.toSorted()).toEqual(definition.elements.map(({ id }) => id).toSorted());
        expect(outOfLane(view)).toEqual([]);
        expect(overlaps(view)).toEqual([]);
        expect(through(view)).toEqual([]);
        expect(backwards(definition, view)).toEqual([]);
        expect(inLanes(view.definition)).toEqual(view);
      }),
      { numRuns: 150 },
    );
  });

  it('of 1,000 steps is laid out in a moment', () => {
    const elements = Array.from(
      { length: 1000 },
      (_, i): Element => ({
        id: `n${i}`,
        type: 'userTask',
        roles: [ROLES[i % 3] as string],
        x: i * 10,
        y: 0,
      }),
    );
    const flows = elements
      .slice(1)
      .flatMap(({ id }, i) => [
        { id: `f${i}`, from: `n${i}`, to: id },
        ...(i % 7 === 0 && i + 20 < 1000 ? [{ id: `g${i}`, from: `n${i}`, to: `n${i + 20}` }] : []),
      ]);
    const view = inLanes({ ...short, elements, flows });

    expect(overlaps(view)).toEqual([]);
    expect(absoluteBox(view.definition, view.definition.elements[999] as Element).x).toBeGreaterThan(100_000);
  });
});
