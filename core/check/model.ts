// A definition as rules look at it: by id and by scope, and without falling over what is broken in it.
import type {
  Assignment,
  Definition,
  Element,
  ElementOf,
  Flow,
  Form,
  Ladder,
  Side,
  Text,
  Triggers,
} from '../../contract/index.ts';
import type { Bilingual } from '../calendar/index.ts';
import { standardLadders } from '../chasing/standard-ladders.ts';
import { standardRoles } from '../standard-roles.ts';
import { grouped } from './grouped.ts';

/** What is known outside the definition. */
export interface Known {
  /** Ids of the processes that are published. Left out: not known, so nothing is said about calls. */
  processes?: string[];
  /** Ids of the decision tables that are published with other processes. Left out: not known. */
  decisions?: string[];
  /** Other processes as they are published: what they wait for, and what they throw. Left out: not known. */
  definitions?: Definition[];
  /** What automatic work can be done, as JSON schemas of its input. Left out: not known, so nothing is said about it. */
  jobs?: readonly KnownJob[];
  /** The work of a drawing of another program is chosen when it is taken over, and nothing is put to use yet. */
  jobsFollow?: boolean;
  /** Now, to see what is past. Left out: nothing is said about it. */
  at?: string;
}

export interface KnownJob {
  type: string;
  input: { [part: string]: unknown };
}

export interface Model {
  definition: Definition;
  known: Known;
  /** The first element of each id; one that is inside itself counts as outermost. */
  elements: ReadonlyMap<string, Element>;
  /** Flows whose ends both exist, by the element they leave or enter; a link is a flow without a line. */
  outgoing(id: string): Flow[];
  incoming(id: string): Flow[];
  /** Elements of a scope: '' is the process itself. */
  children(scope: string): Element[];
  /** '' and every sub-process. */
  scopes: string[];
  boundaries(id: string): ElementOf<'boundaryEvent'>[];
  /** The activity that a compensation boundary event names, where it exists. */
  handlerOf(boundary: ElementOf<'boundaryEvent'>): Element | undefined;
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
  const flows = [
    ...definition.flows.filter(({ from, to }) => elements.has(from) && elements.has(to)),
    ...linksOf([...elements.values()]),
  ];
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
    handlerOf: ({ handler }) => (handler === undefined ? undefined : elements.get(handler)),
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

/** A throw event leads to the catch event with the same link beside it. */
function linksOf(elements: Element[]): Flow[] {
  return elements.flatMap((from): Flow[] => {
    const link = thrownLink(from);
    const to =
      link === undefined
        ? undefined
        : elements.find((one) => caughtLink(one) === link && one.parent === from.parent);
    return to ? [{ id: `${from.id}.link`, from: from.id, to: to.id }] : [];
  });
}

export const thrownLink = (element: Element): string | undefined =>
  element.type === 'intermediateThrowEvent' ? element.throws?.link : undefined;
export const caughtLink = (element: Element): string | undefined =>
  element.type === 'intermediateCatchEvent' ? element.triggers.link : undefined;

const ACTIVITIES = [
  'userTask',
  'agreement',
  'sendTask',
  'serviceTask',
  'receiveTask',
  'scriptTask',
  'businessRuleTask',
  'manualTask',
  'subProcess',
  'callActivity',
] as const;
export type Activity = ElementOf<(typeof ACTIVITIES)[number]>;

const activities = new Set<string>(ACTIVITIES);
export const isActivity = (element: Element): element is Activity => activities.has(element.type);

/** What an activity may carry besides; an agreement is two tasks and carries none of it. */
export type Carrying = Exclude<Activity, { type: 'agreement' }>;
export const isCarrying = (element: Element): element is Carrying =>
  isActivity(element) && element.type !== 'agreement';

/** Done many times or again and again, which may be not at all. */
export function mayBeNone(element: Element): boolean {
  if (!isCarrying(element)) return false;
  const { many, again } = element;
  if (many) return !(typeof many.count === 'number' && many.count > 0);
  return again?.before === true;
}

export const isEventSubProcess = (element: Element | undefined): boolean =>
  element?.type === 'subProcess' && element.event === true;

/** Its parent is no sub-process: the rule `parent` tells so. */
export const isInNothing = ({ elements }: Model, { parent }: Element): boolean =>
  parent !== undefined && elements.get(parent)?.type !== 'subProcess';

/** What is in it may be done in any order. */
export const adHocOf = (element: Element | undefined) =>
  element?.type === 'subProcess' && !element.event ? element.adHoc : undefined;

/** Drawn in another program: what BPMN allows there is at most something to think about here. */
export const isFromElsewhere = ({ definition }: Model): boolean =>
  definition.kept?.some(({ at }) => at === '*') ?? false;

/** Begun only to undo something. */
export const isForCompensation = (element: Element): boolean =>
  isCarrying(element) && element.forCompensation === true;

/** On the border, to undo: nothing leaves it. */
export const isCompensationBoundary = (element: Element): boolean =>
  element.type === 'boundaryEvent' && element.triggers.compensation === true;

/** Assignments that are carried out: a border event and a race only lead on. */
export const assignsOf = (element: Element): readonly Assignment[] =>
  element.type === 'boundaryEvent' || element.type === 'eventBasedGateway' ? [] : (element.set ?? []);

/** What an element waits for, where it is an event that may. */
export const triggersOf = (element: Element): Triggers | undefined =>
  'triggers' in element ? element.triggers : undefined;

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

/** A gateway that waits for all that was begun before it. */
export function isJoin(model: Model, id: string): boolean {
  const type = model.elements.get(id)?.type;
  return (type === 'parallelGateway' || type === 'inclusiveGateway') && model.incoming(id).length > 1;
}
