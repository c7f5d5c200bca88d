/** Words of an arrow that somebody put elsewhere, seen in lanes. */
import { expect, test } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import { inLanes } from '../../../designer/lanes/lanes-view.ts';

const asked = (labelBy: { x: number; y: number }): Definition => ({
  v: 1,
  id: 'asked',
  name: 'Asked',
  roles: [{ id: 'coordinator', name: 'Coordinator', side: 'us' }],
  forms: [],
  ladders: [],
  texts: {},
  variables: {},
  elements: [
    { id: 'start', type: 'startEvent', x: 0, y: 20 },
    { id: 'which', type: 'exclusiveGateway', x: 200, y: 16 },
    { id: 'call', type: 'userTask', roles: ['coordinator'], x: 500, y: 0 },
    { id: 'end', type: 'endEvent', end: 'none', x: 900, y: 20 },
  ],
  flows: [
    { id: 'a', from: 'start', to: 'which' },
    { id: 'b', from: 'which', to: 'call', condition: 'a = 1', label: { nl: 'ja', en: 'yes' }, labelBy },
    { id: 'c', from: 'which', to: 'end', default: true },
    { id: 'd', from: 'call', to: 'end' },
  ],
});
const placeIn = (definition: Definition) =>
  inLanes(definition).definition.flows.find(({ id }) => id === 'b')?.labelBy;

test('they stand as far from where the arrow leaves as in the drawing', () => {
  expect(placeIn(asked({ x: 4, y: -16 }))).toEqual({ x: 4, y: -16 });
});

test('where they would stand far from their arrow, or over a step, they stand where they fit', () => {
  expect(placeIn(asked({ x: 4, y: -300 }))).toBeUndefined();
  expect(placeIn(asked({ x: -20, y: 0 }))).toBeUndefined();
});

test('the drawing itself keeps the place they were put', () => {
  const definition = asked({ x: 4, y: -300 });
  inLanes(definition);

  expect(definition).toEqual(asked({ x: 4, y: -300 }));
});
