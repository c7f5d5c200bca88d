/** Gives a step to another role: who did it hands it over, the others who take part stay. */
import type { Definition, Element } from '../../../contract/index.ts';
import { accountableRole } from '../../../core/chasing/accountable-role.ts';
import { sideOf, titleOf } from '../../../core/prose/say.ts';
import { type Allowed, type Drawing, elementOf, no, withElement, yes } from '../drawing.ts';
import { isEvent, isGateway } from '../geometry.ts';

/** Whether a role may do an element. Without a role: whether anybody in particular may. */
export function mayGive(element: Element, role: string | undefined): Allowed {
  const title = { nl: titleOf(element, 'nl'), en: titleOf(element, 'en') };
  if (element.type === 'sendTask')
    return no(
      `‘${title.nl}’ gaat vanzelf. Wie het krijgt, kies je bij de eigenschappen.`,
      `‘${title.en}’ goes by itself. Who gets it, you choose in the properties.`,
    );
  if (isEvent(element) || isGateway(element))
    return no(
      `‘${title.nl}’ hoort bij de stap ervoor of erna, en gaat met die stap mee.`,
      `‘${title.en}’ belongs to the step before or after it, and goes along with that step.`,
    );
  if (element.type === 'subProcess')
    return no(
      `‘${title.nl}’ ligt bij wie er het meeste in doet. Geef de stappen erin aan iemand anders.`,
      `‘${title.en}’ lies with who does most in it. Give the steps in it to somebody else.`,
    );
  if (element.type !== 'userTask' && element.type !== 'agreement')
    return no(
      `‘${title.nl}’ gaat vanzelf: niemand doet het.`,
      `‘${title.en}’ goes by itself: nobody does it.`,
    );
  if (role === undefined)
    return no(
      `‘${title.nl}’ is werk van mensen: het gaat niet vanzelf.`,
      `‘${title.en}’ is work of people: it does not go by itself.`,
    );
  return yes;
}

/** Who does it now, where somebody does. */
export const doneBy = (definition: Definition, element: Element): string | undefined =>
  element.type === 'userTask'
    ? accountableRole(element.roles, element.ladder, (role) => sideOf(definition, role))
    : element.type === 'agreement'
      ? element.roles[0]
      : undefined;

export function give(
  { definition, selection }: Drawing,
  { element: id, role }: { element: string; role: string },
): Drawing {
  const element = elementOf(definition, id);
  if (!element || !mayGive(element, role).ok) return { definition, selection };
  const old = doneBy(definition, element);
  if (old === undefined || old === role) return { definition, selection };
  return { definition: withElement(definition, id, (one) => given(definition, one, old, role)), selection };
}

function given(definition: Definition, element: Element, old: string, role: string): Element {
  if (element.type !== 'userTask' && element.type !== 'agreement') return element;
  const all = [role, ...element.roles.filter((one) => one !== old && one !== role)];
  const next = { ...element, roles: all };
  if (next.type === 'agreement') return next;
  // Another who would answer for it in the place of who was meant, does not stay.
  const roles = doneBy(definition, next) === role ? all : [role];
  return {
    ...next,
    roles,
    ...(next.outcomes ? { outcomes: next.outcomes.map((one) => pressedBy(one, old, role)) } : {}),
  };
}

/** Buttons that were for the one are for the other. */
function pressedBy<O extends { by?: string[] | undefined }>(outcome: O, old: string, role: string): O {
  return outcome.by?.includes(old)
    ? { ...outcome, by: [...new Set(outcome.by.map((one) => (one === old ? role : one)))] }
    : outcome;
}
