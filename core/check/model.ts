// A definition as rules look at it: by id and by scope, and without falling over what is broken in it.
import type { Definition, Element, ElementOf, Flow, Form, Ladder, Side, Text } from '../../contract/index.ts';
import type { Bilingual } from '../calendar/index.ts';
import { standardLadders } from '../chasing/standard-ladders.ts';
import { standardRoles } from '../standard-roles.ts';
import { grouped } from './grouped.ts';

/** What is known outside the definition. */
export interface Known {
  /** Ids of the processes that are published. Left out: not known, so nothing is said about calls. */
  processes?: string[];
}

export interface Model {
  definition: Definition;
  known: Known;
  /** The first element of each id; one that is inside itself counts as outermost. */
  elements: ReadonlyMap<string, Element>;
  /** Flows whose ends both exist, by the element they leave or enter. */
  outgoing(id: string): Flow[];
  incoming(id: string): Flow[];
  /** Elements of a scope: '' is the process itself. */
  children(scope: string): Element[];
  /** '' and every sub-process. */
  scopes: string[];
  boundaries(id: string): ElementOf<'boundaryEvent'>[];
  forms: ReadonlyMap<string, Form>;
  ladders: ReadonlyMap<string, Ladder>;
  sideOf(role: string): Side;
}

export function modelOf(definition: Definition, known: Known = {}): Model {
  const elements = new Map<string, Element>();
  const parents = parentsOf(definition);
  for (const element of definition.elements) {
    if (elements.has(element.id)) continue;
    const { parent: _circular, ...outermost } = element;
    elements.set(element.id, isInItself(element.id, parents) ? (outermost as Element) : element);
  }
  const flows = definition.flows.filter(({ from, to }) => elements.has(from) && elements.has(to));
  const outgoing = grouped(flows, ({ from }) => from);
  const incoming = grouped(flows, ({ to }) => to);
  const children = grouped(elements.values(), ({ parent }) => parent ?? '');
  const attached = grouped(
    [...elements.values()].filter((one) => one.type === 'boundaryEvent'),
    ({ attachedTo }) => attachedTo,
  );
  const sides = new Map(definition.roles.map(({ id, side }) => [id, side]));
  return {
    definition,
    known,
    elements,
    outgoing: (id) => outgoing.get(id) ?? [],
    incoming: (id) => incoming.get(id) ?? [],
    children: (scope) => children.get(scope) ?? [],
    scopes: ['', ...[...elements.values()].filter((one) => one.type === 'subProcess').map(({ id }) => id)],
    boundaries: (id) => attached.get(id) ?? [],
    forms: new Map(definition.forms.map((form) => [form.id, form])),
    ladders: new Map([...standardLadders, ...definition.ladders].map((ladder) => [ladder.id, ladder])),
    sideOf: (role) => sides.get(role) ?? standardRoles[role] ?? 'us',
  };
}

/** The parent of the first element of each id. */
export const parentsOf = ({ elements }: Definition): ReadonlyMap<string, string | undefined> =>
  new Map(elements.toReversed().map(({ id, parent }) => [id, parent]));

/** Whether following `parents` leads from an element round to itself. */
export function isInItself(id: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(id); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/** A text in both languages. */
export const both = (text: Text): Bilingual => (typeof text === 'string' ? { nl: text, en: text } : text);

/** How a message names an element: its name between quotes with its id, or the id alone. */
export function named({ id, name }: { id: string; name?: Text | undefined }): Bilingual {
  if (name === undefined) return { nl: `‘${id}’`, en: `‘${id}’` };
  const { nl, en } = both(name);
  return { nl: `‘${nl}’ (${id})`, en: `‘${en}’ (${id})` };
}

export type Activity = ElementOf<
  'userTask' | 'agreement' | 'sendTask' | 'serviceTask' | 'scriptTask' | 'subProcess' | 'callActivity'
>;

const activities = new Set<string>([
  'userTask',
  'agreement',
  'sendTask',
  'serviceTask',
  'scriptTask',
  'subProcess',
  'callActivity',
]);
export const isActivity = (element: Element): element is Activity => activities.has(element.type);

/** Begun only to undo something. */
export const isForCompensation = (element: Element): boolean =>
  'forCompensation' in element && element.forCompensation === true;

/** Drawn in another program: what BPMN allows there is at most something to think about here. */
export const isFromElsewhere = ({ definition }: Model): boolean =>
  definition.kept?.some(({ at }) => at === '*') ?? false;

/** What may be done in any order needs no flows. */
export const isInAnyOrder = (model: Model, { parent }: Element): boolean => {
  const around = parent === undefined ? undefined : model.elements.get(parent);
  return around?.type === 'subProcess' && around.adHoc !== undefined;
};

export const isEventSubProcess = (element: Element | undefined): boolean =>
  element?.type === 'subProcess' && element.event === true;

export const hasTrigger = ({ schedule, triggers }: ElementOf<'startEvent'>): boolean =>
  schedule !== undefined || Object.keys(triggers ?? {}).length > 0;

/** Roles that act at a task: of an agreement those who draft and those who confirm. */
export function rolesOf(element: Element): string[] {
  if (element.type === 'userTask') return element.roles;
  if (element.type === 'agreement') return [...element.roles, ...element.confirmRoles];
  return [];
}

/** Whether only people outside the organisation act there. */
export const isTheirTurn = (model: Model, element: Element): boolean =>
  element.type === 'userTask' && element.roles.some((role) => model.sideOf(role) === 'initiator');

/** Ways a task can end, with the other spellings; agreements have their own. */
export function outcomesOf(element: Element): { id: string; aliases?: string[] | undefined }[] {
  if (element.type === 'userTask') return element.outcomes ?? [];
  if (element.type === 'agreement') return [{ id: 'confirm', aliases: ['confirmed', 'agreed', 'yes'] }];
  return [];
}
