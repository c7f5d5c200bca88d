/** Playing in the browser is the production engine with made-up people. */
import { describe, expect, it } from 'vitest';
import { sampleData } from '../../../designer/play/sample-data.ts';
import { PlaySession } from '../../../designer/play/session.ts';
import { template } from '../actions/drawings.ts';

const begin = (id: 'T1' | 'T2') => {
  const session = new PlaySession(template(id), '2026-04-01', 'nl', {
    initiator: 'Amina',
    coordinator: 'Carla',
  });
  const [start] = session.starts();
  if (!start) throw new Error('no start');
  const data = sampleData(session.form(start.form), {
    today: session.today,
    at: session.at,
    language: 'nl',
    words: 'Moestuin',
  });
  return { session, refused: session.start(start.id, start.by?.[0] ?? 'coordinator', data, 'begin') };
};

/** The first open task with example answers and its first outcome; time goes on when nobody has anything to do. */
function play(session: PlaySession, most: number): string[] {
  const story: string[] = [];
  for (let n = 0; n < most && !session.ended; n += 1) {
    const [task] = session.tasks();
    const [commitment] = session.commitments();
    if (!task && commitment) {
      session.done(commitment.id, commitment.owner, 'done');
      continue;
    }
    if (!task) {
      if (!session.next(() => 'later')) break;
      continue;
    }
    const data = sampleData(task.form, {
      today: session.today,
      at: session.at,
      language: 'nl',
      words: 'Moestuin',
    });
    const [outcome] = task.outcomes;
    const refused = session.complete(
      task,
      { by: outcome?.by?.[0] ?? task.person, data, ...(outcome ? { outcome: outcome.id } : {}) },
      'done',
    );
    if (refused) throw new Error(`${task.name}: ${refused.message}`);
    story.push(task.name);
  }
  return story;
}

describe('playing T1', () => {
  it('begins with the registration, and the first contact is due in two working days with its ledger', () => {
    const { session, refused } = begin('T1');

    expect(refused).toBeUndefined();
    const [task] = session.tasks();
    expect(task).toMatchObject({ name: 'n3', person: 'coordinator', side: 'us' });
    expect(task?.ledger?.filter(({ counted }) => counted).map(({ date }) => date)).toEqual([
      '2026-04-02',
      '2026-04-03',
    ]);
    expect(session.messages.map(({ to }) => session.nameOf(to))).toContain('Amina');
  });

  it('comes through to an agreement with example answers only', () => {
    const { session } = begin('T1');

    const story = play(session, 12);

    expect(story.slice(0, 3)).toEqual(['n3', 'n4', 'n5']);
    expect(session.facts.map(({ type }) => type)).toContain('agreement.confirmed');
  });

  it('steps back to exactly what was, and forward to the same again', () => {
    const { session } = begin('T1');
    const before = [session.world.snapshot(), session.facts.length, session.messages.length];
    const forward = () => {
      session.next(() => 'time');
      return [session.world.snapshot(), session.facts.length, session.messages.length];
    };

    const once = forward();
    session.back();

    expect([session.world.snapshot(), session.facts.length, session.messages.length]).toEqual(before);
    expect(forward()).toEqual(once);
  });

  it('says what is refused and changes nothing', () => {
    const { session } = begin('T1');
    const before = session.world.snapshot();

    const [task] = session.tasks();
    if (!task) throw new Error('no task');
    const refused = session.complete(task, { outcome: 'nonsense', by: 'coordinator' }, 'x');

    expect(refused?.code).toBe('INVALID_ARGUMENT');
    expect(session.world.snapshot()).toBe(before);
    expect(session.canGoBack).toBe(false);
  });

  it('shows where it is on the canvas', () => {
    const { session } = begin('T1');

    expect(session.frames()[0]?.present).toContain('n3');
    expect(session.frames()[0]?.walked).toContain('n1-n2');
  });
});

it('T2 plays to its end with example answers', () => {
  const { session } = begin('T2');

  play(session, 150);

  expect(session.ended?.outcomes).toContain('standing');
});
