// State stays small: only what is open is in it; values too big are refused and a state too big is an incident (ADR 0009).
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../contract/index.ts';
import { sizeOf } from '../../core/engine/state-size.ts';
import { World } from '../../core/simulator/world.ts';

const loop: Definition = {
  v: 1,
  id: 'Loop',
  name: 'Loop',
  roles: [{ id: 'supporter', name: 'Supporter', side: 'us' }],
  elements: [
    { id: 's', type: 'startEvent' },
    { id: 'g', type: 'exclusiveGateway' },
    {
      id: 't',
      type: 'userTask',
      roles: ['supporter'],
      outcomes: [
        { id: 'again', label: 'Again' },
        { id: 'stop', label: 'Stop' },
      ],
    },
    { id: 'e', type: 'endEvent', end: 'none' },
  ],
  flows: [
    { id: 'f1', from: 's', to: 'g' },
    { id: 'f2', from: 'g', to: 't' },
    { id: 'f3', from: 't', to: 'g', outcome: 'again' },
    { id: 'f4', from: 't', to: 'e', outcome: 'stop' },
  ],
  forms: [],
  ladders: [],
  texts: {},
  variables: {},
};

function running() {
  const world = new World({
    at: '2026-06-01T08:00:00.000Z',
    definitions: [loop],
    roles: { supporter: ['bo'] },
  });
  const started = world.start({ definition: loop });
  if ('rejection' in started) throw new Error(started.rejection.message);
  return {
    world,
    instance: started.instance,
    size: () => JSON.stringify(world.state(started.instance)).length,
  };
}

describe('the state of an instance', () => {
  it('does not grow with what is over: a thousand tasks later it is as big as after the first', () => {
    const { world, instance, size } = running();
    world.act(instance, { type: 'complete', task: 't', outcome: 'again' });
    const first = size();
    for (let i = 0; i < 1_000; i += 1) world.act(instance, { type: 'complete', task: 't', outcome: 'again' });

    expect(size()).toBeLessThan(first * 1.2);
  });

  it('refuses a single value over 16 kB and keeps everything as it was', () => {
    const { world, instance, size } = running();
    const before = size();
    const r = world.act(instance, { type: 'set', variables: { story: 'x'.repeat(16_500) } });

    expect(r).toMatchObject({ rejection: { code: 'INVALID_ARGUMENT', path: 'variables.story' } });
    expect(size()).toBe(before);
  });

  it('over a megabyte is an incident that names the size', () => {
    const { world, instance } = running();
    for (let i = 0; i < 100; i += 1)
      world.act(instance, { type: 'set', variables: { [`story${i}`]: 'x'.repeat(16_000) } });

    expect(Object.values(world.state(instance).incidents)).toMatchObject([{ code: 'STATE_TOO_LARGE' }]);
  });

  it('is measured to within a tenth', () => {
    const { world, instance, size } = running();
    for (let i = 0; i < 5; i += 1)
      world.act(instance, {
        type: 'set',
        variables: { [`story${i}`]: 'x'.repeat(1_000), [`list${i}`]: [1, 'a', null, { b: true }] },
      });

    expect(sizeOf(world.state(instance)) / size()).toBeCloseTo(1, 1);
    const earlier = [{ '0/s': { times: 1, activated: '2026-06-01T08:00:00.000Z' } }];
    const more = { ...world.state(instance), earlier };
    expect(sizeOf(more) / JSON.stringify(more).length).toBeCloseTo(1, 1);
  });
});
