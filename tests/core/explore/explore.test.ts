// Exploring finds every seeded mistake, and each finding comes with a story that the production engine plays to just that.
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../core/check/index.ts';
import { explore, isPlayed } from '../../../core/explore/index.ts';
import { corpus, sound } from './corpus.ts';
import { playStory } from './told.ts';

describe('a seeded mistake', () => {
  it('is there at least forty times', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(40);
  });

  it.each(corpus)('$rule: $mistake', ({ drawing, rule, element }) => {
    const { findings, complete } = explore(modelOf(drawing));

    expect(complete).toBe(true);
    const found = findings.find((one) => one.rule === rule && one.element === element);
    expect(found, JSON.stringify(findings, null, 1)).toBeDefined();
    expect(found && isPlayed(found), 'it is certain').toBe(true);
    if (found) expect(playStory(drawing, found).failures).toEqual([]);
  });
});

describe('a sound model', () => {
  it.each(sound)('$name: nothing is found', ({ drawing }) => {
    expect(explore(modelOf(drawing)).findings).toEqual([]);
  });
});
