// Every role an element or a ladder names must be known, or nobody is asked.
import { closestWord } from '../../closest-word.ts';
import { standardRoles } from '../../standard-roles.ts';
import { type Model, named, rolesOf } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const unknownRole: Rule = {
  id: 'unknown-role',
  severity: 'error',
  *find(model) {
    const known = new Set([...model.definition.roles.map(({ id }) => id), ...Object.keys(standardRoles)]);
    for (const { element, role } of rolesNamed(model)) {
      if (known.has(role)) continue;
      const meant = closestWord(role, known);
      const at = model.elements.get(element);
      const { nl, en } = at ? named(at) : { nl: 'Een ladder', en: 'A ladder' };
      yield mistake(
        element,
        `${nl} noemt de rol ‘${role}’, maar die is er niet. ${meant ? `Bedoel je ‘${meant}’?` : 'Voeg de rol toe.'}`,
        `${en} names the role ‘${role}’, but there is none. ${meant ? `Did you mean ‘${meant}’?` : 'Add the role.'}`,
      );
    }
  },
};

function* rolesNamed({ definition }: Model): Generator<{ element: string; role: string }> {
  for (const element of definition.elements) {
    const more =
      element.type === 'sendTask'
        ? element.to
        : element.type === 'startEvent'
          ? (element.by ?? [])
          : element.type === 'intermediateCatchEvent'
            ? (element.roles ?? [])
            : element.type === 'intermediateThrowEvent'
              ? [element.throws?.raise?.to ?? []].flat()
              : element.type === 'callActivity'
                ? [element.whenMissing ?? []].flat()
                : element.type === 'userTask'
                  ? (element.outcomes ?? []).flatMap(({ by }) => by ?? [])
                  : [];
    for (const role of new Set([...rolesOf(element), ...more])) yield { element: element.id, role };
  }
  for (const { rungs } of definition.ladders)
    for (const act of rungs.flatMap(({ acts }) => acts)) {
      const roles =
        act.act === 'task' ? [act.role] : act.act === 'notify' ? [act.to, ...(act.cc ?? [])] : [act.to];
      for (const role of new Set(roles)) if (role !== 'other') yield { element: 'definition', role };
    }
}
