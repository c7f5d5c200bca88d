/** From steps to acts: names become keys and ids as they stand in the instance at that moment. */
import type { Act, NewCommitment, Rejection, Text } from '../../contract/index.ts';
import type { CompiledElement } from '../engine/compiled.ts';
import { outcomesOf } from '../engine/compiled.ts';
import { offeredButtons } from '../engine/offered-buttons.ts';
import { ANYONE, labelsOf, roleOf, whoIs } from './cast.ts';
import { isAbout } from './expectations/messages.ts';
import { sameWord } from './fold.ts';
import { formData, formOf, sideOf } from './form-data.ts';
import { commitmentId, itemKeys, type OpenTask, tasksNamed } from './items.ts';
import { elementsNamed } from './names.ts';
import { peopleNamed } from './people.ts';
import { invalid } from './problem.ts';
import type { Name } from './reading/name.ts';
import type { PlainStepType, StepOf, Who } from './reading/steps.ts';
import type { View } from './view.ts';

/** Steps that are one act on one instance. */
export type ActStep = Exclude<PlainStepType, 'start' | 'job' | 'jump' | 'publish' | 'migrate' | 'restart'>;
export type Acted = Act | { rejection: Rejection };

/** What a step asks; a rejection where the person could not even ask it. */
export const acts: { [K in ActStep]: (view: View, step: StepOf<K>['with']) => Acted } = {
  complete(view, step) {
    const open = chosenTask(view, step.task, step);
    const element = elementOf(view, step.task, open);
    const process = open
      ? view.processes[open.inst.d]
      : view.processes.find(({ elements }) => element && elements.get(element.id) === element);
    const data = step.data && formData(view, process, formOf(process, element), step.data);
    return {
      type: 'complete',
      task: open?.inst.key ?? element?.id ?? step.task.text,
      ...(step.outcome !== undefined && { outcome: outcomeId(step.outcome, open, element) }),
      ...(data && { data }),
      ...whoDid(view, step, open),
    };
  },
  claim: (view, step) => ({ type: 'claim', ...taskOf(view, step) }),
  unclaim: (view, step) => ({ type: 'unclaim', ...taskOf(view, step) }),
  handOver: (view, step) => ({
    type: 'handOver',
    ...itemOf(view, step),
    from: one(view, step.from),
    to: one(view, step.to),
    ...given(step, 'why', 'now'),
    ...whoDid(view, step),
  }),
  accept: (view, step) => ({ type: 'accept', ...itemOf(view, step), ...whoDid(view, step) }),
  decline: (view, step) => ({
    type: 'decline',
    ...itemOf(view, step),
    ...given(step, 'why'),
    ...whoDid(view, step),
  }),
  absent: (view, step) => ({
    type: 'absent',
    person: one(view, step.person),
    ...given(step, 'until'),
    ...(step.deputy && { deputy: one(view, step.deputy) }),
    ...whoDid(view, step),
  }),
  back: (view, step) => ({ type: 'back', person: one(view, step.person), ...whoDid(view, step) }),
  commit(view, step) {
    const owner = one(view, step.owner);
    const side = step.ownerSide ?? sideOf(view, view.processes[0], step.owner.text);
    const commitment = {
      text: step.text,
      owner,
      ...(side && { ownerSide: side }),
      due: step.due,
      ...given(step, 'doneWhen', 'remindMe', 'why'),
      ...(step.repeat !== undefined && { repeat: step.repeat as NewCommitment['repeat'] }),
    };
    return { type: 'commit', commitment, ...whoDid(view, step) };
  },
  rePromise: (view, step) => ({
    type: 'rePromise',
    commitment: commitmentId(view, step.commitment.text),
    due: step.due,
    why: step.why ?? '',
    ...given(step, 'calledInitiator'),
    ...whoDid(view, step),
  }),
  done: (view, step) => ({
    type: 'done',
    commitment: commitmentId(view, step.commitment.text),
    ...given(step, 'note'),
    ...whoDid(view, step),
  }),
  drop: (view, step) => ({
    type: 'drop',
    commitment: commitmentId(view, step.commitment.text),
    why: step.why ?? '',
    ...whoDid(view, step),
  }),
  pause: (view, step) => ({ type: 'pause', ...given(step, 'until', 'why'), ...whoDid(view, step) }),
  resume: (view, step) => ({ type: 'resume', ...whoDid(view, step) }),
  stop: (view, step) => ({ type: 'stop', why: step.why ?? '', ...whoDid(view, step) }),
  skip(view, step) {
    const element = activeElement(view, step.element);
    return {
      type: 'skip',
      element,
      why: step.why ?? '',
      ...(step.outcome !== undefined && {
        outcome: outcomeId(step.outcome, undefined, elementsNamed(view.processes, element)[0]),
      }),
      ...whoDid(view, step),
    };
  },
  postpone: (view, step) => ({
    type: 'postpone',
    element: activeElement(view, step.element),
    until: step.until.date ?? step.until.at,
    why: step.why ?? '',
    ...whoDid(view, step),
  }),
  withdrawConsent: (view, step) => ({ type: 'withdrawConsent', ...whoDid(view, step) }),
  changeChannel: (view, step) => ({
    type: 'changeChannel',
    person: one(view, step.person),
    to: step.to,
    ...whoDid(view, step),
  }),
  assign: (view, step) => ({
    type: 'assign',
    role: roleOf(view.cast, step.role.text) ?? step.role.text,
    people: step.people.flatMap((person) => peopleNamed(view, person)),
    ...whoDid(view, step),
  }),
  retry(view, step) {
    const ids = elementsNamed(view.processes, step.element.text).map(({ id }) => id);
    const incident = Object.values(view.state.incidents).find(({ element }) => ids.includes(element));
    return { type: 'retry', incident: incident?.key ?? step.element.text, ...whoDid(view, step) };
  },
  begin: (view, step) => ({
    type: 'begin',
    element: elementsNamed(view.processes, step.element.text)[0]?.id ?? step.element.text,
    ...whoDid(view, step),
  }),
  modify: (view, step) => ({
    type: 'modify',
    changes: (step.changes ?? []).map((change) => withIds(view, change as Record<string, string>)),
    ...given(step, 'variables'),
    why: step.why ?? 'told so',
    ...whoDid(view, step),
  }),
  message: (view, step) => ({
    type: 'message',
    ...given(step, 'name', 'key', 'data'),
    ...(step.element && { element: activeElement(view, step.element) }),
    ...whoDid(view, step),
  }),
  signal: (view, step) => ({
    type: 'bpmnSignal',
    name: step.name,
    ...given(step, 'data'),
    ...whoDid(view, step),
  }),
  plan: (view, step) => ({ type: 'plan', ...taskOf(view, step), moment: step.at, ...given(step, 'place') }),
  log(view, step) {
    const { item } = itemOf(view, step);
    if (item === undefined)
      throw invalid(step.line, "Expected 'task' or 'commitment' here: what the contact was about.");
    return { type: 'log', about: item, outcome: step.outcome, ...given(step, 'note'), ...whoDid(view, step) };
  },
  link: pressed,
  set: (view, step) => ({
    type: 'set',
    variables: step.variables,
    ...given(step, 'why'),
    ...whoDid(view, step),
  }),
};

