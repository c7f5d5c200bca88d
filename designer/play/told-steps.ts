/** Each step of a story as one line: when time passes before it, that is said too. */
import type { Definition, Language } from '../../contract/index.ts';
import type { StoryItem } from '../../core/trying/index.ts';
import { storySteps } from '../processes/story-steps.ts';

export function toldSteps(
  items: readonly StoryItem[],
  [definition, ...called]: readonly [Definition, ...Definition[]],
  language: Language,
): string[] {
  const first = { at: items[0]?.at ?? null };
  let clock = items[0]?.at;
  return items.map((item) => {
    const { at, expect: _, ...step } = item;
    const passes = at !== undefined && at !== clock;
    clock = at ?? clock;
    const hasStep = Object.keys(step).length > 0;
    const told = { ...(passes || !hasStep ? { at } : {}), ...step };
    // The first line is only there to say which year it is.
    const lines = storySteps([{ ...first, start: {} }, told], definition, language, called).slice(1);
    return lines.join('. ');
  });
}
