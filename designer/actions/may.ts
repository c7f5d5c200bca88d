/** What may be connected, attached, put inside and removed: asked by every action, by the mouse and by the keyboard alike. */
import type { Definition, Element, Flow } from '../../contract/index.ts';
import { type Allowed, elementOf, no, outgoing, withContents, yes } from './drawing.ts';

const isEventPart = (element: Element): boolean => element.type === 'subProcess' && element.event === true;

/** Whether something may go on from an element at all. */
export function mayLeave(element: Element): Allowed {
  if (element.type === 'endEvent') return no('Na een einde komt niets meer.', 'Nothing comes after an end.');
  if (isEventPart(element))
    return no(
      'Dit deel begint vanzelf en staat los van de pijlen.',
      'This part starts by itself and stands apart from the arrows.',
    );
  return yes;
}

/** Whether something may lead to an element at all. */
export function mayEnter(element: Element): Allowed {
  if (element.type === 'startEvent')
    return no('Een begin heeft niets ervoor.', 'Nothing comes before a start.');
  if (element.type === 'boundaryEvent')
    return no('Wat op een rand zit, begint vanzelf.', 'What sits on a border starts by itself.');
  if (isEventPart(element))
    return no(
      'Dit deel begint vanzelf en staat los van de pijlen.',
      'This part starts by itself and stands apart from the arrows.',
    );
  return yes;
}

/** Outcomes of a task that lead nowhere yet. */
export function openOutcomes(definition: Definition, element: Element): string[] {
  if (element.type !== 'userTask') return [];
  const used = new Set(outgoing(definition, element.id).map(({ outcome }) => outcome));
  return (element.outcomes ?? []).map(({ id }) => id).filter((id) => !used.has(id));
}

/** Whether a flow may run between two elements. `except`: a flow that is being moved there. */
export function mayConnect(
  definition: Definition,
  from: string,
  to: string,
  outcome?: string,
  except?: string,
): Allowed {
  const source = elementOf(definition, from);
  const target = elementOf(definition, to);
  if (!source || !target) return no('Dit bestaat niet meer.', 'This does not exist any more.');
  if (from === to) return no('Een pijl gaat naar iets anders.', 'An arrow leads to something else.');
  const leave = mayLeave(source);
  if (!leave.ok) return leave;
  const enter = mayEnter(target);
  if (!enter.ok) return enter;
  if (source.parent !== target.parent)
    return no(
      'Een pijl gaat niet over de rand van een deel heen.',
      'An arrow does not cross the border of a part.',
    );
  if (source.type === 'boundaryEvent' && source.attachedTo === to)
    return no('Hij zit al op deze rand.', 'It sits on this border already.');
  if (source.type === 'eventBasedGateway' && target.type !== 'intermediateCatchEvent')
    return no('Hierna komt altijd een wacht.', 'Only a wait comes after this.');
  const twin = definition.flows.some(
    (flow) => flow.from === from && flow.to === to && flow.outcome === outcome && flow.id !== except,
  );
  if (twin) return no('Deze pijl is er al.', 'This arrow is there already.');
  return yes;
}

const HOSTS = new Set([
  'userTask',
  'agreement',
  'sendTask',
  'serviceTask',
  'scriptTask',
  'subProcess',
  'callActivity',
]);

/** Whether an event may sit on the border of an element. */
export function mayAttach(host: Element | undefined): Allowed {
  return host && HOSTS.has(host.type) && !isEventPart(host)
    ? yes
    : no('Dit kan op de rand van werk of van een deel.', 'This goes on the border of work or of a part.');
}

/** Whether elements may stand inside a part (undefined: the process itself). */
export function mayContain(
  definition: Definition,
  parent: string | undefined,
  ids: readonly string[],
): Allowed {
  if (parent === undefined) return yes;
  if (elementOf(definition, parent)?.type !== 'subProcess')
    return no('Alleen een deel kan iets bevatten.', 'Only a part can contain something.');
  if (withContents(definition, ids).has(parent))
    return no('Iets past niet in zichzelf.', 'Nothing fits inside itself.');
  return yes;
}

/** Whether elements may go: a process keeps at least one. */
export function mayRemove(definition: Definition, ids: readonly string[]): Allowed {
  return definition.elements.length > withContents(definition, ids).size
    ? yes
    : no('Er blijft altijd iets staan.', 'Something always remains.');
}

/** Whether something may be put between the two ends of a flow. */
export function mayInsert(definition: Definition, flow: Flow | undefined, element: Element): Allowed {
  if (!flow || !elementOf(definition, flow.from) || !elementOf(definition, flow.to))
    return no('Deze pijl bestaat niet meer.', 'This arrow does not exist any more.');
  if (element.type === 'endEvent') return no('Na een einde komt niets meer.', 'Nothing comes after an end.');
  if (
    elementOf(definition, flow.from)?.type === 'eventBasedGateway' &&
    element.type !== 'intermediateCatchEvent'
  )
    return no('Hierna komt altijd een wacht.', 'Only a wait comes after this.');
  return mayEnter(element);
}

/** Whether an element may change places with what follows it: both stand in one row, where nothing else comes or goes. */
export function mayGoLater(definition: Definition, id: string): Allowed {
  const fixed = no('Dit kan niet van plaats wisselen.', 'This cannot change places.');
  const [on, ...more] = outgoing(definition, id);
  const [one, next] = [elementOf(definition, id), elementOf(definition, on?.to)];
  if (!one || !next || !on || more.length > 0 || !isPlain(on) || id === next.id) return fixed;
  if (!mayEnter(one).ok || !mayLeave(next).ok || one.parent !== next.parent) return fixed;
  const arriving = definition.flows.filter(({ to }) => to === next.id);
  const leaving = outgoing(definition, next.id);
  if (arriving.length > 1 || leaving.length > 1 || !leaving.every(isPlain)) return fixed;
  if (leaving.some(({ to }) => to === id)) return fixed;
  // Whatever led to the first leads to the second then, and may not be allowed to.
  const without = { ...definition, flows: definition.flows.filter((flow) => flow !== on) };
  const led = definition.flows.filter(({ to }) => to === id);
  if (!led.every((flow) => mayConnect(without, flow.from, next.id, flow.outcome, flow.id).ok)) return fixed;
  return mayConnect(without, next.id, id).ok ? yes : fixed;
}

const isPlain = ({ outcome, condition, default: otherwise }: Flow): boolean =>
  outcome === undefined && condition === undefined && !otherwise;