/** A button of a mail or page: only who was written to, or who owns the item, has such a page. */
function pressed(view: View, { to, about, press, data }: StepOf<'link'>['with']): Acted {
  const people = peopleNamed(view, to);
  const theirs = view.messages.filter((m) => people.includes(m.to));
  // A button leads to the same page from every mail that has it (the wake link of a rest).
  const written =
    theirs.findLast((m) => isAbout(view, m, about.text)) ??
    theirs.findLast((m) => m.buttons?.some((button) => sameWord(button, press)));
  const owned = tasksNamed(view, about.text).find(
    ({ task }) => task.owner !== undefined && people.includes(task.owner),
  );
  const by = written?.to ?? owned?.task.owner ?? ownerOfCommitment(view, about.text, people);
  if (by === undefined) {
    const message = `Expected ${to.text} to have a message about '${about.text}', but none was sent`;
    return { rejection: { code: 'NOT_FOUND', message, path: about.text } };
  }
  const task = owned ?? tasksNamed(view, about.text)[0];
  const process = view.processes[task?.inst.d ?? 0];
  const element = elementOf(view, about, task);
  const outcomes = task?.task.outcomes ?? (element ? outcomesOf(element) : []);
  const offered = offeredButtons(view.state, (d) => view.processes[d]).map(({ start }) => start.button);
  const known = [...(written?.buttons ?? []), ...outcomes.map(({ id }) => id), ...offered];
  return {
    type: 'press',
    about: task ? task.item : itemInPlay(view, about.text),
    button: known.find((button) => sameWord(button, press)) ?? press,
    ...(data && { data: formData(view, process, formOf(process, element), data) }),
    by,
    channel: 'link',
  };
}

function ownerOfCommitment(view: View, text: string, people: string[]): string | undefined {
  const owner = view.state.commitments[commitmentId(view, text)]?.owner;
  return owner !== undefined && people.includes(owner) ? owner : undefined;
}

/** Of all a name may mean: what is active or open now. */
function itemInPlay(view: View, text: string): string {
  const keys = itemKeys(view, text);
  const active = Object.values(view.state.elements).map(({ element }) => element);
  return keys.find((key) => active.includes(key) || key in view.state.commitments) ?? keys[0] ?? text;
}

/** The element of a name that is active now; otherwise the first it may mean, so that the engine says it is not active. */
function activeElement(view: View, { text }: Name): string {
  const found = elementsNamed(view.processes, text);
  const open = tasksNamed(view, text)[0];
  const active = Object.values(view.state.elements).map(({ element }) => element);
  return found.find(({ id }) => active.includes(id))?.id ?? open?.task.name ?? found[0]?.id ?? text;
}

