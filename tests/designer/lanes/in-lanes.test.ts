/** What hands do in lanes: steps change hands, what goes by itself does not, and what is added is for the role of its lane. */
import { describe, expect, test } from 'vitest';
import type { Definition, Element } from '../../../contract/index.ts';
import { absoluteBox, boxOf, type Drawing, elementOf, perform } from '../../../designer/actions/index.ts';
import { chosenInLanes, type Dropped, droppedInLanes, laneBeside } from '../../../designer/lanes/in-lanes.ts';
import { AUTOMATIC } from '../../../designer/lanes/lane-of.ts';
import { inLanes } from '../../../designer/lanes/lanes-view.ts';
import { drawing, short } from '../actions/drawings.ts';

const meeting: Element = {
  id: 'meet',
  type: 'userTask',
  roles: ['coordinator', 'volunteer'],
  ladder: 'ORG',
  outcomes: [
    { id: 'yes', label: 'Ja', by: ['coordinator'] },
    { id: 'no', label: 'Nee' },
  ],
  x: 460,
  y: 300,
};
const definition: Definition = {
  ...short,
  roles: [
    ...short.roles,
    { id: 'supporter', name: 'Supporter', side: 'us' },
    { id: 'volunteer', name: 'Volunteer', side: 'volunteer' },
  ],
  elements: [
    ...short.elements,
    meeting,
    { id: 'ask', type: 'userTask', roles: ['initiator'], x: 160, y: 400 },
    { id: 'help', type: 'userTask', roles: ['supporter'], x: 160, y: 500 },
    { id: 'count', type: 'scriptTask', name: 'Count', x: 160, y: 600 },
    {
      id: 'tell',
      type: 'sendTask',
      name: 'News',
      to: ['initiator'],
      kind: 'news',
      text: { subject: 'a', body: 'b' },
      x: 460,
      y: 600,
    },
    { id: 'part', type: 'subProcess', x: 900, y: 100 },
    { id: 'inside', type: 'userTask', roles: ['initiator'], parent: 'part', x: 40, y: 60 },
  ],
};
const view = inLanes(definition);
const start = drawing(definition);
const middleOf = (role: string): number => {
  const lane = view.lanes.find((one) => one.role === role);
  if (!lane) throw new Error(`No lane of ${role}`);
  return lane.y + lane.height / 2;
};
/** Lets the middle of an element go in the middle of a lane. */
function drop(id: string, role: string): Dropped {
  const element = elementOf(view.definition, id) as Element;
  const { x, height } = boxOf(element);
  return droppedInLanes(start, view, new Map([[id, { x, y: middleOf(role) - height / 2 }]]));
}
const rolesIn = ({ definition: d }: Drawing, id: string) => {
  const one = elementOf(d, id);
  return one?.type === 'userTask' || one?.type === 'agreement' ? one.roles : undefined;
};
const givenBy = (dropped: Dropped): Drawing => {
  if (dropped.kind !== 'given') throw new Error(`Expected it to be given, but it ${dropped.kind}`);
  return dropped.drawing;
};

