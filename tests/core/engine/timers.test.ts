// Timers of an instance: in which order they fire, which comes next, and that they go with what they hang on.
import { describe, expect, it } from 'vitest';
import { Definition } from '../../../contract/index.ts';
import { dueTimers, nextDue } from '../../../core/engine/timers.ts';
import { World } from '../../../core/simulator/world.ts';
import type { State } from '../../../core/state.ts';

const at = (hour: number) => `2026-06-01T${String(hour).padStart(2, '0')}:00:00.000Z`;

function withTimers(timers: Record<string, { at: string; n: number }>, status = 'running'): State {
  return { status, timers } as unknown as State;
}

describe('timers', () => {
  it('fire by their moment, those of one moment in the order they were set', () => {
    const state = withTimers({
      later: { at: at(11), n: 1 },
      second: { at: at(10), n: 9 },
      early: { at: at(9), n: 7 },
      first: { at: at(10), n: 3 },
      tomorrow: { at: at(13), n: 2 },
    });

    expect(dueTimers(state, at(11))).toEqual(['early', 'first', 'second', 'later']);
  });

  it('the earliest is the next, and what is over has none', () => {
    const timers = { b: { at: at(11), n: 1 }, a: { at: at(9), n: 2 }, c: { at: at(10), n: 3 } };

    expect(nextDue(withTimers(timers))).toBe(at(9));
    expect(nextDue(withTimers(timers, 'ended'))).toBeUndefined();
    expect(nextDue(withTimers({}))).toBeUndefined();
  });

  it('at the border of a task go with it, and others stay', () => {
    const watched = (id: string) => [
      { id, type: 'userTask', roles: ['supporter'], ladder: 'none' },
      {
        id: `${id}Late`,
        type: 'boundaryEvent',
        attachedTo: id,
        interrupting: false,
        triggers: { timer: { term: { amount: 5, unit: 'workingDays' } } },
      },
    ];
    const definition = Definition.parse({
      v: 1,
      id: 'watched',
      name: 'watched',
      roles: [{ id: 'supporter', name: 'Supporter', side: 'us' }],
      elements: [
        { id: 's', type: 'startEvent' },
        { id: 'split', type: 'parallelGateway' },
        ...watched('left'),
        ...watched('right'),
      ],
      flows: [
        { id: 'f', from: 's', to: 'split' },
        { id: 'l', from: 'split', to: 'left' },
        { id: 'r', from: 'split', to: 'right' },
      ],
    });
    const world = new World({ at: at(8), definitions: [definition], roles: { supporter: ['bo'] } });
    const started = world.start({ definition });
    if ('rejection' in started) throw new Error(started.rejection.message);
    const border = () =>
      Object.values(world.state(started.instance).timers).filter(({ kind }) => kind === 'boundary');
    expect(border()).toHaveLength(2);

    world.act(started.instance, { type: 'complete', task: 'left' });

    const right = Object.values(world.state(started.instance).elements).find(
      ({ element }) => element === 'right',
    );
    expect(border()).toMatchObject([{ key: right?.key }]);
    expect(world.facts.filter(({ type }) => type === 'timer.cancelled')).toContainEqual(
      expect.objectContaining({ element: 'left', timer: expect.stringContaining('leftLate') }),
    );
  });
});
