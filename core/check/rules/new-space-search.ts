// Before a new place is asked for, the places that exist are looked at first: churches, schools, halls (P64).
import type { Element } from '../../../contract/index.ts';
import { constantOf } from '../constant.ts';
import { nextInStory, reach } from '../graph.ts';
import { both, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const newSpaceSearch: Rule = {
  id: 'new-space-search',
  severity: 'warning',
  *find(model) {
    const starts = model.children('').filter(({ type }) => type === 'startEvent');
    const unsearched = reach(
      starts.map(({ id }) => id),
      (id) => nextInStory(model, id),
      (id) => !isSearch(model.elements.get(id)),
    );
    for (const id of unsearched) {
      const element = model.elements.get(id);
      if (!element || !asksForSpace(element)) continue;
      const { nl, en } = named(element);
      yield mistake(
        id,
        `${nl} vraagt een nieuwe plek zonder dat eerst is gekeken welke plekken er al zijn.`,
        `${en} asks for a new space before anybody looked which spaces there are already.`,
      );
    }
  },
};

/** Records a space, as a step of the palette block Record does (`kind` is “space”). */
function asksForSpace(element: Element): boolean {
  if (element.type !== 'serviceTask' || element.job !== 'record') return false;
  return constantOf(element.input?.kind ?? '')?.value === 'space';
}

/** The process that searches spaces, or a step that says it looks at the inventory. */
function isSearch(element: Element | undefined): boolean {
  if (!element) return false;
  if (element.type === 'callActivity' && element.process === 'T9') return true;
  const said = [
    ...(element.name === undefined ? [] : Object.values(both(element.name))),
    ...(element.type === 'serviceTask' ? [element.job] : []),
    ...(element.type === 'businessRuleTask' ? [element.decision] : []),
  ];
  return said.some((words) => /inventory|inventaris|existing spaces|bestaande plek/i.test(words));
}