/** The open task that is meant: the `nth` of equals, else the one of the person who acts, else the first. */
function chosenTask(
  view: View,
  name: Name,
  step: Pick<Who, 'by' | 'onBehalfOf'> & { nth?: number },
): OpenTask | undefined {
  const open = tasksNamed(view, name.text);
  if (step.nth !== undefined) return open[step.nth - 1];
  const actors = [step.onBehalfOf, step.by].flatMap((who) =>
    who && who.text !== ANYONE ? peopleNamed(view, who) : [],
  );
  const own = (person: string | undefined) => person !== undefined && actors.includes(person);
  return open.find(({ task }) => own(task.owner) || own(task.claimed)) ?? open[0];
}

/** Why a step that picks one among equals cannot be done: there are not so many. */
export function nthMissing(view: View, step: unknown): { rejection: Rejection } | undefined {
  if (typeof step !== 'object' || step === null || !('task' in step && 'nth' in step)) return undefined;
  const { task, nth } = step as { task: Name; nth: number };
  const open = tasksNamed(view, task.text).length;
  if (nth <= open) return undefined;
  const message = `Expected at least ${nth} open tasks '${task.text}', but there ${open === 1 ? 'is 1' : `are ${open}`}`;
  return { rejection: { code: 'NOT_FOUND', message, path: 'nth' } };
}

function taskOf(view: View, step: { task: Name; nth?: number } & Pick<Who, 'by' | 'onBehalfOf' | 'channel'>) {
  const open = chosenTask(view, step.task, step);
  const task = open?.inst.key ?? elementOf(view, step.task, open)?.id ?? step.task.text;
  return { task, ...whoDid(view, step, open) };
}

function elementOf(view: View, { text }: Name, open: OpenTask | undefined): CompiledElement | undefined {
  if (open) return view.processes[open.inst.d]?.elements.get(open.inst.element);
  return elementsNamed(view.processes, text)[0];
}

function itemOf(
  view: View,
  { task, commitment, item }: { task?: Name; commitment?: Name; item?: Name },
): { item?: string } {
  if (commitment) return { item: commitmentId(view, commitment.text) };
  const named = task ?? item;
  if (!named) return {};
  const open = tasksNamed(view, named.text)[0];
  return { item: open ? open.item : itemInPlay(view, named.text) };
}

/** Outcomes are spelt freely; one that does not exist goes to the engine as it is, which refuses it. */
function outcomeId(text: string, open: OpenTask | undefined, element: CompiledElement | undefined): string {
  return (
    knownOutcome(outcomeNames(open?.task.outcomes ?? (element ? outcomesOf(element) : [])), text) ?? text
  );
}

export interface OutcomeNames {
  id: string;
  names: string[];
}

export function knownOutcome(outcomes: OutcomeNames[], text: string): string | undefined {
  return (
    outcomes.find(({ id }) => id === text) ??
    outcomes.find(({ names }) => names.some((name) => sameWord(name, text)))
  )?.id;
}

export function outcomeNames(outcomes: { id: string; label: Text; aliases?: string[] }[]): OutcomeNames[] {
  return outcomes.map(({ id, label, aliases }) => ({
    id,
    names: [id, ...(aliases ?? []), ...labelsOf(label)],
  }));
}

/** One person for a role or name: the first who holds it. */
function one(view: View, name: Name): string {
  return peopleNamed(view, name)[0] as string;
}

/** Who acted. Among several holders of a role the one whose task it is; `anyone` is whoever may do it. */
function whoDid(view: View, step: Partial<Pick<Who, 'by' | 'onBehalfOf' | 'channel'>>, open?: OpenTask) {
  const owner = open?.task.claimed ?? open?.task.owner;
  const choose = (name: Name) => {
    if (name.text === ANYONE) return owner ?? holderOf(view, open) ?? ANYONE;
    const people = peopleNamed(view, name);
    return people.find((person) => person === owner) ?? (people[0] as string);
  };
  const by = step.by
    ? choose(step.by)
    : open && !step.onBehalfOf
      ? (owner ?? holderOf(view, open))
      : undefined;
  return {
    ...(by !== undefined && { by }),
    ...(step.onBehalfOf && { onBehalfOf: choose(step.onBehalfOf) }),
    ...(step.channel !== undefined && { channel: step.channel as NonNullable<Act['channel']> }),
  };
}

function holderOf(view: View, open: OpenTask | undefined): string | undefined {
  return open?.task.roles.flatMap((role) => view.state.people[role] ?? whoIs(view.cast, role) ?? [])[0];
}

/** The named fields of a step that are there. */
function given<S extends object, K extends keyof S>(step: S, ...keys: K[]): { [P in K]?: NonNullable<S[P]> } {
  return Object.fromEntries(keys.filter((key) => step[key] !== undefined).map((key) => [key, step[key]])) as {
    [P in K]?: NonNullable<S[P]>;
  };
}

/** A change of where it stands, with ids for the names of elements. */
function withIds(view: View, change: Record<string, string>): Changes[number] {
  const id = (name: string) => elementsNamed(view.processes, name)[0]?.id ?? name;
  return Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      key === 'element' || key === 'to' ? id(value) : value,
    ]),
  ) as Changes[number];
}

type Changes = Extract<Act, { type: 'modify' }>['changes'];
