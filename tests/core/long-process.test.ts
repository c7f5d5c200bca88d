// A process of many elements: what began long ago is still known, and a step costs no more than in a short one.
import { describe, expect, it } from 'vitest';
import { Definition } from '../../contract/index.ts';
import { anchorAt } from '../../core/engine/anchors.ts';
import { sizeOf } from '../../core/engine/state-size.ts';
import { World } from '../../core/simulator/world.ts';

const MANY = 100;
const ids = Array.from({ length: MANY }, (_, i) => `t${i + 1}`);

/** Tasks in a row, the last counted from the first; then round again as long as `more` holds. */
const row = Definition.parse({
  v: 1,
  id: 'row',
  name: 'row',
  roles: [{ id: 'supporter', name: 'Supporter', side: 'us' }],
  variables: { more: true },
  elements: [
    { id: 's', type: 'startEvent' },
    { id: 'g', type: 'exclusiveGateway' },
    ...ids.map((id, i) => ({
      id,
      type: 'userTask',
      roles: ['supporter'],
      ladder: 'none',
      ...(i === MANY - 1
        ? { term: { amount: 3, unit: 'workingDays', from: { element: 't1', moment: 'completed' } } }
        : {}),
    })),
    { id: 'again', type: 'exclusiveGateway' },
    { id: 'e', type: 'endEvent' },
  ],
  flows: [
    { id: 'fs', from: 's', to: 'g' },
    ...['g', ...ids].map((from, i) => ({ id: `f${i}`, from, to: ids[i] ?? 'again' })),
    { id: 'back', from: 'again', to: 'g', condition: 'more' },
    { id: 'out', from: 'again', to: 'e', default: true },
  ],
});

function running() {
  const world = new World({
    at: '2026-06-01T08:00:00.000Z',
    definitions: [row],
    roles: { supporter: ['bo'] },
  });
  const started = world.start({ definition: row });
  if ('rejection' in started) throw new Error(started.rejection.message);
  const { instance } = started;
  const complete = (task: string) => world.act(instance, { type: 'complete', task });
  return { world, instance, complete, state: () => world.state(instance) };
}

describe('a process of a hundred tasks', () => {
  it('counts a term from a task that was done ninety-nine tasks ago', () => {
    const { world, complete, state } = running();
    complete('t1');
    world.advanceTo('2026-06-05T08:00:00.000Z');
    for (const id of ids.slice(1, -1)) complete(id);

    const last = Object.values(state().elements).find(({ element }) => element === `t${MANY}`);
    expect(last?.task?.dueDate).toBe('2026-06-04');
  });

  it('says of the first task that it is not open any more, and of one that never was that it is unknown', () => {
    const { complete } = running();
    for (const id of ids.slice(0, -1)) complete(id);

    expect(complete('t1')).toMatchObject({ rejection: { code: 'INVALID_STATE' } });
    expect(complete('t0')).toMatchObject({ rejection: { code: 'NOT_FOUND' } });
  });

  it('knows when each began, the one too with which a handful is full', () => {
    const { complete, state } = running();
    for (const [i, id] of ids.entries()) {
      expect(anchorAt(state(), 0, id)?.activated, `${i}`).toBeDefined();
      complete(id);
    }
  });

  it('knows how often each was begun, and does not grow with rounds', () => {
    const { complete, state } = running();
    const round = () => {
      for (const id of ids) complete(id);
    };
    round();
    round();
    const size = JSON.stringify(state()).length;
    round();

    expect(ids.map((id) => anchorAt(state(), 0, id)?.times)).toEqual(ids.map((_, i) => (i === 0 ? 4 : 3)));
    expect(JSON.stringify(state()).length).toBeLessThan(size * 1.05);
  });

  it('never writes in a state that was given', () => {
    const { complete, state } = running();
    for (const id of ids) {
      const before = state();
      const written = JSON.stringify(before);
      complete(id);
      expect(JSON.stringify(before)).toBe(written);
    }
  });

  it('is measured to within a tenth, at whatever length', () => {
    const { complete, state } = running();
    const measured = () => sizeOf(state()) / JSON.stringify(state()).length;
    for (const id of ['', ...ids]) {
      if (id) complete(id);
      expect(measured()).toBeGreaterThan(0.9);
      expect(measured()).toBeLessThan(1.1);
    }
  });
});
