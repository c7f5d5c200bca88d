/** A scenario that no longer holds says so in the words of the drawing; stories found elsewhere are gone through step by step. */
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { toTheEnd } from '../../../core/explore/search.ts';
import type { Failure } from '../../../core/scenario/index.ts';
import { breaking, running, type StoryItem } from '../../../core/trying/index.ts';
import { failureWords } from '../../../designer/play/failure-words.ts';
import { PlaySession } from '../../../designer/play/session.ts';
import { toldSteps } from '../../../designer/play/told-steps.ts';
import { tryingTexts } from '../../../designer/play/trying-texts.ts';
import { boundary, draw, end, job, outcomes, split, start, task } from '../../core/check/drawing.ts';

const i18n = i18next.createInstance();
beforeAll(() =>
  i18n.init({
    lng: 'nl',
    resources: { nl: { trying: tryingTexts.nl } },
    interpolation: { escapeValue: false },
  }),
);

const named = (nl: string) => ({ name: { nl, en: nl } });
const definition = draw(
  [
    start(),
    task('ask', { ...named('Vraag het'), outcomes: outcomes('yes', 'no') }),
    task('a', named('Regel de zaal')),
    task('b', named('Regel de koffie')),
    split('join', named('Alles klaar')),
    end(),
  ],
  'start > ask; ask > a [yes]; ask > b [no]; a > join; b > join > end',
);
const mended = draw(
  [
    start(),
    task('ask', { ...named('Vraag het'), outcomes: outcomes('yes', 'no') }),
    task('b', named('Regel de koffie')),
    task('a', named('Regel de zaal')),
    split('join', named('Alles klaar')),
    end('end', { ...named('Feest'), outcome: 'party' }),
  ],
  'start > ask; ask > b [yes]; ask > a [no]; b > join > a > end',
);
const words = (failure: Failure, step?: StoryItem) =>
  failureWords(failure, step, definition, 'nl', i18n.getFixedT('nl', 'trying'));

const opened = () => {
  const [found] = toTheEnd(breaking(definition)).broken;
  const items = found?.story ?? [];
  return { title: 'Gevonden', items, labels: toldSteps(items, [definition], 'nl') };
};

describe('a scenario that no longer holds', () => {
  it('says what was expected and what came, at the first step that went another way', () => {
    const session = new PlaySession(definition, '2026-01-12', 'nl', { supporter: 'Sam' }, opened());
    while (session.nextOfStory !== undefined) session.goOn();
    const scenario = session.written('Gevonden') as unknown as Parameters<typeof running>[1];

    const [first] = toTheEnd(running(mended, scenario)).failures;

    const steps = scenario.steps as StoryItem[];
    expect(first && toldSteps(steps, [mended], 'nl')[first.line - 1]).toMatch(/^‘Vraag het’: /);
    const other = first?.expected === 'open: a' ? 'koffie' : 'zaal';
    expect(first && words(first, steps[first.line - 1])).toEqual({
      expected: `Open: ‘Regel de ${other === 'koffie' ? 'zaal' : 'koffie'}’`,
      got: `Open: ‘Regel de ${other}’`,
    });
  });

  it.each([
    [
      'expect ended',
      'ended: party',
      'running; outcomes: nothing; active: a',
      { ended: 'party' },
      'Afgelopen: ‘party’',
      'Staat bij: ‘Regel de zaal’',
    ],
    ['expect running', 'running: true', 'ended', { running: true }, 'Loopt nog', 'Afgelopen'],
    [
      'expect where',
      'where: join',
      'where: nothing',
      { where: ['join'] },
      'Staat bij: ‘Alles klaar’',
      'Staat bij: niets',
    ],
    [
      'expect task',
      'at least one open task a with owner supporter, due 2026-01-19',
      'a (owner Max, role supporter, due 2026-01-20T17:00)',
      { task: { name: 'a' } },
      '‘Regel de zaal’ is open, van supporter, klaar op maandag 19 januari',
      '‘Regel de zaal’ is open, van Max, klaar op dinsdag 20 januari',
    ],
    [
      'expect task',
      'at least one open task a with owner supporter',
      'no such task; open: b',
      { task: { name: 'a' } },
      '‘Regel de zaal’ is open, van supporter',
      'Open: ‘Regel de koffie’',
    ],
    [
      'complete a',
      'the step to be accepted',
      'NOT_FOUND: a is not open',
      {},
      'Dat deze stap kan',
      'Dat kan niet: ‘Regel de zaal’ is not open',
    ],
  ])('%s: %s', (step, expected, got, about, wanted, came) => {
    expect(words({ line: 1, step, expected, got }, { expect: [about] })).toEqual({
      expected: wanted,
      got: came,
    });
  });
});

describe('a story that was found', () => {
  it('is gone through step by step, and back', () => {
    const session = new PlaySession(definition, '2026-01-12', 'nl', {}, opened());
    const told: unknown[] = [];
    while (session.nextOfStory !== undefined) {
      told.push(session.nextOfStory);
      expect(session.goOn()).toBeUndefined();
    }

    expect(told).toEqual(session.steps);
    expect(session.tasks()).toEqual([]);
    expect(session.ended).toBeUndefined();
    session.back();
    expect(session.nextOfStory).toBe(told.at(-1));
    expect(session.tasks()).toHaveLength(1);
  });

  it('ends where somebody goes another way', () => {
    const session = new PlaySession(definition, '2026-01-12', 'nl', {}, opened());
    session.goOn();
    const [task] = session.tasks();
    if (task) session.complete(task, { by: task.person, outcome: 'no' }, 'done');

    expect(session.nextOfStory).toBeUndefined();
  });
});

describe('automatic work', () => {
  it('waits for a choice only where it makes a difference', () => {
    const drawing = draw(
      [
        start(),
        job('plain'),
        job('risky'),
        boundary('bad', { attachedTo: 'risky', triggers: { error: 'sold-out' } }),
        end(),
        end('not'),
      ],
      'start > plain > risky > end; bad > not',
    );
    const session = new PlaySession(drawing, '2026-01-12', 'nl', {});
    session.start('start', 'coordinator', {}, 'begin');

    const [work, ...others] = session.work();
    expect([work?.element, others]).toEqual(['risky', []]);
    const wrong = work?.answers.find(({ error }) => error === 'sold-out');
    expect(wrong && session.answer(wrong, 'wrong')).toBeUndefined();
    expect(session.frames()[0]?.walked).toContain('not');
    expect(session.written('Mis').steps).toMatchObject([
      {},
      { job: { element: 'risky', error: 'sold-out' } },
    ]);
  });
});
