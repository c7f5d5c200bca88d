/** What may never be in a story: stuck work, a standstill, something done out of turn, work that nobody owns. */
import type { Fact, IncidentCode } from '../../contract/index.ts';
import type { Model } from '../check/model.ts';
import { alike } from '../explore/alike.ts';
import { waitingElements } from '../scenario/expectations/open.ts';
import type { State } from '../state.ts';
import type { Drawings } from './drawings.ts';
import type { Playing } from './playing.ts';

/** A trouble in a process that is called says in which. */
export type Trouble = { process?: string } & (
  | { kind: 'incident'; element: string; code: IncidentCode }
  /** Nothing can happen any more, and it has not ended. */
  | { kind: 'standstill'; element: string }
  /** Instances begin one another without end; of one that goes round it is an incident. */
  | { kind: 'round'; element: string }
  /** It began although what it needs was not done. */
  | { kind: 'early'; element: string }
  /** It is there twice at once, because two paths lead to it. */
  | { kind: 'twice'; element: string }
  /** Open work or a promise without anybody who owns it. */
  | { kind: 'nobody'; element: string }
  /** The engine itself gave up: our mistake. */
  | { kind: 'defect'; element: string; message: string }
);

/** A process that is called and is not at hand is no mistake of this one. */
export const NOT_HERE: IncidentCode = 'CALLED_PROCESS_NOT_FOUND';

export const sameTrouble = (a: Trouble, b: Trouble | undefined): boolean =>
  a.kind === b?.kind &&
  a.element === b.element &&
  a.process === b.process &&
  (a.kind !== 'incident' || (b.kind === 'incident' && a.code === b.code));

interface Place {
  element: string;
  /** Number of the process that it is in. */
  d: number;
}

/** What is wrong now in the instance that is played, the gravest first. */
export function troubleIn(drawings: Drawings, playing: Playing): Trouble | undefined {
  const state = playing.state as State;
  const at = ({ element, d }: Place) => ({
    element,
    ...(d > 0 ? { process: playing.definitionAt(d)?.id ?? '' } : {}),
  });
  const incident = Object.values(state.incidents).find(({ code }) => code !== NOT_HERE);
  if (incident) return { kind: 'incident', ...at(incident), code: incident.code };
  const early = begunEarly(drawings, playing);
  if (early !== undefined) return { kind: 'early', ...early };
  if (state.status !== 'running') return undefined;
  const nobody = withoutOwner(state);
  if (nobody !== undefined) return { kind: 'nobody', ...at(nobody) };
  for (let d = 0; d < state.definitions.length; d += 1) {
    const { model, meeting } = drawings.in(playing, d);
    const element = alike(model, state, { d }).find((one) => meeting.has(one));
    if (element !== undefined) return { kind: 'twice', ...at({ element, d }) };
  }
  const still = placeOfStandstill(state);
  return still === undefined ? undefined : { kind: 'standstill', ...at(still) };
}

/** Where it stands still for good; undefined where something may still happen, or it is over. */
export const standstillIn = (state: State): string | undefined => placeOfStandstill(state)?.element;

/** A join that waits for more tells best why. */
function placeOfStandstill(state: State): Place | undefined {
  const isStuck = Object.keys(state.incidents).length > 0;
  if (state.status !== 'running' || isStuck || !isStill(state)) return undefined;
  const [join] = Object.keys(state.joins);
  if (join !== undefined) {
    const slash = join.indexOf('/');
    const around = state.elements[join.slice(0, slash)];
    return { element: join.slice(slash + 1), d: around?.called ?? around?.d ?? 0 };
  }
  const element = waitingElements({ state })[0] ?? 'definition';
  const one = Object.values(state.elements).find((each) => each.element === element);
  return { element: element.replace(/\.confirm$/, ''), d: one?.d ?? 0 };
}

function begunEarly(drawings: Drawings, playing: Playing): { element: string; process?: string } | undefined {
  if (!drawings.anyNeeds) return undefined;
  const { frames, factsIn } = playing.frames;
  for (const { key, definition } of frames) {
    const element = earlyAmong(drawings.of(definition).model, factsIn(key));
    if (element !== undefined) return { element, ...(key === '' ? {} : { process: definition.id }) };
  }
  return undefined;
}

function earlyAmong(model: Model, facts: readonly Fact[]): string | undefined {
  const last = new Map<string, string>();
  for (const fact of facts) {
    if (fact.type === 'element.activated')
      for (const { element, outcome } of model.elements.get(fact.element)?.needs ?? []) {
        const how = last.get(element);
        if (how === undefined || (outcome !== undefined && how !== outcome)) return fact.element;
      }
    if (fact.type !== 'element.completed') continue;
    const element = fact.element.replace(/\.confirm$/, '');
    const isHalf = element === fact.element && model.elements.get(element)?.type === 'agreement';
    if (!isHalf) last.set(element, fact.outcome ?? '');
  }
  return undefined;
}

function withoutOwner(state: State): Place | undefined {
  const asked = Object.values(state.jobs).length > 0;
  const task = Object.values(state.elements).find(
    (one) => one.task && !one.parts && one.task.owner === undefined,
  );
  // Who holds a role is being looked up.
  if (task && !asked) return task;
  const promise = Object.values(state.commitments).find(({ owner }) => !owner);
  return promise && { element: promise.id, d: 0 };
}

/** Neither people, nor time, nor a message can bring it further. */
function isStill(state: State): boolean {
  const works = Object.values(state.elements).some(
    ({ task, adHoc }) => (task && !task.about) || adHoc?.waiting.length,
  );
  const comes = Object.values(state.timers).some(
    ({ kind }) => kind !== 'rung' && kind !== 'late' && kind !== 'back',
  );
  return (
    !works &&
    !comes &&
    Object.keys(state.subscriptions ?? {}).length === 0 &&
    Object.keys(state.jobs).length === 0 &&
    Object.keys(state.commitments).length === 0 &&
    state.paused === undefined
  );
}
