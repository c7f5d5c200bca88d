// A story that exploring tells is read by whoever draws: in their words, in their language, with names and outcomes as drawn.
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../core/check/index.ts';
import { explore } from '../../../core/explore/index.ts';
import { storySteps } from '../../../designer/processes/story-steps.ts';
import { decide, draw, end, field, form, start, task, wait } from '../../core/check/drawing.ts';
import { corpus } from '../../core/explore/corpus.ts';

const dead = draw(
  [
    start(),
    task('q', { name: { nl: 'Vraag het', en: 'Ask it' }, form: 'f' }),
    wait('w', {
      name: { nl: 'Een week later', en: 'A week later' },
      triggers: { timer: { term: { amount: 7, unit: 'days' } } },
    }),
    decide('g'),
    task('a'),
    end(),
  ],
  'start > q > w > g; g > a {x = 48}; g > end {x < 48}; a > end',
  { forms: [form('f', field('x', { type: 'number', required: true }))] },
);

const steps = (language: 'nl' | 'en') => {
  const [finding] = explore(modelOf(dead)).findings;
  return storySteps(finding?.story ?? [], dead, language);
};

describe('the steps of a story', () => {
  it('say what was begun, answered and waited for', () => {
    expect(steps('nl')).toEqual([
      'Het begint',
      expect.stringMatching(/^‘Vraag het’ is klaar \(Vraag x: \d+\)$/),
      expect.stringMatching(/^De tijd gaat door tot \w+dag \d+ januari om/),
    ]);
    expect(steps('en')).toEqual([
      'It begins',
      expect.stringMatching(/^‘Ask it’ is done \(Question x: \d+\)$/),
      expect.stringMatching(/^Time passes until \w+day \d+ January at/),
    ]);
  });

  it('are words for every kind of step that stories of seeded mistakes have', () => {
    for (const { drawing } of corpus)
      for (const { story = [] } of explore(modelOf(drawing)).findings)
        for (const step of storySteps(story, drawing, 'nl')) expect(step).toMatch(/^(?:‘|[A-Z]\w* \w)/);
  });
});
