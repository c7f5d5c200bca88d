/** A process that calls another plays it too: the same engine, its tasks, back over the border, and kept as a scenario that holds. */
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import type { Json } from '../../../core/state.ts';
import { begunWith, running, seenIn, stageOfKept, type WrittenScenario } from '../../../core/trying/index.ts';
import { PlaySession } from '../../../designer/play/session.ts';
import { draw, end, start, task } from '../../core/check/drawing.ts';

const main: Definition = {
  ...draw(
    [
      start(),
      task('ask'),
      { id: 'call', type: 'callActivity', process: 'visit' } as never,
      task('after'),
      end(),
    ],
    'start > ask > call > after > end',
  ),
  id: 'main',
};
/** Its elements are called as those of the main one. */
const visit: Definition = {
  ...draw([start(), task('ask'), task('go'), end()], 'start > ask > go > end'),
  id: 'visit',
};
const playing = (called: Definition[]) => {
  const session = new PlaySession(main, '2026-04-01', 'en', {}, undefined, called);
  expect(session.start('start', 'coordinator', {}, 'begin')).toBeUndefined();
  return session;
};
const complete = (session: PlaySession) => {
  const [open] = session.tasks();
  if (!open) throw new Error('nothing is open');
  expect(session.complete(open, { by: open.person }, 'done')).toBeUndefined();
};
const open = (session: PlaySession) => session.tasks().map(({ name, frame }) => [name, frame === '']);

describe('a called process', () => {
  it('plays with its tasks, and where both are is told per process', () => {
    const session = playing([visit]);
    complete(session);

    const [own, called] = session.frames();

    expect(open(session)).toEqual([['ask', false]]);
    expect([own?.present, called?.present]).toEqual([['call'], ['ask']]);
    expect(called?.definition).toBe(visit);
    expect(called?.call).toEqual({ element: 'call', frame: '' });
    expect(own?.walked).not.toContain('go');
    complete(session);
    expect(session.frames()[1]?.walked).toEqual(expect.arrayContaining(['ask', 'go']));
  });

  it('is stepped back out of, and into again', () => {
    const session = playing([visit]);
    complete(session);
    complete(session);
    complete(session);
    expect(open(session)).toEqual([['after', true]]);

    session.back();
    expect(open(session)).toEqual([['go', false]]);
    session.back();
    session.back();
    expect(open(session)).toEqual([['ask', true]]);
    expect(session.frames()).toHaveLength(1);
    complete(session);
    expect(open(session)).toEqual([['ask', false]]);
  });

  it('that is not in use stops the story, as the engine says it', () => {
    const session = playing([]);
    complete(session);

    expect(session.incidents()).toMatchObject([{ element: 'call', code: 'CALLED_PROCESS_NOT_FOUND' }]);
  });

  it('is kept in the scenario as put into use before it begins, and the scenario holds', () => {
    const session = playing([visit]);
    for (let n = 0; n < 4; n += 1) complete(session);
    const kept = session.written('With a visit') as WrittenScenario & { [key: string]: Json };

    expect(kept.steps[0]).toMatchObject({ publish: { process: 'visit' } });
    expect(ran(running(main, kept, [visit]))).toMatchObject({ ok: true, failures: [] });
    expect(ran(running(main, kept)).ok).toBe(false);
    const again = begunWith(stageOfKept(main, kept, [visit]), kept);
    expect(again.items).toHaveLength(5);
    expect(again.stage.beside.get(main)).toEqual([visit]);
  });

  it('is no coverage of the process that calls it', () => {
    const session = playing([visit]);
    const before = seenIn(session.facts, main);
    complete(session);
    complete(session);

    const seen = seenIn(session.facts, main);

    expect(before.has('elements ask')).toBe(true);
    expect(seen.has('elements call')).toBe(true);
    expect(seen.has('elements go')).toBe(false);
  });
});

function ran<T>(work: Generator<undefined, T>): T {
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}
