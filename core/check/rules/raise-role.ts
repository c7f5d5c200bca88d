// Help can only be asked of somebody: the roles to which used ladders raise are among the definition's.
import type { Element } from '../../../contract/index.ts';
import { type Model, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const raiseRole: Rule = {
  id: 'raise-role',
  severity: 'warning',
  *find(model) {
    const declared = new Set(model.definition.roles.map(({ id }) => id));
    const missing = new Map<string, Element>();
    for (const element of model.elements.values())
      for (const role of rolesAsked(model, element))
        if (!declared.has(role) && !missing.has(role)) missing.set(role, element);
    for (const [role, element] of missing) {
      const { nl, en } = named(element);
      yield mistake(
        element.id,
        `Als ${nl} te lang duurt, gaat er een vraag naar de rol ‘${role}’, maar die staat niet bij de rollen. Voeg hem toe, of de coördinator krijgt de vraag.`,
        `When ${en} takes too long, the role ‘${role}’ is asked for help, but it is not among the roles. Add it, or the coordinator is asked.`,
      );
    }
  },
};

/** The ladders an element uses, where none is given by the side that owes it (domain: standard terms and ladders). */
function laddersOf(model: Model, element: Element): string[] {
  const bySide = { initiator: 'INIT', us: 'ORG', partner: 'PARTNER', volunteer: 'INIT' };
  const usual = (roles: string[]) => {
    const sides = roles.map((role) => model.sideOf(role));
    return bySide[sides.find((side) => side === 'initiator') ?? sides[0] ?? 'us'];
  };
  if (element.type === 'userTask') return [element.ladder ?? usual(element.roles)];
  if (element.type === 'agreement')
    return [element.ladder ?? 'ORG', element.confirmLadder ?? usual(element.confirmRoles)];
  return [];
}

/** Roles that are asked for help because of an element. */
function rolesAsked(model: Model, element: Element): string[] {
  if (element.type === 'intermediateThrowEvent') return [element.throws?.raise?.to ?? []].flat();
  return laddersOf(model, element).flatMap((ladder) => raisedTo(model, ladder));
}

const raisedTo = (model: Model, ladder: string): string[] =>
  (model.ladders.get(ladder)?.rungs ?? []).flatMap(({ acts }) =>
    acts.flatMap((act) => (act.act === 'raise' ? [act.to] : [])),
  );
