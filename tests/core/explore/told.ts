// Plays the story of a finding as any scenario file is played: written as YAML, read, told to the production engine.
import { stringify } from 'yaml';
import { playInCore } from '../../../cli/hosts/core.ts';
import type { Definition, Finding } from '../../../contract/index.ts';
import { modelOf } from '../../../core/check/index.ts';
import { castFor } from '../../../core/explore/index.ts';
import type { Played } from '../../../core/scenario/index.ts';
import { stageFor } from '../scenario/support.ts';

export function playStory(definition: Definition, { story = [] }: Finding): Played {
  const text = stringify({
    scenario: 'What was found',
    process: definition.id,
    people: castFor(modelOf(definition)),
    steps: story,
  });
  return playInCore(stageFor(text, { [definition.id]: definition }));
}
