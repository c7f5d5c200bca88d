// Trying to break a process finds most seeded mistakes, nothing where there is none, and tells each as a small story that ends just so.
import { describe, expect, it } from 'vitest';
import { Definition } from '../../../contract/index.ts';
import { stretch } from '../../../core/explore/index.ts';
import { toTheEnd } from '../../../core/explore/search.ts';
import {
  type BreakOptions,
  type Broken,
  breaking,
  Playing,
  stageToPlay,
} from '../../../core/trying/index.ts';
import { templateFiles } from '../../../templates/index.ts';
import { decide, draw, end, job, outcomes, split, start, task } from '../check/drawing.ts';
import { corpus, sound } from '../explore/corpus.ts';

const broken = (drawing: Definition, options?: BreakOptions): Broken[] =>
  toTheEnd(breaking(drawing, options)).broken;

const template = (name: string): Definition =>
  Definition.parse(templateFiles().find((one) => (one as { id: string }).id === name));

/** Two may wait for each other; much happens before that has nothing to do with it. */
const stuckAtTheEnd = draw(
  [
    start(),
    task('a'),
    task('b'),
    task('q', { outcomes: outcomes('yes', 'no') }),
    task('c'),
    task('d'),
    split('j'),
    end(),
  ],
  'start > a > b > q; q > c [yes]; q > d [no]; c > j; d > j > end',
);

describe('trying to break a drawing with one seeded mistake', () => {
  it('finds more than four of five, at the element where it shows', () => {
    const missed = corpus.filter(
      ({ drawing, element }) =>
        !broken(drawing, { stories: 40 }).some(({ trouble }) => trouble.element === element),
    );

    expect(missed.length, missed.map(({ rule, mistake }) => `${rule}: ${mistake}`).join('\n')).toBeLessThan(
      corpus.length / 5,
    );
  }, 120_000);

  it('finds work that is done at once and leads to itself, and can be stepped back from', () => {
    const circle = draw(
      [start(), task('a', { outcomes: outcomes('round', 'on') }), job('j'), decide('g'), end()],
      'start > a; a > j [round]; a > end [on]; j > g; g > j {true}; g > end *',
    );
    const [found] = broken(circle, { stories: 6 });
    expect(found?.trouble).toEqual({ kind: 'incident', element: 'j', code: 'ENDLESS_LOOP' });

    const playing = new Playing(stageToPlay({ definition: circle, at: '2026-01-12T09:00:00.000Z' }));
    for (const item of found?.story ?? []) expect(playing.play(item)).toBeUndefined();
    expect(Object.values(playing.state?.incidents ?? {})).toHaveLength(1);
    playing.back();
    expect(playing.state?.incidents).toEqual({});
  });

  it('tells the smallest story: nothing can be left out of it', () => {
    const [found] = broken(stuckAtTheEnd);

    expect(found?.trouble).toEqual({ kind: 'standstill', element: 'j' });
    expect(found?.story.map((item) => Object.keys(item).find((key) => key !== 'at'))).toEqual([
      'start',
      'complete',
      'complete',
      'complete',
      'complete',
    ]);
  });

  it('tells a story that everybody can play to the same end', () => {
    for (const { drawing } of corpus.slice(0, 12))
      for (const { trouble, story } of broken(drawing, { stories: 20 })) {
        const playing = new Playing(stageToPlay({ definition: drawing, at: '2026-01-12T09:00:00.000Z' }));
        const refused = story.flatMap((item) => playing.play(item) ?? []);

        expect(refused).toEqual([]);
        if (trouble.kind === 'incident')
          expect(Object.values(playing.state?.incidents ?? {})).toMatchObject([{ code: trouble.code }]);
        else expect(playing.state?.status).toBe('running');
      }
  }, 60_000);

  it('finds the same for the same seed, whether in one go or bit by bit', () => {
    const { drawing } = corpus[1] as (typeof corpus)[0];
    const work = breaking(drawing, { seed: 7, stories: 10 });
    let done = stretch(work, () => true);
    while (!done) done = stretch(work, () => true);

    expect(done.value.broken).toEqual(broken(drawing, { seed: 7, stories: 10 }));
  });

  it('has stories enough that another seed finds it too', () => {
    for (const seed of [1, 1_000, 50_000])
      expect(broken(stuckAtTheEnd, { seed }).map(({ trouble }) => trouble.element)).toEqual(['j']);
  });
});

describe('trying to break a process that calls another', () => {
  /** Its ids are those of the process that calls it. */
  const inner = (drawing: Definition): Definition => ({ ...drawing, id: 'inner' });
  const outer = draw(
    [start(), task('a'), { id: 'call', type: 'callActivity', process: 'inner', binding: 'latest' }, end()],
    'start > a > call > end',
  );

  it('lets it play along, and says in which of them it goes wrong', () => {
    const stuck = inner(
      draw([start(), task('a'), split('s'), task('b'), end()], 'start > a > s; s > b {1 = 2}; b > end'),
    );
    const called = [stuck];
    const found = broken(outer, { stories: 6, called });

    expect(found.map(({ trouble }) => trouble)).toMatchObject([{ element: 's', process: 'inner' }]);
    const playing = new Playing(stageToPlay({ definition: outer, at: '2026-01-12T09:00:00.000Z', called }));
    for (const item of found[0]?.story ?? []) expect(playing.play(item)).toBeUndefined();
    expect(Object.values(playing.state?.incidents ?? {})).toMatchObject([{ element: 's', d: 1 }]);
  });

  it('finds nothing where there is nothing, though both have the same ids', () => {
    const fine = inner(
      draw(
        [
          start(),
          task('a', { outcomes: outcomes('yes', 'no') }),
          task('b', { needs: [{ element: 'a' }] }),
          end(),
        ],
        'start > a; a > b [yes]; a > end [no]; b > end',
      ),
    );

    expect(broken(outer, { stories: 30, called: [fine] })).toEqual([]);
  });

  it('chooses how the automatic work of that process goes', () => {
    const works = inner(
      draw(
        [
          start(),
          job('j'),
          { id: 'wrong', type: 'boundaryEvent', attachedTo: 'j', triggers: { error: 'full' } },
          task('never'),
          split('s'),
          task('b'),
          end(),
        ],
        'start > j > end; wrong > s; s > b {1 = 2}; b > never > end',
      ),
    );

    expect(broken(outer, { stories: 20, called: [works] }).map(({ trouble }) => trouble)).toMatchObject([
      { element: 's', process: 'inner' },
    ]);
  });

  it('goes on without one that is not at hand', () => {
    expect(broken(outer, { stories: 10 })).toEqual([]);
  });
});

describe('trying to break what is sound', () => {
  it.each(sound)('$name: finds nothing', ({ drawing }) => {
    expect(broken(drawing)).toEqual([]);
  });

  it.each(['T1', 'T2', 'T7', 'T12'])(
    'template %s: finds nothing',
    (name) => {
      expect(broken(template(name), { stories: 20 })).toEqual([]);
    },
    60_000,
  );
});
