// A process that goes round without ever waiting becomes an incident where it goes round, and can still be acted upon.
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import { World } from '../../../core/simulator/world.ts';
import { decide, draw, end, job, script, split, start, sub, task } from '../check/drawing.ts';

function begun(definition: Definition) {
  const world = new World({
    at: '2026-06-01T08:00:00.000Z',
    definitions: [definition],
    roles: { supporter: ['p'] },
  });
  const started = world.start({ definition, data: { turns: 0 } });
  if ('rejection' in started) throw new Error(started.rejection.message);
  return { world, instance: started.instance };
}

/** The reason is taken away, and what is stuck tries again. */
function mend(world: World, instance: string) {
  expect(world.act(instance, { type: 'set', variables: { turns: 1 } })).toEqual({ ok: true });
  for (const incident of Object.keys(world.state(instance).incidents))
    expect(world.act(instance, { type: 'retry', incident, by: 'p' })).toEqual({ ok: true });
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

  const inside = { parent: 'part' };
  it.each([
    ['an embedded part', {}],
    ['each of many', { many: { count: 2 } }],
    ['a part that is done again', { again: { condition: 'turns = 0', before: false, max: 2 } }],
  ])('inside %s is told at an element in it, not at the part', (_, more) => {
    const definition = draw(
      [
        start(),
        sub('part', more),
        start('in', inside),
        script('a', inside),
        decide('g', inside),
        end('out', inside),
        end(),
      ],
      'start > part > end; in > a > g; g > a {turns = 0}; g > out *',
    );
    const { world, instance } = begun(definition);

    for (const { code, element } of Object.values(world.state(instance).incidents)) {
      expect(code).toBe('ENDLESS_LOOP');
      expect(['a', 'g']).toContain(element);
    }
    expect(Object.keys(world.state(instance).incidents).length).toBeGreaterThan(0);
    mend(world, instance);
    expect(world.state(instance).status).toBe('ended');
  });

  it('inside an event sub-process with nothing else active is told there', () => {
    const inEvent = { parent: 'watch' };
    const definition = draw(
      [
        start(),
        task('t'),
        end(),
        sub('watch', { event: true }),
        start('seen', { ...inEvent, triggers: { message: { name: 'go' } } }),
        script('a', inEvent),
        decide('g', inEvent),
        end('out', inEvent),
      ],
      'start > t > end; seen > a > g; g > a {turns = 0}; g > out *',
    );
    const { world, instance } = begun(definition);
    world.act(instance, { type: 'message', name: 'go' });

    expect(Object.values(world.state(instance).incidents)).toMatchObject([{ code: 'ENDLESS_LOOP' }]);
    mend(world, instance);
    expect(world.state(instance).status).toBe('ended');
  });

  it('leaves the work beside it alone', () => {
    const definition = draw(
      [start(), split('s'), task('t'), script('a'), decide('g'), end('one'), end('two')],
      'start > s; s > a > g; g > a {turns = 0}; g > one *; s > t > two',
    );
    const { world, instance } = begun(definition);

    const incidents = Object.values(world.state(instance).incidents);
    expect(incidents).toHaveLength(1);
    expect(['a', 'g']).toContain(incidents[0]?.element);
    expect(Object.values(world.state(instance).elements).map(({ element }) => element)).toContain('t');
    mend(world, instance);
    expect(world.act(instance, { type: 'complete', task: 't', by: 'p' })).toEqual({ ok: true });
    expect(world.state(instance).status).toBe('ended');
  });

  it('of two side by side each is told, and none is lost', () => {
    const definition = draw(
      [
        start(),
        split('s'),
        script('a'),
        decide('g'),
        end('one'),
        task('t'),
        script('b'),
        decide('h'),
        end('two'),
      ],
      'start > s; s > a > g; g > a {turns = 0}; g > one *; s > t > b > h; h > b {turns = 0}; h > two *',
    );
    const { world, instance } = begun(definition);
    world.act(instance, { type: 'complete', task: 't', by: 'p' });

    expect(Object.values(world.state(instance).incidents)).toMatchObject([
      { code: 'ENDLESS_LOOP' },
      { code: 'ENDLESS_LOOP' },
    ]);
    mend(world, instance);
    expect(world.state(instance).status).toBe('ended');
  });

  it('of very many elements is found too', () => {
    const many = Array.from({ length: 300 }, (_, i) => script(`s${i}`));
    const way = many.map(({ id }) => id).join(' > ');
    const definition = draw(
      [start(), ...many, decide('g'), end()],
      `start > ${way} > g; g > s0 {turns = 0}; g > end *`,
    );
    const { world, instance } = begun(definition);

    expect(Object.values(world.state(instance).incidents)).toMatchObject([{ code: 'ENDLESS_LOOP' }]);
    mend(world, instance);
    expect(world.state(instance).status).toBe('ended');
  });

  it('a thousand at once, each with work of its own, is none', () => {
    const definition = draw(
      [
        start(),
        sub('part', { many: { count: 1_000 } }),
        start('in', inside),
        ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => script(id, inside)),
        end('out', inside),
        end(),
      ],
      'start > part > end; in > a > b > c > d > e > f > out',
    );
    const { world, instance } = begun(definition);

    expect(world.state(instance).incidents).toEqual({});
    expect(world.state(instance).status).toBe('ended');
  });
});

describe('a circle of automatic work', () => {
  const circle = draw([start(), job('a'), decide('g'), end()], 'start > a > g; g > a {turns = 0}; g > end *');

  it('that is answered at once again and again is an incident on one of its elements', () => {
    const { world, instance } = begun(circle);

    expect(Object.values(world.state(instance).incidents)).toMatchObject([
      { code: 'ENDLESS_LOOP', element: 'a' },
    ]);
    mend(world, instance);
    expect(world.state(instance).status).toBe('ended');
  });

  it('that is tried again without a mend is one again', () => {
    const { world, instance } = begun(circle);
    const [incident] = Object.keys(world.state(instance).incidents);
    world.act(instance, { type: 'retry', incident: incident as string, by: 'p' });

    const again = Object.keys(world.state(instance).incidents);
    expect(again).toHaveLength(1);
    expect(again).not.toEqual([incident]);
  });

  it('is none while each of many has its own: a thousand, one after another', () => {
    const { world, instance } = begun(
      draw(
        [
          start(),
          sub('part', { many: { count: 1_000, sequential: true } }),
          start('in', { parent: 'part' }),
          ...['a', 'b', 'c'].map((id) => job(id, { parent: 'part' })),
          end('out', { parent: 'part' }),
          end(),
        ],
        'start > part > end; in > a > b > c > out',
      ),
    );

    expect(world.state(instance).incidents).toEqual({});
    expect(world.state(instance).status).toBe('ended');
  });

  it('is none where people act in between', () => {
    const { world, instance } = begun(
      draw(
        [start(), job('a'), task('t'), decide('g'), end()],
        'start > a > t > g; g > a {turns = 0}; g > end *',
      ),
    );
    for (let i = 0; i < 3_000; i += 1)
      expect(world.act(instance, { type: 'complete', task: 't', by: 'p' })).toEqual({ ok: true });

    expect(world.state(instance).incidents).toEqual({});
  });
});
