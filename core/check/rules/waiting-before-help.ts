// Initiators wait for us at most three times before the first help (domain: burden on initiators).
import type { Element } from '../../../contract/index.ts';
import { isHelp } from '../first-help.ts';
import { nextInStory } from '../graph.ts';
import { isTheirTurn, type Model, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

/** Most steps of others that an initiator waits for before the first help. */
export const MOST_WAITS = 3;

export const waitingBeforeHelp: Rule = {
  id: 'waiting-before-help',
  severity: 'warning',
  *find(model) {
    const starts = model.children('').filter(({ type }) => type === 'startEvent');
    const startsHelp = [...model.elements.values()].some(
      (element) => element.type === 'userTask' && element.firstContact,
    );
    if (!startsHelp) return;
    for (const start of starts) {
      const waits = longestWait(model, start.id);
      const [first] = waits.slice(MOST_WAITS);
      if (!first) continue;
      const { nl, en } = named(first);
      yield mistake(
        first.id,
        `${nl} is al de ${MOST_WAITS + 1}e stap waarop de initiatiefnemer wacht zonder hulp. Help eerder, of sla een stap over.`,
        `${en} is already step ${MOST_WAITS + 1} for which the initiator waits without help. Help earlier, or leave out a step.`,
      );
    }
  },
};

/** The longest row of waits from a start to the first help, going round nowhere. */
function longestWait(model: Model, start: string): Element[] {
  const known = new Map<string, Element[]>();
  const open = new Set<string>();
  const from = (id: string): Element[] => {
    const before = known.get(id);
    if (before) return before;
    const element = model.elements.get(id);
    if (!element || open.has(id) || isHelp(element)) return [];
    open.add(id);
    const rows = nextInStory(model, id).map(from);
    open.delete(id);
    const longest = rows.reduce<Element[]>((most, row) => (row.length > most.length ? row : most), []);
    const row = isWait(model, element) ? [element, ...longest] : longest;
    known.set(id, row);
    return row;
  };
  return from(start);
}

function isWait(model: Model, element: Element): boolean {
  if (element.type === 'intermediateCatchEvent')
    return element.rest !== true && element.triggers.link === undefined;
  if (element.type === 'receiveTask') return true;
  return element.type === 'userTask' && !isTheirTurn(model, element);
}