describe('dragging into a lane', () => {
  test('gives a step to its role, and moves nothing in the drawing', () => {
    const after = givenBy(drop('call', 'supporter'));

    expect(rolesIn(after, 'call')).toEqual(['supporter']);
    expect(after.definition.elements.map(({ x, y }) => [x, y])).toEqual(
      definition.elements.map(({ x, y }) => [x, y]),
    );
    expect(after.definition.flows).toBe(definition.flows);
  });

  test('leaves those who take part, and hands on the buttons that were for who did it', () => {
    const after = givenBy(drop('meet', 'supporter'));

    expect(rolesIn(after, 'meet')).toEqual(['supporter', 'volunteer']);
    expect(elementOf(after.definition, 'meet')).toMatchObject({
      outcomes: [{ id: 'yes', by: ['supporter'] }, { id: 'no' }],
    });
  });

  test('puts it in that lane, also where another would answer for it', () => {
    const shared = { ...meeting, roles: ['coordinator', 'supporter'] } as Element;
    const both = {
      ...definition,
      elements: definition.elements.map((one) => (one.id === 'meet' ? shared : one)),
    };
    const after = perform(drawing(both, 'meet'), 'give', { element: 'meet', role: 'initiator' });

    expect(rolesIn(after, 'meet')).toEqual(['initiator']);
    expect(inLanes(after.definition).lanes.find(({ role }) => role === 'initiator')?.elements).toContain(
      'meet',
    );
  });

  test('is refused in words for what nobody does, and for the lane of what goes by itself', () => {
    expect(drop('count', 'supporter')).toMatchObject({
      kind: 'refused',
      why: { nl: '‘Count’ gaat vanzelf: niemand doet het.' },
    });
    expect(drop('tell', 'supporter')).toMatchObject({
      kind: 'refused',
      why: { en: expect.stringContaining('Who gets it') },
    });
    expect(drop('start', 'supporter')).toMatchObject({ kind: 'refused' });
    expect(drop('part', 'supporter')).toMatchObject({ kind: 'refused' });
    expect(drop('call', AUTOMATIC)).toMatchObject({
      kind: 'refused',
      why: { en: expect.stringContaining('work of people') },
    });
  });

  test('within its own lane it goes back to its place, as does what is in a part', () => {
    expect(drop('call', 'coordinator')).toEqual({ kind: 'stays' });
    expect(drop('inside', 'supporter')).toEqual({ kind: 'stays' });
  });
});

describe('by keyboard', () => {
  test('the lane above and below, until the lanes end', () => {
    expect(view.lanes.map(({ role }) => role)).toEqual(['initiator', 'coordinator', 'supporter', AUTOMATIC]);
    expect(laneBeside(view, 'call', 1)).toBe('supporter');
    expect(laneBeside(view, 'call', -1)).toBe('initiator');
    expect(laneBeside(view, 'ask', -1)).toBeUndefined();
  });
});

describe('adding in a lane', () => {
  test('a step that is put down in a lane is for its role, and stands beside its neighbour in the drawing', () => {
    const call = boxOf(elementOf(view.definition, 'call') as Element);
    const after = chosenInLanes(
      start,
      view,
      { kind: 'add', at: { x: call.x + call.width + 30, y: middleOf('supporter') } },
      'task',
    );
    const [id = ''] = after.selection.elements;

    expect(rolesIn(after, id)).toEqual(['supporter']);
    const added = absoluteBox(after.definition, elementOf(after.definition, id) as Element);
    for (const one of after.definition.elements.filter((other) => other.id !== id && !other.parent)) {
      const box = boxOf(one);
      const over =
        added.x < box.x + box.width &&
        box.x < added.x + added.width &&
        added.y < box.y + box.height &&
        box.y < added.y + added.height;
      expect([one.id, over]).toEqual([one.id, false]);
    }
  });

  test('what comes after a step, or between two, is for the role of the lane of the step before', () => {
    const after = chosenInLanes(start, view, { kind: 'append', after: 'help' }, 'form');
    const between = chosenInLanes(start, view, { kind: 'insert', flow: 'call-end' }, 'form');

    expect(rolesIn(after, after.selection.elements[0] ?? '')).toEqual(['supporter']);
    expect(rolesIn(between, between.selection.elements[0] ?? '')).toEqual(['coordinator']);
  });

  test('an arrow let go in another lane brings a step for that role, placed by the drawing itself', () => {
    const after = chosenInLanes(
      start,
      view,
      { kind: 'append', after: 'help', at: { x: 5000, y: middleOf('initiator') } },
      'task',
    );
    const [id = ''] = after.selection.elements;

    expect(rolesIn(after, id)).toEqual(['initiator']);
    expect(elementOf(after.definition, id)?.x).toBeLessThan(1000);
  });

  test('in the lane of what goes by itself a step keeps the role its block brings', () => {
    const after = chosenInLanes(start, view, { kind: 'append', after: 'count' }, 'form');

    expect(rolesIn(after, after.selection.elements[0] ?? '')).toEqual(['initiator']);
  });
});
