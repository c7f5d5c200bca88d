/** A drawing in lanes as its picture takes it: every part open, for on paper nothing opens. */
import type { Definition, Language } from '../../contract/index.ts';
import type { PictureLane } from '../../core/picture/lanes.ts';
import { roleName, sideOf } from '../../core/prose/say.ts';
import { AUTOMATIC } from './lane-of.ts';
import { lanesTexts } from './lanes-texts.ts';
import { inLanes } from './lanes-view.ts';

export function lanesForPicture(
  definition: Definition,
  language: Language,
): { definition: Definition; lanes: PictureLane[] } {
  const view = inLanes(definition);
  return {
    definition: view.definition,
    lanes: view.lanes.map(({ role, y, height }) =>
      role === AUTOMATIC
        ? { name: lanesTexts[language].automatic, y, height }
        : { name: roleName(definition, role, language), side: sideOf(definition, role), y, height },
    ),
  };
}
