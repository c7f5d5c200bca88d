// A process that goes round without ever waiting becomes an incident where it goes round, and can still be acted upon.
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import { World } from '../../../core/simulator/world.ts';
import { decide, draw, end, script, start } from '../check/drawing.ts';

function begun(definition: Definition) {
  const world = new World({ at: '2026-06-01T08:00:00.000Z', definitions: [definition], roles: {} });
  const started = world.start({ definition, data: { turns: 0 } });
  if ('rejection' in started) throw new Error(started.rejection.message);
  return { world, instance: started.instance };
}

describe('a circle without a wait', () => {
  it.each([
    [
      'of elements that begin and end',
      draw([start(), script('a'), decide('g'), end()], 'start > a > g; g > a {turns = 0}; g > end *'),
    ],
    [
      'of one that is to be done no times',
      draw(
        [start(), script('a', { many: { count: 0 } }), decide('g'), end()],
        'start > a > g; g > a {turns = 0}; g > end *',
      ),
    ],
    [
      'of one that leads to itself',
      draw([start(), script('a', { many: { count: 0 } }), end()], 'start > a > a; a > end {turns = 1}'),
    ],
  ])('%s is an incident on one of them', (_, definition) => {
    const { world, instance } = begun(definition);

    const incidents = Object.values(world.state(instance).incidents);
    expect(incidents).toMatchObject([{ code: 'ENDLESS_LOOP' }]);
    const [incident] = incidents;
    expect(definition.elements.map(({ id }) => id)).toContain(incident?.element);
    expect(world.act(instance, { type: 'set', variables: { turns: 1 } })).toEqual({ ok: true });
    expect(world.state(instance).status).not.toBe('completed');
  });
});
