// Every path reaches an END: going round for ever is not one (domain: "every path reaches END").
import { nextOf, reach, reachable } from '../graph.ts';
import { grouped } from '../grouped.ts';
import { adHocOf, isEventSubProcess, type Model, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const pathWithoutEnd: Rule = {
  id: 'path-without-end',
  severity: 'error',
  *find(model) {
    const reached = reachable(model);
    for (const scope of model.scopes) {
      if (canBeLeftFromOutside(model, scope) || adHocOf(model.elements.get(scope))) continue;
      const members = model.children(scope).filter((one) => reached.has(one.id) && !isEventSubProcess(one));
      const stops = members.filter(({ id, type }) => type === 'endEvent' || nextOf(model, id).length === 0);
      const back = grouped(
        members.flatMap(({ id }) => nextOf(model, id).map((to) => ({ from: id, to }))),
        ({ to }) => to,
      );
      const ends = reach(
        stops.map(({ id }) => id),
        (id) => (back.get(id) ?? []).map(({ from }) => from),
      );
      const first = members.find(({ id }) => !ends.has(id));
      if (!first) continue;
      const { nl, en } = named(first);
      yield mistake(
        first.id,
        `Vanaf ${nl} komt het proces nooit meer bij een einde.`,
        `From ${en} on, the process never comes to an end.`,
      );
    }
  },
};

/** A boundary event or an event sub-process may end what goes round inside. */
function canBeLeftFromOutside(model: Model, scope: string): boolean {
  if (model.children(scope).some(isEventSubProcess)) return true;
  return scope !== '' && model.boundaries(scope).some(({ interrupting }) => interrupting);
}
