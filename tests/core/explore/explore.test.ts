// Exploring finds every seeded mistake, and each finding comes with a story that the production engine plays to just that.
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import { modelOf } from '../../../core/check/index.ts';
import { EXPLORED_RULES, explore, isPlayed } from '../../../core/explore/index.ts';
import { decide, draw, end, field, form, outcomes, script, split, start, task } from '../check/drawing.ts';
import { corpus, sound } from './corpus.ts';
import { playStory } from './told.ts';

const exploring = (drawing: Definition, maxStates?: number) =>
  explore(modelOf(drawing), maxStates === undefined ? {} : { maxStates });

describe('a seeded mistake', () => {
  it('is there at least forty times', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(40);
  });

  it.each(corpus)('$rule: $mistake', ({ drawing, rule, element }) => {
    const { findings, complete } = exploring(drawing);

    expect(complete).toBe(true);
    const found = findings.find((one) => one.rule === rule && one.element === element);
    expect(found, JSON.stringify(findings, null, 1)).toBeDefined();
    expect(found && isPlayed(found), 'it is certain').toBe(true);
    if (found) expect(playStory(drawing, found).failures).toEqual([]);
  });
});

describe('a sound model', () => {
  it.each(sound)('$name: nothing is found', ({ drawing }) => {
    expect(exploring(drawing).findings).toEqual([]);
  });
});

describe('what exploring says', () => {
  it('is an error when it was played, and a warning that begins with “perhaps” when it could not be', () => {
    const asking = { forms: [form('f', field('x', { type: 'number', required: true }))] };
    const played = draw(
      [start(), task('q', { form: 'f' }), decide('g'), task('a'), end()],
      'start > q > g; g > a {x = 48}; g > end {x < 48}; a > end',
      asking,
    );
    // What is worked out of the answer is asked about: which answer makes it so, nobody can tell beforehand.
    const workedOut = draw(
      [
        start(),
        task('q', { form: 'f' }),
        script('s', { set: [{ variable: 'y', value: 'x * 7 - 1' }] }),
        decide('g'),
        task('a'),
        end(),
      ],
      'start > q > s > g; g > a {y = 48}; g > end {y < 48}; a > end',
      asking,
    );

    expect(exploring(played).findings).toMatchObject([{ rule: 'no-way-on', severity: 'error' }]);
    expect(exploring(workedOut).findings).toMatchObject([
      { rule: 'no-way-on', severity: 'warning', message: { en: expect.stringMatching(/^Perhaps: /) } },
    ]);
    expect(exploring(workedOut).findings.some(isPlayed)).toBe(false);
  });

  it('names what never happens, and only where everything was looked at', () => {
    const drawing = draw(
      [
        start(),
        task('q', { outcomes: outcomes('yes', 'no') }),
        decide('g'),
        task('never'),
        task('after'),
        end(),
      ],
      'start > q; q > g [yes]; q > end [no]; g > never {q_outcome = "no"}; g > end *; never > after > end',
    );

    expect(exploring(drawing).findings.map(({ rule, element }) => `${rule} ${element}`)).toEqual([
      'dead-element never',
    ]);
    expect(exploring(drawing, 1).findings.map(({ rule }) => rule)).toEqual(['too-large-to-explore']);
  });

  it('sees that no end is reached any more', () => {
    const drawing = draw(
      [start(), task('q', { outcomes: outcomes('go', 'end') }), task('a'), decide('g'), end()],
      'start > q; q > end [end]; q > a [go]; a > g; g > a {q_outcome = "go"}; g > end *',
    );

    const [finding] = exploring(drawing).findings;
    expect(finding).toMatchObject({ rule: 'never-ends', severity: 'warning' });
    if (finding) expect(playStory(drawing, finding).failures).toEqual([]);
  });

  it('sees that a circle is gone round without a wait, and a counted one is not', () => {
    const circle = draw(
      [start(), task('q', { outcomes: outcomes('round', 'on') }), script('a'), decide('g'), end()],
      'start > q > a > g; g > a {q_outcome = "round"}; g > end *',
    );
    const ofNone = draw(
      [start(), task('q', { outcomes: outcomes('round', 'on') }), script('a', { many: { count: 0 } }), end()],
      'start > q; q > a [round]; q > end [on]; a > a',
    );
    const counted = draw(
      [start(), script('a'), decide('l', { loop: { counter: 'n', max: 20 } }), end()],
      'start > a > l; l > a {true}; l > end *',
    );

    expect(exploring(circle).findings.map(({ rule }) => rule)).toEqual(['endless-loop']);
    expect(exploring(ofNone).findings).toMatchObject([{ rule: 'endless-loop', element: 'a' }]);
    expect(exploring(counted).findings).toEqual([]);
  });

  it('says with numbers that there was more than it looked at', () => {
    const wide = draw(
      [
        start(),
        split('s'),
        ...'abcdef'.split('').map((id) => task(id, { outcomes: outcomes('y', 'n') })),
        split('j'),
        end(),
      ],
      `start > s; j > end; ${'abcdef'
        .split('')
        .map((id) => `s > ${id}; ${id} > j [y]; ${id} > ${id} [n]`)
        .join('; ')}`,
    );

    expect(exploring(wide, 10)).toMatchObject({ complete: false, states: 10 });
    expect(exploring(wide, 10).findings).toMatchObject([
      {
        rule: 'too-large-to-explore',
        severity: 'hint',
        message: { en: expect.stringContaining('10 states') },
      },
    ]);
  });

  it('stops after as many steps as it may take, and then says that there may be more', () => {
    const round = draw(
      [start(), task('q', { outcomes: outcomes('a', 'b') }), task('r'), end()],
      'start > q; q > r [a]; q > end [b]; r > end',
    );
    const all = explore(modelOf(round));

    expect(all).toMatchObject({ complete: true, findings: [] });
    expect(explore(modelOf(round), { maxSteps: all.steps })).toEqual(all);
    const fewer = explore(modelOf(round), { maxSteps: 1 });
    expect(fewer.complete).toBe(false);
    expect(fewer.findings.map(({ rule }) => rule)).toEqual(['too-large-to-explore']);
  });

  test.each(EXPLORED_RULES)('%s has a page with what, why, wrong and right', (rule) => {
    const page = readFileSync(new URL(`../../../docs/rules/${rule}.md`, import.meta.url), 'utf8');

    for (const part of [`# ${rule}`, 'speelruimte explore', '## Why', '## Wrong', '## Right'])
      expect(page).toContain(part);
  });
});
